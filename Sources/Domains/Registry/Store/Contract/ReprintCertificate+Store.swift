package import Kernel
package import Storage

extension ReprintCertificate {
    package func facts(on state: RegistryState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            contract: try ContractQueries.find(contract, in: tx),
            certificate: try CertificateQueries.find(of: contract, in: tx))
    }
}

extension CertificateReprinted {
    package func project(
        from standing: Void, to state: RegistryState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                number.sqlValue, print.sqlValue, reason.sqlValue, entry.at.sqlValue,
                .text(entry.officeText),
            ], to: "certificate_print")
    }
}
