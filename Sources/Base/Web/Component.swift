package import Kernel

/// A part of a page: a value that becomes markup in the reader's language.
package protocol Component: Sendable {
    func html(_ language: Language) -> HTML
}

/// Finished markup is a component too, so that the two mix freely.
extension HTML: Component {
    package func html(_ language: Language) -> HTML { self }
}

extension HTML {
    /// Components one after another.
    package init(_ parts: [any Component], _ language: Language) {
        self = "\(parts.map { $0.html(language) })"
    }

    /// A link; only paths of this house, anchors, `https:`, `mailto:` and `tel:` become links, all else stays plain text.
    package static func link(_ text: String, to target: String) -> HTML {
        link(HTML(text: text), to: target)
    }

    package static func link(_ content: HTML, to target: String) -> HTML {
        isSafe(target) ? "<a href=\"\(target)\">\(content)</a>" : content
    }

    /// Links to what can be done with a row of a table, one below the other where there is no room.
    package static func acts(_ links: [(label: String, path: String)]) -> HTML {
        links.isEmpty ? "" : "<span class=\"acts\">\(links.map { link($0.label, to: $0.path) })</span>"
    }

    /// A moment, readable by people and by programs. `toTheSecond`: in a list where seconds decide.
    package static func time(_ instant: Instant, _ language: Language, toTheSecond: Bool = false) -> HTML {
        let format = Format(language)
        let words = toTheSecond ? format.published(instant) : format.instant(instant)
        return "<time datetime=\"\(Format.machineInstant(instant))\">\(words)</time>"
    }

    /// How long until `end`; goes on counting where script runs. Over is a word, not a negative number.
    package static func countdown(to end: Instant, from now: Instant, _ language: Language) -> HTML {
        let left = end.milliseconds - now.milliseconds
        guard left > 0 else { return "<span class=\"countdown\">\(Text.over, language)</span>" }
        return """
            <span class="countdown" data-end="\(end.milliseconds)">\(Format(language).duration(milliseconds: left))</span>
            """
    }

    /// What the house's clock says; goes on ticking where script runs.
    package static func clock(_ now: Instant, _ language: Language) -> HTML {
        """
        <time id="clock" data-clock="\(now.milliseconds)" datetime="\(Format.machineInstant(now))">\
        \(Format(language).time(now))</time>
        """
    }

    static func isSafe(_ target: String) -> Bool {
        if target.utf8.contains(where: { $0 < 0x21 || $0 == UInt8(ascii: "\\") || $0 == 0x7F }) { return false }
        if target.hasPrefix("/") { return !target.hasPrefix("//") }
        return ["#", "?", "https://", "mailto:", "tel:"].contains { target.hasPrefix($0) }
    }
}

extension HTML.Interpolation {
    /// `"\(Headline(…), language)"`.
    package mutating func appendInterpolation(_ component: some Component, _ language: Language) {
        appendInterpolation(component.html(language))
    }

    /// `"\(Text.price, language)"`.
    package mutating func appendInterpolation(_ message: Message, _ language: Language) {
        appendInterpolation(language(message))
    }
}

extension Page {
    /// The usual page: a title and components from top to bottom, the `Headline` first.
    package init(_ title: Message, _ request: PageRequest, _ parts: [any Component], liveSource: String? = nil) {
        self.init(
            title: request(title), body: HTML(parts, request.language), liveSource: liveSource,
            rows: ListTable.rows(of: parts, request(title)))
    }

    /// The same for a title that is a name, not words.
    package init(named title: String, _ request: PageRequest, _ parts: [any Component], liveSource: String? = nil) {
        self.init(
            title: title, body: HTML(parts, request.language), liveSource: liveSource,
            rows: ListTable.rows(of: parts, title))
    }
}
