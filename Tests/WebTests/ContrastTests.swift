import Foundation
import Testing
import Web

/// Every pair of colours the stylesheet sets is readable (WCAG 2.2 AA), and there are no colours but the palette's.
struct ContrastTests {
    private struct Rule {
        let selector: String
        let declarations: [(name: String, value: String)]

        func colour(_ names: String...) -> String? {
            declarations.last { names.contains($0.name) && $0.value.contains("var(--") }.map { declaration in
                String(declaration.value.drop { $0 != "-" }.dropFirst(2).prefix { $0.isLetter || $0 == "-" })
            }
        }
    }

    private let rules: [Rule]
    private let palette: [String: Double]

    init() throws {
        let text = try #require(String(validating: StaticAsset.stylesheet.bytes, as: UTF8.self))
            .replacing(/\/\*[^*]*\*\//, with: "").replacing(/@media[^{]*\{/, with: "")
        rules = text.matches(of: /([^{}]+)\{([^{}]*)\}/).map { match in
            let declarations = match.output.2.split(separator: ";").compactMap {
                line -> (name: String, value: String)? in
                let parts = line.split(separator: ":", maxSplits: 1).map {
                    $0.trimmingCharacters(in: .whitespacesAndNewlines)
                }
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }
            return Rule(
                selector: match.output.1.trimmingCharacters(in: .whitespacesAndNewlines), declarations: declarations)
        }
        let root = try #require(rules.first { $0.selector == ":root" })
        palette = try Dictionary(
            uniqueKeysWithValues: root.declarations.map { declaration in
                let rgb = try #require(Int(declaration.value.dropFirst(), radix: 16), "\(declaration.value)")
                return (String(declaration.name.dropFirst(2)), Self.luminance(rgb))
            })
    }

    private static func luminance(_ rgb: Int) -> Double {
        let parts = [rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255].map { channel in
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func ratio(_ one: String, _ other: String) throws -> Double {
        let a = try #require(palette[one], "\(one) is not in the palette")
        let b = try #require(palette[other], "\(other) is not in the palette")
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("text on its ground has a contrast of at least 4.5")
    func text() throws {
        var pairs = 0
        for rule in rules where rule.selector != ":root" {
            guard let ink = rule.colour("color") else { continue }
            // A rule without a ground of its own is read on paper, on cards and on sunken grounds.
            let grounds = rule.colour("background").map { [$0] } ?? ["paper", "card", "sunk"]
            for ground in grounds {
                let ratio = try ratio(ink, ground)
                #expect(ratio >= 4.5, "\(rule.selector): \(ink) on \(ground) is \(ratio)")
                pairs += 1
            }
        }
        #expect(pairs > 60)
    }

    @Test("what lies inside a coloured ground is readable on it too")
    func nested() throws {
        for (ink, ground) in [
            ("ink", "red-pale"), ("ink", "green-pale"), ("ink", "ochre-pale"), ("red", "paper"), ("red", "card"),
            ("soft", "card"), ("green", "card"), ("card", "seal"), ("card", "green-deep"),
        ] {
            #expect(try ratio(ink, ground) >= 4.5, "\(ink) on \(ground)")
        }
    }

    @Test("edges of controls, bars and the focus ring stand out by at least 3")
    func edges() throws {
        for (line, ground) in [
            ("edge", "paper"), ("edge", "card"), ("focus", "paper"), ("focus", "card"), ("green", "sunk"),
            ("green", "paper"),
            ("red", "card"),
        ] {
            #expect(try ratio(line, ground) >= 3, "\(line) on \(ground)")
        }
    }

    @Test("no colour stands outside the palette, and nothing is fetched from elsewhere")
    func onlyPalette() {
        for rule in rules where rule.selector != ":root" {
            for (name, value) in rule.declarations {
                #expect(
                    !value.contains("#") && !value.contains("rgb") && !value.contains("url("),
                    "\(rule.selector) \(name)")
            }
        }
        let text = String(decoding: StaticAsset.stylesheet.bytes, as: UTF8.self)
        #expect(!text.contains("@import") && !text.contains("http"))
    }
}
