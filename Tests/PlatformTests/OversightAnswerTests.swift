import Kernel
import Storage
@testable import Supervision
import TestSupport
import Testing
import Web

@testable import Platform

/// Answers to flags in the whole house: who gives them, how long they hold, what brings a flag back, and who reads them.
@Suite("Answers to flags") struct OversightAnswerTests {
    private let house: DemoHouse

    /// The demo county, and a claim that is to be paid to somebody's own account: that is a red flag.
    init() async throws {
        house = try await DemoHouse()
        let refused = try await house.give(
            "hetou-clerk", "ledger.submitClaim",
            [
                "organisation": "hetou-collective", "claim": "to-zhao", "date": house.practice.clock.now().date.field,
                "matter": "修水渠", "payee": "bidder-zhao", "amountFen": 10_000,
                "photo": .string(String(repeating: "a", count: 64)),
            ])
        #expect(refused == nil)
    }

    private func file() throws -> OversightFile {
        try house.database.read { try OversightFile(at: house.practice.clock.now(), in: $0) }
    }

    /// The first flag of a rule and level.
    private func flag(_ rule: OversightRule) throws -> OversightFlag {
        try #require(try file().flags.first { $0.rule == rule })
    }

    private func answer(
        _ flag: OversightFlag, _ reply: String, _ office: String = "county-supervisor", until days: Int? = nil,
        words: String = "Planted finding", paper: Bool = true
    ) async throws -> Int? {
        var arguments: [String: JSON] = [
            "flag": .string(flag.id.text), "reply": .string(reply), "words": .string(words),
        ]
        if paper { arguments["paper"] = .string(String(repeating: "c", count: 64)) }
        if let days { arguments["until"] = .string("\(house.practice.clock.now().date.adding(days: days))") }
        return try await house.give(office, "supervision.answerFlag", .object(arguments))
    }

    private func board() throws -> OversightBoard {
        let file = try file()
        let answers = try house.database.read { try AnswerQueries.list(in: $0) }
        return OversightBoard(
            file.flags, file.things, answers: answers, on: house.practice.clock.now().date, reach: "/", at: "/")
    }

    private func isOpen(_ flag: OversightFlag) throws -> Bool {
        try board().entries.contains { $0.flag.id == flag.id }
    }

    @Test("An orange flag leaves the count with its answer and comes back when the answer runs out")
    func answered() async throws {
        let cash = try flag(.cash)
        let before = try board().total
        #expect(try await answer(cash, "explained", words: " ") == 12_002)
        #expect(try await answer(cash, "explained", paper: false) == 12_003)
        #expect(try await answer(cash, "sentOn") == 12_004)
        #expect(try await answer(cash, "explained", until: -1) == 12_005)
        #expect(try await answer(cash, "explained", until: 1_097) == 12_005)
        #expect(try await answer(cash, "explained", "hewan-review") == 1205)
        #expect(try await answer(cash, "explained", "hetou-clerk") == 1205)
        #expect(try isOpen(cash))
        #expect(try await answer(cash, "explained", until: 20) == nil)
        let after = try board()
        #expect(after.total.orange == before.orange - 1 && after.total.red == before.red)
        let own = try #require(after.answered.first { $0.flag.id == cash.id }?.answer)
        #expect(own.words == "Planted finding" && own.desk == "county-supervisor" && !own.isWaiting)
        house.practice.clock.set(house.practice.clock.now().adding(seconds: 21 * 86_400))
        let late = try #require(try board().entries.first { $0.flag.id == cash.id })
        #expect(late.reopened == .overdue)
    }

    @Test("A red flag that is put away waits for a second person; what is sent on does not")
    func fourEyes() async throws {
        let red = try #require(try file().flags.first { $0.level == .red })
        #expect(
            try await house.give("county-supervisor", "supervision.confirmAnswer", ["flag": .string(red.id.text)])
                == 12_006)
        #expect(try await answer(red, "explained") == nil)
        #expect(try isOpen(red) && (try board().entries.first { $0.flag.id == red.id })?.reopened == .waiting)
        let confirm: JSON = ["flag": .string(red.id.text)]
        #expect(try await house.give("county-supervisor", "supervision.confirmAnswer", confirm) == 12_008)
        #expect(try await house.give("county-intake", "supervision.confirmAnswer", confirm) == nil)
        #expect(try !isOpen(red))
        #expect(try await house.give("county-intake", "supervision.confirmAnswer", confirm) == 12_007)
        #expect(try await answer(red, "sentOn", until: 60) == nil)
        #expect(try !isOpen(red))
        #expect(try await house.give("county-intake", "supervision.eraseAnswer", confirm) == nil)
        #expect(try await house.give("county-intake", "supervision.eraseAnswer", confirm) == 12_010)
        let own = try #require(try board().answered.first { $0.flag.id == red.id }?.answer)
        #expect(own.words == nil && own.reply == .sentOn)
        // After the words of one answer were destroyed, another can be given.
        #expect(try await answer(red, "mended", "county-intake", words: "again") == nil)
        #expect(try house.practice.verify().size == house.size)
    }

    @Test("A flag that nothing raises cannot be answered, and what changes underneath opens an answered one")
    func changes() async throws {
        let red = try #require(try file().flags.first { $0.level == .red })
        let gone = OversightFlag(object: "contract/nowhere", rule: .cash, level: .red, beside: nil)
        #expect(try await answer(gone, "explained") == 12_001)
        #expect(try await answer(red, "explained") == nil)
        let answers = try house.database.read { try AnswerQueries.list(in: $0) }
        let given = try #require(answers[red.id])
        // Another level, another basis, another object it is held against: each is news.
        let own = try file().flags.filter { $0.id == red.id }
        let today = house.practice.clock.now().date
        #expect(given.reasonOpen(OversightFlag.facts(own), on: today) == .waiting)
        for changed in [
            OversightFlag(object: red.object, rule: red.rule, level: .orange, beside: red.beside, basis: red.basis),
            OversightFlag(object: red.object, rule: red.rule, level: .red, beside: "claim/other", basis: red.basis),
            OversightFlag(object: red.object, rule: red.rule, level: .red, beside: red.beside, basis: red.basis + "x"),
        ] {
            #expect(changed.id == red.id)
            #expect(given.reasonOpen(OversightFlag.facts([changed]), on: today) == .factsChanged)
        }
        #expect(given.reasonOpen(OversightFlag.facts(own + own), on: today) == .factsChanged)
    }

    @Test("The log tells neither what was flagged, nor by which rule, nor where, nor the words")
    func silence() async throws {
        let cash = try flag(.cash)
        let size = try house.size
        #expect(try await answer(cash, "explained") == nil)
        var leaves = ""
        let end = try house.size
        try house.database.read { tx in
            try LogStore.each(from: size, to: end, in: tx) { _, _, bytes in
                leaves += String(decoding: bytes, as: UTF8.self)
            }
        }
        #expect(leaves.contains("supervision.flagAnswered"))
        let thing = try #require(try file().things.first { $0.id == cash.object })
        for word in [
            cash.object, cash.object.split(separator: "/").last.map(String.init) ?? "", cash.id.text, "F08", "cash",
            "Planted finding", thing.villageName, thing.path,
        ] {
            #expect(!leaves.contains(word), "\(word)")
        }
        let seen = house.practice.installation.pages(of: nil, [:])
        #expect(!seen.contains("Planted finding"))
    }
}
