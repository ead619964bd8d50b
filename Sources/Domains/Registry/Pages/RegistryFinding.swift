package import Storage
package import Web
import Kernel

extension Registry {
    /// Places, cards, contracts and certificates for everybody; parties, under their covered names, for the desks of their
    /// places; to whoever rents something their own contracts.
    package static func finding(_ database: any Database) -> FindSource {
        { words, request in
            try database.read { tx in
                let most = FoundGroup.most + 1
                let places = try DivisionQueries.search(words, limit: most, in: tx).map { match in
                    FoundGroup.Hit(
                        match.division.name, match.ancestors.map(\.name).joined(separator: " · "),
                        to: Paths.place(match.division.id))
                }
                let assets = try FoundAsset.list(words, within: .root, limit: most, in: tx)
                let contracts = try FoundContract.list(words, within: .root, limit: most, in: tx)
                return [
                    FoundGroup(10, RegistryText.places, places),
                    FoundGroup(30, RegistryText.assets, assets.map { hit($0, "/assets/") }, list: "/assets"),
                    FoundGroup(
                        40, RegistryText.contracts, contracts.map { hit($0, "/contracts/") }, list: "/contracts"),
                ] + (try parties(words, request, most, tx)) + (try own(words, request, tx))
            }
        }
    }

    /// A label of `name · what tells it apart`.
    private static func hit(_ pick: Pick, _ path: String) -> FoundGroup.Hit {
        let parts = pick.label.split(separator: " · ", maxSplits: 1).map { String($0) }
        return FoundGroup.Hit(parts.first ?? pick.id, parts.count > 1 ? parts[1] : "", to: path + pick.id)
    }

    private static func parties(_ words: String, _ request: PageRequest, _ most: Int, _ tx: any ReadTransaction) throws
        -> [FoundGroup]
    {
        guard let principal = request.principal, PartyIndexPage.readers.contains(principal.role) else { return [] }
        let found = try PartyName.list(words, within: principal.division, limit: most, in: tx)
        let hits = found.map { pick in
            FoundGroup.Hit(pick.label, "", to: Links.address("/parties", query: ["q": pick.id]))
        }
        return [FoundGroup(60, RegistryText.parties, hits, list: "/parties")]
    }

    /// The reader's own contracts, whichever of their words they fit.
    private static func own(_ words: String, _ request: PageRequest, _ tx: any ReadTransaction) throws -> [FoundGroup] {
        guard let principal = request.principal, principal.role.isPrivate, let party = PartyID(principal.person.text)
        else { return [] }
        let wanted = words.lowercased()
        let hits = try ContractQueries.list(lessee: party, in: tx).filter { line in
            "\(line.assetName) \(line.divisionName) \(line.contract.id)".lowercased().contains(wanted)
        }.map { FoundGroup.Hit($0.assetName, $0.divisionName, to: Paths.contract($0.contract.id)) }
        return [FoundGroup(5, RegistryText.ownContracts, hits)]
    }
}
