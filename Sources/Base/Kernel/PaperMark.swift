/// The mark of a paper: the SHA-256 of its bytes, 64 lower-case hexadecimal digits. It stands in commands and events; a
/// form asks for the paper itself. Read as any text: whether it has the form of a mark, the rule of the command judges.
package struct PaperMark: FieldValue, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        text = try String(field: field, notation: notation)
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.paper) }
    package static var example: PaperMark { PaperMark("") }
}

/// Who may look at the papers that an event names.
package enum PaperAudience: String, Sendable {
    /// The desks of the place and of the places above it.
    case desks
    /// Everyone: the object's page is public, and so is the paper.
    case everyone
}

extension FieldPass {
    /// The paper called `name`, by its mark: a form asks for a photo or a file.
    package mutating func paper(_ name: String, _ get: (Record) -> String) -> String {
        value(name) { PaperMark(get($0)) }.text
    }

    /// The optional paper called `name`.
    package mutating func optionalPaper(_ name: String, _ get: (Record) -> String?) -> String? {
        optional(name) { get($0).map(PaperMark.init) }?.text
    }

    /// The list of papers called `name`; absent means none.
    package mutating func papers(_ name: String, _ get: (Record) -> [String]) -> [String] {
        values(name) { get($0).map(PaperMark.init) }.map(\.text)
    }
}

extension FieldShape.Field {
    /// The paths of the papers among `fields`, as a leaf and a form have them: `digest`, `evidence[]`, `scores[].slip`.
    package static func papers(among fields: [FieldShape.Field], under prefix: String = "") -> [String] {
        fields.flatMap { field -> [String] in
            let path = prefix + field.name
            switch field.shape.kind {
            case .paper: return [path]
            case .list(let inner):
                let isPlain = inner.count == 1 && inner[0].name.isEmpty
                return papers(among: inner, under: isPlain ? path + "[]" : path + "[].")
            case .object(let inner): return papers(among: inner, under: path + ".")
            default: return []
            }
        }
    }
}

extension JSON {
    /// The texts at `path` (`evidence[]`, `scores[].slip`), each with its own path: `evidence[0]`.
    package func texts(at path: Substring, under prefix: String = "") -> [(path: String, text: String)] {
        guard !path.isEmpty else { return string.map { [(prefix, $0)] } ?? [] }
        if path.hasPrefix("[]") {
            let rest = path.dropFirst(2)
            guard case .array(let elements) = self else { return [] }
            return elements.enumerated().flatMap { $1.texts(at: rest, under: "\(prefix)[\($0)]") }
        }
        let start = path.hasPrefix(".") ? path.dropFirst() : path
        let name = start.prefix { $0 != "." && $0 != "[" }
        guard let member = self[String(name)] else { return [] }
        let own = prefix.isEmpty ? String(name) : "\(prefix).\(name)"
        return member.texts(at: start.dropFirst(name.count), under: own)
    }
}
