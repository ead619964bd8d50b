import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Assembly

@Suite(
    "Secret votes on paper, counted by two tellers",
    .enabled(if: sharedData("register/roll_dev.csv") != nil, "needs the shared data"))
struct TallyTests {
    private let hall: TestHall
    private let roll: [MemberID]

    /// 120 of 140 are here, and a vote on paper is open.
    init() throws {
        hall = try TestHall(try Fixture.roll())
        try hall.freeze(on: "2025-06-15")
        hall.runner.now = Instant("2025-06-15T09:00:00+08:00")!
        roll = hall.state.roll.keys.sorted()
        try hall.give(AttendTogether(meeting: TestHall.meeting, how: .inPerson, members: Array(roll.prefix(120))))
        try hall.give(OpenMeeting(meeting: TestHall.meeting))
        try hall.give(PutMotion(meeting: TestHall.meeting, matter: .membership, secret: true))
    }

    private static func teller(_ office: String) -> Principal {
        Principal(person: PersonID(office)!, role: .villageClerk, office: OfficeID(office)!, division: .root)
    }

    private func sheet(
        _ inFavour: Int64, _ against: Int64, _ abstained: Int64, _ invalid: Int64, issued: Int64 = 120,
        returned: Int64 = 118
    ) -> EnterTally {
        EnterTally(
            meeting: TestHall.meeting,
            tally: Tally(
                issued: issued, returned: returned, inFavour: inFavour, against: against, abstained: abstained,
                invalid: invalid))
    }

    private func refused<Verb: AssemblyCommand>(
        _ refusal: AssemblyRefusal, _ verb: Verb, by office: String = "village",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        hall.runner.expectRefusal(refusal, verb, by: Self.teller(office), sourceLocation: sourceLocation)
    }

    @Test("No hand is counted, and nothing is closed, before both tellers read the same")
    func hands() throws {
        let said = Personal(VoteChoice.inFavour, of: DataSubject("unnamed")!)
        refused(.voteIsSecret, CastVote(meeting: TestHall.meeting, member: roll[0], choice: said))
        refused(.voteIsSecret, CountVoices(meeting: TestHall.meeting, choice: said, others: true))
        refused(.talliesMissing, CloseVote(meeting: TestHall.meeting))
        try hall.runner.give(sheet(94, 20, 2, 2), by: Self.teller("village"))
        refused(.talliesMissing, CloseVote(meeting: TestHall.meeting))
        refused(.sameTeller, sheet(94, 20, 2, 2))
        try hall.runner.give(sheet(93, 21, 2, 2), by: Self.teller("station"))
        refused(.talliesMissing, CloseVote(meeting: TestHall.meeting))
        let lines = try hall.runner.database.read { try MeetingQueries.tallies(of: TestHall.meeting, in: $0) }
        #expect(lines.map(\.recounts) == [1] && lines.map(\.sheets) == [0] && lines.map(\.issued) == [nil])
        try hall.runner.give(sheet(94, 20, 2, 2), by: Self.teller("station"))
        try hall.runner.give(sheet(94, 20, 2, 2), by: Self.teller("village"))
        refused(.tallyAgreed, sheet(94, 20, 2, 2), by: "third")
        try hall.give(CloseVote(meeting: TestHall.meeting))
        let closed = try #require(hall.runner.all(VoteClosed.self).last)
        #expect(closed.isPassed && closed.inFavour == 94 && closed.needed == 94 && closed.entitled == 140)
        #expect(closed.present == 120 && closed.against == 20 && closed.abstained == 4)
        let kept = try hall.runner.database.read { try MeetingQueries.tallies(of: TestHall.meeting, in: $0) }
        #expect(kept.map(\.issued) == [120] && kept.map(\.returned) == [118] && kept.map(\.invalid) == [2])
    }

    @Test("The first sheet is a commitment: its entry shows no number, and the second opens both")
    func committed() throws {
        try hall.runner.give(sheet(94, 20, 2, 2), by: Self.teller("village"))
        let first = try #require(hall.runner.all(TallyCommitted.self).first)
        #expect(first.sheet.content == "120 118 94 20 2 2")
        #expect(first.sheet.subject == .tallies(of: TestHall.meeting))
        let line = try hall.runner.database.read { try MeetingQueries.tallies(of: TestHall.meeting, in: $0) }.first
        #expect(line?.sheets == 1 && line?.issued == nil && line?.returned == nil && line?.invalid == nil)
        #expect(hall.runner.all(TalliesOpened.self).isEmpty)
        try hall.runner.give(sheet(94, 20, 2, 2), by: Self.teller("station"))
        let opened = try #require(hall.runner.all(TalliesOpened.self).first)
        #expect(opened.first == opened.second && opened.first?.inFavour == 94)
    }

    @Test("Papers add up: one for everybody here and none beyond the roll, no more back than out, one answer each")
    func sums() throws {
        refused(.papersDisagree, sheet(94, 20, 2, 2, issued: 119))
        refused(.papersDisagree, sheet(94, 20, 2, 2, issued: 141))
        refused(.papersDisagree, sheet(94, 20, 2, 5, returned: 121))
        refused(.papersDisagree, sheet(94, 20, 2, 1))
        refused(.papersDisagree, sheet(94, 20, 2, 3))
        try hall.runner.give(sheet(94, 20, 2, 2, issued: 140), by: Self.teller("village"))
        try hall.runner.give(sheet(94, 20, 2, 2, issued: 140), by: Self.teller("station"))
        try hall.give(CloseVote(meeting: TestHall.meeting))
        refused(.voteClosed, sheet(94, 20, 2, 2))
    }

    @Test("93 of 140 on paper are no two thirds; who takes no part has no paper and stays in the denominator")
    func edges() throws {
        try hall.give(Recuse(meeting: TestHall.meeting, member: roll[0]))
        refused(.papersDisagree, sheet(93, 23, 2, 0, issued: 118))
        refused(.papersDisagree, sheet(93, 23, 2, 0, issued: 140))
        for office in ["village", "station"] {
            try hall.runner.give(sheet(93, 23, 2, 0, issued: 119), by: Self.teller(office))
        }
        try hall.give(CloseVote(meeting: TestHall.meeting))
        let closed = try #require(hall.runner.all(VoteClosed.self).last)
        #expect(!closed.isPassed && closed.entitled == 140 && closed.present == 120)
        try hall.give(PutMotion(meeting: TestHall.meeting, matter: .budget))
        refused(.voteIsOpen, sheet(93, 23, 2, 0))
    }
}
