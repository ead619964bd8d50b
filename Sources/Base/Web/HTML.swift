package import Kernel

/// A piece of page. Interpolated text is escaped; only literals and other HTML become markup.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    package private(set) var markup: String

    package init(stringLiteral value: String) {
        markup = value
    }

    package init(stringInterpolation: Interpolation) {
        markup = stringInterpolation.markup
    }

    /// Text, escaped; never for an attribute. Where letters run from right to left it stands by itself, so that it moves
    /// nothing beside it.
    package init(text: String) {
        markup = ""
        let isIsolated = text.unicodeScalars.contains(where: HTML.runsLeftward)
        if isIsolated { markup += "<bdi>" }
        HTML.escape(text, into: &markup)
        if isIsolated { markup += "</bdi>" }
    }

    /// Letters of the scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and those above the first
    /// plane (Unicode 16, blocks of bidirectional classes R and AL).
    private static func runsLeftward(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
        default: false
        }
    }

    package struct Interpolation: StringInterpolationProtocol {
        var markup = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { markup += literal }
        package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
        package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { markup += part.markup } }
        package mutating func appendInterpolation(_ html: HTML?) { if let html { markup += html.markup } }
        package mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &markup) }
        package mutating func appendInterpolation(_ number: some BinaryInteger) { markup += String(number) }
        package mutating func appendInterpolation<Named>(_ identifier: Identifier<Named>) { markup += identifier.text }
    }

    package static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }
    package static func += (left: inout HTML, right: HTML) { left.markup += right.markup }
    package static func joined(_ parts: [HTML], by separator: HTML) -> HTML {
        parts.dropFirst().reduce(parts.first ?? "") { $0 + separator + $1 }
    }
    package var isEmpty: Bool { markup.isEmpty }

    /// Escapes for element content and quoted attributes alike. Most text has nothing to escape and goes over whole.
    static func escape(_ text: String, into markup: inout String) {
        guard text.utf8.contains(where: isMarkup) else { return markup += text }
        var rest = text[...]
        while let position = rest.utf8.firstIndex(where: isMarkup) {
            markup += rest[..<position]
            markup += entity(rest.utf8[position])
            rest = rest[rest.utf8.index(after: position)...]
        }
        markup += rest
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
    }

    private static func entity(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }
}
