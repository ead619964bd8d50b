package import Kernel

/// A place is there from a day on, with its first code and name.
package struct DivisionOpened: EventPayload {
    package static let name = "divisionOpened"

    package let division: DivisionID
    package let codeSystem: CodeSystem
    package let code: DivisionCode
    package let name: String
    package let level: DivisionLevel
    package let kind: DivisionKind
    /// Nil for a province.
    package let parent: DivisionID?
    package let asOf: CivilDate

    package init(
        division: DivisionID, codeSystem: CodeSystem, code: DivisionCode, name: String, level: DivisionLevel,
        kind: DivisionKind, parent: DivisionID? = nil, asOf: CivilDate
    ) {
        self.division = division
        self.codeSystem = codeSystem
        self.code = code
        self.name = name
        self.level = level
        self.kind = kind
        self.parent = parent
        self.asOf = asOf
    }

    package init(reading reader: inout FieldReader) {
        division = reader.value("division")
        codeSystem = reader.value("codeSystem")
        code = reader.value("code")
        name = reader.value("name")
        level = reader.value("level")
        kind = reader.value("kind")
        parent = reader.optional("parent")
        asOf = reader.value("asOf")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("division", division)
        writer.put("codeSystem", codeSystem)
        writer.put("code", code)
        writer.put("name", name)
        writer.put("level", level)
        writer.put("kind", kind)
        writer.put("parent", parent)
        writer.put("asOf", asOf)
    }
}

/// A place is no more; its affairs go to the successor, where one is known.
package struct DivisionClosed: EventPayload {
    package static let name = "divisionClosed"

    package let division: DivisionID
    package let asOf: CivilDate
    package let successor: DivisionID?

    package init(
        division: DivisionID, asOf: CivilDate, successor: DivisionID? = nil
    ) {
        self.division = division
        self.asOf = asOf
        self.successor = successor
    }

    package init(reading reader: inout FieldReader) {
        division = reader.value("division")
        asOf = reader.value("asOf")
        successor = reader.optional("successor")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("division", division)
        writer.put("asOf", asOf)
        writer.put("successor", successor)
    }
}

/// The same place under another name or of another kind.
package struct DivisionRenamed: EventPayload {
    package static let name = "divisionRenamed"

    package let division: DivisionID
    package let name: String
    package let kind: DivisionKind
    package let asOf: CivilDate

    package init(
        division: DivisionID, name: String, kind: DivisionKind, asOf: CivilDate
    ) {
        self.division = division
        self.name = name
        self.kind = kind
        self.asOf = asOf
    }

    package init(reading reader: inout FieldReader) {
        division = reader.value("division")
        name = reader.value("name")
        kind = reader.value("kind")
        asOf = reader.value("asOf")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("division", division)
        writer.put("name", name)
        writer.put("kind", kind)
        writer.put("asOf", asOf)
    }
}

/// The same place under another code; without a code it no longer has one in that system.
package struct DivisionRecoded: EventPayload {
    package static let name = "divisionRecoded"

    package let division: DivisionID
    package let codeSystem: CodeSystem
    package let code: DivisionCode?
    package let asOf: CivilDate

    package init(
        division: DivisionID, codeSystem: CodeSystem, code: DivisionCode? = nil, asOf: CivilDate
    ) {
        self.division = division
        self.codeSystem = codeSystem
        self.code = code
        self.asOf = asOf
    }

    package init(reading reader: inout FieldReader) {
        division = reader.value("division")
        codeSystem = reader.value("codeSystem")
        code = reader.optional("code")
        asOf = reader.value("asOf")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("division", division)
        writer.put("codeSystem", codeSystem)
        writer.put("code", code)
        writer.put("asOf", asOf)
    }
}

/// The same place under another parent, all below it included.
package struct DivisionMoved: EventPayload {
    package static let name = "divisionMoved"

    package let division: DivisionID
    package let parent: DivisionID
    package let asOf: CivilDate

    package init(
        division: DivisionID, parent: DivisionID, asOf: CivilDate
    ) {
        self.division = division
        self.parent = parent
        self.asOf = asOf
    }

    package init(reading reader: inout FieldReader) {
        division = reader.value("division")
        parent = reader.value("parent")
        asOf = reader.value("asOf")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("division", division)
        writer.put("parent", parent)
        writer.put("asOf", asOf)
    }
}
