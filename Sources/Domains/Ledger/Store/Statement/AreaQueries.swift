package import Kernel
import Registry
package import Storage

/// Reading the books of an area together.
package enum AreaQueries {
    /// The collectives below `division`, those with books by what they earned from 1 January through `day`.
    package static func bands(within division: DivisionID, at day: CivilDate, in tx: any ReadTransaction) throws
        -> IncomeBandCount
    {
        let collectives = try OrganisationQueries.list(within: division, in: tx).filter { $0.kind == .collective }
        let open = Set(try BookQueries.list(in: tx).filter { $0.startDate <= day }.map(\.organisation))
        let kept = collectives.filter { open.contains($0.id) }
        let january = AccountingMonth(day).january
        return IncomeBandCount(
            date: day,
            bodies: try kept.map { organisation in
                let figures = try StatementQueries.movements(organisation.id, from: january, through: day, in: tx)
                return .init(
                    organisation: organisation.id, name: organisation.name, result: figures.statisticalResult)
            }, without: collectives.count - kept.count)
    }

    /// Every set of books below `division` added up, without what they owe and pay each other.
    package static func union(within division: DivisionID, at day: CivilDate, in tx: any ReadTransaction) throws
        -> (books: [UnionBook], whole: Consolidation)
    {
        let open = Set(try BookQueries.list(in: tx).filter { $0.startDate <= day }.map(\.organisation))
        let january = AccountingMonth(day).january
        let books = try OrganisationQueries.list(within: division, in: tx).filter { open.contains($0.id) }.map {
            UnionBook(
                name: $0.name, balances: try StatementQueries.balances($0.id, through: day, in: tx),
                movements: try StatementQueries.movements(
                    $0.id, from: january, through: day, withParties: true, in: tx))
        }
        let bodies = Set(books.map(\.name))
        var names: [PartyID: String] = [:]
        for party in try PartyQueries.list(within: division, in: tx) where bodies.contains(party.displayName) {
            names[party.id] = party.displayName
        }
        return (books, Consolidation(books, names: names))
    }
}
