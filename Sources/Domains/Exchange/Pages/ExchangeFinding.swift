import Kernel
import Registry
package import Storage
package import Web

extension Exchange {
    /// Lots that are public; to a bidder also their own registrations.
    package static func finding(_ database: any Database) -> FindSource {
        { words, request in
            try database.read { tx in
                // Signs without a letter or figure among them name no lot; the list would show all.
                guard LotQueries.words.condition(words, on: "s.id") != nil else { return [] }
                let lots = try LotQueries.list(LotSearch(text: words, limit: FoundGroup.most + 1), in: tx)
                let hits = lots.map { lot in
                    FoundGroup.Hit(
                        lot.assetName, "\(lot.villageName) · \(request(ExchangeText.state(lot.state)))",
                        to: "/lots/\(lot.id)")
                }
                return [FoundGroup(20, ExchangeText.Page.lots, hits, list: "/lots")] + (try own(words, request, in: tx))
            }
        }
    }

    private static func own(_ words: String, _ request: PageRequest, in tx: any ReadTransaction) throws -> [FoundGroup]
    {
        guard let principal = request.principal, principal.role == .bidder, let party = PartyID(principal.person.text)
        else { return [] }
        let wanted = words.lowercased()
        let hits = try BidderQueries.listMine(of: party, in: tx).filter { line in
            "\(line.lotName) \(line.villageName) \(line.bidder)".lowercased().contains(wanted)
        }.map { FoundGroup.Hit($0.lotName, request(ExchangeText.bidder($0.state)), to: "/lots/\($0.lot)") }
        return [FoundGroup(6, ExchangeText.Page.mine, hits)]
    }
}
