import Foundation
import TestSupport
import Testing

/// The program's own tables are whole: a comma in a remark must not make a row one that no reader knows.
@Suite struct ShippedTableTests {
    @Test("Each row of a table that comes with the program has as many cells as its heading")
    func eachRowIsWhole() {
        let tables = Tree.files(in: "Sources", endings: [".csv"]).filter { !$0.path.contains("/codelists/") }
        #expect(tables.count >= 18)
        for table in tables {
            let lines = table.text.split(whereSeparator: \.isNewline).map { cells($0) }
            let width = lines.first ?? 0
            #expect(width > 1 && lines.count > 1, "\(table.path) has no rows")
            for (index, count) in lines.enumerated() where count != width {
                Issue.record("\(table.path):\(index + 1) has \(count) cells, its heading \(width)")
            }
        }
    }

    @Test("A quoted comma parts no cells")
    func quoted() { #expect(cells(#"a,"b, c",d"#) == 3 && cells("a,b, c,d") == 4) }

    /// How many cells a line has; commas between double quotes part none.
    private func cells(_ line: Substring) -> Int {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.reduce(1) { $0 + $1.element.filter { $0 == "," }.count }
    }

    @Test("No reader of a shipped table leaves out a row that it cannot read")
    func noneIsLeftOut() {
        for file in Tree.files(in: "Sources", endings: [".swift"]) where file.text.contains("PackageResources.") {
            let found = file.text.matches(of: /PackageResources\.\w+_csv[^{}]*\.compactMap/)
            #expect(found.count == 0, "\(file.path): ShippedTable.rows stops at such a row")
        }
    }
}
