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
    package var parent: DivisionID?
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), codeSystem: pass.value("codeSystem", \.codeSystem),
            code: pass.value("code", \.code), name: pass.value("name", \.name), level: pass.value("level", \.level),
            kind: pass.value("kind", \.kind), parent: pass.optional("parent", \.parent),
            asOf: pass.value("asOf", \.asOf))
    }
}

/// A place is no more; its affairs go to the successor, where one is known.
package struct DivisionClosed: EventPayload {
    package static let name = "divisionClosed"

    package let division: DivisionID
    package let asOf: CivilDate
    package var successor: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), asOf: pass.value("asOf", \.asOf),
            successor: pass.optional("successor", \.successor))
    }
}

/// The same place under another name or of another kind.
package struct DivisionRenamed: EventPayload {
    package static let name = "divisionRenamed"

    package let division: DivisionID
    package let name: String
    package let kind: DivisionKind
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), name: pass.value("name", \.name),
            kind: pass.value("kind", \.kind), asOf: pass.value("asOf", \.asOf))
    }
}

/// The same place under another code; without a code it no longer has one in that system.
package struct DivisionRecoded: EventPayload {
    package static let name = "divisionRecoded"

    package let division: DivisionID
    package let codeSystem: CodeSystem
    package var code: DivisionCode?
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), codeSystem: pass.value("codeSystem", \.codeSystem),
            code: pass.optional("code", \.code), asOf: pass.value("asOf", \.asOf))
    }
}

/// The same place under another parent, all below it included.
package struct DivisionMoved: EventPayload {
    package static let name = "divisionMoved"

    package let division: DivisionID
    package let parent: DivisionID
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), parent: pass.value("parent", \.parent),
            asOf: pass.value("asOf", \.asOf))
    }
}
