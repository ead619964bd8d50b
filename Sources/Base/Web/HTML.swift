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

    /// Text, escaped.
    package init(text: String) {
        markup = ""
        HTML.escape(text, into: &markup)
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
    package var isEmpty: Bool { markup.isEmpty }

    /// Escapes for element content and quoted attributes alike.
    static func escape(_ text: String, into markup: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }
}
