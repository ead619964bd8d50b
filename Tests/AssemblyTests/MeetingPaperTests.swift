import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Assembly

@Suite(
    "Papers of a meeting, its roll after it was frozen, and whom a motion concerns",
    .enabled(if: sharedData("register/roll_dev.csv") != nil, "needs the shared data"))
struct MeetingPaperTests {
    private static let paper = String(repeating: "0a", count: 32)
    private let hall: TestHall
    private let roll: [MemberID]

    init() throws {
        hall = try TestHall(try Fixture.roll())
        try hall.freeze(on: "2025-06-15")
        hall.runner.now = Instant("2025-06-15T08:00:00+08:00")!
        roll = hall.state.roll.keys.sorted()
    }

    private func refused<Verb: AssemblyCommand>(
        _ refusal: AssemblyRefusal, _ verb: Verb, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        hall.runner.expectRefusal(refusal, verb, by: TestHall.principal(), sourceLocation: sourceLocation)
    }

    private func open() throws {
        try hall.give(AttendTogether(meeting: TestHall.meeting, how: .inPerson, members: Array(roll.suffix(120))))
        try hall.give(OpenMeeting(meeting: TestHall.meeting))
    }

    @Test(
        "The notice may come before anybody does, sheet and minutes only of a meeting that opened; all are numbered on")
    func papers() throws {
        func add(_ kind: MeetingPaperKind, _ papers: [String] = [MeetingPaperTests.paper]) -> AddMeetingPapers {
            AddMeetingPapers(meeting: TestHall.meeting, kind: kind, papers: papers)
        }
        refused(.meetingPaperMissing, add(.notice, []))
        refused(.meetingPaperMissing, add(.notice, [Self.paper, "x"]))
        try hall.give(add(.notice))
        for kind in MeetingPaperKind.allCases where kind != .notice { refused(.notOpened, add(kind)) }
        try open()
        let second = String(repeating: "0b", count: 32)
        try hall.give(add(.attendance, [second, Self.paper]))
        try hall.give(CloseMeeting(meeting: TestHall.meeting))
        try hall.give(add(.minutes))
        let kept = try hall.runner.database.read { try MeetingQueries.papers(of: TestHall.meeting, in: $0) }
        #expect(kept.map(\.kind) == [.notice, .attendance, .attendance, .minutes])
        #expect(kept.map(\.mark) == [Self.paper, second, Self.paper, Self.paper])
    }

    @Test("Who died between midnight and the opening is struck with a paper; 140 become 139, and nobody later (VR-09)")
    func struck() throws {
        func strike(_ member: MemberID, _ paper: String = "death certificate 7") -> StrikeFromRoll {
            StrikeFromRoll(meeting: TestHall.meeting, member: member, ground: .death, paper: paper)
        }
        let gone = roll[0]
        refused(.paperMissing, strike(gone, " "))
        refused(.notOnRoll, strike(MemberID("nobody")!))
        try hall.give(Attend(meeting: TestHall.meeting, member: roll[1], how: .inPerson))
        refused(.alreadyHere, strike(roll[1]))
        try hall.give(strike(gone))
        refused(.notOnRoll, strike(gone))
        refused(.notOnRoll, Attend(meeting: TestHall.meeting, member: gone, how: .inPerson))
        #expect(hall.state.entitled == 139 && hall.state.struck == 1)
        #expect(hall.runner.all(StruckFromRoll.self).map(\.entitled) == [139])
        try hall.runner.database.read { (tx: any ReadTransaction) throws in
            #expect(try MeetingQueries.find(TestHall.meeting, in: tx)?.entitled == 139)
            #expect(try MeetingQueries.countStruck(of: TestHall.meeting, in: tx) == 1)
            #expect(try MeetingQueries.voters(of: TestHall.meeting, in: tx).contains { $0.member == gone } == false)
        }
        try open()
        refused(.openedBefore, strike(roll[2]))
        try hall.give(PutMotion(meeting: TestHall.meeting, matter: .budget))
        try hall.give(CloseVote(meeting: TestHall.meeting))
        #expect(hall.runner.all(VoteClosed.self).last?.entitled == 139)
    }

    @Test("Nobody is struck before the roll is frozen, and a proxy from or to whoever is struck is gone")
    func proxies() throws {
        let early = try TestHall(try Fixture.roll())
        early.runner.expectRefusal(
            .rollNotFrozen,
            StrikeFromRoll(meeting: TestHall.meeting, member: roll[0], ground: .death, paper: "paper"),
            by: TestHall.principal())
        let families = Dictionary(grouping: roll) { hall.state.roll[$0]! }.values.filter { $0.count > 1 }
        let family = try #require(families.min { $0[0] < $1[0] })
        try hall.give(GrantProxy(meeting: TestHall.meeting, member: family[0], holder: family[1]))
        try hall.give(
            StrikeFromRoll(meeting: TestHall.meeting, member: family[1], ground: .death, paper: "paper"))
        #expect(hall.state.proxies.isEmpty)
        let holders = try hall.runner.database.read {
            try MeetingQueries.voters(of: TestHall.meeting, in: $0).compactMap(\.holder)
        }
        #expect(holders.isEmpty)
    }

    // MARK: Whom it concerns

    private func party(_ id: String, _ person: Int?) throws -> PartyID {
        let mark = try person.map { Marks.practice.of(try OfficeTests.number($0)) }
        try hall.runner.database.write { tx in
            try tx.run(
                """
                INSERT INTO party (id, kind, display_name, division, is_erased, identity_mark)
                VALUES (\(id), 'person', 'p', \(TestHall.village), 0, \(mark))
                """)
        }
        return PartyID(id)!
    }

    /// Gives a voter of the roll an identity number.
    private func identify(_ member: MemberID, _ person: Int) throws {
        let mark = Marks.practice.of(try OfficeTests.number(person))
        try hall.runner.database.write { tx in
            try tx.run("UPDATE assembly_person SET identity_mark = \(mark) WHERE member = \(member)")
        }
    }

    private func declare(_ relation: KinRelation, holder: Int, relative: Int) throws {
        let term = TermID("t\(holder)")!
        let subject = DataSubject("unnamed")!
        try hall.give(
            FillOffice(
                term: term, organisation: Fixture.collective, office: .council, name: Personal("李", of: subject),
                identityNumber: Personal(try OfficeTests.number(holder), of: subject), from: CivilDate("2021-01-01")!))
        try hall.give(
            DeclareKin(
                term: term, relation: Personal(relation, of: subject), name: Personal("王", of: subject),
                identityNumber: Personal(try OfficeTests.number(relative), of: subject)))
    }

    private func recused(_ party: PartyID) throws -> [MemberID] {
        try hall.give(PutMotion(meeting: TestHall.meeting, matter: .assetLease, concerns: party))
        let number = Int64(hall.state.motions.count)
        try hall.give(CloseVote(meeting: TestHall.meeting))
        return hall.runner.all(Recused.self).filter { $0.number == number }.map(\.member)
    }

    @Test("Oneself, and a close relative declared in either direction, take no part; an in-law and a stranger vote")
    func concerned() throws {
        try open()
        for (place, person) in [1, 2, 3, 4].enumerated() { try identify(roll[place], person) }
        try declare(.child, holder: 1, relative: 11)
        try declare(.spouse, holder: 12, relative: 2)
        try declare(.inLaw, holder: 3, relative: 13)
        #expect(try recused(try party("self", 4)) == [roll[3]])
        #expect(try recused(try party("child", 11)) == [roll[0]])
        #expect(try recused(try party("spouse", 12)) == [roll[1]])
        #expect(try recused(try party("in-law", 13)).isEmpty)
        #expect(try recused(try party("stranger", 14)).isEmpty)
        #expect(try recused(try party("unknown", nil)).isEmpty)
        refused(
            .noSuchParty,
            PutMotion(meeting: TestHall.meeting, matter: .assetLease, concerns: PartyID("nobody")!))
    }

    @Test("Whom the house took out of a vote cannot vote, stays in the denominator, and no entry says whose relative")
    func counted() throws {
        try open()
        try identify(roll[100], 1)
        try declare(.child, holder: 1, relative: 11)
        let child = try party("child", 11)
        try hall.give(PutMotion(meeting: TestHall.meeting, matter: .assetLease, concerns: child))
        refused(
            .isRecused,
            CastVote(
                meeting: TestHall.meeting, member: roll[100],
                choice: Personal(.inFavour, of: DataSubject("unnamed")!)))
        let put = try #require(hall.runner.all(MotionPut.self).last)
        #expect(!put.openFields.description.contains("child"))
        try hall.give(
            CountVoices(
                meeting: TestHall.meeting, choice: Personal(.inFavour, of: DataSubject("unnamed")!), others: true))
        try hall.give(CloseVote(meeting: TestHall.meeting))
        let closed = try #require(hall.runner.all(VoteClosed.self).last)
        #expect(closed.entitled == 140 && closed.inFavour == closed.present - 1)
    }
}
