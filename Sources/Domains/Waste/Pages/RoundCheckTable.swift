import Kernel
import Web

/// What a round's driver marked beside what the weighbridge says, each difference in a row of its own.
struct RoundCheckTable: Component {
    let check: RoundCheck
    /// Names of the sites that are spoken of.
    let names: [SiteID: String]
    let request: PageRequest

    func html(_ language: Language) -> HTML {
        guard !check.tickets.isEmpty else { return "<p>\(RoundText.noTicketYet, language)</p>\n" }
        let format = request.format
        let tag =
            check.agrees
            ? Tag(RoundText.roundAgrees, .good)
            : check.isTooFar ? Tag(RoundText.tooFar, .bad) : Tag(RoundText.notCompared, .warning)
        let facts = FactList([
            .init(WasteText.state, tag.html(language)),
            .init(RoundText.markedSum, HTML(text: format.count(check.marked))),
            .init(RoundText.weighedSum, HTML(text: format.count(check.weighed))),
            .init(
                RoundText.differenceOfBoth, check.difference.map { HTML(text: format.count($0)) },
                note: RoundText.within),
            .init(WasteText.tickets, links),
        ])
        return "\(facts.html(language))\(table.html(language))"
    }

    private var links: HTML {
        let links = check.tickets.map { "\(HTML.link($0.text, to: "/waste/tickets/\($0)")) " as HTML }
        return "\(links)"
    }

    private var table: DataTable {
        let kinds: [(Message, [SiteID])] = [
            (RoundText.onNoTicket, check.onNoTicket), (RoundText.notMarked, check.notMarked),
            (RoundText.notOnRound, check.notOnRound), (RoundText.withoutWeight, check.withoutWeight),
        ]
        let rows = kinds.flatMap { label, sites in
            sites.map { [HTML(text: names[$0] ?? $0.text), HTML(text: request(label))] }
        }
        return DataTable(
            columns: [.init(RoundText.point), .init(RoundText.whatDiffers)], rows: rows,
            empty: EmptyState(RoundText.nothingDiffers))
    }
}
