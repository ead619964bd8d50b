import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport

/// A county that lives by one seed: who does what, in which order it arrives, what shares a flush, how the clock goes,
/// when the store fails, when the program is started anew. Every seed goes on from one of a few pasts, which are
/// simulated too; so a short life sees lots in every state.
struct Simulation {
    /// A county as it was left, its store closed.
    struct Past {
        let place: Workshop
        let watch: Watch
        let now: Int64
        let turn: Int
    }

    static let pasts = 8

    private let workshop: Workshop
    private let base: SQLiteDatabase
    private let faulty: FaultyDatabase
    private var installation: Installation
    private var watch: Watch
    private var dice: Dice
    private var now: Int64
    private var turn: Int
    private(set) var wrong: [String] = []
    private(set) var commands = 0

    /// Goes on from `past`, by `seed`.
    init(_ past: Past, seed: UInt64) throws {
        workshop = try Workshop.copied(past.place)
        base = try workshop.store()
        faulty = FaultyDatabase(base)
        workshop.clock.set(past.now)
        installation = try Simulation.open(workshop, faulty)
        watch = past.watch
        dice = Dice(seed: seed)
        now = past.now
        turn = past.turn
    }

    private static func open(_ place: Workshop, _ database: any Database) throws -> Installation {
        try Installation.open(
            .qianmo, dataDirectory: place.folder, database: database, clock: place.clock,
            random: .practice(seed: "county"), calendar: Almanac.shipped)
    }

    /// The past with this number, lived through from the first day.
    static func past(_ number: Int) async throws -> (past: Past, wrong: [String]) {
        let place = try Workshop()
        var watch = Watch()
        var wrong: [String] = []
        do {
            let installation = try open(place, place.store())
            for line in SmallCounty.lines {
                guard let principal = try installation.findPrincipal(office: line.office) else {
                    return (Past(place: place, watch: watch, now: 0, turn: 0), ["no office \(line.office)"])
                }
                let given = Given(
                    at: line.at,
                    submission: Submission(
                        command: line.command, arguments: line.arguments, principal: principal, key: line.key))
                let outcomes = await installation.giveTogether([given], place.clock)
                if case .answered(.accepted) = outcomes[0] {} else { wrong.append("\(line.key): \(outcomes[0])") }
                wrong += try watch.check(installation, [given], outcomes)
            }
        }
        let first = Past(
            place: place, watch: watch, now: SmallCounty.start.milliseconds + 3_600_000, turn: 1_000_000 * (number + 1))
        var life = try Simulation(first, seed: UInt64(1_000_000 + number))
        try await life.live(groups: 40 + 15 * number)
        return (life.end(), wrong + life.wrong)
    }

    consuming func end() -> Past { Past(place: workshop, watch: watch, now: now, turn: turn) }

    var kinds: [String: Int] { watch.kinds }
    var refusals: [Int: Int] { watch.refusals }

    /// Lives through so many groups of commands; stops at the first thing that is wrong.
    mutating func live(groups: Int) async throws {
        for _ in 0..<groups where wrong.isEmpty {
            try moveClock()
            let group = try gather()
            let outcomes = await give(group)
            commands += group.count
            wrong += try watch.check(installation, group, outcomes).map { "group \(turn): \($0)" }
            // Everything in memory is thrown away, and read again from the log.
            if dice.chance(6) { installation = try Simulation.open(workshop, faulty) }
        }
    }

    /// Whether the tables are what the log gives.
    func verified(_ scratch: Scratch) throws -> String? {
        do {
            _ = try scratch.lend {
                try Verifier(.qianmo, dataDirectory: workshop.folder, database: base, scratch: $0).run()
            }
            return nil
        } catch let finding as Finding {
            return "verify: \(finding.place) \(finding.reason)"
        }
    }

    // MARK: What the dice decide

    /// On by moments or hours, to just before or after an hour that matters, seldom by a year, now and then back.
    private mutating func moveClock() throws {
        let sight = try installation.database.read { try Sight($0) }
        let hours = sight.lots.compactMap { lot -> Int64? in
            switch lot.state {
            case "listed":
                let ready = sight.bidders.count { $0.lot == lot.id && $0.state == "qualified" }
                return ready >= 2 || dice.chance(8) ? lot.opensAt : nil
            case "auctionScheduled": return lot.opensAt
            case "auctionRunning": return lot.bids > 3 || dice.chance(30) ? lot.endsAt : nil
            case "resultPublicity": return lot.publicityEndsAt
            case "awardConfirmed", "contractPending": return dice.chance(5) ? lot.signBy : nil
            default: return nil
            }
        }.filter { $0 > now }
        // Nobody lets a hall or a list close for nothing, mostly.
        let isRunning = sight.lots.contains { $0.state == "auctionRunning" }
        let isListing = sight.lots.contains { lot in
            lot.state == "listed" && sight.bidders.count { $0.lot == lot.id && $0.state == "qualified" } < 2
        }
        if dice.chance(isListing ? 8 : 55), let hour = dice.chance(85) ? hours.min() : dice.pick(hours) {
            now = max(now, hour + [-1, 0, 1, 700, 60_000][dice.roll(5)])
        } else if dice.chance(isRunning || isListing ? 0 : 2), now < 1_700_000_000_000 {
            now += 366 * 86_400_000
        } else {
            now += Int64(dice.roll(dice.chance(20) ? isRunning ? 60_000 : 7_200_000 : 5_000))
        }
    }

    private mutating func gather() throws -> [Given] {
        let sight = try installation.database.read { try Sight($0) }
        var group: [Given] = []
        for list in try installation.database.read({ try Almanac.missing(at: Instant(milliseconds: now), in: $0) }) {
            group.append(Given(at: Instant(milliseconds: now), submission: list))
        }
        for _ in 0...dice.roll(5) {
            turn += 1
            let people = People(sight: sight, now: Instant(milliseconds: now), turn: turn)
            guard let act = people.act(&dice), let office = OfficeID(act.office),
                let principal = try installation.findPrincipal(office: office)
            else { continue }
            // Callers' clocks do not agree: the writer's stamp never goes back all the same.
            let at = now + Int64(dice.roll(40)) - (dice.chance(5) ? 3_000 : 0)
            group.append(
                Given(
                    at: Instant(milliseconds: at),
                    submission: Submission(
                        command: act.command, arguments: .object(act.arguments), principal: principal,
                        key: "k\(turn)")))
            // Somebody presses the button twice, at once or much later.
            if dice.chance(5), let again = group.last { group.append(again) }
            if dice.chance(5), let old = dice.pick(watch.answers.keys.sorted()), let first = watch.answers[old] {
                group.append(Given(at: Instant(milliseconds: now), submission: first.given.submission))
            }
        }
        for position in group.indices.reversed() where position > 0 { group.swapAt(position, dice.roll(position + 1)) }
        return group
    }

    /// Gives the group; sometimes the store fails, and everything is sent again.
    private mutating func give(_ group: [Given]) async -> [Outcome] {
        switch dice.roll(25) {
        case 0: faulty.arm(.commit(1, happened: true))
        case 1: faulty.arm(.commit(1, happened: false))
        case 2: faulty.arm(.write(1 + dice.roll(12)))
        case 3: faulty.arm(.read(1 + dice.roll(12)))
        default: faulty.arm(nil)
        }
        var outcomes = await installation.giveTogether(group, workshop.clock)
        faulty.arm(nil)
        let open = outcomes.indices.filter { outcomes[$0] == .unknown || outcomes[$0].isFault }
        guard !open.isEmpty else { return outcomes }
        let again = await installation.giveTogether(open.map { group[$0] }, workshop.clock)
        for (position, outcome) in zip(open, again) { outcomes[position] = outcome }
        return outcomes
    }
}
