package import Kernel

/// Amounts side by side. Every bar stands beside its label and figure as text, so the picture is never the only source.
package struct BarChart: Component {
    package struct Bar: Sendable {
        let label: String
        let value: Int64
        let text: String
        let path: String?

        /// `text` is the value as people read it; a negative value shows an empty bar. `path` leads to the rows behind it.
        package init(_ label: String, _ value: Int64, text: String, to path: String? = nil) {
            self.label = label
            self.value = value
            self.text = text
            self.path = path
        }
    }

    let caption: Message
    let bars: [Bar]
    /// The value a full bar stands for; nil for the greatest of the bars.
    let full: Int64?

    package init(_ caption: Message, _ bars: [Bar], full: Int64? = nil) {
        self.caption = caption
        self.bars = bars
        self.full = full
    }

    package func html(_ language: Language) -> HTML {
        let greatest = full ?? bars.map(\.value).max() ?? 0
        let lines = bars.map { bar -> HTML in
            let label = bar.path.map { HTML.link(bar.label, to: $0) } ?? HTML(text: bar.label)
            return """
                <li><span class="bar-label">\(label)</span><span class="bar-value">\(bar.text)</span>\
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
                <rect class="bar-ground" width="1000" height="10"/>\
                <rect class="bar" width="\(Self.share(bar.value, of: greatest, outOf: 1_000))" height="10"/></svg></li>

                """
        }
        return "<figure class=\"bars\"><figcaption>\(caption, language)</figcaption>\n<ul>\n\(lines)</ul></figure>\n"
    }

    /// `value` on a scale from 0 (nothing) to `length` (`greatest`), in integers that cannot overflow.
    static func share(_ value: Int64, of greatest: Int64, outOf length: UInt64) -> UInt64 {
        guard value > 0, greatest > 0 else { return 0 }
        guard value < greatest else { return length }
        return greatest.magnitude.dividingFullWidth(value.magnitude.multipliedFullWidth(by: length)).quotient
    }
}
