package import Kernel
package import Storage

/// Prints a certificate once more; every print is numbered.
package struct ReprintCertificate: RegistryCommand {
    package static let name = "reprintCertificate"
    package static var title: Message { RegistryText.reprintCertificate }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [RegistryRefusal] = [.contractUnknown, .notAuthenticated, .reasonMissing]

    package let contract: ContractID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(contract: pass.value("contract", \.contract), reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", contract.text) }

    package struct Facts: Sendable {
        package let contract: Contract?
        package let certificate: Certificate?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.contract?.division
    }
}

extension ReprintCertificate {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard let known = facts.contract else { throw RegistryRefusal.contractUnknown(contract.text) }
        guard let certificate = facts.certificate else { throw RegistryRefusal.notAuthenticated() }
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        return [
            CertificateReprinted(
                contract: contract, number: certificate.number, print: Int64(certificate.prints + 1),
                reason: reason, place: known.division)
        ]
    }
}

/// A certificate was printed once more.
package struct CertificateReprinted: RegistryEvent {
    package static let name = "certificateReprinted"

    package let contract: ContractID
    package let number: CertificateNumber
    /// The number of this print, from 2.
    package let print: Int64
    package let reason: String
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), number: pass.value("number", \.number),
            print: pass.whole("print", \.print, in: CountDomain.self), reason: pass.value("reason", \.reason),
            place: pass.value("division", \.place))
    }

    // The terms of the contract, which are its state, stay as they were.
    package func change(_ state: inout RegistryState, at instant: Instant) {}
}
