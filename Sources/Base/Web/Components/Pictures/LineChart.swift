package import Kernel

/// A price over time that holds until the next change: the course of an auction, a rent over the years.
///
/// The picture carries a sentence for who cannot see it, and the figures stand below it in a table that can be opened.
package struct LineChart: Component {
    package struct Point: Sendable {
        let at: Instant
        let value: Int64
        let text: String

        package init(_ at: Instant, _ value: Int64, text: String) {
            self.at = at
            self.value = value
            self.text = text
        }
    }

    package enum Style: Sendable { case step, straight }

    let caption: Message
    let points: [Point]
    let style: Style

    /// `points` in order of time.
    package init(_ caption: Message, _ points: [Point], style: Style = .step) {
        self.caption = caption
        self.points = points
        self.style = style
    }

    package func html(_ language: Language) -> HTML {
        guard let first = points.first, let last = points.last else { return EmptyState().html(language) }
        let lowest = points.map(\.value).min() ?? 0
        let highest = points.map(\.value).max() ?? 0
        let top = points.first { $0.value == highest } ?? last
        let bottom = points.first { $0.value == lowest } ?? first
        return """
            <figure class="line"><figcaption>\(caption, language)</figcaption>
            <p class="scale"><span>\(Text.highest, language) <b>\(top.text)</b></span> \
            <span>\(Text.lowest, language) <b>\(bottom.text)</b></span></p>
            <div class="plot">
            <svg viewBox="0 0 1000 300" preserveAspectRatio="none" role="img" \
            aria-label="\(Text.course(caption, from: first.text, to: last.text, count: points.count), language)">\
            <path class="line-ground" d="M0 290H1000"/>\
            <path class="line-area" d="\(path(lowest, highest))V300H0Z"/>\
            <path class="line-path" d="\(path(lowest, highest))"/></svg>
            <div class="span" aria-hidden="true"><span>\(Format(language).instant(first.at))</span>\
            <span>\(Format(language).instant(last.at))</span></div></div>
            \(table(language))</figure>

            """
    }

    private func table(_ language: Language) -> HTML {
        let rows = points.map { [HTML.time($0.at, language), HTML(text: $0.text)] }
        let table = DataTable(columns: [.init(Text.time), .init(Text.value, .number)], rows: rows)
        return Details(Text.chartData, [table]).html(language)
    }

    private func path(_ lowest: Int64, _ highest: Int64) -> HTML {
        guard let first = points.first, let last = points.last else { return "" }
        let span = last.at.milliseconds - first.at.milliseconds
        let corners = points.map { point in
            let x = BarChart.share(point.at.milliseconds - first.at.milliseconds, of: span, outOf: 1_000)
            let range = highest.subtractingReportingOverflow(lowest)
            let height = point.value.subtractingReportingOverflow(lowest)
            guard !range.overflow, range.partialValue > 0 else { return (x, UInt64(150)) }
            return (x, 280 - BarChart.share(height.partialValue, of: range.partialValue, outOf: 260))
        }
        var text = ""
        for (x, y) in corners {
            switch (text.isEmpty, style) {
            case (true, _): text = "M\(x) \(y)"
            case (false, .step): text += "H\(x)V\(y)"
            case (false, .straight): text += "L\(x) \(y)"
            }
        }
        if corners.count == 1 || span <= 0 { text += "H1000" }
        return HTML(text: text)
    }
}
