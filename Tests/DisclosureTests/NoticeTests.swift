@testable import Disclosure
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@Suite("Notices and their clocks") struct NoticeTests {
    @Test("Six working days over Labour Day end with the make-up Saturday, at midnight to the millisecond")
    func overHoliday() throws {
        let board = try Board(at: "2024-04-30T15:30")
        try board.give(board.opening(days: 6))
        let notice = try #require(try board.notice())
        #expect(notice.until == CivilDate("2024-05-11"))
        #expect(notice.until.weekday == 6)
        #expect(notice.closesAt == Instant("2024-05-12T00:00:00+08:00"))
        try board.advance(to: "2024-05-11T23:59:59.999+08:00")
        #expect(try board.notice()?.isOpen == true)
        board.refuses(.notOverYet, board.closing(), by: .system)
        try board.advance(to: "2024-05-12T00:00:00.000+08:00")
        #expect(try board.notice()?.closedAt == Instant("2024-05-12T00:00:00+08:00"))
        board.refuses(.noticeClosed, board.closing(), by: .system)
    }

    @Test("A village announces in Chinese alone; the Chinese stands where the English is left empty")
    func chineseAlone() throws {
        let typed: JSON = [
            "division": "p140421101201", "kind": "other", "titleZh": "停水通知", "bodyZh": "明天停水。", "titleEn": "",
            "bodyEn": "", "workingDays": "5",
        ]
        let notice = try OpenNotice.read(typed, notation: .typed)
        #expect(notice.title == Message(zh: "停水通知", en: "停水通知") && notice.body.en == "明天停水。")
        #expect(throws: Rejection.self) { try OpenNotice.read(["division": "p1", "kind": "other"], notation: .typed) }
    }

    @Test("The day a notice begins does not count, and a day of the calendar can be named instead")
    func periods() throws {
        let board = try Board(at: "2024-05-06T00:00")
        try board.give(board.opening("N1", days: 1))
        #expect(try board.notice("N1")?.until == CivilDate("2024-05-07"))
        try board.give(board.opening("N2", days: nil, until: "2024-05-20"))
        #expect(try board.notice("N2")?.until == CivilDate("2024-05-20"))
        try board.give(board.opening("N3", days: 2, from: "2024-05-10"))
        #expect(try board.notice("N3")?.until == CivilDate("2024-05-13"))
    }

    @Test("A year whose holidays nobody has announced is refused, never guessed")
    func unknownYear() throws {
        let board = try Board(at: "2031-01-05T09:00")
        let rejection = #expect(throws: Rejection.self) { try board.give(board.opening()) }
        #expect(rejection?.number == KernelRejection.unknownYear(year: 2031).rejection.number)
        try board.give(board.opening(days: nil, until: "2031-02-01"))
    }

    @Test("What is no notice is refused, each fault for its own reason")
    func refusals() throws {
        let board = try Board()
        board.refuses(.noSuchPlace, board.opening(place: "nowhere"))
        board.refuses(.periodUnclear, board.opening(days: nil))
        board.refuses(.periodUnclear, board.opening(days: 5, until: "2024-06-01"))
        board.refuses(.periodTooShort, board.opening(days: 0))
        board.refuses(.periodTooShort, board.opening(days: nil, until: "2024-04-29"))
        board.refuses(.beginsInThePast, board.opening(from: "2024-04-29"))
        board.refuses(.nothingSaid, board.opening(title: " "))
        board.refuses(.badDigest, board.opening(digest: "abc"))
        try board.give(board.opening(digest: String(repeating: "0a", count: 32)))
        board.refuses(.noticeExists, board.opening())
    }

    @Test("A notice without a name gets one nobody else has, and is found by what it is about")
    func derivedName() throws {
        let board = try Board()
        try board.give(board.opening(nil))
        try board.give(board.opening(nil))
        let found = try board.runner.database.read { try NoticeQueries.list(about: StreamID("lot", "L1"), in: $0) }
        #expect(found.map(\.id.text).sorted() == ["notice-000000", "notice-000001"])
    }
}

@Suite("Objections") struct ObjectionTests {
    @Test("An objection is answered in public; its own words stay out of the leaf and can be destroyed")
    func answered() throws {
        let board = try Board()
        try board.give(board.opening())
        try board.give(board.objecting(), by: .villager)
        try board.give(board.answering())
        let objections = try board.runner.database.read {
            try NoticeQueries.listObjections(to: id("N1", NoticeName.self), in: $0)
        }
        #expect(objections.map(\.answer?.zh) == ["已复测，面积无误。"])
        for (event, _) in board.runner.events {
            var writer = FieldWriter(personal: .setAside)
            event.write(to: &writer)
            #expect(!JSON.object(writer.members).canonicalText.contains("李大山"))
        }
        board.refuses(.objectionAnswered, board.answering())
        board.refuses(.noSuchObjection, board.answering("O9"))
        board.refuses(.objectionExists, board.objecting(), by: .villager)
        board.refuses(.nothingSaid, board.objecting("O2", "  "), by: .villager)
        board.refuses(.noSuchNotice, board.objecting("O2", notice: "N9"), by: .villager)
    }

    @Test("An objection brings a paper by its mark, which goes with its words; anything else is none")
    func paper() throws {
        let board = try Board(at: "2024-04-30T09:00")
        try board.give(board.opening(days: 20))
        board.refuses(.badPaper, board.objecting("O1", paper: "a photo"), by: .villager)
        let mark = String(repeating: "a", count: 64)
        try board.give(board.objecting("O1", paper: mark), by: .villager)
        try board.give(board.objecting("O2"), by: .villager)
        func kept(_ objection: String) throws -> String? {
            try board.runner.database.read {
                try NoticeQueries.findPaper(
                    of: id(objection, ObjectionName.self), to: id("N1", NoticeName.self), in: $0)
            }
        }
        #expect(try kept("O1") == mark && kept("O2") == nil)
    }

    @Test("Without an answer in five working days the objection goes to the level above, at that very instant")
    func escalated() throws {
        let board = try Board(at: "2024-04-30T09:00")
        try board.give(board.opening(days: 20))
        try board.give(board.objecting("O1"), by: .villager)
        try board.give(board.objecting("O2"), by: .villager)
        try board.give(board.answering("O2"))
        try board.advance(to: "2024-05-11T08:00")
        let found = try board.runner.database.read {
            try NoticeQueries.listObjections(to: id("N1", NoticeName.self), in: $0)
        }
        #expect(found.map(\.escalatedAt) == [Instant("2024-05-11T00:00:00+08:00"), nil])
        try board.give(board.answering("O1"))
        board.refuses(.objectionAnswered, board.escalating("O1"), by: .system)
    }

    @Test("When the time of a notice is over nobody objects any more, and how many did stands in the log")
    func tooLate() throws {
        let board = try Board(at: "2024-05-06T09:00")
        try board.give(board.opening(days: 1))
        try board.give(board.objecting(), by: .villager)
        try board.advance(to: "2024-05-08T00:00")
        board.refuses(.noticeClosed, board.objecting("O2"), by: .villager)
        #expect(board.runner.all(NoticeClosed.self).map(\.objections) == [1])
    }
}

@Suite("Words that a desk wrote down") struct WrittenTests {
    @Test("They are destroyed once the objection is answered; a person's own end with the person")
    func erasure() throws {
        let board = try Board()
        try board.give(board.opening())
        try board.give(board.objecting("O1"), by: .villageClerk)
        try board.give(board.objecting("O2"), by: .villager)
        func erase(_ objection: String) -> EraseObjection {
            EraseObjection(notice: id("N1", NoticeName.self), objection: id(objection, ObjectionName.self))
        }
        board.refuses(.noSuchObjection, erase("O9"), by: .countyOfficer)
        board.refuses(.objectionOpen, erase("O1"), by: .countyOfficer)
        try board.give(board.answering("O1"))
        try board.give(board.answering("O2"))
        board.refuses(.objectionEndsWithPerson, erase("O2"), by: .countyOfficer)
        func written() throws -> [String] {
            try board.runner.database.read { try NoticeQueries.listWritten(to: id("N1", NoticeName.self), in: $0) }
                .map(\.text)
        }
        #expect(try written() == ["O1"])
        try board.give(erase("O1"), by: .countyOfficer)
        board.refuses(.noWords, erase("O1"), by: .countyOfficer)
        #expect(try written() == [])
        #expect(
            board.runner.all(ObjectionErased.self).map(\.erased)
                == [ObjectionRaised.subject(id("O1", ObjectionName.self), of: nil)])
    }
}

@Suite("What contracts have paid") struct PaymentTests {
    @Test("A contract is disclosed once, payments replace what stood there, and nobody pays more than is due")
    func payments() throws {
        let board = try Board()
        let contract = id("C1", ContractName.self)
        let first = Payment(number: 1, due: CivilDate("2019-05-20")!, amount: yuan(288_000))
        let disclose = DiscloseContract(contract: contract, division: board.village, instalments: [first])
        try board.give(disclose, by: .system)
        board.refuses(.contractDisclosedAlready, disclose, by: .system)
        func record(_ paid: Int64, place: String = "p140") -> RecordPayment {
            let payment = Payment(
                number: 1, due: first.due, amount: first.amount, paid: yuan(paid), paidOn: CivilDate("2019-05-20"))
            return RecordPayment(contract: contract, division: id(place, DivisionName.self), payment: payment)
        }
        board.refuses(.paidMoreThanDue, record(288_001), by: .system)
        board.refuses(.noSuchPlace, record(100_000, place: "nowhere"), by: .system)
        try board.give(record(100_000), by: .system)
        try board.give(record(288_000), by: .system)
        let stored = try board.runner.database.read { try PaymentQueries.list(of: [contract], in: $0) }
        #expect(stored[contract]?.map(\.paid) == [yuan(288_000)])
    }

    @Test("An instalment of which nothing is owed any more is no longer shown")
    func forgiven() throws {
        let board = try Board()
        let contract = id("C1", ContractName.self)
        let first = Payment(number: 1, due: CivilDate("2019-05-20")!, amount: yuan(288_000))
        try board.give(
            DiscloseContract(contract: contract, division: board.village, instalments: [first]), by: .system)
        let nothing = Payment(number: 1, due: first.due, amount: .zero)
        try board.give(RecordPayment(contract: contract, division: board.village, payment: nothing), by: .system)
        #expect(try board.runner.database.read { try PaymentQueries.list(of: [contract], in: $0) }.isEmpty)
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
    @Test("Every refusal has a number in the five thousands, words in both languages and a next step")
    func refusals() {
        for rejection in DisclosureRefusal.all.map(\.specimen) {
            #expect((5001...5999).contains(rejection.number))
            for message in [rejection.text, rejection.next] {
                #expect(message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
                let english = message.en.unicodeScalars
                #expect(!english.isEmpty && !english.contains { (0x4E00...0x9FFF).contains($0.value) })
            }
        }
    }
}
