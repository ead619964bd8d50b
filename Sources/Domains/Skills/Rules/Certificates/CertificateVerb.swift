package import Kernel
package import Storage

/// A verb on a certificate that was issued; it concerns the certificate's place.
package protocol CertificateVerb: SkillsCommand where Subject == Certificate {
    var certificate: CertificateID { get }
}

extension CertificateVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("skillCertificate", certificate.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Certificate {
        guard let found = state.certificate else { throw SkillsRefusal.certificateUnknown(certificate) }
        return found
    }

    package func place(_ known: Certificate, _ facts: Facts) -> DivisionID? { known.place }

    /// Refuses a certificate that does not count any more.
    func checkCounts(_ known: Certificate, _ context: Context) throws(Rejection) {
        if let replacement = known.replacedBy { throw SkillsRefusal.replacedAlready(certificate, replacement) }
        guard !known.isRevoked else { throw SkillsRefusal.revokedAlready(certificate) }
        if let until = known.award.until, until < context.now.date {
            throw SkillsRefusal.certificateExpired(certificate, until)
        }
    }
}
