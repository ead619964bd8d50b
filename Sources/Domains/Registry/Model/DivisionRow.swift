package import Kernel

/// One row of a list of places, as it stands in the file: nothing in it is believed before the rule has looked at it.
package struct DivisionRow: FieldRecord, Hashable {
    /// The row of the file as a person counts it; without it the position in the list, from 1.
    package let row: Int64?
    package let code: String
    package let name: String
    /// Empty where the code says it.
    package let level: String
    /// The parent's code; empty for a province.
    package let parent: String
    package let kind: String?

    package init(row: Int64? = nil, code: String, name: String, level: String, parent: String, kind: String? = nil) {
        self.row = row
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
        self.kind = kind
    }

    package init(reading reader: inout FieldReader) {
        row = reader.optional("row")
        code = reader.value("code")
        name = reader.value("name")
        level = reader.optional("level") ?? ""
        parent = reader.optional("parent") ?? ""
        kind = reader.optional("kind")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("row", row)
        writer.put("code", code)
        writer.put("name", name)
        writer.put("level", level)
        writer.put("parent", parent)
        writer.put("kind", kind)
    }
}

/// How a code changes: the place keeps its identity under a new code, or becomes part of another place.
package enum CodeChange: String, FieldChoice { case rename, merge }
