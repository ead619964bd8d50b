import Web

extension Sheet {
    /// The sheet as a PDF of one page. The same sheet gives the same bytes on the same machine (decision 0170).
    ///
    /// Letters are made smaller until everything fits; nil when they would have to be smaller than 6 points.
    package func pdf() -> [UInt8]? {
        let sizes = stride(from: Layout.largest, through: Layout.smallest, by: -1)
        guard let size = sizes.first(where: { fits($0) }) else { return nil }
        let canvas = Canvas(title: title, subject: number, at: at)
        draw(on: canvas, size)
        return canvas.finish()
    }

    /// Points; an A4 sheet is 595 by 842.
    private enum Layout {
        static let largest = 12.0
        static let smallest = 6.0
        static let left = 64.0
        static let top = 72.0
        static let width = Canvas.width - 2 * left
        static let labelWidth = 96.0
        static let valueLeft = left + labelWidth + 12
        static let valueWidth = width - labelWidth - 12
        static let codeSide = 110.0
        static let footTop = Canvas.height - 72 - codeSide - 40
    }

    /// Whether the facts and notes end above the foot; drawn on a sheet that is thrown away.
    private func fits(_ size: Double) -> Bool {
        let trial = Canvas(title: title, subject: number, at: at)
        defer { _ = trial.finish() }
        return drawFacts(on: trial, size) <= Layout.footTop
    }

    private func draw(on canvas: Canvas, _ size: Double) {
        canvas.frame(inset: 36, thickness: 2)
        canvas.frame(inset: 41, thickness: 0.6)
        _ = drawFacts(on: canvas, size)
        var y = Layout.footTop + 8
        for line in issuer {
            y += canvas.text(line, x: Layout.left, y: y, width: Layout.width - Layout.codeSide - 24, size: 12) + 6
        }
        let codeLeft = Layout.left + Layout.width - Layout.codeSide
        if let code { canvas.code(code, x: codeLeft, y: Layout.footTop, side: Layout.codeSide) }
        _ = canvas.text(
            address, x: Layout.left, y: Layout.footTop + Layout.codeSide + 8, width: Layout.width, size: 8,
            alignment: .right)
    }

    /// Everything above the foot; gives where it ends.
    private func drawFacts(on canvas: Canvas, _ size: Double) -> Double {
        var y = Layout.top
        y += canvas.text(title, x: Layout.left, y: y, width: Layout.width, size: 26, isBold: true, alignment: .center)
        y += canvas.text(number, x: Layout.left, y: y + 6, width: Layout.width, size: 12, alignment: .center) + 22
        canvas.rule(x: Layout.left, y: y, width: Layout.width)
        for fact in facts {
            let label = canvas.text(
                fact.label, x: Layout.left, y: y + size / 2, width: Layout.labelWidth, size: size, isBold: true)
            let value = canvas.text(
                fact.value, x: Layout.valueLeft, y: y + size / 2, width: Layout.valueWidth, size: size)
            y += max(label, value) + size
            canvas.rule(x: Layout.left, y: y, width: Layout.width)
        }
        for note in notes {
            y += size / 2 + canvas.text(note, x: Layout.left, y: y + size / 2, width: Layout.width, size: size - 2)
        }
        return y
    }
}
