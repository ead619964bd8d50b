import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import Synchronization
import TestSupport
import Testing

/// Acts of the clock that fail, are refused or end the program: never lost, never given twice, never in the way.
@Suite("Acts of the clock set aside") struct SetAsideTests {
    /// What the house says while it runs.
    private final class Reports: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        @Sendable func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private static let luxian = "luxian-2019.jsonl"

    private static func open(
        _ folder: URL, _ clock: ScenarioClock, store: (any Database)? = nil,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Installation {
        try Installation.open(
            .qianmo, dataDirectory: folder, database: store ?? file(folder), clock: clock,
            random: .practice(seed: "qianmo practice"), report: report)
    }

    private static func file(_ folder: URL) throws -> SQLiteDatabase {
        try SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path)
    }

    /// Plays the deal in `folder` until an act of this name is under way; then the program ends.
    static func play(until command: String, in path: String, _ end: @escaping @Sendable () -> Void) async throws {
        let folder = URL(filePath: path)
        let clock = ScenarioClock()
        let store = MarkedDatabase(try file(folder), in: folder, at: command, end)
        let scenario = try Scenario(parsing: Array(PracticeHouse.text(luxian).utf8))
        _ = try await ScenarioRunner(open(folder, clock, store: store), clock: clock).run(scenario) { _ in }
    }

    @Test(
        "the program is killed, or traps, inside each act of the clock: it starts, says what it set aside, and on a word everything is as if nothing had been"
    )
    func interrupted() async throws {
        let whole = try PracticeHouse()
        let summary = try await whole.run(Self.luxian).summary
        let acts = try Self.acts(of: whole.installation)
        #expect(acts.count >= 4, "\(acts)")
        let wanted = try Self.entries(of: whole.installation)
        for (number, command) in acts.sorted().enumerated() {
            let workshop = try Workshop()
            let path = workshop.folder.path
            if number % 3 == 1 {
                await #expect(processExitsWith: .failure) { [path = path as String, command = command as String] in
                    try await SetAsideTests.play(until: command, in: path) { fatalError("in the middle of an act") }
                }
            } else {
                await #expect(processExitsWith: .signal(SIGKILL)) {
                    [path = path as String, command = command as String] in
                    try await SetAsideTests.play(until: command, in: path) { kill(getpid(), SIGKILL) }
                }
            }
            let (clock, reports) = (ScenarioClock(), Reports())
            let installation = try Self.open(workshop.folder, clock, report: reports.add)
            let aside = try installation.listSetAside()
            #expect(aside.map(\.command) == [command] && aside.map(\.reason) == [.interrupted])
            #expect(reports.all.contains { $0.contains(command) && $0.contains("interrupted") }, "\(reports.all)")
            let act = try #require(aside.first)
            #expect(!act.goesOnByItself)
            // Left to itself it is not given, and nothing is given twice.
            clock.set(act.dueAt)
            await installation.writer.nudge()
            #expect(try installation.listSetAside() == aside)
            #expect(try await installation.writer.tryAgain(entry: act.entry, ordinal: act.ordinal))
            #expect(try await !installation.writer.tryAgain(entry: act.entry, ordinal: act.ordinal), "once is enough")
            #expect(try installation.listSetAside() == [])
            let scenario = try Scenario(parsing: Array(PracticeHouse.text(Self.luxian).utf8))
            let again = try await ScenarioRunner(installation, clock: clock).run(scenario) { _ in }
            // Another act of the same instant may have gone before it; nothing else may differ.
            #expect(again.accepted == summary.accepted && again.refused == summary.refused, "\(command)")
            #expect(try Self.entries(of: installation) == wanted, "\(command): not what it would have been")
            _ = try Verifier(
                .qianmo, dataDirectory: workshop.folder, database: installation.database, scratch: temporaryDatabase()
            ).run()
        }
    }

    /// Every entry by what happened, to what and when, in an order of its own.
    private static func entries(of installation: Installation) throws -> [String] {
        try installation.log.bytes(from: 0, limit: 10_000).map { bytes in
            let leaf = try Leaf(decoding: bytes)
            return "\(leaf.kind) \(leaf.stream) \(leaf.at.milliseconds)"
        }.sorted()
    }

    /// The commands the clock gave in a house: of every entry without a cause by the house itself, the act it was.
    private static func acts(of installation: Installation) throws -> Set<String> {
        var names: Set<String> = []
        let byEvent = [
            "exchange.noticeClosed": "exchange.closeNotice", "exchange.auctionOpened": "exchange.openAuction",
            "exchange.auctionEnded": "exchange.endAuction", "exchange.awardConfirmed": "exchange.confirmAward",
            "disclosure.noticeClosed": "disclosure.closeNotice",
        ]
        for bytes in try installation.log.bytes(from: 0, limit: 10_000) {
            let leaf = try Leaf(decoding: bytes)
            if leaf.role == .system, leaf.cause == nil, let name = byEvent[leaf.kind] { names.insert(name) }
        }
        return names
    }

    @Test("an award that needs an unknown year waits in sight, and goes on by itself when the year is known")
    func calendar() async throws {
        guard let file = sharedData("bughunt/bh-21b-award-lost-at-new-year.jsonl") else {
            print("skipped: ../shared/data/bughunt is not here")
            return
        }
        let database = try temporaryDatabase()
        let practice = try PracticeHouse(database)
        let text = try String(contentsOf: file, encoding: .utf8)
        _ = try await practice.run(text: text)
        practice.clock.set(practice.clock.now().adding(seconds: 86_400))
        await practice.installation.writer.nudge()
        let waiting = try practice.installation.listSetAside()
        #expect(waiting.map(\.command) == ["exchange.confirmAward"])
        #expect(waiting.first?.number == 1_018 && waiting.first?.goesOnByItself == true)
        let size = try practice.installation.log.head().size
        #expect(try practice.verify().size == size, "what waits is no fault of the store")
        let notice = try practice.installation.listWaiting(for: .administrator)
        #expect(notice.contains { $0.path == "/clock" && $0.count == 1 && $0.isLate })
        // The next hour changes nothing, neither in the log nor on the list.
        practice.clock.set(practice.clock.now().adding(seconds: 7_200))
        await practice.installation.writer.nudge()
        #expect(try practice.installation.listSetAside() == waiting && practice.installation.log.head().size == size)
        // The desks of the place see it too; another county's do not.
        for (office, count) in [("luxian-intake", 1), ("tanba-clerk", 1)] {
            let principal = try #require(
                try OfficeID(office).flatMap { try practice.installation.findPrincipal(office: $0) })
            let lines = try practice.installation.listWaiting(for: principal).filter { $0.path == "/calendar" }
            #expect(lines.map(\.count) == [count], "\(office)")
        }
        // The list arrives: what waited goes on in the same moment.
        _ = try await practice.announce(2027)
        #expect(try practice.installation.listSetAside() == [])
        let kinds = try practice.installation.log.bytes(from: size, limit: 100).map { try Leaf(decoding: $0).kind }
        #expect(kinds == ["registry.calendarAnnounced", "exchange.awardConfirmed"], "\(kinds)")
        let later = try Installation.open(
            .qianmo, dataDirectory: practice.workshop.folder, database: database, clock: practice.clock,
            random: .practice(seed: "qianmo practice"))
        #expect(try later.listSetAside() == [])
        #expect(try practice.verify().size == later.log.head().size)
    }

    @Test("a notice over New Year is refused until the year is known, and published then")
    func notice() async throws {
        guard let file = sharedData("bughunt/bh-21-notice-over-new-year.jsonl") else {
            print("skipped: ../shared/data/bughunt is not here")
            return
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        let without = try PracticeHouse()
        let refused = try await without.run(text: text).steps.filter { step in
            if case .rejected = step.answer { true } else { false }
        }
        #expect(refused.map(\.line.command) == ["exchange.publishNotice"])
        guard case .rejected(let rejection)? = refused.first?.answer else { return }
        #expect(rejection.number == 1_018 && rejection.next.en.contains("calendar"))
        _ = try await without.announce(2027)
        let line = try #require(refused.first?.line)
        let principal = try #require(try without.installation.findPrincipal(office: line.office))
        let answer = try await without.installation.writer.submit(
            Submission(command: line.command, arguments: line.arguments, principal: principal, key: "again"))
        guard case .accepted = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(try without.verify().size == without.installation.log.head().size)
    }

    /// What follows from a ring is refused while nobody has apples.
    private static let strict = InstallationPlan(
        modules: [Basket.self],
        policies: [
            Policy("RingTakes", on: Rung.self, gives: [TakeApples.self]) { _, _ in
                guard let bell = BasketID("bell") else { return [] }
                return [TakeApples(basket: bell, count: 1)]
            }
        ], path: InstallationPlan.toy.path, office: { _, _ in nil }, rooms: [])

    @Test("an act refused by what follows from it is set aside; one whose own rule says that it is over is not")
    func refused() async throws {
        let workshop = try Workshop()
        let installation = try Installation.open(
            Self.strict, dataDirectory: workshop.folder, database: workshop.store(), clock: workshop.clock)
        let due = workshop.clock.now().adding(seconds: 60)
        for key in ["1", "2"] {
            _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: key)
        }
        workshop.clock.advance(60_000)
        await installation.writer.nudge()
        let aside = try installation.listSetAside()
        #expect(aside.map(\.number) == [9_001, 9_001] && aside.allSatisfy { !$0.goesOnByItself })
        _ = try await installation.give("addApples", apples("bell", 3), key: "3")
        #expect(try installation.listSetAside() == aside, "only on a word")
        for act in aside { _ = try await installation.writer.tryAgain(entry: act.entry, ordinal: act.ordinal) }
        // The first rang; the second had nothing to ring any more.
        #expect(try installation.listSetAside() == [])
        #expect(try installation.apples("bell") == 2)
        #expect(installation.writer.nextDue == nil)
        let verifier = try Verifier(
            Self.strict, dataDirectory: workshop.folder, database: installation.database, scratch: temporaryDatabase())
        #expect(try verifier.run().size == installation.log.head().size)
    }

    @Test("verify names an overdue act that nothing accounts for, and a row about an act that was changed")
    func verified() async throws {
        let workshop = try Workshop()
        let installation = try Installation.open(
            Self.strict, dataDirectory: workshop.folder, database: workshop.store(), clock: workshop.clock)
        let due = workshop.clock.now().adding(seconds: 60)
        _ = try await installation.give("setTimer", ["basket": "a", "at": due.field], key: "1")
        workshop.clock.advance(60_000)
        _ = try await installation.give("addApples", apples("a", 1), key: "2")
        for (statement, reason) in [
            ("UPDATE act_set_aside SET goes_on = 1", Finding.Reason.changed), ("DELETE FROM act_set_aside", .missing),
        ] {
            try installation.database.write { _ = try $0.run(SQL(stringLiteral: statement)) }
            let verifier = try Verifier(
                Self.strict, dataDirectory: workshop.folder, database: installation.database,
                scratch: temporaryDatabase())
            let finding = try #require(throws: Finding.self) { try verifier.run() }
            #expect(finding.table == "act_set_aside" && finding.reason == reason, "\(finding.place)")
        }
    }

    @Test(
        "a mark that no due act belongs to is of no account, and neither is one nobody can read",
        arguments: ["7 0", "x"])
    func strayMark(words: String) throws {
        let workshop = try Workshop()
        do { _ = try workshop.installation(workshop.store()) }
        let mark = workshop.folder.appending(path: "keys/act-under-way")
        try words.write(to: mark, atomically: true, encoding: .utf8)
        let installation = try workshop.installation(workshop.store())
        #expect(try installation.listSetAside() == [])
    }
}
