import Foundation
import Testing

@testable import Exchange

@Suite("The document of the states")
struct StateDocumentTests {
    /// `QIANMO_WRITE_DOCS=1` writes the files anew.
    @Test("docs/states.md and docs/states.svg say what the table says", arguments: ["states.md", "states.svg"])
    func documents(_ name: String) throws {
        let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs")
        let text = name == "states.md" ? StateDocument.markdown() : StateDocument.svg()
        let file = docs.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["QIANMO_WRITE_DOCS"] != nil {
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test("Every state but the three stops has its place in the picture, and no two share one")
    func picture() {
        let svg = StateDocument.svg()
        for state in LotState.allCases where ![.suspended, .terminated, .withdrawn].contains(state) {
            #expect(svg.contains(" \(state.rawValue)</text>"))
        }
        let boxes = svg.split(separator: "\n").filter { $0.hasPrefix("<rect x=") }
        #expect(Set(boxes.map { $0.prefix(24) }).count == boxes.count)
    }
}
