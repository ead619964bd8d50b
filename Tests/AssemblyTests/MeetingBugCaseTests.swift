import Foundation
import Kernel
import Registry
import TestSupport
import Testing

@testable import Assembly

/// What other programs' users complained of, on the fixture's roll.
@Suite(
    "Meetings others got wrong", .enabled(if: sharedData("register/meeting_dev.json") != nil, "needs the shared data"))
struct MeetingBugCaseTests {
    private func hall() throws -> TestHall {
        let hall = try TestHall(try Fixture.roll())
        try hall.freeze(on: "2025-06-15")
        hall.runner.now = Instant("2025-06-15T08:40:00+08:00")!
        return hall
    }

    private func member(_ name: String) -> MemberID { MemberID("\(Fixture.collective)-\(name)")! }

    @Test("A proxy whose holder does not come counts nobody (VR-01)")
    func absentHolder() throws {
        let hall = try hall()
        #expect(try hall.act(["act": "grantProxy", "who": "m001", "to": "m002"]))
        #expect(hall.state.present == 0)
        #expect(try hall.act(["act": "attend", "who": "m002"]))
        #expect(hall.state.present == 2)
    }

    @Test("The entitled are counted from the roll of the day, and no command takes their number (VR-06)")
    func computed() throws {
        #expect(try hall().state.entitled == 140)
        #expect(RollFigures(try Fixture.roll().map(\.member), on: CivilDate("2025-06-15")!).voters == 140)
    }

    @Test("With the quorum missing or the roll not frozen nothing opens, whatever the clock says (VR-11)")
    func clockAlone() throws {
        let hall = try hall()
        hall.runner.now = Instant("2025-06-15T18:00:00+08:00")!
        #expect(try hall.act(["act": "openMeeting"]) == false)
        #expect(hall.runner.all(VoteClosed.self).isEmpty)
    }
}
