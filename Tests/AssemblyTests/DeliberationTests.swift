import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Assembly

/// Four deliberations, two publications: every step after the one before it, the resolution usable when its days are over.
@Suite("Four deliberations, two publications") struct DeliberationTests {
    private static let village = DivisionID("p140421100201")!
    private static let collective = OrganisationID("tanba")!
    private static let matter = DeliberationID("d1")!
    private static let paper = String(repeating: "0a", count: 32)
    private let runner: ModuleRunner<Assembly>

    init() throws {
        let database = try temporaryDatabase(Registry.migrations + Assembly.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES (\(Self.village), '/p140421100201/', 'province', 'village', 'v', '14', '2017-01-01')
                """)
            try tx.run(
                """
                INSERT INTO organisation (id, division, kind, name)
                VALUES (\(Self.collective), \(Self.village), 'collective', 'c')
                """)
        }
        runner = ModuleRunner(database, now: Instant("2026-12-01T08:00:00+08:00")!)
    }

    private static let desk = Principal(
        person: PersonID("desk")!, role: .villageClerk, office: OfficeID("village")!, division: .root)

    private func give<Verb: Command>(_ command: Verb) throws where Verb.Domain == Assembly {
        try runner.give(command, by: Self.desk)
    }

    private func refused<Verb: Command>(
        _ refusal: AssemblyRefusal, _ command: Verb, sourceLocation: SourceLocation = #_sourceLocation
    ) where Verb.Domain == Assembly {
        runner.expectRefusal(refusal, command, by: Self.desk, sourceLocation: sourceLocation)
    }

    private func set(_ key: ParameterKey, _ value: Int64, from day: String = "2026-12-01") throws {
        try runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO parameter (division, key, value, valid_from, source, version)
                VALUES (\(Self.village), \(key.rawValue), \(value), \(day), 'county notice 1', 1)
                """)
        }
    }

    private func open(_ id: DeliberationID = matter, _ matter: ResolutionMatter = .assetLease) -> OpenDeliberation {
        OpenDeliberation(
            deliberation: id, organisation: Self.collective, matter: matter, subjectLine: "letting the orchard")
    }

    private func step(
        _ step: DeliberationStep, on day: String = "2026-12-01", _ counts: (Int64, Int64, Int64)? = nil
    ) -> TakeStep {
        TakeStep(
            deliberation: Self.matter, step: step, day: CivilDate(day)!, entitled: counts?.0, present: counts?.1,
            inFavour: counts?.2, minutes: [Self.paper])
    }

    private func record(
        _ id: String, on day: String = "2026-12-01", _ matter: ResolutionMatter = .assetLease, inFavour: Int64 = 80,
        of organisation: OrganisationID = collective
    ) throws -> DecideDeliberation {
        try runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO resolution (id, organisation, matter, body, entitled, present, in_favour, resolved_on)
                VALUES (\(id), \(organisation), \(matter), 'assembly', 100, 90, \(inFavour), \(day))
                """)
        }
        return DecideDeliberation(deliberation: Self.matter, resolution: ResolutionID(id)!)
    }

    private var found: Deliberation {
        runner.state(of: StreamID("deliberation", Self.matter.text)).deliberation!
    }

    @Test("Each step is refused before the one before it, and the refusal names that one")
    func order() throws {
        refused(.noSuchDeliberation, step(.branchProposes))
        try give(open())
        refused(.deliberationKnown, open())
        let decide = try record("r1")
        for late in [DeliberationStep.committeesConsult, .partyReviews, .resolutionShown, .outcomeShown] {
            refused(.stepTooEarly, step(late))
        }
        refused(.stepTooEarly, decide)
        #expect(found.next == .branchProposes && found.due == CivilDate("2026-12-31"))
        try give(step(.branchProposes))
        refused(.stepTaken, step(.branchProposes))
        refused(.stepTooEarly, step(.partyReviews))
        try give(step(.committeesConsult, (9, 8, 5)))
        try give(step(.partyReviews))
        refused(.decidedByResolution, step(.bodyDecides))
        try give(decide)
        #expect(found.next == .resolutionShown && found.due == CivilDate("2026-12-04") && found.usableFrom == nil)
        try give(step(.resolutionShown))
        #expect(found.next == .outcomeShown && found.usableFrom == CivilDate("2026-12-09"))
        #expect(found.due == CivilDate("2027-02-06"))
        runner.now = Instant("2026-12-08T23:59:59+08:00")!
        refused(.noticeStillRuns, step(.outcomeShown, on: "2026-12-08"))
        runner.now = Instant("2026-12-09T00:00:00+08:00")!
        try give(step(.outcomeShown, on: "2026-12-09"))
        #expect(found.next == nil && found.due == nil)
        refused(.deliberationDone, StopDeliberation(deliberation: Self.matter, reason: "x"))
    }

    @Test("A step lies neither before the last one nor after today, and has its papers")
    func days() throws {
        try give(open())
        refused(.stepBackwards, step(.branchProposes, on: "2026-11-30"))
        refused(.stepInFuture, step(.branchProposes, on: "2026-12-02"))
        var bare = step(.branchProposes)
        for papers in [[], ["xyz"], [Self.paper, ""]] {
            bare.minutes = papers
            refused(.minutesMissing, bare)
        }
        try give(step(.branchProposes))
        runner.now = Instant("2026-12-03T08:00:00+08:00")!
        try give(step(.committeesConsult, on: "2026-12-03"))
        refused(.stepBackwards, step(.partyReviews, on: "2026-12-02"))
        try give(step(.partyReviews, on: "2026-12-03"))
        refused(.stepBackwards, try record("early", on: "2026-12-02"))
        try give(try record("r1", on: "2026-12-03"))
    }

    @Test("Counts come all three or none; more than half of those there have to agree: 5 of 9, not 4 of 8")
    func counts() throws {
        try give(open())
        var half = step(.branchProposes)
        half.present = 3
        refused(.countsImpossible, half)
        refused(.countsImpossible, step(.branchProposes, (8, 9, 9)))
        refused(.countsImpossible, step(.branchProposes, (9, 8, 9)))
        refused(.notCarried, step(.branchProposes, (9, 8, 4)))
        refused(.notCarried, step(.branchProposes, (9, 9, 4)))
        try give(step(.branchProposes, (9, 9, 5)))
        try give(step(.committeesConsult))
        let lines = try runner.database.read { try DeliberationQueries.steps(of: Self.matter, in: $0) }
        #expect(lines.map(\.counts) == [StepCounts(entitled: 9, present: 9, inFavour: 5), nil])
        #expect(lines.map(\.papers) == [[Self.paper], [Self.paper]])
    }

    @Test("The decision is a passed resolution of the body on the same matter, and decides one matter only")
    func decision() throws {
        try set(.deliberationBranch, 0)
        try set(.deliberationCommittees, 0)
        try set(.deliberationParty, 0)
        try give(open())
        #expect(found.steps == [.bodyDecides, .resolutionShown, .outcomeShown])
        refused(.stepNotAsked, step(.branchProposes))
        refused(
            .noSuchResolution, DecideDeliberation(deliberation: Self.matter, resolution: ResolutionID("nobody")!))
        refused(.otherResolution, try record("other", .budget))
        refused(.otherResolution, try record("missed", inFavour: 66))
        try give(try record("r1", inFavour: 67))
        let second = DeliberationID("d2")!
        try give(open(second))
        refused(
            .resolutionDeliberated, DecideDeliberation(deliberation: second, resolution: ResolutionID("r1")!))
        refused(.stepTaken, try record("r2"))
    }

    @Test("What was opened keeps its steps and days, whatever the county says later; routine takes no chain")
    func fixed() throws {
        try set(.deliberationParty, 0, from: "2026-12-02")
        try set(.deliberationNoticeDays, 15, from: "2026-12-02")
        try give(open())
        runner.now = Instant("2026-12-02T08:00:00+08:00")!
        try give(open(DeliberationID("d2")!))
        #expect(found.steps.contains(.partyReviews) && found.days.notice == 7)
        let other = runner.state(of: StreamID("deliberation", "d2")).deliberation
        #expect(other?.steps.contains(.partyReviews) == false && other?.days.notice == 15)
        refused(.nothingToDeliberate, open(DeliberationID("d3")!, .councilRoutine))
        refused(
            .noSuchOrganisation,
            OpenDeliberation(organisation: OrganisationID("elsewhere")!, matter: .budget, subjectLine: "x"))
        refused(
            .subjectMissing, OpenDeliberation(organisation: Self.collective, matter: .budget, subjectLine: " "))
    }

    @Test("A matter that was given up takes no step, and says why")
    func stopped() throws {
        try give(open())
        refused(.reasonMissing, StopDeliberation(deliberation: Self.matter, reason: " "))
        try give(StopDeliberation(deliberation: Self.matter, reason: "the members did not agree"))
        refused(.deliberationStopped, step(.branchProposes))
        refused(.deliberationStopped, StopDeliberation(deliberation: Self.matter, reason: "again"))
        let line = try runner.database.read { try DeliberationQueries.list(limit: 5, in: $0) }.first
        #expect(line?.stopped == "the members did not agree" && line?.deliberation.next == nil)
    }

    private func use(_ id: String) -> HoldAgainstChain { HoldAgainstChain(resolution: ResolutionID(id)!) }

    @Test(
        "Where the county asks for the chain, a resolution of that day and later opens nothing before its days are over"
    )
    func usable() throws {
        try set(.deliberationAssets, 1)
        _ = try record("before", on: "2026-11-30")
        _ = try record("budget", .budget)
        let decide = try record("r1")
        try give(use("before"))
        try give(use("budget"))
        try give(use("nobody"))
        refused(.notDeliberated, use("r1"))
        try give(open())
        for taken in [DeliberationStep.branchProposes, .committeesConsult, .partyReviews] { try give(step(taken)) }
        refused(.notDeliberated, use("r1"))
        try give(decide)
        refused(.deliberationUnfinished, use("r1"))
        try give(step(.resolutionShown))
        runner.now = Instant("2026-12-08T23:59:59+08:00")!
        refused(.deliberationUnfinished, use("r1"))
        runner.now = Instant("2026-12-09T00:00:00+08:00")!
        #expect(try runner.give(use("r1"), by: Self.desk).isEmpty)
        try give(StopDeliberation(deliberation: Self.matter, reason: "the orchard is kept"))
        refused(.deliberationUnfinished, use("r1"))
    }
}
