package import Kernel

/// One row of a list of places, as it stands in the file: nothing in it is believed before the rule has looked at it.
package struct DivisionRow: FieldRecord, Hashable {
    /// The row of the file as a person counts it; without it the position in the list, from 1.
    package var row: Int64?
    package let code: String
    package let name: String
    /// Empty where the code says it.
    package let level: String
    /// The parent's code; empty for a province.
    package let parent: String
    package var kind: String?

    package init(row: Int64? = nil, code: String, name: String, level: String, parent: String, kind: String? = nil) {
        self.row = row
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
        self.kind = kind
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            row: pass.optionalWhole("row", \.row, in: CountDomain.self), code: pass.value("code", \.code),
            name: pass.value("name", \.name),
            level: pass.value("level", \.level, absent: ""), parent: pass.value("parent", \.parent, absent: ""),
            kind: pass.optional("kind", \.kind))
    }
}

/// How a code changes: the place keeps its identity under a new code, or becomes part of another place.
package enum CodeChange: String, FieldChoice { case rename, merge }
