import Foundation

/// The one form of every text, made where text enters the house and nowhere else.
///
/// Leaves are NFC while a table keeps what it is given, so two forms of one letter would make `verify` report a change
/// nobody made; and a mark that nobody sees makes two names of one. Therefore: NFC; no marks that turn the direction, have
/// no width or no ink; lines end with LF; white space gone at both ends. A text never begins with a mark that would join
/// the letter before it, so that canonical texts put side by side are canonical too.
package enum CanonicalText {
    /// `text` in its one form. Throws where it holds control characters or U+FFFD, the trace of a wrong decoding.
    package static func of(_ text: String) throws(Rejection) -> String {
        if isSurelyCanonical(text) { return text }
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            let isSecondOfLineEnd = scalar == "\n" && previous == "\r"
            defer { previous = scalar }
            if isSecondOfLineEnd { continue }
            switch scalar.value {
            case 0x09, 0x0A: kept.append(scalar)
            case 0x0D, 0x85, 0x2028, 0x2029: kept.append("\n")
            case 0x2800: kept.append(" ")  // A braille cell without a dot: a blank that calls itself a sign.
            case 0xFFF9...0xFFFC: continue
            case 0..<0x20, 0x7F...0x9F, 0xFFFD, 0xFDD0...0xFDEF: throw damaged
            case let value where value & 0xFFFE == 0xFFFE: throw damaged
            default:
                if scalar.properties.isDefaultIgnorableCodePoint, !shapes(scalar, after: kept.last) { continue }
                kept.append(scalar)
            }
        }
        // What stood between a letter and its mark may be gone now.
        return trimmed(String(kept).precomposedStringWithCanonicalMapping)
    }

    /// The same for a text that is only looked for: what is damaged stands as U+FFFD, which no name holds. A store would
    /// refuse the text otherwise.
    package static func sought(_ text: String) -> String {
        if let canonical = try? of(text) { return canonical }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    }

    /// True of text in the ranges that every form leaves alone, without white space at its ends. False means "look".
    static func isSurelyCanonical(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return true }
        guard first.value > 0x20, last.value > 0x20, first.value != 0x3000, last.value != 0x3000 else { return false }
        return scalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A, 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x3000..<0x302A, 0x3400..<0x4DC0,
                0x4E00..<0xA000, 0xFF01..<0xFFA0:
                true
            default: false
            }
        }
    }

    private static var damaged: Rejection { KernelRejection.controlCharacter(field: "").rejection }

    /// Whether the invisible `scalar` gives the letter before it its shape: the selectors of Mongolian writing do.
    private static func shapes(_ scalar: Unicode.Scalar, after letter: Unicode.Scalar?) -> Bool {
        guard let letter else { return false }
        return (0x180B...0x180F).contains(scalar.value) && (0x1820...0x18AA).contains(letter.value)
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, isBlank(first) || joins(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// Marks and the later parts of Hangul and Kirat Rai syllables: NFC may join them to what stands before.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: break
        }
        switch scalar.value {
        case 0x1160...0x11FF, 0xD7B0...0xD7FB, 0x16D63, 0x16D67: return true
        default: return false
        }
    }
}

/// What people type where a number, a date or a code is meant, brought to plain signs before it is read.
package enum Folding {
    /// Full-width signs made narrow, every space a plain one, every dash a hyphen, the Chinese full stop a point.
    package static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: out.append("-")
            case 0x3002, 0xFF61: out.append(".")
            case 0xFFE5: out.append("\u{A5}")
            case _ where CanonicalText.isBlank(scalar): out.append(" ")
            case _ where scalar.properties.isDefaultIgnorableCodePoint: continue
            default: out.append(scalar)
            }
        }
        var scalars = out[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// What of `text` consists of ASCII letters and figures alone, folded.
    package static func codes(in text: String) -> [String] {
        folded(text).utf8.split { byte in
            !(0x30...0x39).contains(byte) && !(0x41...0x5A).contains(byte) && !(0x61...0x7A).contains(byte)
        }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Folded, and without the spaces people put between groups of figures: codes, logins, telephone and card numbers.
    package static func code(_ text: String) -> String {
        let folded = folded(text)
        return folded.utf8.contains(0x20) ? folded.replacing(" ", with: "") : folded
    }
}
