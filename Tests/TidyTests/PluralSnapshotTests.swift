import Foundation
import TestSupport
import Testing

/// One lot is not “1 lots”: read off the kept English pages.
@Suite struct PluralSnapshotTests {
    /// Words that stand behind a one and are no plural.
    private static let others: Set<Substring> = ["is", "was", "has", "leads", "this", "its", "does"]

    @Test("No English page counts one of something in the plural")
    func ones() {
        let pages = Tree.files(in: "Tests/PlatformTests/Snapshots", endings: [".en.html"])
        #expect(pages.count > 100)
        for page in pages {
            for found in page.text.matches(of: /(?:^|[^0-9.,−–\-])1 ([a-z]+s)\b/) where !Self.others.contains(found.1) {
                Issue.record("\(page.path): \(found.0.trimmingCharacters(in: .whitespaces))")
            }
        }
    }
}
