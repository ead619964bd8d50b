import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Assembly

@Suite("Who is in office, and whom they declare") struct OfficeTests {
    static let village = DivisionID("p140421100201")!
    static let collective = OrganisationID("tanba")!
    static let term = TermID("t1")!
    private let runner: ModuleRunner<Assembly>

    init() throws {
        let database = try temporaryDatabase(Registry.migrations + Assembly.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES (\(Self.village), '/p/', 'province', 'village', 'v', '14', '2017-01-01')
                """)
            try tx.run(
                """
                INSERT INTO organisation (id, division, kind, name)
                VALUES (\(Self.collective), \(Self.village), 'collective', 'c')
                """)
        }
        runner = ModuleRunner(database, now: Instant("2026-03-02T08:00:00+08:00")!)
    }

    private static func desk(_ role: Role = .stationAgent) -> Principal {
        Principal(person: PersonID("desk")!, role: role, office: OfficeID("station")!, division: .root)
    }

    private static func sealed<Value>(_ value: Value?) -> Personal<Value> {
        Personal(value, of: DataSubject("unnamed")!)
    }

    static func number(_ serial: Int) throws -> IdentityNumber {
        try #require(IdentityNumber.completing("14042119700101" + String(serial + 100)))
    }

    private func fill(
        _ id: TermID = term, _ office: VillageOffice = .council, person: Int = 1, from: String = "2021-03-01",
        until: String? = nil
    ) throws -> FillOffice {
        FillOffice(
            term: id, organisation: Self.collective, office: office, name: Self.sealed("李任职"),
            identityNumber: Self.sealed(try Self.number(person)), from: CivilDate(from)!,
            until: until.flatMap { CivilDate($0) })
    }

    private func declare(_ kin: String, _ relation: KinRelation = .child, person: Int) throws -> DeclareKin {
        DeclareKin(
            kin: KinID(kin)!, term: Self.term, relation: Self.sealed(relation), name: Self.sealed("李亲属"),
            identityNumber: Self.sealed(try Self.number(person)))
    }

    private func give<Verb: Command>(_ command: Verb) throws where Verb.Domain == Assembly {
        try runner.give(command, by: Self.desk())
    }

    private func refused<Verb: Command>(
        _ refusal: AssemblyRefusal, _ command: Verb, sourceLocation: SourceLocation = #_sourceLocation
    ) where Verb.Domain == Assembly {
        runner.expectRefusal(refusal, command, by: Self.desk(), sourceLocation: sourceLocation)
    }

    @Test(
        "A term has its days; the same person is not twice in the same office at once, but may be in another or later")
    func terms() throws {
        try give(try fill(until: "2024-02-29"))
        refused(.termKnown, try fill(from: "2025-01-01"))
        refused(.holdsAlready, try fill(TermID("t2")!, from: "2024-02-29"))
        try give(try fill(TermID("t2")!, from: "2024-03-01"))
        refused(.holdsAlready, try fill(TermID("t3")!, from: "2020-01-01"))
        try give(try fill(TermID("t3")!, .partyBranch, from: "2020-01-01"))
        try give(try fill(TermID("t4")!, person: 2))
        refused(.termInFuture, try fill(TermID("t5")!, person: 3, from: "2026-03-03"))
        refused(.termBackwards, try fill(TermID("t5")!, person: 3, until: "2021-02-28"))
        var nameless = try fill(TermID("t5")!, person: 3)
        nameless.name = Self.sealed(" ")
        refused(.nameMissing, nameless)
        var numberless = try fill(TermID("t5")!, person: 3)
        numberless.identityNumber = nil
        refused(.numberMissing, numberless)
        refused(
            .noSuchOrganisation,
            FillOffice(organisation: OrganisationID("elsewhere")!, office: .council, from: CivilDate("2021-03-01")!))
        let lines = try runner.database.read { try TermQueries.list(of: Self.collective, in: $0) }
        #expect(lines.map(\.term.id.text) == ["t2", "t1", "t4", "t3"])
        #expect(lines.map(\.displayName) == Array(repeating: "李**", count: 4))
    }

    @Test("Without a name of its own a term and a declaration get one no caller can take")
    func names() throws {
        var unnamed = try fill()
        unnamed.term = nil
        try give(unnamed)
        let term = try #require(runner.all(OfficeFilled.self).first?.term)
        #expect(MadeName.holds(term.text))
        try give(
            DeclareKin(
                term: term, relation: Self.sealed(.inLaw), name: Self.sealed("王亲家"),
                identityNumber: Self.sealed(try Self.number(5))))
        #expect(try MadeName.holds(#require(runner.all(KinDeclared.self).first).kin.text))
    }

    @Test("Whoever left is in office until that day and no longer; the end is entered once, with its paper")
    func leaving() throws {
        refused(.noSuchTerm, LeaveOffice(term: Self.term, until: CivilDate("2025-12-31")!, paper: "公告"))
        try give(try fill(until: "2026-12-31"))
        for until in ["2021-02-28", "2026-03-03"] {
            refused(.termBackwards, LeaveOffice(term: Self.term, until: CivilDate(until)!, paper: "公告"))
        }
        refused(.paperMissing, LeaveOffice(term: Self.term, until: CivilDate("2025-12-31")!, paper: " "))
        try give(LeaveOffice(term: Self.term, until: CivilDate("2025-12-31")!, paper: "公告"))
        refused(.leftBefore, LeaveOffice(term: Self.term, until: CivilDate("2025-12-31")!, paper: "公告"))
        let marked = try runner.database.read { try TermQueries.marked(in: $0) }
        #expect(marked.map(\.until) == [CivilDate("2025-12-31")!])
    }

    @Test("A relative is declared once; oneself, half a declaration and a second one of the same person are refused")
    func declaring() throws {
        refused(.noSuchTerm, try declare("k1", person: 2))
        try give(try fill())
        try give(try declare("k1", person: 2))
        refused(.kinKnown, try declare("k1", person: 3))
        refused(.declaredAlready, try declare("k2", .spouse, person: 2))
        refused(.kinOfOneself, try declare("k2", person: 1))
        for field in 0..<3 {
            var half = try declare("k2", person: 3)
            if field == 0 { half.relation = nil }
            if field == 1 { half.name = nil }
            if field == 2 { half.identityNumber = nil }
            refused([AssemblyRefusal.relationMissing, .nameMissing, .numberMissing][field], half)
        }
        let kin = try runner.database.read { try TermQueries.markedKin(in: $0) }
        #expect(kin.map(\.relation) == [.child])
        #expect(try kin.map(\.holder) == [Marks.practice.of(Self.number(1))])
        #expect(try kin.map(\.relative) == [Marks.practice.of(Self.number(2))])
    }

    @Test("A declaration taken back is gone; erasing a term ends what is personal of it and of every relative")
    func erasing() throws {
        try give(try fill())
        for person in 2...4 { try give(try declare("k\(person)", person: person)) }
        refused(.noSuchKin, WithdrawKin(term: Self.term, kin: KinID("k9")!, reason: "填错"))
        refused(.reasonMissing, WithdrawKin(term: Self.term, kin: KinID("k2")!, reason: ""))
        try give(WithdrawKin(term: Self.term, kin: KinID("k2")!, reason: "填错"))
        #expect(runner.all(KinWithdrawn.self).map(\.erased) == [DataSubject("kin.k2")])
        refused(.noSuchKin, WithdrawKin(term: Self.term, kin: KinID("k2")!, reason: "填错"))
        refused(.stillInOffice, EraseTerm(term: Self.term, reason: "本人申请"))
        try give(LeaveOffice(term: Self.term, until: CivilDate("2025-12-31")!, paper: "公告"))
        refused(.reasonMissing, EraseTerm(term: Self.term, reason: " "))
        try give(EraseTerm(term: Self.term, reason: "本人申请"))
        #expect(runner.all(KinWithdrawn.self).map(\.kin.text) == ["k2", "k3", "k4"])
        #expect(runner.all(TermErased.self).map(\.erased) == [DataSubject("term.t1")])
        refused(.termErased, EraseTerm(term: Self.term, reason: "本人申请"))
        refused(.termErased, try declare("k5", person: 5))
        try runner.database.read { tx in
            #expect(try TermQueries.marked(in: tx).isEmpty && TermQueries.markedKin(in: tx).isEmpty)
            let line = try #require(try TermQueries.list(of: Self.collective, in: tx).first)
            #expect(line.displayName == "***" && line.kin.isEmpty && line.term.until != nil)
        }
    }
}
