import Foundation
import Kernel
import Testing
import Web

/// Pages as they were when somebody last looked at them. `QIANMO_RECORD=1` writes them anew; the diff is then reviewed.
struct SnapshotTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    static let isRecording = ProcessInfo.processInfo.environment["QIANMO_RECORD"] == "1"

    static func check(_ markup: String, _ name: String) throws {
        let file = folder.appending(path: name)
        if isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try markup.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(kept.split(separator: "\n"), markup.split(separator: "\n")).first { $0 != $1 }
        #expect(kept == markup, "first difference: \(difference.map { "\($0.0) ≠ \($0.1)" } ?? "length")")
    }

    @Test("the style page is as it was looked at", arguments: Language.allCases)
    func stylePage(_ language: Language) throws {
        // The stylesheet's digest changes with every touch of colour; the markup is what is kept.
        let markup = Rendered.style(language).replacing(StaticAsset.stylesheet.path, with: "/static/qianmo.css")
            .replacing(StaticAsset.icon.path, with: "/static/icon.svg")
        try Self.check(markup, "style.\(language.rawValue).html")
    }
}
