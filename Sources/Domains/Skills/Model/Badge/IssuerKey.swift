package import Kernel

/// Keys are counted from 1.
package enum IssuerKeyDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...1_000_000
    package static let unit = "number"
}

/// Why a key of the issuer is no longer signed with.
package enum KeyEnding: String, FieldChoice {
    /// Its time was over: what it signed goes on being valid.
    case scheduled
    /// It was laid open: a signature of it proves nothing any more, and certificates are fetched anew.
    case compromised
}

/// One of the issuer's keys. A retired one stays published, so that tokens it signed stay valid
/// (w3c-ccg/did-method-web#85).
package struct IssuerKey: Sendable, Hashable {
    /// The first is 1.
    package let number: Int64
    /// Nil of the first, which has been there from the beginning.
    package var from: Instant?
    /// Nil of the one in force.
    package var until: Instant?
    package var ending: KeyEnding?
}

/// The issuer as rules must know it: which key is in force, and what was proposed.
package struct SkillIssuer: Sendable, Hashable {
    package internal(set) var current: Int64 = 1
    package internal(set) var proposal: KeyProposal?
}

/// A change of keys that one person proposed and another has to carry out.
package struct KeyProposal: Sendable, Hashable {
    package let ending: KeyEnding
    package let proposer: PersonID
}
