import Kernel
import Registry
package import Storage
package import Web

/// Refunds and conversions past their clock, and forfeitures that wait for a reply or for the second person.
package struct OpenMoneyPage {
    let rows: [OpenMoney]

    static let path = "/exchange/money"
    /// Whoever moves the money, decides on it, or watches.
    static let roles: Set<Role> = [.stationAgent, .stationReviewer, .countyOfficer, .countyReleaser, .supervisor]

    static func route(_ database: any Database) -> Route {
        Route(
            path, MoneyText.title, .roles(roles),
            .page { request in
                guard let principal = request.principal else { return .notFound }
                let rows = try database.read {
                    try OpenMoneyQueries.list(within: principal.division, at: request.now, in: $0)
                }
                return .page(OpenMoneyPage(rows: rows).page(request))
            })
    }

    /// On a desk and on the supervisor's board: how much waits, and the way there. Nothing where nothing does.
    package static func callout(_ request: PageRequest, in tx: any ReadTransaction) throws -> [any Component] {
        guard let principal = request.principal, roles.contains(principal.role) else { return [] }
        let count = try OpenMoneyQueries.count(within: principal.division, at: request.now, in: tx)
        guard count > 0 else { return [] }
        return [
            Callout(
                .warning, MoneyText.found(request.format.count(count)),
                parts: [ActionBar([Action(MoneyText.title, to: path)])])
        ]
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        // To the list of who registered, for those who may open it.
        let mayRead = request.principal.map { ExchangeDesk.bidderReaders.roles.contains($0.role) } ?? false
        let rest = mayRead ? "/bidders" : ""
        let answer = rows.isEmpty ? MoneyText.none : MoneyText.found(format.count(rows.count))
        return Page(
            MoneyText.title, request,
            [
                Headline(MoneyText.question, answer: answer, note: MoneyText.note, in: request.language),
                ListTable(
                    request,
                    columns: [
                        .init("kind", MoneyText.kind, .state), .init("lot", ExchangeText.Field.lot),
                        .init("place", ExchangeText.Field.place), .init("bidder", ExchangeText.Field.bidder),
                        .init("amount", ExchangeText.Field.amount, .number), .init("since", MoneyText.since, .number),
                        .init("due", MoneyText.due, .number),
                    ],
                    rows: rows.map { row in
                        [
                            .tag(Tag(MoneyText.kind(row.kind), row.kind == .reply ? .active : .bad), request.language),
                            .text(row.lotName, to: "/lots/\(row.lot)\(rest)"), .text(row.villageName),
                            .text(row.partyName), .money(row.amount, format), .instant(row.since, request.language),
                            .instant(row.due, request.language),
                        ]
                    }, empty: EmptyState(MoneyText.none)),
            ])
    }
}
