extension CardFile {
    /// The certificates as a PDF, front and back of each in their order. The same certificates give the same bytes on the
    /// same machine (decision 0170).
    ///
    /// Letters are made smaller until everything fits; nil where those of one would have to be smaller than 7 points, and
    /// where there is none.
    package func pdf() -> [UInt8]? {
        guard !cards.isEmpty else { return nil }
        let sizes = cards.map { card in
            stride(from: Layout.largest, through: Layout.smallest, by: -1).first { fits(card, $0) }
        }
        let canvas = Canvas(title: title, subject: subject, at: at, isLandscape: true)
        for (position, (card, size)) in zip(cards, sizes).enumerated() {
            guard let size else { return nil }
            if position > 0 { canvas.nextPage() }
            front(card, on: canvas, size)
            canvas.nextPage()
            back(card, on: canvas)
        }
        return canvas.finish()
    }

    /// Points; A4 across is 842 by 595.
    private enum Layout {
        static let largest = 15.0
        static let smallest = 7.0
        static let width = Canvas.height
        static let height = Canvas.width
        static let edge = 72.0
        static let top = 66.0
        /// Of a photo of two inches: 35 by 49 mm.
        static let photo = (width: 99.0, height: 139.0)
        static let factLeft = edge + photo.width + 32
        static let factTop = 150.0
        static let labelWidth = 120.0
        static let valueLeft = factLeft + labelWidth + 10
        static let valueWidth = width - edge - valueLeft
        static let codeSide = 96.0
        static let footTop = height - 62 - codeSide
        static let largeCode = 400.0
    }

    /// Whether the facts end above the foot; drawn on a sheet that is thrown away.
    private func fits(_ card: Card, _ size: Double) -> Bool {
        let trial = Canvas(title: title, subject: subject, at: at, isLandscape: true)
        defer { _ = trial.finish() }
        return facts(card, on: trial, size) <= Layout.footTop - 8
    }

    private func front(_ card: Card, on canvas: Canvas, _ size: Double) {
        canvas.frame(inset: 30, thickness: 2)
        canvas.frame(inset: 36, thickness: 0.6)
        let width = Layout.width - 2 * Layout.edge
        let title = canvas.text(
            card.title, x: Layout.edge, y: Layout.top, width: width, size: 30, isBold: true, alignment: .center,
            lines: 1)
        _ = canvas.text(
            card.number, x: Layout.edge, y: Layout.top + title + 4, width: width, size: 12, alignment: .center)
        let photo = Layout.photo
        canvas.box(x: Layout.edge, y: Layout.factTop, width: photo.width, height: photo.height)
        _ = canvas.text(
            self.photo, x: Layout.edge, y: Layout.factTop + photo.height / 2 - 8, width: photo.width, size: 11,
            alignment: .center)
        _ = facts(card, on: canvas, size)
        foot(card, on: canvas)
    }

    private func foot(_ card: Card, on canvas: Canvas) {
        let codeLeft = Layout.width - Layout.edge - Layout.codeSide
        if let code = card.code { canvas.code(code, x: codeLeft, y: Layout.footTop, side: Layout.codeSide) }
        var y = Layout.footTop + 14
        for line in card.issuer {
            y += canvas.text(line, x: Layout.edge, y: y, width: codeLeft - Layout.edge - 24, size: 13) + 6
        }
        _ = canvas.text(
            card.address, x: Layout.edge, y: Layout.footTop + Layout.codeSide + 4,
            width: Layout.width - 2 * Layout.edge, size: 8, alignment: .right)
    }

    /// Name and facts; gives where they end.
    private func facts(_ card: Card, on canvas: Canvas, _ size: Double) -> Double {
        var y = Layout.factTop
        y +=
            canvas.text(
                card.name, x: Layout.factLeft, y: y, width: Layout.width - Layout.edge - Layout.factLeft,
                size: size + 9,
                isBold: true) + size / 2
        for fact in card.facts {
            let label = canvas.text(
                fact.label, x: Layout.factLeft, y: y, width: Layout.labelWidth, size: size, isBold: true)
            let value = canvas.text(fact.value, x: Layout.valueLeft, y: y, width: Layout.valueWidth, size: size)
            y += max(label, value) + size / 2
        }
        return y
    }

    private func back(_ card: Card, on canvas: Canvas) {
        let left = Layout.edge + Layout.largeCode + 28
        let top = (Layout.height - Layout.largeCode) / 2
        if let code = card.back.code { canvas.code(code, x: Layout.edge, y: top, side: Layout.largeCode) }
        var y = top + 12
        let width = Layout.width - Layout.edge - left
        y += canvas.text(card.back.title, x: left, y: y, width: width, size: 18, isBold: true) + 12
        y += canvas.text(card.number, x: left, y: y, width: width, size: 12) + 12
        for note in card.back.notes { y += canvas.text(note, x: left, y: y, width: width, size: 11) + 10 }
    }
}
