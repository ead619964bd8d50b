/// Codes as people type them: with the full-width figures of a Chinese keyboard, in groups, with invisible marks that
/// came along with a paste.
package enum TypedCode {
    /// Full-width letters, figures and signs as the plain ones they mean.
    package static func folded(_ typed: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { out.append(plain) }
            case 0x3000: out.append(" ")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// A sign-in name: folded, without blanks around it.
    package static func name(_ typed: String) -> String {
        String(
            folded(typed).trimmingPrefix(while: \.isWhitespace).reversed().trimmingPrefix(while: \.isWhitespace)
                .reversed())
    }

    /// What was typed for a code of figures: folded, without blanks, hyphens, points and marks nobody sees.
    package static func figures(_ typed: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in folded(typed).unicodeScalars {
            let isPassed =
                scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.properties.generalCategory == .dashPunctuation || scalar == "."
            if !isPassed { out.append(scalar) }
        }
        return String(out)
    }
}
