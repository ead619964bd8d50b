package import Kernel

/// Prints a certificate once more; every print is numbered.
package struct ReprintCertificate: CommandPayload {
    package static let name = "reprintCertificate"
    package static var title: Message { RegistryText.reprintCertificate }
    package static let refusals: [RegistryRefusal] = [.contractUnknown, .notAuthenticated, .reasonMissing]

    package let contract: ContractID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(contract: pass.value("contract", \.contract), reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", contract.text) }
}

extension ReprintCertificate {
    func decide(_ facts: RegistryFacts) throws(Rejection) -> [RegistryEvent] {
        guard let known = facts.contract else { throw RegistryRefusal.contractUnknown(contract.text) }
        guard let certificate = facts.certificate else { throw RegistryRefusal.notAuthenticated() }
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        return [
            .certificateReprinted(
                CertificateReprinted(
                    contract: contract, number: certificate.number, print: Int64(certificate.prints + 1),
                    reason: reason, division: known.division))
        ]
    }
}
