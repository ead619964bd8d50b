package import Kernel

package enum OrganisationName {}
/// A body of a village, township or group: the collective economic organisation or the villagers' committee.
package typealias OrganisationID = Identifier<OrganisationName>
package enum PartyName {}
/// Whoever contracts or bids: a person, a household, a company, a cooperative, a family farm.
package typealias PartyID = Identifier<PartyName>
package enum AssetName {}
/// One card of the register of resources and assets.
package typealias AssetID = Identifier<AssetName>
package enum ResolutionName {}
/// One recorded decision of a body of a village.
package typealias ResolutionID = Identifier<ResolutionName>
package enum ContractName {}
package typealias ContractID = Identifier<ContractName>
package enum LotName {}
/// A lot of the exchange. Registry only remembers which one reserved an asset or led to a contract.
package typealias LotID = Identifier<LotName>
package enum CertificateName {}
/// The number of a certificate of contract authentication: `140406-2026-T-A2-00037`.
package typealias CertificateNumber = Identifier<CertificateName>

extension Identifier where Named == DivisionName {
    /// What lies above every province. It is no place of the tree; only offices are responsible for it.
    package static var root: DivisionID {
        guard let root = DivisionID("root") else { preconditionFailure("root is well formed") }
        return root
    }
}
