import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

@Suite("What people are told by message, and what they answer") struct MessageTests {
    private let market: Market

    init() throws {
        market = try Market()
        try market.verify()
    }

    private static func phone(_ number: Int) -> String { "1390000\(number.padded(to: 4))" }

    /// Somebody with a telephone; the same one as `sharing` where it is named.
    private func register(_ number: Int, phone: String? = nil) throws {
        try market.room.give(
            RegisterWorker(
                worker: Market.worker(number), place: Market.village, name: Personal("人\(number)", of: .example),
                identityNumber: Personal(Market.identity(number), of: .example),
                phone: Personal(phone ?? Self.phone(number), of: .example), trades: [.harvest], hasConsented: true),
            by: Market.clerk)
    }

    private func offer(_ number: Int, _ order: String = "order-1") throws {
        try market.room.give(
            OfferSeat(order: Market.order(order), worker: Market.worker(number)), by: Market.clerk)
    }

    /// The room's own reading has no seals to open: numbers are tried in the whole house.
    private var outgoing: [OutgoingMessage] {
        get throws {
            try market.room.database.read { try Labour.listOutgoing(at: market.room.now, .none, limit: 50, in: $0) }
        }
    }

    private func note(_ message: OutgoingMessage, _ outcome: MessageOutcome) throws {
        try market.room.give(
            NoteMessage(
                order: message.order, worker: message.worker, kind: message.kind, at: message.at, outcome: outcome),
            by: Market.system)
    }

    /// What the answer from a telephone brings back; what it gives is given.
    private func reply(_ text: String, from phone: String) throws -> Message {
        let mark = Marks.practice.of(phone: phone)
        let plan = try market.room.database.read {
            try Labour.plan(reply: text, from: mark, at: market.room.now, in: $0)
        }
        switch plan {
        case .say(let words): return words
        case .give(let command, let principal, let done):
            #expect(principal.role == .bidder && principal.office.text.hasSuffix("-message"))
            do { try give(command, principal) } catch let rejection as Rejection {
                return Labour.words(for: rejection)
            }
            return done
        }
    }

    private func give(_ command: some LabourCommand, _ principal: Principal) throws {
        try market.room.give(command, by: principal)
    }

    private func phase(_ number: Int) throws -> EngagementPhase? {
        try market.state.engagements[Market.worker(number)]?.phase
    }

    @Test("An offer is told once, in one sentence with place, time, pay, insurance; who has answered is told no more")
    func offered() throws {
        try register(1)
        try register(2)
        try market.post()
        try offer(1)
        try offer(2)
        let messages = try outgoing
        #expect(
            messages.map(\.worker) == [Market.worker(1), Market.worker(2)] && messages.allSatisfy { $0.kind == .offer })
        let words = try #require(messages.first?.text)
        #expect(words.zh == "零工市场：3月3日 07:00到村东果园，摘苹果，160.00元/天，意外险。去请回1，不去请回2，3月1日 07:10前有效。")
        #expect(words.en.contains("Answer 1 to go, 2 not to go, by 2026-03-01 07:10."))
        try note(messages[0], .handed)
        try market.take(2)
        #expect(try outgoing == [], "one was sent, the other has answered at the desk")
        let again = NoteMessage(
            order: messages[0].order, worker: messages[0].worker, kind: .offer, at: messages[0].at, outcome: .failed)
        market.room.expectRefusal(.messageTold, again, by: Market.system)
        let other = NoteMessage(
            order: messages[0].order, worker: messages[0].worker, kind: .offer, at: .init(milliseconds: 1),
            outcome: .handed)
        market.room.expectRefusal(.noSuchMessage, other, by: Market.system)
    }

    @Test("A seat that came free says so; a cancellation says what is due for setting out; nothing is told too late")
    func freed() throws {
        try register(1)
        try register(2)
        try market.post(Market.terms(seats: 1))
        try offer(1)
        try market.take(2, mayWait: true)
        try note(try #require(try outgoing.first), .handed)
        #expect(try reply("2", from: Self.phone(1)) == MessageText.noted)
        let next = try #require(try outgoing.first)
        #expect(next.worker == Market.worker(2) && next.text.zh.contains("有人去不了，空出一个位子。"))
        #expect(try reply("1", from: Self.phone(2)).zh.hasPrefix("定了"))
        // An hour before the start she has set out.
        market.room.now = Market.start.adding(seconds: -3_600)
        try market.room.give(CancelOrder(order: Market.order(), reason: "下雨"), by: Market.clerk)
        let gone = try outgoing
        #expect(gone.map(\.worker) == [Market.worker(2)] && gone.first?.kind == .cancelled)
        #expect(gone.first?.text.zh.contains("取消了，不用去了。出门费40.00元") == true)
        market.room.now = Market.start.adding(seconds: 3_601)
        #expect(try outgoing == [])
    }

    @Test("Wages past their day are told to the worker, and once an order to who hires; what is paid is told no more")
    func missed() throws {
        for number in [1, 2] { try register(number) }
        try market.post()
        for number in [1, 2] { try market.take(number) }
        try market.work(all: [1, 2])
        #expect(try outgoing == [])
        try market.room.advance(to: Market.start.date.end.adding(seconds: 1), system: Market.system)
        let messages = try outgoing
        #expect(messages.filter { $0.kind == .wagesMissed }.map(\.worker) == [Market.worker(1), Market.worker(2)])
        #expect(messages.count { $0.kind == .reminder } == 1)
        #expect(messages.contains { $0.text.zh.contains("工钱还欠160.00元") })
        try market.pay(1, fen: 16_000, reference: "B-1")
        #expect(try outgoing.filter { $0.kind == .wagesMissed }.map(\.worker) == [Market.worker(2)])
    }

    @Test(
        "“1” and “2” are understood however a telephone writes them, and nothing else is",
        arguments: [
            ("1", true), ("１", true), (" 1 ", true), ("1。", true), ("　１　", true), ("去", true), ("2", false),
            ("２", false), ("2.", false), ("不去", false), ("", nil), ("12", nil), ("1 2", nil), ("好", nil),
            ("去哪里", nil),
        ] as [(String, Bool?)])
    func words(text: String, isYes: Bool?) { #expect(ReplyWord.isYes(text) == isYes) }

    @Test("An answer is taken once, and whatever else comes is answered plainly")
    func answers() throws {
        try register(1)
        try market.post()
        #expect(try reply("1", from: "13800000000") == MessageText.unknownPhone)
        #expect(try reply("1", from: "no number") == MessageText.unknownPhone)
        #expect(try reply("1", from: Self.phone(1)) == MessageText.nothingAsked)
        try offer(1)
        #expect(try reply("好的", from: Self.phone(1)) == MessageText.notUnderstood)
        #expect(try phase(1) == .offered)
        #expect(try reply(" １ ", from: "+86 139-0000-0001").zh == "定了：3月3日 07:00到村东果园，摘苹果。工钱付给您本人。")
        #expect(try phase(1) == .accepted)
        let taken = market.room.all(SeatTaken.self).count
        for text in ["1", "2"] { #expect(try reply(text, from: Self.phone(1)).zh.hasPrefix("您已经答应了")) }
        #expect(market.room.all(SeatTaken.self).count == taken)
    }

    @Test("An answer that comes late or after a no gets its own words, and no seat")
    func late() throws {
        try register(1)
        try register(2)
        try market.post()
        try offer(1)
        try offer(2)
        #expect(try reply("2", from: Self.phone(2)) == MessageText.noted)
        #expect(try reply("1", from: Self.phone(2)) == MessageText.saidNo)
        try market.room.advance(to: market.room.now.adding(seconds: 7_200), system: Market.system)
        #expect(try phase(1) == .lapsed)
        #expect(try reply("1", from: Self.phone(1)) == MessageText.late)
        #expect(try market.state.book.taken == [])
    }

    @Test("Two offers at one number ask for a call; a crew is answered by its leader’s telephone, a no by anybody’s")
    func several() throws {
        let shared = "13700000000"
        try register(1, phone: shared)
        try register(2, phone: shared)
        try market.post()
        try offer(1)
        try offer(2)
        #expect(try reply("1", from: shared) == MessageText.severalAsked)
        #expect(try phase(1) == .offered && phase(2) == .offered)
        try register(3)
        try register(4)
        try market.room.give(
            FormCrew(
                crew: CrewID("pair"), place: Market.village, leader: Market.worker(3), members: [Market.worker(4)],
                hasConsented: true), by: Market.clerk)
        try market.room.give(OfferCrew(order: Market.order(), worker: Market.worker(3)), by: Market.system)
        #expect(try reply("1", from: Self.phone(4)) == MessageText.leaderAnswers)
        #expect(try reply("1", from: Self.phone(3)).zh.hasPrefix("定了"))
        #expect(try phase(3) == .accepted && phase(4) == .accepted)
    }

    @Test("A clerk who called says so once; an offer stays on the list until it is answered")
    func told() throws {
        try register(1)
        try market.post()
        try market.take(1)
        let tell = TellByVoice(order: Market.order(), worker: Market.worker(1), kind: .cancelled)
        market.room.expectRefusal(.noSuchMessage, tell, by: Market.clerk)
        try market.room.give(CancelOrder(order: Market.order(), reason: "下雨"), by: Market.clerk)
        try note(try #require(try outgoing.first), .noPhone)
        func toCall() throws -> [MessageLine] {
            try market.room.database.read {
                try MessageQueries.list(MessageQueries.toCall, at: market.room.now, limit: 50, in: $0)
            }
        }
        #expect(try toCall().map(\.outcome) == [.noPhone])
        try market.room.give(tell, by: Market.clerk)
        #expect(try toCall().isEmpty)
        market.room.expectRefusal(.messageTold, tell, by: Market.clerk)
        #expect(market.room.all(MessageNoted.self).map(\.outcome) == [.noPhone, .told])
    }
}
