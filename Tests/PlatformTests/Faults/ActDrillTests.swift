import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport
import Testing

/// Every act of the clock there is, killed in its middle and trapped in its middle. Which acts there are is read from the
/// rooms' own code, so an act without a drill fails here.
@Suite("Each act of the clock, interrupted") struct ActDrillTests {
    /// How far a house has come when the act is to be waited for.
    enum Stage: String, Sendable {
        case listed, qualified, suspended, result, contested, signed, filed, market, refill, haulage
    }

    struct Drill: Sendable, CustomTestStringConvertible {
        let act: String
        let stage: Stage
        let isTrap: Bool
        var testDescription: String { "\(act), \(isTrap ? "trapped" : "killed")" }
    }

    private static let stages: [String: Stage] = [
        "exchange.closeNotice": .listed, "exchange.openAuction": .qualified, "exchange.endAuction": .qualified,
        "exchange.resumeLot": .suspended, "exchange.confirmAward": .result, "exchange.beginExpiry": .filed,
        "exchange.finishContract": .filed, "disclosure.closeNotice": .listed,
        "disclosure.escalateObjection": .contested, "ledger.accrueInstalment": .signed,
        "ledger.releaseAdvance": .filed, "assembly.freezeRoll": .contested,
        "labour.lapseOffer": .market, "labour.advanceArrear": .market,
        "labour.runRound": .market, "labour.fillSeats": .refill, "waste.draftSettlement": .haulage,
    ]

    /// Due at the very instant of what causes it, and carried out in its cause's transaction: an interruption undoes both, and
    /// the cause, which alone stands in a row, is set aside.
    private static let withCause = ["labour.fillSeats": "labour.lapseOffer"]

    static let drills = stages.sorted { $0.key < $1.key }.flatMap { act, stage in
        [false, true].map { Drill(act: act, stage: stage, isTrap: $0) }
    }

    @Test("every command that any event makes due has its drill")
    func complete() {
        let commands = Set(InstallationPlan.qianmo.commands.map(\.name))
        var acts: Set<String> = []
        for (path, text) in Tree.files(in: "Sources/Domains", endings: [".swift"]) {
            let room = path.split(separator: "/")[2].lowercased()
            for piece in text.components(separatedBy: "Due").dropFirst()
            where piece.hasPrefix("(at:") || piece.hasPrefix("<") {
                for word in piece.prefix(260).split(whereSeparator: { !$0.isLetter }).map(String.init) {
                    let name = "\(room).\(word.prefix(1).lowercased())\(word.dropFirst())"
                    if word.first?.isUppercase == true, commands.contains(name) { acts.insert(name) }
                }
            }
        }
        #expect(acts.count >= 12)
        #expect(acts.subtracting(Self.stages.keys) == [], "no drill")
        #expect(Set(Self.stages.keys).subtracting(acts) == [], "a drill of what is no act")
    }

    /// Given by a part of the program of its own, whose tests kill it: a station's hall as it opens, the gateway's sealer,
    /// the gateway as it hears a device or looks over a station, the log as it opens an epoch or changes its key; the sender of messages, which
    /// after a stop hands one over again (record 0458).
    private static let ofParts: Set<String> = [
        "exchange.openStationHall", "environment.sealTelemetry", "environment.noteDeviceAnswer",
        "environment.noteConditions", "log.openEpoch", "log.changeSigner", "labour.noteMessage",
    ]

    @Test("every command of the registry that only the program gives has its drill, or a policy or a part gives it")
    func registry() {
        let own = InstallationPlan.qianmo.commands.filter { Set($0.access.reach.keys) == [.system] }.map(\.name)
        #expect(own.count >= 12)
        let policies = Tree.files(in: "Sources/App/Platform/Policies", endings: [".swift"]).map(\.text).joined()
        for name in own where Self.stages[name] == nil && !Self.ofParts.contains(name) {
            let verb = name.split(separator: ".")[1]
            let type = "\(verb.prefix(1).uppercased())\(verb.dropFirst())"
            #expect(
                policies.contains("\(type)(") || policies.contains("\(type).self"),
                "\(name) is given by nobody, or by the clock without a drill")
        }
        // And none of the drilled is a word of a person's alone: the program may give each.
        let given = Dictionary(uniqueKeysWithValues: InstallationPlan.qianmo.commands.map { ($0.name, $0.access) })
        for name in Self.stages.keys { #expect(given[name]?.reach[.system] != nil, "\(name)") }
    }

    // MARK: Houses

    private static func file(_ folder: URL) throws -> SQLiteDatabase {
        try SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path)
    }

    private static func open(_ folder: URL, _ store: any Database, _ clock: ScenarioClock) throws -> Installation {
        try Installation.open(
            .qianmo, dataDirectory: folder, database: store, clock: clock, random: .practice(seed: "qianmo practice"),
            report: { _ in })
    }

    private static func give(
        _ installation: Installation, _ office: String, _ command: String, _ arguments: [String: JSON]
    )
        async throws
    {
        let desk = try #require(OfficeID(office))
        let principal = try #require(try installation.findPrincipal(office: desk))
        let thing = ["order", "worker"].compactMap { arguments[$0].map { "\($0)" } }.joined(separator: "-")
        let answer = try await installation.writer.submit(
            Submission(
                command: command, arguments: .object(arguments), principal: principal, key: "drill-\(command)-\(thing)")
        )
        guard case .accepted = answer else {
            Issue.record("\(command): \(answer)")
            return
        }
    }

    /// Lives up to `stage` in `folder`, and on by the clock until `act` is the next that is due; answers when that is.
    private static func live(_ folder: URL, _ drill: Drill) async throws -> Instant {
        let clock = ScenarioClock()
        let installation = try open(folder, file(folder), clock)
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n").map { String($0) }
        let ends: [Stage: String] = [
            .listed: #"exchange.registerBidder"#, .qualified: #""at":"2019-03-25T09"#,
            .suspended: #"exchange.registerBidder"#,
            .result: #"exchange.signContract"#,
            .market: #"exchange.registerBidder"#, .refill: #"exchange.registerBidder"#,
            .haulage: #"exchange.registerBidder"#,
            .contested: #"exchange.signContract"#,
            .signed: #"exchange.certifyLot"#,
        ]
        let end = ends[drill.stage].flatMap { mark in lines.firstIndex { $0.contains(mark) } } ?? lines.count
        // What follows is the clock's.
        let scenario = try Scenario(parsing: Array(lines[..<end].joined(separator: "\n").utf8))
        _ = try await ScenarioRunner(installation, clock: clock).run(scenario) { _ in }
        switch drill.stage {
        case .suspended:
            try await give(
                installation, "luxian-review", "exchange.suspendLot",
                ["lot": "luxian-2019", "cause": "ownershipDispute", "reasons": "权属有争议"])
        case .contested:
            let notice: String = try installation.database.read { tx in
                try tx.get("SELECT MAX(notice) FROM notice WHERE closed_at IS NULL")
            }
            try await give(
                installation, "tanba-clerk", "disclosure.raiseObjection", ["notice": .string(notice), "text": "价格偏低"])
            let day = clock.now().date.adding(days: 20)
            try await give(
                installation, "tanba-clerk", "assembly.callMeeting",
                [
                    "meeting": "m1", "organisation": "tanba-collective", "body": "assembly",
                    "day": .string(day.description), "agenda": "分配方案",
                ])
        case .market, .refill: try await keepMarket(installation, clock, drill.stage)
        case .haulage: try await contractHauler(installation, clock)
        case .listed, .qualified, .result, .signed, .filed: break
        }
        // A seat is filled again at the very instant at which an offer lapses, behind it.
        let awaited = withCause[drill.act] ?? drill.act
        for _ in 0..<400 {
            // The act's own hour, and the first of all.
            let (own, first): (Instant?, Instant?) = try installation.database.read { tx in
                let open: SQL = """
                    FROM due_command d WHERE NOT EXISTS
                        (SELECT 1 FROM act_set_aside a WHERE a.entry = d.entry AND a.ordinal = d.ordinal)
                    """
                return (
                    try tx.first("SELECT due_at \(open) AND command = \(awaited) ORDER BY due_at")?.get(0),
                    try tx.first("SELECT due_at \(open) ORDER BY due_at")?.get(0)
                )
            }
            guard let first else { break }
            if own == first { return first }
            clock.set(max(first, clock.now()))
            await installation.writer.nudge()
        }
        throw InstallationRefusal(Message(zh: drill.act, en: "\(drill.act) never came at \(drill.stage)"))
    }

    /// A hauler with a contract from today on, whose first month the clock reckons.
    private static func contractHauler(_ installation: Installation, _ clock: ScenarioClock) async throws {
        let (today, place) = (clock.now().date, "p510521")
        try await give(
            installation, "luxian-intake", "registry.registerOrganisation",
            ["organisation": "luxian-sanitation", "division": .string(place), "kind": "company", "name": "泸县环卫公司"])
        try await give(
            installation, "luxian-intake", "waste.registerHaulage",
            [
                "haulage": "hauler-1", "place": .string(place), "hauler": "luxian-sanitation",
                "payer": "tanba-collective", "agent": "longcheng-account", "basis": "collected", "priceFen": 9_500,
                "from": today.field, "until": today.adding(days: 40).field,
            ])
    }

    /// Two people who look for work, and a hall. For `.market` a day's work that was done and not paid, and a seat that is
    /// offered for the day after; for `.refill` one seat that a round holds for one of them.
    private static func keepMarket(_ installation: Installation, _ clock: ScenarioClock, _ stage: Stage) async throws {
        let office = try #require(OfficeID("yusi-station"))
        let station = try #require(try installation.findPrincipal(office: office))
        let place = station.division.text
        func give(_ command: String, _ arguments: [String: JSON]) async throws {
            try await Self.give(installation, "yusi-station", "labour.\(command)", arguments)
        }
        func order(_ name: String, on day: CivilDate, seats: Int) async throws {
            try await give(
                "postOrder",
                [
                    "order": .string(name), "employer": "farm", "trade": "harvest", "work": "摘果", "address": "坪上果园",
                    "conditions": "管午饭", "start": .integer(day.start.adding(seconds: 25_200).milliseconds),
                    "end": .integer(day.start.adding(seconds: 54_000).milliseconds), "seats": .integer(Int64(seats)),
                    "unit": "day", "rateFen": 16_000, "cycle": "day", "insurance": "accident",
                ])
        }
        try await give(
            "registerEmployer",
            ["employer": "farm", "kind": "individual", "place": .string(place), "publicName": "龙城果园"])
        try await give("verifyEmployer", ["employer": "farm", "paper": "营业执照"])
        for (name, digits) in [("worker-li", "51050319750101012"), ("worker-wu", "51050319760202034")] {
            let number = try #require(IdentityNumber.completing(digits))
            try await give(
                "registerWorker",
                [
                    "worker": .string(name), "place": .string(place), "name": "李某",
                    "identityNumber": .string(number.revealed), "trades": ["harvest"], "consent": true,
                ])
            try await give("seekWork", ["worker": .string(name), "isSeeking": true])
        }
        let day = clock.now().date.adding(days: 1)
        guard stage == .market else {
            try await order("order-1", on: day, seats: 1)
            try await give("openHall", ["place": .string(place), "times": "18:00"])
            return try await give("runRound", ["hall": .string(place)])
        }
        try await order("order-1", on: day, seats: 5)
        try await give("takeSeat", ["order": "order-1", "worker": "worker-li"])
        clock.set(day.start.adding(seconds: 25_000))
        try await give("checkIn", ["order": "order-1", "worker": "worker-li"])
        clock.set(day.start.adding(seconds: 54_600))
        try await give("confirmHours", ["order": "order-1", "worker": "worker-li", "minutes": 480])
        try await order("order-2", on: day.adding(days: 1), seats: 5)
        try await give("offerSeat", ["order": "order-2", "worker": "worker-wu"])
        try await give("openHall", ["place": .string(place), "times": "18:00"])
    }

    /// In a process of its own: the act begins, and the program ends in it.
    static func die(_ path: String, _ act: String, at due: Int64, _ end: @escaping @Sendable () -> Void) async throws {
        let folder = URL(filePath: path)
        let clock = ScenarioClock()
        clock.set(Instant(milliseconds: due).adding(milliseconds: -1))
        let installation = try open(
            folder, MarkedDatabase(try file(folder), in: folder, at: act, isWithCause: withCause[act] != nil, end),
            clock)
        clock.set(Instant(milliseconds: due))
        await installation.writer.nudge()
    }

    /// Every entry by what happened, to what and when, in an order of its own.
    private static func entries(of installation: Installation) throws -> [String] {
        try installation.log.bytes(from: 0, limit: 10_000).map { bytes in
            let leaf = try Leaf(decoding: bytes)
            return "\(leaf.kind) \(leaf.stream) \(leaf.at.milliseconds)"
        }.sorted()
    }

    @Test(
        "killed or trapped in it, the program starts, says what it set aside, and loses and doubles nothing",
        arguments: drills)
    func interrupted(_ drill: Drill) async throws {
        let undisturbed = try Workshop()
        let due = try await Self.live(undisturbed.folder, drill)
        let wanted: [String]
        do {
            let clock = ScenarioClock()
            clock.set(due)
            let installation = try Self.open(undisturbed.folder, Self.file(undisturbed.folder), clock)
            await installation.writer.nudge()
            wanted = try Self.entries(of: installation)
        }
        let workshop = try Workshop()
        #expect(try await Self.live(workshop.folder, drill) == due)
        let (path, act, at) = (workshop.folder.path, drill.act, due.milliseconds)
        if drill.isTrap {
            await #expect(processExitsWith: .failure) {
                [path = path as String, act = act as String, at = at as Int64] in
                try await ActDrillTests.die(path, act, at: at) { fatalError("in the middle of an act") }
            }
        } else {
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, act = act as String, at = at as Int64] in
                try await ActDrillTests.die(path, act, at: at) { kill(getpid(), SIGKILL) }
            }
        }
        let clock = ScenarioClock()
        clock.set(due)
        let installation = try Self.open(workshop.folder, Self.file(workshop.folder), clock)
        let aside = try installation.listSetAside()
        #expect(aside.map(\.command) == [Self.withCause[act] ?? act] && aside.map(\.reason) == [.interrupted])
        guard let first = aside.first else { return }
        await installation.writer.nudge()
        #expect(try installation.listSetAside() == aside, "left to itself it is not given")
        #expect(try await installation.writer.tryAgain(entry: first.entry, ordinal: first.ordinal))
        await installation.writer.nudge()
        #expect(try installation.listSetAside() == [])
        #expect(try Self.entries(of: installation) == wanted)
        _ = try Verifier(
            .qianmo, dataDirectory: workshop.folder, database: installation.database, scratch: temporaryDatabase()
        ).run()
    }
}
