import Foundation
import TestSupport
import Testing

@Suite("Documents") struct DocumentTests {
    @Test("The glossary is one to one")
    func glossary() throws {
        let text = try #require(Tree.text("docs/glossary.md"))
        var chinese: Set<Substring> = []
        var english: Set<Substring> = []
        for line in text.split(separator: "\n") where line.hasPrefix("|") {
            let cells = line.split(separator: "|").map { $0.trimmingPrefix(while: \.isWhitespace) }
            guard cells.count == 3, !cells[0].hasPrefix("Chinese"), !cells[0].hasPrefix("-") else { continue }
            #expect(chinese.insert(cells[0]).inserted, "\(cells[0]) stands twice")
            #expect(english.insert(cells[1]).inserted, "\(cells[1]) stands twice")
        }
        #expect(chinese.count > 100)
    }

    @Test("Decision records are numbered without doubles and say context, decision and consequences")
    func decisions() {
        var numbers: Set<Substring> = []
        for record in Tree.files(in: "docs/decisions", endings: [".md"]) {
            let name = record.path.split(separator: "/").last ?? ""
            #expect(name.prefixMatch(of: /\d{4}-[a-z0-9-]+\.md/) != nil, "\(record.path)")
            #expect(numbers.insert(name.prefix(4)).inserted, "\(name.prefix(4)) is given twice")
            for heading in ["## Context", "## Decision", "## Consequences"] {
                #expect(record.text.contains(heading), "\(record.path) lacks \(heading)")
            }
        }
        #expect(!numbers.isEmpty)
    }
}
