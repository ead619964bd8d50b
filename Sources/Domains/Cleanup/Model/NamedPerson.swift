package import Kernel

/// What names somebody whom no register knows; each a stream of that name.
package enum NamedKind: String, FieldChoice {
    case found = "case", bill, claim
}

/// A found contract, a bill or a claim.
package typealias NamedID = Identifier<NamedKind>

/// Whom a found contract, a bill or a claim names, as far as an erasure must know.
package struct NamedPerson: Sendable, Hashable {
    package let place: DivisionID
    /// A name was given, and is not destroyed.
    package let isNamed: Bool
    /// The name is still needed: the case is under way, the bill unpaid, something left of the claim.
    package let isOpen: Bool
}
