package import Kernel

/// Authenticates a contract and gives its certificate a number.
package struct AuthenticateContract: CommandPayload {
    package static let name = "authenticateContract"
    package static var title: Message { RegistryText.authenticateContract }
    package static let refusals: [RegistryRefusal] = [.contractUnknown, .alreadyAuthenticated, .otherLot, .noCounty]

    package let contract: ContractID
    /// The lot the contract came from; checked where given.
    package let lot: LotID?
    package let level: CertificateLevel

    package init(
        contract: ContractID, lot: LotID? = nil, level: CertificateLevel
    ) {
        self.contract = contract
        self.lot = lot
        self.level = level
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), lot: pass.optional("lot", \.lot),
            level: pass.value("level", \.level))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", contract.text) }
}

extension AuthenticateContract {
    func decide(_ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        guard let known = facts.contract else { throw RegistryRefusal.contractUnknown(contract.text) }
        if let number = known.certificate {
            throw RegistryRefusal.alreadyAuthenticated(number.text)
        }
        if let lot, lot != known.lot { throw RegistryRefusal.otherLot() }
        guard let county = facts.county else { throw RegistryRefusal.noCounty() }
        let year = Int64(context.now.date.year)
        let serial = facts.lastSerial + 1
        guard
            let number = CertificateNumber(
                county: county.code, year: year, level: level, category: known.category, serial: serial)
        else { throw RegistryRefusal.noCounty() }
        return [
            .contractAuthenticated(
                ContractAuthenticated(
                    contract: contract, lot: known.lot, number: number, level: level, category: known.category,
                    county: county.id, year: year, serial: serial, division: known.division))
        ]
    }
}
