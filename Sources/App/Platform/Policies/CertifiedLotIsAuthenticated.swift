import Exchange
import Registry

/// A certified lot's contract gets its numbered certificate, on the level that handled the lot.
enum CertifiedLotIsAuthenticated {
    static let policy = Policy("CertifiedLotIsAuthenticated", on: LotCertified.self, gives: [AuthenticateContract.self])
    { certified, _ in
        let level: CertificateLevel =
            switch certified.level {
            case .village: .village
            case .township, .townshipReviewed: .township
            case .county: .county
            }
        return [
            AuthenticateContract(contract: certified.contract, lot: certified.lot, level: level)
        ]
    }
}
