import Kernel

/// Codes as people type them: with the full-width figures of a Chinese keyboard, in groups, with invisible marks that
/// came along with a paste.
package enum TypedCode {
    /// A sign-in name: folded, without blanks around it.
    package static func name(_ typed: String) -> String { Folding.folded(typed) }

    /// What was typed for a code of figures: folded, without blanks, hyphens, points and marks nobody sees.
    package static func figures(_ typed: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in Folding.folded(typed).unicodeScalars {
            let isPassed =
                scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.properties.generalCategory == .dashPunctuation || scalar == "."
            if !isPassed { out.append(scalar) }
        }
        return String(out)
    }
}
