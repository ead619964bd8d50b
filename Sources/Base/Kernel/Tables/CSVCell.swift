/// A cell of a comma-separated file (RFC 4180).
package enum CSVCell {
    /// In quotes where it holds a comma, a quote or a line's end.
    package static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
