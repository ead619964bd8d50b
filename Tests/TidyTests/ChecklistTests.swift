import Foundation
import TestSupport
import Testing

/// `docs/accounting-software.md` against the tests it names.
@Suite("The functions that the law wants of accounting software") struct ChecklistTests {
    private struct Row {
        let id: String
        let binding: Bool
        let state: String
        let text: String

        init?(_ line: Substring) {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 6, cells[0].wholeMatch(of: /C\d\d/) != nil else { return nil }
            (id, binding, state, text) = (cells[0], cells[3].hasPrefix("must"), cells[4], cells[5])
        }
    }

    private static let states = ["met", "partly", "missing", "no function"]

    private func document() throws -> (text: String, rows: [Row]) {
        let text = try #require(Tree.text("docs/accounting-software.md"))
        return (text, text.split(separator: "\n").compactMap { Row($0) })
    }

    @Test("Each of the 72 functions stands once, met by a test that there is or with what is missing")
    func functions() throws {
        let rows = try document().rows
        let ids = (1...72).map { number in number < 10 ? "C0\(number)" : "C\(number)" }
        #expect(rows.map(\.id) == ids)
        let tests = Tree.files(in: "Tests", endings: [".swift"]).map(\.text).joined()
        for row in rows {
            #expect(Self.states.contains(row.state), "\(row.id) \(row.state)")
            #expect(!row.text.isEmpty, "\(row.id) says nothing")
            guard row.state == "met" else { continue }
            #expect(tests.contains("\"\(row.text)\""), "\(row.id) names a test that is not there: \(row.text)")
        }
    }

    @Test("The sums on top are those of the table")
    func sums() throws {
        let (text, rows) = try document()
        func words(_ rows: [Row]) -> String {
            Self.states.map { state in "\(rows.count { $0.state == state }) \(state)" }.joined(separator: ", ")
        }
        let all = words(rows)
        let binding = words(rows.filter(\.binding))
        #expect(text.contains("All: \(all). Binding: \(binding)."))
    }
}
