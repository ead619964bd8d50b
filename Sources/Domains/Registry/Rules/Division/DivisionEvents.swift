package import Kernel
import Storage

/// A place is there from a day on, with its first code and name.
package struct DivisionOpened: RegistryEvent {
    package static let name = "divisionOpened"

    package let place: DivisionID
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
            place: pass.value("division", \.place), codeSystem: pass.value("codeSystem", \.codeSystem),
            code: pass.value("code", \.code), name: pass.value("name", \.name), level: pass.value("level", \.level),
            kind: pass.value("kind", \.kind), parent: pass.optional("parent", \.parent),
            asOf: pass.value("asOf", \.asOf))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state.changeTree { $0.apply(self) } }
}

/// A place is no more; its affairs go to the successor, where one is known.
package struct DivisionClosed: RegistryEvent {
    package static let name = "divisionClosed"

    package let place: DivisionID
    package let asOf: CivilDate
    package var successor: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("division", \.place), asOf: pass.value("asOf", \.asOf),
            successor: pass.optional("successor", \.successor))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state.changeTree { $0.apply(self) } }
}

/// The same place under another name or of another kind.
package struct DivisionRenamed: RegistryEvent {
    package static let name = "divisionRenamed"

    package let place: DivisionID
    package let name: String
    package let kind: DivisionKind
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("division", \.place), name: pass.value("name", \.name),
            kind: pass.value("kind", \.kind), asOf: pass.value("asOf", \.asOf))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state.changeTree { $0.apply(self) } }
}

/// The same place under another code; without a code it no longer has one in that system.
package struct DivisionRecoded: RegistryEvent {
    package static let name = "divisionRecoded"

    package let place: DivisionID
    package let codeSystem: CodeSystem
    package var code: DivisionCode?
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("division", \.place), codeSystem: pass.value("codeSystem", \.codeSystem),
            code: pass.optional("code", \.code), asOf: pass.value("asOf", \.asOf))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state.changeTree { $0.apply(self) } }
}

/// The same place under another parent, all below it included.
package struct DivisionMoved: RegistryEvent {
    package static let name = "divisionMoved"

    package let place: DivisionID
    package let parent: DivisionID
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("division", \.place), parent: pass.value("parent", \.parent),
            asOf: pass.value("asOf", \.asOf))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state.changeTree { $0.apply(self) } }
}
