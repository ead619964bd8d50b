import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Assembly

@Suite("Many at once", .enabled(if: sharedData("register/roll_dev.csv") != nil, "needs the shared data"))
struct TogetherTests {
    /// A meeting of the fixture's collective on its day, with everybody of the roll in the order of their names.
    private func hall() throws -> (TestHall, [MemberID]) {
        let hall = try TestHall(try Fixture.roll())
        try hall.freeze(on: "2025-06-15")
        hall.runner.now = Instant("2025-06-15T09:00:00+08:00")!
        return (hall, hall.state.roll.keys.sorted())
    }

    private func said(_ choice: VoteChoice) -> Personal<VoteChoice> { Personal(choice, of: DataSubject("unnamed")!) }

    @Test("A sheet of names signs in each once; one wrong name and nobody of the sheet is signed in")
    func attend() throws {
        let (hall, roll) = try hall()
        try hall.give(AttendTogether(meeting: TestHall.meeting, how: .inPerson, members: Array(roll.prefix(100))))
        #expect(hall.state.present == 100)
        for members in [[roll[100], roll[0]], [roll[101], roll[101]]] {
            hall.runner.expectRefusal(
                .alreadyHere, AttendTogether(meeting: TestHall.meeting, how: .inPerson, members: members),
                by: TestHall.principal())
        }
        hall.runner.expectRefusal(
            .nobodyNamed, AttendTogether(meeting: TestHall.meeting, how: .inPerson), by: TestHall.principal())
        #expect(hall.state.present == 100)
    }

    @Test("Three against, two abstain, everybody else for: counted from the roll, each voice once, proxies among them")
    func count() throws {
        let (hall, roll) = try hall()
        let grouped = Dictionary(grouping: roll) { hall.state.roll[$0]! }.values.filter { $0.count > 1 }
        let family = try #require(grouped.min { $0[0] < $1[0] })
        try hall.give(GrantProxy(meeting: TestHall.meeting, member: family[0], holder: family[1]))
        let here = roll.filter { $0 != family[0] }
        try hall.give(AttendTogether(meeting: TestHall.meeting, how: .inPerson, members: here))
        try hall.give(OpenMeeting(meeting: TestHall.meeting))
        try hall.give(PutMotion(meeting: TestHall.meeting, matter: .distribution))
        try hall.give(Recuse(meeting: TestHall.meeting, member: here[9]))
        try hall.give(
            CountVoices(meeting: TestHall.meeting, choice: said(.against), members: [family[0], here[20], here[21]]))
        hall.runner.expectRefusal(
            .hasVoted, CountVoices(meeting: TestHall.meeting, choice: said(.abstain), members: [here[22], here[20]]),
            by: TestHall.principal())
        hall.runner.expectRefusal(
            .isRecused, CountVoices(meeting: TestHall.meeting, choice: said(.abstain), members: [here[9]]),
            by: TestHall.principal())
        try hall.give(
            CountVoices(meeting: TestHall.meeting, choice: said(.abstain), members: [here[22], here[23]]))
        try hall.give(CountVoices(meeting: TestHall.meeting, choice: said(.inFavour), others: true))
        hall.runner.expectRefusal(
            .nobodyNamed, CountVoices(meeting: TestHall.meeting, choice: said(.inFavour), others: true),
            by: TestHall.principal())
        try hall.give(CloseVote(meeting: TestHall.meeting))
        let closed = try #require(hall.runner.all(VoteClosed.self).first)
        #expect(closed.against == 3 && closed.present == Int64(roll.count))
        // Whoever takes no part is counted among those who say nothing.
        #expect(closed.abstained == 3 && closed.inFavour == Int64(roll.count - 6))
        let cast = hall.runner.all(VoteCast.self)
        #expect(cast.count == roll.count - 1 && Set(cast.map(\.member)).count == cast.count)
        #expect(cast.first { $0.member == family[0] }?.castBy == family[1])
        try hall.runner.database.read { tx in
            let lines = try MeetingQueries.voters(of: TestHall.meeting, in: tx)
            #expect(lines.count == roll.count && lines.count { $0.counted == 1 } == cast.count)
            #expect(lines.filter { $0.recused == 1 }.map(\.member) == [here[9]])
        }
    }

    @Test("Without a name of their own, a member, a household and a meeting get one no caller can take")
    func names() throws {
        let (hall, _) = try hall()
        try hall.give(
            AdmitMember(
                organisation: Fixture.collective, name: Personal("张三", of: DataSubject("unnamed")!),
                birth: Personal(CivilDate("1990-01-01")!, of: DataSubject("unnamed")!), since: CivilDate("2025-06-15")!,
                ground: .marriage))
        let admitted = try #require(hall.runner.all(MemberAdmitted.self).last)
        #expect(MadeName.holds(admitted.member.text) && MadeName.holds(admitted.household.text))
        try hall.give(
            CallMeeting(organisation: Fixture.collective, body: .assembly, day: CivilDate("2025-07-15")!, agenda: "预算"))
        #expect(try MadeName.holds(#require(hall.runner.all(MeetingCalled.self).last).meeting.text))
    }
}
