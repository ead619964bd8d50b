import Kernel
import Labour
import Skills
import Storage

/// A certificate issued by the skills room opens its trade in the labour market to whoever holds it …
enum CertificateOpensTrade {
    static let policy = Policy("CertificateOpensTrade", on: CertificateIssued.self, gives: [TakeCertificate.self]) {
        issued, _ in
        take(issued.learner, issued.award, issued.certificate, isInForce: true)
    }

    /// The last day there is, for a certificate without one.
    private static let withoutEnd = CivilDate(year: 9_999, month: 12, day: 31)

    static func take(_ learner: LearnerID, _ award: Award, _ certificate: CertificateID, isInForce: Bool)
        -> [any Command]
    {
        guard let trade = award.occupation.trade, let worker = WorkerID(learner.text),
            let until = award.until ?? withoutEnd
        else { return [] }
        return [
            TakeCertificate(worker: worker, trade: trade, until: until, isInForce: isInForce, paper: certificate.text)
        ]
    }
}

/// … and one taken back closes it again.
enum RevokedCertificateClosesTrade {
    static let policy = Policy(
        "RevokedCertificateClosesTrade", on: CertificateRevoked.self, gives: [TakeCertificate.self]
    ) { revoked, _ in
        CertificateOpensTrade.take(revoked.learner, revoked.award, revoked.certificate, isInForce: false)
    }
}

/// One that is suspended closes its trade until the suspension is lifted.
enum SuspendedCertificateClosesTrade {
    static let policy = Policy(
        "SuspendedCertificateClosesTrade", on: CertificateSuspended.self, gives: [TakeCertificate.self]
    ) { suspended, _ in
        CertificateOpensTrade.take(
            suspended.learner, suspended.award, suspended.certificate, isInForce: false)
    }
}

enum LiftedSuspensionOpensTrade {
    static let policy = Policy(
        "LiftedSuspensionOpensTrade", on: SuspensionLifted.self, gives: [TakeCertificate.self]
    ) { lifted, _ in
        CertificateOpensTrade.take(lifted.learner, lifted.award, lifted.certificate, isInForce: true)
    }
}

/// Where one was taken back for another, the other is issued in the same moment, and opens the trade again.
enum ReplacementIsIssued {
    static let policy = Policy("ReplacementIsIssued", on: CertificateRevoked.self, gives: [TakeReplacement.self]) {
        revoked, _ in
        revoked.replacedBy.map {
            [TakeReplacement(certificate: $0, replaces: revoked.certificate, newNumber: revoked.newNumber)]
        } ?? []
    }
}

extension Occupation {
    /// The trade of the labour market that is done with it; nil where the market knows none of its own.
    var trade: Trade? {
        switch self {
        case .elderCare, .childCare: .care
        case .cook: .kitchen
        case .heightWork: .height
        case .confinedSpace: .confinedSpace
        case .welder: .hotWork
        case .mason: .construction
        case .driving: .driving
        case .farmMachinery, .orchard, .livestock, .electrician, .tailor, .onlineShop: nil
        }
    }
}
