package import Kernel
package import Registry

/// Hands in a paper of the list: what it is, and the digest of its scan.
package struct AttachMaterial: LotVerb {
    package let lot: LotID
    package let material: Material
    /// SHA-256 of the scan, 64 hexadecimal digits.
    package let digest: String

    package init(lot: LotID, material: Material, digest: String) {
        self.lot = lot
        self.material = material
        self.digest = digest
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        material = reader.value("material")
        digest = reader.value("digest")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("material", material)
        writer.put("digest", digest)
    }

    package static let name = "attachMaterial"
    package static var title: Message { ExchangeText.Command.attachMaterial }
    package static let rejections = [3003, 3004, 3024]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.draft, .resolving, .submitted, .returned)
        guard digest.utf8.count == 64, digest.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
            throw ExchangeRejection.digestWrong.rejection
        }
        return [
            .materialAttached(
                MaterialAttached(lot: self.lot, village: lot.village, material: material, digest: digest))
        ]
    }
}

/// The scan stays with the station; its digest is public and fixed.
package struct MaterialAttached: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let material: Material
    package let digest: String

    package init(lot: LotID, village: DivisionID, material: Material, digest: String) {
        self.lot = lot
        self.village = village
        self.material = material
        self.digest = digest
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        material = reader.value("material")
        digest = reader.value("digest")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("material", material)
        writer.put("digest", digest)
    }

    package static let name = "materialAttached"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.papers.insert(material) }
}
