import Kernel
import Registry
import Storage
import Web

/// Where a load comes from: one site, or the points of a round that are named once.
enum TicketOrigins {
    /// So many rounds of the day are offered.
    private static let most = 8

    /// The round of the address, of those the reader may see.
    static func round(_ request: PageRequest, _ tx: any ReadTransaction) throws -> (line: RoundLine, stops: [StopLine])?
    {
        guard let id = request.query["round"].flatMap({ WasteRoundID($0) }), let principal = request.principal,
            let line = try WasteRoundQueries.find(id, in: tx),
            try RoundDesks.access.reaches(Belonging(at: line.place), for: principal, in: tx)
        else { return nil }
        return (line, try WasteRoundQueries.listStops(of: id, in: tx))
    }

    /// Of a round its points, those marked as emptied ticked; else one site, or of a form that came back what was ticked.
    static func fields(
        _ round: (line: RoundLine, stops: [StopLine])?, _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> [FormField] {
        guard let round else {
            let ticked = request.form.values.keys.filter { $0.hasPrefix("from[") && $0.hasSuffix("]") }.sorted()
            return try (ticked.isEmpty ? ["from[0]"] : ticked).map {
                try WasteForms.pick($0, WasteText.from, request, tx)
            }
        }
        let done = round.stops.filter { $0.mark?.outcome == .done }
        let ticked = done.isEmpty ? round.stops : done
        return [
            .several(
                "from", WasteText.from, round.stops.map { .init($0.site.text, $0.name) },
                hint: WasteText.pointsHint, ticked: Set(ticked.map(\.site.text)))
        ]
    }

    /// The rounds of the day, each of which fills in its vehicle and its points.
    static let rounds: VerbForm.Above = { request, tx in
        guard let place = request.principal?.division else { return [] }
        let today = try WasteRoundQueries.list(within: place, from: request.now.date.adding(days: -1), in: tx).filter {
            $0.day <= request.now.date && !$0.isCancelled
        }
        guard !today.isEmpty else { return [] }
        return [
            Section(
                WasteText.ofRound,
                [
                    ActionBar(
                        today.reversed().prefix(most).map { line in
                            Action(
                                RoundText.like(request.format.date(line.day), line.plate, line.driverName),
                                to: "/waste/tickets/new?round=\(line.id)")
                        })
                ])
        ]
    }
}
