/// Headings are compared without spaces, case and the unit in brackets behind them.
enum TableHeading {
    static func clean(_ cell: String) -> String {
        Folding.folded(cell).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    static func normalised(_ cell: String) -> String {
        String(
            String.UnicodeScalarView(
                Folding.folded(cell).unicodeScalars.filter { !CanonicalText.isBlank($0) && $0 != "*" })
        )
        .lowercased().replacing(NotationText.accountSigns.other, with: NotationText.accountSigns.usual)
    }

    /// Without what stands behind it in brackets or after a stroke: a unit, or the name in another language.
    static func withoutUnit(_ cell: String) -> String {
        let folded = Folding.folded(cell)
        guard let open = folded.firstIndex(where: { "([/\u{3010}\u{3014}".contains($0) }), open > folded.startIndex
        else {
            return folded
        }
        return String(folded[..<open])
    }

    /// A cell without what programs put around figures so that a spreadsheet leaves them alone: ="6222", '6222, `6222.
    static func withoutGuard(_ cell: String) -> String {
        if cell.utf8.count > 3, cell.hasPrefix("=\""), cell.hasSuffix("\"") {
            return String(cell.dropFirst(2).dropLast())
        }
        let figure = cell.utf8.dropFirst().first.map { $0 >= 0x30 && $0 < 0x3A } ?? false
        return figure && (cell.utf8.first == 0x27 || cell.utf8.first == 0x60) ? String(cell.dropFirst()) : cell
    }

    static func isBlank(_ cell: String) -> Bool {
        cell.unicodeScalars.allSatisfy {
            CanonicalText.isBlank($0) || $0.properties.isDefaultIgnorableCodePoint || $0.value == 0x2800
        }
    }
}

/// What the cells of a row of headings may be called; of two rows, by what stands above and below.
struct TableHeadingRow: Sendable {
    /// As the file writes them, for whoever is told of a cell.
    let shown: [String]
    /// The names of each column, and the same without the unit in brackets behind them.
    let exact: [[String]]
    let bare: [[String]]

    init(_ cells: [String]) {
        self.init(shown: cells, names: cells.map { [$0] })
    }

    private init(shown: [String], names: [[String]]) {
        self.shown = shown
        exact = names.map { $0.map(TableHeading.normalised) }
        bare = names.map { $0.map { TableHeading.normalised(TableHeading.withoutUnit($0)) } }
    }

    /// The headings of two rows together, as of a sheet whose upper row groups the lower: "金额" over "借方" and "贷方".
    /// A column is called by both words in either order, by the one it has, and by the lower alone where no other column has
    /// it. Nil where the lower row holds figures: then it is a record.
    func over(_ lower: TableHeadingRow) -> TableHeadingRow? {
        let below = lower.shown.map { TableHeading.clean($0) }
        let words = below.filter { !$0.isEmpty }
        guard !words.isEmpty, words.allSatisfy({ !$0.contains(where: \.isNumber) }) else { return nil }
        var group = ""
        var shown: [String] = []
        var names: [[String]] = []
        for place in 0..<max(self.shown.count, below.count) {
            let own = self.shown.indices.contains(place) ? TableHeading.clean(self.shown[place]) : ""
            let word = below.indices.contains(place) ? below[place] : ""
            if !own.isEmpty { group = own }
            if word.isEmpty {
                // Nothing below: the column is its own group, and the next begins another.
                shown.append(own)
                names.append(own.isEmpty ? [] : [own])
                group = ""
            } else {
                shown.append(group.isEmpty ? word : "\(group) \(word)")
                let both = group.isEmpty ? [] : [group + word, word + group]
                names.append(both + (words.filter { $0 == word }.count == 1 ? [word] : []))
            }
        }
        return TableHeadingRow(shown: shown, names: names)
    }
}
