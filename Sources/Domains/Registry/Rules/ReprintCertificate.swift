package import Kernel

/// Prints a certificate once more; every print is numbered.
package struct ReprintCertificate: CommandPayload {
    package static let name = "reprintCertificate"
    package static var title: Message { RegistryText.reprintCertificate }
    package static let rejections = [2025, 2122, 2123]

    package let contract: ContractID
    package let reason: String

    package init(
        contract: ContractID, reason: String
    ) {
        self.contract = contract
        self.reason = reason
    }

    package init(reading reader: inout FieldReader) {
        contract = reader.value("contract")
        reason = reader.value("reason")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("contract", contract)
        writer.put("reason", reason)
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", contract.text) }
}

extension ReprintCertificate {
    func decide(_ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        guard let known = facts.contract else { throw RegistryRejection.contractUnknown(id: contract.text).rejection }
        guard let certificate = facts.certificate else { throw RegistryRejection.notAuthenticated.rejection }
        guard !reason.isBlank else { throw RegistryRejection.reasonMissing.rejection }
        return [
            .certificateReprinted(
                CertificateReprinted(
                    contract: contract, number: certificate.number, print: Int64(certificate.prints + 1),
                    reason: reason, division: known.division))
        ]
    }
}
