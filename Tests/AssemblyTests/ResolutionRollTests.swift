import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Assembly

/// What is recorded as resolved is held against the roll of the body, where the house keeps it.
@Suite("A resolution and the roll of its body") struct ResolutionRollTests {
    private static let village = DivisionID("p140421100201")!
    private static let collective = OrganisationID("tanba")!
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
        runner = ModuleRunner(database, now: Instant("2026-12-20T08:00:00+08:00")!)
    }

    private static let desk = Principal(
        person: PersonID("desk")!, role: .stationAgent, office: OfficeID("station")!, division: .root)
    private static let house = Principal(
        person: PersonID("system")!, role: .system, office: OfficeID("system")!, division: .root)

    private static func sealed<Value>(_ value: Value?) -> Personal<Value> {
        Personal(value, of: DataSubject("unnamed")!)
    }

    private func admit(_ serial: Int, birth: String = "1970-01-01") throws {
        try runner.give(
            AdmitMember(
                organisation: Self.collective, name: Self.sealed("张\(serial)"),
                birth: Self.sealed(CivilDate(birth)!), since: CivilDate("2020-01-01")!, ground: .reform),
            by: Self.desk)
    }

    private func fill(
        _ office: VillageOffice, person: Int, from: String = "2025-01-01", until: String? = nil
    ) throws {
        try runner.give(
            FillOffice(
                term: TermID("\(office.rawValue)-\(person)")!, organisation: Self.collective, office: office,
                name: Self.sealed("李\(person)"), identityNumber: Self.sealed(try OfficeTests.number(person)),
                from: CivilDate(from)!, until: until.flatMap { CivilDate($0) }), by: Self.desk)
    }

    /// As the house holds it: nil where it is accepted, the number of the refusal otherwise. Nothing is ever written.
    private func held(
        _ body: ResolutionBody, _ entitled: Int64, _ matter: ResolutionMatter = .charter, on day: String = "2026-12-10",
        present: Int64 = 1, inFavour: Int64 = 1, as resolution: String = "r1"
    ) throws -> Int? {
        let command: HoldAgainstRoll = try HoldAgainstRoll.read(
            [
                "resolution": .string(resolution), "organisation": .string(Self.collective.text),
                "matter": .string(matter.rawValue), "body": .string(body.rawValue), "entitled": .integer(entitled),
                "present": .integer(present), "inFavour": .integer(inFavour), "date": .string(day),
            ], notation: .exact)
        do {
            #expect(try runner.give(command, by: Self.house).isEmpty)
            return nil
        } catch let rejection as Rejection {
            return rejection.number
        }
    }

    @Test("The assembly has the voters of the day, one less and one more are refused; without a roll nothing is asked")
    func assembly() throws {
        #expect(try held(.assembly, 240) == nil, "no roll yet")
        for serial in 1...3 { try admit(serial) }
        try admit(4, birth: "2008-12-10")
        #expect(try held(.assembly, 3, on: "2026-12-09") == nil, "the fourth is of age on 10 December")
        #expect(try held(.assembly, 4, on: "2026-12-09") == 6066)
        #expect(try held(.assembly, 4) == nil)
        #expect(try held(.assembly, 3) == 6066 && held(.assembly, 5) == 6066)
    }

    @Test("It begins with the day of its row: 30 November 2026 is not asked, 1 December is; a county may put it off")
    func day() throws {
        try admit(1)
        #expect(try held(.assembly, 240, on: "2026-11-30") == nil)
        #expect(try held(.assembly, 240, on: "2026-12-01") == 6066)
        try runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO parameter (division, key, value, valid_from, source, version)
                VALUES (\(Self.village), 'resolution.countedFromRoll', 0, '2026-12-05', 'county', 1)
                """)
        }
        #expect(try held(.assembly, 240, on: "2026-12-04") == 6066)
        #expect(try held(.assembly, 240, on: "2026-12-05") == nil)
    }

    @Test("What all own is counted by the house; what may be voted on in secret is typed, with the roll's number")
    func counted() throws {
        try admit(1)
        let typed: Set<ResolutionMatter> = [
            .charter, .membership, .merger, .committeeMatter, .groupMatter, .councilRoutine,
        ]
        for matter in ResolutionMatter.allCases {
            #expect(try held(.assembly, 1, matter) == (typed.contains(matter) ? nil : 6067), "\(matter)")
        }
        #expect(try held(.villagersMeeting, 90, .outsiderContracting) == nil, "the house has no roll of villagers")
    }

    @Test(
        "Council and representatives are those in office on the day; who left is not, who is past a planned end still is"
    )
    func terms() throws {
        #expect(try held(.council, 7, .councilRoutine) == nil)
        for person in 1...3 { try fill(.council, person: person) }
        try fill(.council, person: 4, until: "2026-06-30")
        try fill(.supervisors, person: 5)
        #expect(try held(.council, 4, .councilRoutine) == nil)
        #expect(try held(.council, 3, .councilRoutine) == 6066 && held(.council, 5, .councilRoutine) == 6066)
        try runner.give(
            LeaveOffice(term: TermID("council-4")!, until: CivilDate("2026-12-09")!, paper: "公告"), by: Self.desk)
        #expect(try held(.council, 4, .councilRoutine, on: "2026-12-09") == nil)
        #expect(try held(.council, 3, .councilRoutine) == nil && held(.council, 4, .councilRoutine) == 6066)
        #expect(try held(.representatives, 25, .budget) == nil, "nobody was entered as a representative")
        for person in 11...12 { try fill(.representatives, person: person) }
        #expect(try held(.representatives, 2, .budget) == nil && held(.representatives, 25, .budget) == 6066)
    }

    @Test("The villagers' conference is its representatives and the committee; somebody who is both counts once")
    func conference() throws {
        for person in 1...3 { try fill(.committee, person: person) }
        #expect(try held(.villagersRepresentatives, 40, .committeeMatter) == nil, "no representatives entered")
        for person in 3...9 { try fill(.villagersRepresentatives, person: person) }
        #expect(try held(.villagersRepresentatives, 9, .committeeMatter) == nil)
        #expect(try held(.villagersRepresentatives, 10, .committeeMatter) == 6066)
    }

    @Test("Whoever only votes is no holder of an office for the check of deals and payments")
    func watched() throws {
        try fill(.representatives, person: 1)
        try fill(.council, person: 2)
        try runner.give(
            DeclareKin(
                term: TermID("representatives-1")!, relation: Self.sealed(.child), name: Self.sealed("李亲属"),
                identityNumber: Self.sealed(try OfficeTests.number(3))), by: Self.desk)
        let marked = try runner.database.read { try TermQueries.marked(in: $0) }
        #expect(marked.map(\.office) == [.council])
        let kin = try runner.database.read { try TermQueries.markedKin(in: $0) }
        #expect(kin.isEmpty)
    }
}

@Suite("A resolution of a meeting", .enabled(if: sharedData("register/roll_dev.csv") != nil, "needs the shared data"))
struct CountedResolutionTests {
    @Test("What a meeting counted is not held against the roll again, unless a number was changed on the way")
    func counted() throws {
        let hall = try TestHall(try Fixture.roll(), entered: "2026-12-01", day: "2026-12-11")
        try hall.freeze(on: "2026-12-11")
        hall.runner.now = Instant("2026-12-11T09:00:00+08:00")!
        try hall.give(
            AttendTogether(
                meeting: TestHall.meeting, how: .inPerson, members: hall.state.roll.keys.sorted()))
        try hall.give(OpenMeeting(meeting: TestHall.meeting))
        try hall.give(PutMotion(meeting: TestHall.meeting, matter: .distribution))
        try hall.give(
            CountVoices(
                meeting: TestHall.meeting, choice: Personal(.inFavour, of: DataSubject("unnamed")!), others: true))
        try hall.give(CloseVote(meeting: TestHall.meeting))
        let closed = try #require(hall.runner.all(VoteClosed.self).first)
        #expect(closed.isPassed)
        func held(_ resolution: String, _ inFavour: Int64) throws -> Bool {
            let command: HoldAgainstRoll = try HoldAgainstRoll.read(
                [
                    "resolution": .string(resolution), "organisation": .string(closed.organisation.text),
                    "matter": "distribution", "body": "assembly", "entitled": .integer(closed.entitled),
                    "present": .integer(closed.present), "inFavour": .integer(inFavour),
                    "date": .string(closed.day.description),
                ], notation: .exact)
            do { try hall.give(command) } catch is Rejection { return false }
            return true
        }
        #expect(try held("m1-1", closed.inFavour))
        #expect(try !held("m1-1", closed.inFavour - 1) && !held("m1-2", closed.inFavour))
        #expect(try !held("other", closed.inFavour))
    }
}
