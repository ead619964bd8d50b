package import Kernel
import Registry
package import Storage

extension ImportDeposits {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let desk = context.principal.division
        var arrivals: [String: ArrivalFacts] = [:]
        for line in (try? BankLine.parse(csv.content ?? "")) ?? [] {
            guard let id = BidderID(line.remark), let row = try BidderQueries.find(id, in: tx),
                let outline = try LotQueries.findOutline(row.lot, in: tx),
                try DivisionQueries.isWithin(outline.village, of: desk, in: tx),
                // Without a mark (an entry of an earlier program) nobody can say here whose money it is: one by one.
                let own = try BidderQueries.findMark(of: id, in: tx), !own.isEmpty
            else { continue }
            let mark = context.marks.of(account: line.payerAccount)
            arrivals[line.reference] = ArrivalFacts(
                bidder: row, due: outline.deposit,
                accountUsedByAnother: try BidderQueries.isUsed(mark, in: row.lot, exceptBy: row.bidder, in: tx),
                paysFromOwnAccount: own == mark,
                known: try BankArrivals.find(
                    .deposit(line.amount, of: row.bidder, reference: line.reference, in: outline.village), in: tx),
                registeredOn: try BidderQueries.findRegistered(row.bidder, in: tx)?.date ?? context.now.date)
        }
        return Facts(arrivals: arrivals, desk: desk)
    }
}

extension BankFileImported {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Its deposits follow one by one.
    }
}
