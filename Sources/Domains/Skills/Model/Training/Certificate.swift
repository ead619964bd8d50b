package import Kernel

/// Why a certificate was taken back.
package enum RevocationReason: String, FieldChoice {
    case falseMarks, wrongPerson, enteredWrongly, holderAsked, replaced
}

/// Why a certificate gets another in its place.
package enum ReplacementCause: String, FieldChoice {
    case lost, spoiled, nameCorrected, numberCorrected
}

/// Why a certificate does not count for a while.
package enum SuspensionReason: String, FieldChoice {
    /// Marks or papers of it are being looked into.
    case underReview
    case complaint
    case holderAsked
}

/// A certificate as rules must know it. Revoked is final; suspended is not.
package struct Certificate: Sendable, Hashable {
    package let id: CertificateID
    package let place: DivisionID
    package let learner: LearnerID
    package let award: Award
    package internal(set) var isRevoked = false
    /// What stands in its place; nil where it was not replaced.
    package internal(set) var replacedBy: CertificateID?
    package internal(set) var isSuspended = false
    /// How often it was suspended so far.
    package internal(set) var suspensions: Int64 = 0
}

/// What a certificate says; said once for its event, its table and its page.
package struct Award: FieldRecord, Hashable {
    package let kind: CertificateKind
    package let occupation: Occupation
    package var level: Int64?
    package let provider: String
    package let issued: CivilDate
    /// The last day; nil: without end.
    package var until: CivilDate?
    /// Where its bit stands in the status list: drawn, so that neighbours tell nothing.
    package let statusIndex: Int64
    /// The number of the state's own certificate where there is one.
    package var officialNumber: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            kind: pass.value("kind", \.kind), occupation: pass.value("occupation", \.occupation),
            level: pass.optionalWhole("level", \.level, in: LevelDomain.self),
            provider: pass.value("provider", \.provider), issued: pass.value("issued", \.issued),
            until: pass.optional("until", \.until),
            statusIndex: pass.whole("statusIndex", \.statusIndex, in: StatusDomain.self),
            officialNumber: pass.optional("officialNumber", \.officialNumber))
    }
}

/// Places in one status list (Bitstring Status List 1.0: at least 131,072).
package enum StatusDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...131_071
    package static let unit = "index"
}

/// What a certificate is worth on one day.
package enum Validity: String, Sendable {
    case notYet, valid, expired, revoked, replaced, suspended

    /// `revoked`: the day it was taken back; `suspensions`: each from its day to the day it was lifted.
    static func of(
        issued: CivilDate, until: CivilDate?, revoked: CivilDate?, isReplaced: Bool = false,
        suspensions: [Suspension] = [], on day: CivilDate
    ) -> Validity {
        if day < issued { return .notYet }
        if let revoked, day >= revoked { return isReplaced ? .replaced : .revoked }
        if let until, day > until { return .expired }
        return suspensions.contains { $0.holds(on: day) } ? .suspended : .valid
    }
}

/// A time in which a certificate did not count. On the day it is lifted it counts again.
struct Suspension: Sendable, Hashable {
    let from: CivilDate
    let reason: SuspensionReason
    /// Nil while it lasts.
    let lifted: CivilDate?

    func holds(on day: CivilDate) -> Bool { day >= from && lifted.map { day < $0 } ?? true }
}
