package import Kernel
package import Storage

extension Registry {
    package static func facts(for command: RegistryCommand, context: Context, in tx: any ReadTransaction) throws
        -> RegistryFacts
    {
        var facts = RegistryFacts()
        switch command {
        case .importDivisions, .changeDivisionCode: break
        case .openOffice(let command): facts.division = try DivisionQueries.find(command.division, in: tx)
        case .closeOffice(let command): facts.office = try OfficeQueries.find(command.office, in: tx)
        case .registerOrganisation(let command):
            facts.division = try DivisionQueries.find(command.division, in: tx)
            facts.bodies = try OrganisationQueries.list(of: command.division, in: tx)
            facts.creditCodeHolder = try organisationHolder(command.creditCode, in: tx)
        case .registerParty(let command):
            facts.division = try DivisionQueries.find(command.division, in: tx)
            facts.organisation = try command.memberOf.flatMap { try OrganisationQueries.find($0, in: tx) }
            facts.creditCodeHolder = try partyHolder(command.creditCode, in: tx)
        case .erasePersonalData(let command): try read(command, context, &facts, tx)
        case .registerAsset(let command):
            facts.division = try DivisionQueries.find(command.card.division, in: tx)
            facts.organisation = try OrganisationQueries.find(command.card.owner, in: tx)
            facts.ownerDivision = try facts.organisation.flatMap { try DivisionQueries.find($0.division, in: tx) }
        case .reserveAsset(let command): facts.asset = try AssetQueries.find(command.asset, in: tx)
        case .releaseAsset(let command): facts.asset = try AssetQueries.find(command.asset, in: tx)
        case .setAssetDispute(let command): facts.asset = try AssetQueries.find(command.asset, in: tx)
        case .endLease(let command): facts.asset = try AssetQueries.find(command.asset, in: tx)
        case .recordResolution(let command):
            facts.organisation = try OrganisationQueries.find(command.organisation, in: tx)
        case .registerContract(let command): try read(command, context, &facts, tx)
        case .authenticateContract(let command): try read(command, context, &facts, tx)
        case .reprintCertificate(let command):
            facts.contract = try ContractQueries.find(command.contract, in: tx)
            facts.certificate = try CertificateQueries.find(of: command.contract, in: tx)
        case .setParameter(let command):
            facts.division = try DivisionQueries.find(command.division, in: tx)
            facts.parameterVersion = try ParameterQueries.findLastVersion(command.key, of: command.division, in: tx)
        }
        return facts
    }

    private static func read(
        _ command: RegisterContract, _ context: Context, _ facts: inout RegistryFacts, _ tx: any ReadTransaction
    ) throws {
        facts.organisation = try OrganisationQueries.find(command.terms.lessor, in: tx)
        facts.party = try PartyQueries.find(command.terms.lessee, in: tx)
        facts.asset = try AssetQueries.find(command.terms.asset, in: tx)
        if let asset = facts.asset {
            facts.termCap = try ParameterQueries.termCap(at: asset.division, on: context.now.date, in: tx)
        }
    }

    private static func read(
        _ command: AuthenticateContract, _ context: Context, _ facts: inout RegistryFacts, _ tx: any ReadTransaction
    ) throws {
        facts.contract = try ContractQueries.find(command.contract, in: tx)
        guard let contract = facts.contract, let place = try DivisionQueries.find(contract.division, in: tx) else {
            return
        }
        facts.county = try DivisionQueries.findCounty(of: place, in: tx)
        guard let county = facts.county else { return }
        let year = Int64(context.now.date.year)
        facts.lastSerial =
            try tx.find("SELECT max(serial) FROM certificate WHERE county = \(county.id) AND year = \(year)") ?? 0
    }

    private static func read(
        _ command: ErasePersonalData, _ context: Context, _ facts: inout RegistryFacts, _ tx: any ReadTransaction
    ) throws {
        guard let party = try PartyQueries.find(command.party, in: tx) else { return }
        facts.party = party
        facts.isErased = try PartyQueries.isErased(party.id, in: tx)
        facts.office = try OfficeQueries.findOpen(person: party.id.text, in: tx)
        if let last = try ContractQueries.findLastDay(lessee: party.id, in: tx) {
            let years = try ParameterQueries.value(.retentionYears, at: party.division, on: context.now.date, in: tx)
            facts.keepUntil = last.adding(years: Int(years.value))
        }
    }

    private static func organisationHolder(_ code: CreditCode?, in tx: any ReadTransaction) throws -> String? {
        guard let code else { return nil }
        return try tx.find("SELECT id FROM organisation WHERE credit_code = \(code)")
    }

    private static func partyHolder(_ code: CreditCode?, in tx: any ReadTransaction) throws -> String? {
        guard let code else { return nil }
        return try tx.find("SELECT id FROM party WHERE credit_code = \(code)")
    }
}
