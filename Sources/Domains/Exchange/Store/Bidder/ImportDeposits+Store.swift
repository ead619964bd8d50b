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
                try DivisionQueries.isWithin(outline.village, of: desk, in: tx)
            else { continue }
            let mark = BidderQueries.mark(of: line.payerAccount)
            arrivals[line.remark] = ArrivalFacts(
                bidder: row, due: outline.deposit,
                accountUsedByAnother: try BidderQueries.isUsed(mark, in: row.lot, exceptBy: row.bidder, in: tx),
                paysFromOwnAccount: try BidderQueries.findMark(of: row.bidder, in: tx) == mark)
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
