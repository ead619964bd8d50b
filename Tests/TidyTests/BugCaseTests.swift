import Foundation
import TestSupport
import Testing

/// Faults other programs' users reported are cases for this one: each has a test of its kind, named by its number in the
/// test's title, or a note that says why not.
@Suite(
    "Cases from other programs", .enabled(if: sharedData("register/bug_cases_dev.csv") != nil, "needs the shared data"))
struct BugCaseTests {
    /// Cases without a test of their own here, and what stands in for it or is missing.
    private static let notes: [String: String] = [
        "VR-07": "meeting_dev.json has a voter voting twice: MeetingTests, all 203 acts",
        "VR-08": "MeetingTests: who is confirmed a day later is not on the roll",
        "VR-09": "not built: nobody is struck from a frozen roll by a paper; after casting the vote stands (203 acts)",
        "VR-10": "not built: paper counts are not recorded in this program yet",
        "VR-14": "not built: households have no head of their own and get no letters yet",
        "VR-15":
            "endMembership takes a whole day and refuses a year alone (Kernel: dates); unknown days cannot be said",
        "VR-33": "no date is ever taken from a paper's text: what OCR reads is for looking up only",
        "VR-35": "PaperStoreTests: pictures are served without the camera's words",
        "VR-36": "PaperStoreTests: cleaning takes what no event names; erasing one of several references is not built",
        "VR-38": "PaperLikenessTests: pages are not compared by their looks; comparing their text is not built",
    ]

    @Test("Every case of the file has a test that names it, or a note")
    func covered() throws {
        let file = try String(contentsOf: #require(sharedData("register/bug_cases_dev.csv")), encoding: .utf8)
        let cases = file.split(whereSeparator: \.isNewline).compactMap { line in
            line.hasPrefix("VR-") ? String(line.prefix(5)) : nil
        }
        #expect(cases.count == 38)
        let here = URL(filePath: #filePath).lastPathComponent
        var tested: Set<String> = []
        for file in Tree.files(in: "Tests", endings: [".swift"]) where !file.path.hasSuffix("/" + here) {
            for found in cases where file.text.contains(found) { tested.insert(found) }
        }
        let open = cases.filter { !tested.contains($0) && Self.notes[$0] == nil }
        #expect(open.isEmpty, "neither test nor note: \(open.joined(separator: ", "))")
        #expect(tested.count >= 14)
        #expect(Set(Self.notes.keys).isSubset(of: cases))
    }
}
