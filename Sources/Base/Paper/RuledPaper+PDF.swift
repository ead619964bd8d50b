extension RuledPaper {
    /// The forms as a PDF, in their order. The same forms give the same bytes on the same machine (decision 0170).
    ///
    /// A cell has two lines at most; what is longer ends in dots. Nil when the file cannot be written, or has no form.
    package func pdf() -> [UInt8]? {
        guard !forms.isEmpty else { return nil }
        let canvas = Canvas(title: title, subject: subject, at: at)
        let height = (Canvas.height - 2 * Layout.edge) / Double(perPage)
        for (position, form) in forms.enumerated() {
            let slot = position % perPage
            if position > 0, slot == 0 { canvas.nextPage() }
            let top = Layout.edge + Double(slot) * height
            if slot > 0 { canvas.rule(x: 0, y: top - 4, width: 12) }
            draw(form, on: canvas, top: top, height: height - Layout.gap)
        }
        return canvas.finish()
    }

    /// Points; an A4 page is 595 by 842.
    private enum Layout {
        static let edge = 36.0
        static let left = 48.0
        static let width = Canvas.width - 2 * left
        /// Between two forms of a page.
        static let gap = 14.0
        /// A row of this height has two lines of letters.
        static let twoLines = 22.0
        static let padding = 3.0
        static let note = 9.5
        static let foot = 22.0
    }

    private func draw(_ form: Form, on canvas: Canvas, top: Double, height: Double) {
        var y = top
        y += canvas.text(
            form.title, x: Layout.left, y: y, width: Layout.width, size: 16, isBold: true, alignment: .center)
        y += 6
        y += head(form, on: canvas, y)
        let notes = Double(form.notes.count) * (Layout.note + 7)
        let foot = form.signatures.isEmpty ? 0 : Layout.foot
        if !form.columns.isEmpty { y = table(form, on: canvas, from: y + 4, to: top + height - notes - foot) }
        for note in form.notes {
            y += 4
            y += canvas.text(note, x: Layout.left, y: y, width: Layout.width, size: Layout.note)
        }
        let count = Double(max(1, form.signatures.count))
        for (place, words) in form.signatures.enumerated() {
            _ = canvas.text(
                words, x: Layout.left + Double(place) * Layout.width / count, y: top + height - Layout.foot + 8,
                width: Layout.width / count - 4, size: Layout.note, lines: 1)
        }
    }

    private func head(_ form: Form, on canvas: Canvas, _ y: Double) -> Double {
        var tallest = 0.0
        let places: [Canvas.Alignment] = [.left, .center, .right]
        for (words, place) in zip(form.head, places) where !words.isEmpty {
            tallest = max(
                tallest,
                canvas.text(words, x: Layout.left, y: y, width: Layout.width, size: Layout.note, alignment: place))
        }
        return tallest
    }

    /// Headings and rows of one height; gives where the table ends.
    private func table(_ form: Form, on canvas: Canvas, from top: Double, to bottom: Double) -> Double {
        let count = max(form.ruled, form.rows.count) + 1
        let height = min(30, (bottom - top) / Double(count))
        let lines = height >= Layout.twoLines ? 2 : 1
        let size = max(5, min(9, height / (lines == 2 ? 2.7 : 1.6)))
        let rows = [Row(form.columns.map(\.heading), isSum: true)] + form.rows
        let total = Double(max(1, form.columns.reduce(0) { $0 + $1.share }))
        var edges = [Layout.left]
        for column in form.columns { edges.append((edges.last ?? 0) + Layout.width * Double(column.share) / total) }
        for number in 0..<count {
            let y = top + Double(number) * height
            canvas.rule(x: Layout.left, y: y, width: Layout.width)
            guard rows.indices.contains(number) else { continue }
            let row = rows[number]
            for (place, words) in row.cells.prefix(form.columns.count).enumerated() where !words.isEmpty {
                let isNumber = form.columns[place].isNumber
                _ = canvas.text(
                    words, x: edges[place] + Layout.padding, y: y + (height - 1.35 * size * Double(lines)) / 2,
                    width: edges[place + 1] - edges[place] - 2 * Layout.padding, size: size, isBold: row.isSum,
                    alignment: number == 0 ? .center : isNumber ? .right : .left, lines: lines)
            }
        }
        let end = top + Double(count) * height
        canvas.rule(x: Layout.left, y: end, width: Layout.width)
        for edge in edges { canvas.upright(x: edge, y: top, height: end - top) }
        return end
    }
}
