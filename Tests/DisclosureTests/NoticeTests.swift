import Disclosure
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@Suite("Notices and their clocks") struct NoticeTests {
    @Test("Six working days over Labour Day end with the make-up Saturday, at midnight to the millisecond")
    func overHoliday() throws {
        let board = try Board(at: "2024-04-30T15:30")
        try board.open(days: 6)
        let notice = try #require(try board.notice())
        #expect(notice.until == CivilDate("2024-05-11"))
        #expect(notice.until.weekday == 6)
        #expect(notice.closesAt == Instant("2024-05-12T00:00:00+08:00"))
        try board.advance(to: "2024-05-11T23:59:59.999+08:00")
        #expect(try board.notice()?.isOpen == true)
        #expect(
            refusal { try board.give(.closeNotice(CloseNotice(notice: id("N1", NoticeName.self))), by: .system) }
                == 5007)
        try board.advance(to: "2024-05-12T00:00:00.000+08:00")
        #expect(try board.notice()?.closedAt == Instant("2024-05-12T00:00:00+08:00"))
        #expect(
            refusal { try board.give(.closeNotice(CloseNotice(notice: id("N1", NoticeName.self))), by: .system) }
                == 5008)
    }

    @Test("The day a notice begins does not count, and a day of the calendar can be named instead")
    func periods() throws {
        let board = try Board(at: "2024-05-06T00:00")
        try board.open("N1", days: 1)
        #expect(try board.notice("N1")?.until == CivilDate("2024-05-07"))
        try board.open("N2", days: nil, until: "2024-05-20")
        #expect(try board.notice("N2")?.until == CivilDate("2024-05-20"))
        try board.open("N3", days: 2, from: "2024-05-10")
        #expect(try board.notice("N3")?.until == CivilDate("2024-05-13"))
    }

    @Test("A year whose holidays nobody has announced is refused, never guessed")
    func unknownYear() throws {
        let board = try Board(at: "2031-01-05T09:00")
        #expect(refusal { try board.open() } == 1018)
        #expect(refusal { try board.open(days: nil, until: "2031-02-01") } == nil)
    }

    @Test("What is no notice is refused by its number")
    func refusals() throws {
        let board = try Board()
        #expect(refusal { try board.open(place: "nowhere") } == 5001)
        #expect(refusal { try board.open(days: nil) } == 5004)
        #expect(refusal { try board.open(days: 5, until: "2024-06-01") } == 5004)
        #expect(refusal { try board.open(days: 0) } == 5005)
        #expect(refusal { try board.open(days: nil, until: "2024-04-29") } == 5005)
        #expect(refusal { try board.open(from: "2024-04-29") } == 5006)
        #expect(refusal { try board.open(title: " ") } == 5012)
        #expect(refusal { try board.open(digest: "abc") } == 5015)
        #expect(refusal { try board.open(digest: String(repeating: "0a", count: 32)) } == nil)
        #expect(refusal { try board.open() } == 5002)
    }

    @Test("A notice without a name gets one nobody else has, and is found by what it is about")
    func derivedName() throws {
        let board = try Board()
        try board.open(nil)
        try board.open(nil)
        let found = try board.runner.database.read { try NoticeQueries.list(about: StreamID("lot", "L1"), in: $0) }
        #expect(found.map(\.id.text).sorted() == ["notice-000000", "notice-000001"])
    }
}

@Suite("Objections") struct ObjectionTests {
    @Test("An objection is answered in public; its own words stay out of the leaf and can be destroyed")
    func answered() throws {
        let board = try Board()
        try board.open()
        try board.object()
        try board.answer()
        let objections = try board.runner.database.read {
            try NoticeQueries.listObjections(to: id("N1", NoticeName.self), in: $0)
        }
        #expect(objections.map(\.answer?.zh) == ["已复测，面积无误。"])
        for (event, _) in board.runner.events {
            var writer = FieldWriter(personal: .setAside)
            event.payload.write(to: &writer)
            #expect(!JSON.object(writer.members).canonicalText.contains("李大山"))
        }
        #expect(refusal { try board.answer() } == 5011)
        #expect(refusal { try board.answer("O9") } == 5009)
        #expect(refusal { try board.object() } == 5010)
        #expect(refusal { try board.object("O2", "  ") } == 5012)
        #expect(refusal { try board.object("O2", notice: "N9") } == 5003)
    }

    @Test("Without an answer in five working days the objection goes to the level above, at that very instant")
    func escalated() throws {
        let board = try Board(at: "2024-04-30T09:00")
        try board.open(days: 20)
        try board.object("O1")
        try board.object("O2")
        try board.answer("O2")
        try board.advance(to: "2024-05-11T08:00")
        let found = try board.runner.database.read {
            try NoticeQueries.listObjections(to: id("N1", NoticeName.self), in: $0)
        }
        #expect(found.map(\.escalatedAt) == [Instant("2024-05-11T00:00:00+08:00"), nil])
        try board.answer("O1")
    }

    @Test("When the time of a notice is over nobody objects any more, and how many did stands in the log")
    func tooLate() throws {
        let board = try Board(at: "2024-05-06T09:00")
        try board.open(days: 1)
        try board.object()
        try board.advance(to: "2024-05-08T00:00")
        #expect(refusal { try board.object("O2") } == 5008)
        let closed = board.runner.events.compactMap { entry -> Int64? in
            if case .noticeClosed(let closed) = entry.event { closed.objections } else { nil }
        }
        #expect(closed == [1])
    }
}

@Suite("What contracts have paid") struct PaymentTests {
    @Test("A contract is disclosed once, payments replace what stood there, and nobody pays more than is due")
    func payments() throws {
        let board = try Board()
        let contract = id("C1", ContractName.self)
        let first = Payment(number: 1, due: CivilDate("2019-05-20")!, amount: yuan(288_000))
        let disclose = DiscloseContract(contract: contract, division: board.village, instalments: [first])
        try board.give(.discloseContract(disclose), by: .system)
        #expect(refusal { try board.give(.discloseContract(disclose), by: .system) } == 5013)
        func record(_ paid: Int64) -> Int? {
            let payment = Payment(
                number: 1, due: first.due, amount: first.amount, paid: yuan(paid), paidOn: CivilDate("2019-05-20"))
            let command = RecordPayment(contract: contract, division: board.village, payment: payment)
            return refusal { try board.give(.recordPayment(command), by: .system) }
        }
        #expect(record(288_001) == 5014)
        #expect(record(100_000) == nil)
        #expect(record(288_000) == nil)
        let stored = try board.runner.database.read { try PaymentQueries.list(of: [contract], in: $0) }
        #expect(stored[contract]?.map(\.paid) == [yuan(288_000)])
    }

    @Test("An instalment is overdue from the day after it was due, and paid when all of it is")
    func standing() {
        let due = CivilDate("2024-05-20")!
        func standing(_ paid: Int64, _ day: String) -> Payment.Standing {
            Payment(number: 1, due: due, amount: yuan(100), paid: yuan(paid)).standing(on: CivilDate(day)!)
        }
        #expect(standing(0, "2024-05-19") == .ahead)
        #expect(standing(0, "2024-05-20") == .due)
        #expect(standing(40, "2024-05-20") == .partlyPaid)
        #expect(standing(40, "2024-05-21") == .overdue)
        #expect(standing(100, "2024-05-21") == .paid)
    }
}

@Suite("What disclosure says") struct DisclosureTextTests {
    @Test("Every refusal has its own number in the five thousands, words in both languages and a next step")
    func rejections() {
        let catalogue = DisclosureRejection.catalogue
        #expect(catalogue.map(\.number) == Array(5001...5015))
        for message in catalogue.flatMap({ [$0.text, $0.next] }) {
            #expect(message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            #expect(!message.en.isEmpty && !message.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        }
        for form in Disclosure.Command.forms {
            #expect(Set(catalogue.map(\.number)).isSuperset(of: form.rejections), "\(form.name)")
        }
    }
}
