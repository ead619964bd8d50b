import Foundation
import HJ212
import Kernel
import Testing

/// The folder of real data beside the project; nil where it is absent.
func shared(_ path: String) -> [UInt8]? {
    let root =
        ProcessInfo.processInfo.environment["QIANMO_SHARED"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.contents(atPath: root.appendingPathComponent("data/hj212/\(path)").path).map {
        Array($0)
    }
}

@Suite("Frames that others listed", .enabled(if: shared("frames_dev.csv") != nil, "needs the shared data"))
struct ListedTests {
    static let anyLength = StationProfile(longestSegment: StationProfile.longest)

    @Test("each of 42 listed frames is judged as listed", arguments: ["frames_dev.csv", "frames_more_dev.csv"])
    func frames(_ file: String) throws {
        let replay = try FrameReplay(try #require(shared(file)), station: Self.anyLength)
        #expect(replay.outcomes.count == 21)
        for outcome in replay.outcomes {
            #expect(outcome.agrees == true, "\(outcome.differs) \(outcome.verdict)")
            #expect(outcome.verdict.isAccepted == (outcome.verdict.lengthHolds && outcome.verdict.dialect != nil))
        }
    }

    @Test("each of 24 byte streams gives the listed segments, and as many flags and events as listed")
    func streams() throws {
        let json = try JSON(
            parsing: try #require(shared("stream_cases_dev.json")), limits: JSONLimits(bytes: 1 << 26))
        let replay = StreamReplay(json)
        #expect(replay.outcomes.count == 24)
        for (outcome, listed) in zip(replay.outcomes, json["cases"]?.array ?? []) {
            #expect(outcome.agrees == true, "\(outcome.id) \(outcome.events)")
            #expect(outcome.flags.count == listed["flags"]?.array?.count, "\(outcome.id) \(outcome.flags)")
            #expect(outcome.events.count == listed["events"]?.array?.count, "\(outcome.id) \(outcome.events)")
        }
    }
}
