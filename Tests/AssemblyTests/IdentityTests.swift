import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Assembly

/// Who a member is, told by the identity number, whose roll they stand on, and whose the telephone is.
@Suite("A member is somebody") struct IdentityTests {
    private static let bodies = [OrganisationID("tanba")!, OrganisationID("dongling")!]
    private let runner: ModuleRunner<Assembly>

    init() throws {
        let database = try temporaryDatabase(Registry.migrations + Assembly.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, path, level, kind, name, code, opened)
                VALUES ('p1', '/p1/', 'province', 'village', 'v', '14', '2017-01-01')
                """)
            for body in Self.bodies {
                try tx.run(
                    "INSERT INTO organisation (id, division, kind, name) VALUES (\(body), 'p1', 'collective', \(body))")
            }
        }
        runner = ModuleRunner(database, now: Instant("2026-03-02T08:00:00+08:00")!)
    }

    private static func sealed<Value>(_ value: Value?) -> Personal<Value> {
        Personal(value, of: DataSubject("unnamed")!)
    }

    private func number(_ serial: Int = 1) throws -> IdentityNumber {
        try #require(IdentityNumber.completing("14042119700101" + String(serial + 100)))
    }

    private func admit(
        _ id: String, of body: OrganisationID = bodies[0], _ number: IdentityNumber?, born: String? = nil,
        until: String? = nil, phone: String? = nil
    ) -> AdmitMember {
        AdmitMember(
            member: MemberID(id)!, organisation: body, household: HouseholdID("h1")!, name: Self.sealed("李某某"),
            birth: born.map { Self.sealed(CivilDate($0)) }, identityNumber: number.map { Self.sealed($0) },
            phone: phone.map { Self.sealed($0) }, since: CivilDate("2020-01-01")!,
            until: until.flatMap { CivilDate($0) }, ground: .birth)
    }

    private static let desk = Principal(
        person: PersonID("desk")!, role: .villageClerk, office: OfficeID("clerk")!, division: .root)

    private func give<Verb: Command>(_ command: Verb) throws where Verb.Domain == Assembly {
        try runner.give(command, by: Self.desk)
    }

    private func refused<Verb: Command>(
        _ refusal: AssemblyRefusal, _ command: Verb, sourceLocation: SourceLocation = #_sourceLocation
    ) where Verb.Domain == Assembly {
        runner.expectRefusal(refusal, command, by: Self.desk, sourceLocation: sourceLocation)
    }

    @Test("The identity number names the day of birth; another one beside it is refused")
    func birth() throws {
        try give(admit("m1", number()))
        #expect(runner.all(MemberAdmitted.self).last?.birth?.content == CivilDate("1970-01-01"))
        try refused(.birthDisagrees, admit("m2", number(2), born: "1970-01-02"))
        refused(.birthMissing, admit("m3", nil))
    }

    @Test(
        "One person stands on one roll at a time: of 64 pairs of entering and leaving, those that overlap are refused")
    func alone() throws {
        var (taken, denied) = (0, 0)
        for serial in 0..<64 {
            let person = try number(serial)
            let other = Self.bodies[serial % 2]
            try give(admit("a\(serial)", person, until: serial % 4 < 2 ? "2025-01-01" : nil))
            let again = admit("b\(serial)", of: other, person)
            if serial % 4 < 2 {
                try give(again)
                taken += 1
            } else {
                refused(other == Self.bodies[0] ? .onRollAlready : .onOtherRoll, again)
                try give(
                    EndMembership(
                        member: MemberID("a\(serial)")!, until: CivilDate("2026-03-01")!, ground: .memberElsewhere,
                        paper: "证明"))
                try give(again)
                denied += 1
            }
        }
        #expect(taken == 32 && denied == 32)
    }

    @Test(
        "What was left out is entered later, for whoever it is alone; neither number nor name stays after the erasure")
    func later() throws {
        try give(admit("m1", nil, born: "1970-01-01"))
        try give(admit("m2", number(2)))
        func identify(_ id: String, _ number: IdentityNumber?, phone: String? = nil) -> IdentifyMember {
            IdentifyMember(
                member: MemberID(id)!, identityNumber: number.map { Self.sealed($0) },
                phone: phone.map { Self.sealed($0) })
        }
        refused(.nothingToEnter, identify("m1", nil))
        try refused(.onRollAlready, identify("m1", number(2)))
        try refused(.noSuchMember, identify("m9", number(9)))
        try give(identify("m1", nil, phone: "１３７ 1234-0911"))
        try give(identify("m1", number(1)))
        let mark = try #require(Marks.practice.of(phone: "13712340911"))
        try runner.database.read { tx in
            let known = try Assembly.listKnown(phone: mark, in: tx)
            #expect(known.map(\.person.text) == ["m1"] && known.map(\.name) == ["李**"])
            let line = try #require(try MemberQueries.findLine(MemberID("m1")!, on: Self.bodies[0], in: tx))
            #expect(line.hasIdentity && line.hasPhone && line.name == "李某某")
        }
        try give(
            EndMembership(
                member: MemberID("m1")!, until: CivilDate("2026-03-01")!, ground: .left, paper: "申请"))
        try refused(.alreadyEnded, identify("m1", number(3)))
        try give(EraseMember(member: MemberID("m1")!, reason: "本人要求"))
        try runner.database.read { tx in
            #expect(try tx.get("SELECT count(*) FROM assembly_person WHERE member = 'm1'", as: Int64.self) == 0)
            let line = try #require(try MemberQueries.findLine(MemberID("m1")!, on: Self.bodies[0], in: tx))
            #expect(line.name == nil && line.isErased)
        }
    }

    @Test("A list brings numbers and telephones along, and the number stands for the day of birth")
    func list() throws {
        let text = """
            户编号,姓名,身份证号,联系电话,成员确认日期
            h1,王测一,\(try number(1).revealed),13712340911,2018-04-30
            h1,王测二,\(try number(2).revealed),,2018-04-30
            """
        let entries = try MemberFile(Array(text.utf8), of: Self.bodies[0]).entries
        #expect(entries.map(\.member.birth) == [CivilDate("1970-01-01"), CivilDate("1970-01-01")])
        #expect(entries.map(\.phone) == ["13712340911", nil])
        for entry in entries {
            let command: AdmitMember = try AdmitMember.read(.object(entry.arguments), notation: .exact)
            try give(command)
        }
        try runner.database.read { tx in
            let names = try MemberQueries.lines(of: Self.bodies[0], in: tx).map(\.name)
            #expect(names == ["王测一", "王测二"])
        }
    }

    @Test("Who moves to another household stays a member with the same day, shares and vote (VR-13)")
    func moves() throws {
        try give(admit("m1", number(1)))
        try give(admit("m2", number(2)))
        let before = try #require(runner.state(of: StreamID("member", "m1")).member)
        refused(.sameHousehold, MoveMember(member: MemberID("m1")!, household: HouseholdID("h1")!))
        refused(.noSuchHousehold, MoveMember(member: MemberID("m1")!, household: HouseholdID("h90")!))
        try give(MoveMember(member: MemberID("m1")!))
        let home = try #require(runner.all(MemberMoved.self).last).household
        #expect(MadeName.holds(home.text))
        try give(MoveMember(member: MemberID("m2")!, household: home))
        try runner.database.read { tx in
            let roll = try MemberQueries.list(of: Self.bodies[0], in: tx)
            #expect(roll.map(\.household) == [home, home])
            let day = CivilDate("2026-03-02")!
            #expect(roll.allSatisfy { $0.isVoter(on: day) && $0.since == before.since && $0.shares == before.shares })
            #expect(RollFigures(roll, on: day).households == 1)
        }
    }
}
