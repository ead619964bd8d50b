package import Kernel
package import Storage

/// Gives the holder another certificate in the place of one that was lost or spoiled, or that says something wrongly: of the
/// same achievement and the same term, under a new serial. The old one is taken back and says which stands in its place.
package struct ReplaceCertificate: CertificateVerb {
    package let certificate: CertificateID
    /// The new serial.
    package var replacement: CertificateID?
    package let cause: ReplacementCause
    /// The number of the state's own certificate, where it was another.
    package var newNumber: String?
    /// What it rests on.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate),
            replacement: pass.newName("replacement", \.replacement), cause: pass.value("cause", \.cause),
            newNumber: pass.optional("newNumber", \.newNumber), paper: pass.value("paper", \.paper))
    }

    package static let name = "replaceCertificate"
    package static var title: Message { HoldText.replace }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .certificateUnknown, .replacedAlready, .revokedAlready, .certificateExpired, .suspendedAlready, .learnerErased,
        .paperMissing, .newNumberMissing, .numberUnreadable, .certificateKnown,
    ]

    private func identifier(_ context: Context) -> CertificateID {
        replacement ?? context.derivedIdentifier(.skill)
    }

    package struct Facts: Sendable {
        /// Whether a certificate of the new serial was issued before.
        package let isTaken: Bool
        package let isErased: Bool
    }

    package func decide(_ known: Certificate, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        try checkCounts(known, context)
        guard !known.isSuspended else { throw SkillsRefusal.suspendedAlready(certificate) }
        guard !facts.isErased else { throw SkillsRefusal.learnerErased(known.learner) }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        let number = newNumber.flatMap { $0.isBlank ? nil : $0 }
        guard (cause == .numberCorrected) == (number != nil) else { throw SkillsRefusal.newNumberMissing() }
        if let number, (try? CertificateNumber(number)) == nil { throw SkillsRefusal.numberUnreadable.at("newNumber") }
        let new = identifier(context)
        guard !facts.isTaken, new != certificate else { throw SkillsRefusal.certificateKnown.at("replacement", new) }
        return [
            CertificateRevoked(
                certificate: certificate, place: known.place, learner: known.learner, award: known.award,
                reason: .replaced, paper: paper, replacedBy: new, cause: cause, newNumber: number)
        ]
    }
}
