extension TableText {
    /// The rows as they stand, cut by the separator that parts the first rows into most cells. For sheets whose headings
    /// take several rows; whoever looks for one row of headings takes `TableReader`.
    package func lines(mostRows: Int = 100_000) throws(Rejection) -> [TableLine] {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: { !CanonicalText.isBlank($0) }) else {
            throw KernelRejection.tableEmpty.rejection
        }
        let best = NotationText.separators.map { ($0, Self.width(scalars, $0)) }.max { $0.1 < $1.1 }
        var splitter = TableSplitter(scalars, separator: best?.0 ?? ",")
        var lines: [TableLine] = []
        while let line = splitter.next() {
            lines.append(line)
            guard lines.count <= mostRows else { throw KernelRejection.tableRows(limit: mostRows).rejection }
        }
        return lines
    }

    /// Cells in the first rows together.
    private static func width(_ scalars: [Unicode.Scalar], _ separator: Unicode.Scalar) -> Int {
        var splitter = TableSplitter(scalars, separator: separator)
        var width = 0
        for _ in 0..<20 { width += splitter.next()?.cells.count ?? 0 }
        return width
    }
}
