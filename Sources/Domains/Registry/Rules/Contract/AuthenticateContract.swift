package import Kernel
package import Storage

/// Authenticates a contract and gives its certificate a number.
package struct AuthenticateContract: RegistryCommand {
    package static let name = "authenticateContract"
    package static var title: Message { RegistryText.authenticateContract }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer), .installation]
    package static let refusals: [RegistryRefusal] = [.contractUnknown, .alreadyAuthenticated, .otherLot, .noCounty]

    package let contract: ContractID
    /// The lot the contract came from; checked where given.
    package let lot: LotID?
    package let level: CertificateLevel

    package init(contract: ContractID, lot: LotID? = nil, level: CertificateLevel) {
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

    package struct Facts: Sendable {
        package let contract: Contract?
        /// The county above the contract's place.
        package let county: Division?
        /// The highest serial number of the county in the year.
        package let lastSerial: Int64
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.contract?.division
    }
}

extension AuthenticateContract {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
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
            ContractAuthenticated(
                contract: contract, lot: known.lot, number: number, level: level, category: known.category,
                county: county.id, year: year, serial: serial, place: known.division)
        ]
    }
}

/// A contract is authenticated and has its certificate; the first print is number 1.
package struct ContractAuthenticated: RegistryEvent {
    package static let name = "contractAuthenticated"

    package let contract: ContractID
    package var lot: LotID?
    package let number: CertificateNumber
    package let level: CertificateLevel
    package let category: TradeCategory
    /// The county and year the serial number counts in.
    package let county: DivisionID
    package let year: Int64
    package let serial: Int64
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), lot: pass.optional("lot", \.lot),
            number: pass.value("number", \.number), level: pass.value("level", \.level),
            category: pass.value("category", \.category), county: pass.value("county", \.county),
            year: pass.value("year", \.year), serial: pass.whole("serial", \.serial, in: CountDomain.self),
            place: pass.value("division", \.place))
    }

    // The terms of the contract, which are its state, stay as they were.
    package func change(_ state: inout RegistryState, at instant: Instant) {}
}
