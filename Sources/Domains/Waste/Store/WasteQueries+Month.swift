import Kernel
import Storage
import Weighing

extension WasteQueries {
    /// What a month has weighed and read, as the judge of tickets takes it.
    static func file(of month: WasteMonth, in tx: any ReadTransaction) throws -> WeighingFile {
        let (from, until) = (month.first.start, month.next.start)
        let origins = try listOrigins(from: from, until: until, in: tx)
        let tickets = try listTickets(from: from, until: until, in: tx).filter { $0.voidReason == nil }
        let stocks = try listStocks(from: month.first, until: month.next.adding(days: -1), in: tx)
        return WeighingFile(
            known: tickets.enumerated().map { line, ticket in
                ticket.weighed(line: line, from: origins[ticket.id]?.text ?? ticket.origin)
            },
            stocks: stocks.map {
                StockReading(day: $0.day.description, place: $0.site.text, kilograms: Int($0.kilograms))
            },
            sorted: try SaleQueries.listFromMixed(from: month.first, until: month.next.adding(days: -1), in: tx).map {
                StockReading(day: $0.day.description, place: $0.site.text, kilograms: Int($0.kilograms))
            },
            losses: try listLosses(from: month.first, until: month.next.adding(days: -1), in: tx).map {
                StockReading(day: $0.day.description, place: $0.site.text, kilograms: Int($0.kilograms))
            })
    }
}

extension TicketLine {
    fileprivate func weighed(line: Int, from: String) -> WeighingTicket {
        let trip: String? =
            switch kind {
            case .transferOut: id.text
            case .plantIn: departure?.text
            default: nil
            }
        return WeighingTicket(
            line: line, number: id.text, minute: Int(weighedAt.milliseconds / 60_000), day: weighedAt.date.description,
            kind: kind.weighed, vehicle: vehicle, from: from, to: to.text, stream: stream.rawValue, gross: Int(gross),
            tare: Int(tare), net: Int(net), scale: scale.text, onBoard: onBoard.map { Int($0) }, trip: trip)
    }
}
