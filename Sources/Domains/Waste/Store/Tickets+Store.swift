package import Kernel
import Registry
package import Storage
import Weighing

extension IssueTicket {
    package func facts(on state: Waste.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let at = weighedAt ?? context.now
        let scale = try WasteQueries.findScale(load.scale, in: tx)
        return Facts(
            from: try load.from.compactMap { try WasteQueries.findSite($0, in: tx) },
            to: try WasteQueries.findSite(load.to, in: tx), scale: scale,
            vehicle: try VehicleQueries.findInUse(load.vehicle, in: tx),
            rule: try VehicleQueries.rule(at: scale?.place ?? .root, on: at.date, in: tx),
            twin: try WasteQueries.twin(of: load, at: at, in: tx),
            isUnderway: try departure.map { try WasteQueries.isUnderway($0, to: load.to, by: at, in: tx) } ?? false,
            sale: try sale.flatMap { try SaleQueries.stock(of: $0, in: tx) },
            hasHeap: try load.from.contains { try SaleQueries.heaps(of: $0, in: tx).contains { $0.lies > 0 } })
    }
}

extension VoidTicket {
    package func facts(on subject: Ticket, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(settled: try HaulageQueries.findFixedMonth(of: ticket, in: tx))
    }
}

extension TicketIssued {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let names = try load.from.compactMap { try WasteQueries.findSite($0, in: tx)?.name }
        try tx.append(
            [
                ticket.sqlValue, place.sqlValue, kind.sqlValue, load.vehicle.sqlValue,
                names.joined(separator: "、").sqlValue, load.to.sqlValue, load.stream.sqlValue, load.gross.sqlValue,
                load.tare.sqlValue,
                load.scale.sqlValue, load.onBoard?.sqlValue ?? .null, departure?.sqlValue ?? .null, weighedAt.sqlValue,
                issuer.sqlValue, .null, photo?.sqlValue ?? .null,
            ], to: "waste_ticket")
        if let sale {
            try tx.append(
                [ticket.sqlValue, sale.sqlValue, (load.gross - load.tare).sqlValue], to: "waste_handover")
        }
        for (position, site) in load.from.enumerated() {
            try tx.append([ticket.sqlValue, Int64(position).sqlValue, site.sqlValue], to: "waste_origin")
        }
    }
}

extension TicketVoided {
    package func project(
        from standing: Void, to state: Waste.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE waste_ticket SET void_reason = \(reason) WHERE id = \(ticket)")
    }
}
