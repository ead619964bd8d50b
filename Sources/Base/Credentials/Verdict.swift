/// What a judge of credentials can say. *Unknown* is said wherever the credential itself is sound and something needed to
/// call it valid is not at hand or not fresh: it never becomes valid by leaving something out.
package struct Verdict: Sendable, Hashable {
    package enum Result: String, Sendable, CaseIterable {
        case valid, invalid, unknown
    }

    package let result: Result
    /// The first thing found; nil where the credential is valid.
    package let reason: CredentialReason?
    /// Where in the document, or which value: `credentialSubject.type`, a key's name.
    package var place: String
    /// What was noticed and does not decide: a date written as text.
    package var warnings: [String] = []

    package static let valid = Verdict(result: .valid, reason: nil, place: "")

    package init(result: Result, reason: CredentialReason?, place: String = "", warnings: [String] = []) {
        self.result = result
        self.reason = reason
        self.place = place
        self.warnings = warnings
    }

    init(_ fault: CredentialFault, warnings: [String] = []) {
        self.init(
            result: fault.reason.isAboutEvidence ? .unknown : .invalid, reason: fault.reason, place: fault.place,
            warnings: warnings)
    }
}

/// Why a credential is not valid. The order is that of judging: what comes first is said.
package enum CredentialReason: String, Sendable, CaseIterable {
    case form
    case type
    case criticalHeader = "critical header"
    case algorithm
    case keyUnknown = "key unknown"
    case keyCompromised = "key compromised"
    case keyRetired = "key retired"
    case keyNotYet = "key not yet in force"
    case signature
    case issuer
    case identity
    case claims
    case notYetValid = "not yet valid"
    case expired
    case revoked
    case suspended
    case statusMissing = "status list missing"
    case statusExpired = "status list expired"
    case statusNotYet = "status list not yet valid"
    case statusForm = "status list form"
    case statusLength = "status list length"
    case statusRange = "status list range"
    case statusPurpose = "status list purpose"
    case statusSignature = "status list signature"
    case statusIssuer = "status list issuer"
    case statusType = "status method unknown"
    case proofType = "securing unknown"

    /// Whether it tells of what was laid beside the credential, and not of the credential.
    package var isAboutEvidence: Bool {
        switch self {
        case .statusMissing, .statusExpired, .statusNotYet, .statusForm, .statusLength, .statusRange, .statusPurpose,
            .statusSignature, .statusIssuer, .statusType, .proofType:
            true
        default: false
        }
    }
}

/// A finding that ends the judging.
package struct CredentialFault: Error, Sendable, Hashable {
    package let reason: CredentialReason
    package let place: String

    package init(_ reason: CredentialReason, _ place: String = "") {
        self.reason = reason
        self.place = place
    }

    package var verdict: Verdict { Verdict(self) }
}
