package import Kernel
package import Registry
package import Storage

/// Hands in a paper of the list: what it is, and the digest of its scan.
package struct AttachMaterial: LotVerb {
    package let lot: LotID
    package let material: Material
    /// SHA-256 of the scan, 64 hexadecimal digits.
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), material: pass.value("material", \.material),
            digest: pass.paper("digest", \.digest))
    }

    package static let name = "attachMaterial"
    package static var title: Message { ExchangeText.Command.attachMaterial }
    package static let access: Access = .own(.villageClerk, .stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .digestWrong]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.require(.draft, .resolving, .submitted, .returned)
        guard digest.utf8.count == 64, digest.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
            throw ExchangeRefusal.digestWrong()
        }
        return [
            MaterialAttached(lot: self.lot, village: lot.village, material: material, digest: digest)
        ]
    }
}

/// The scan stays with the station; its digest is public and fixed.
package struct MaterialAttached: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let material: Material
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            material: pass.value("material", \.material), digest: pass.paper("digest", \.digest))
    }

    package static let name = "materialAttached"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.papers.insert(material) }
}
