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
                DataTable(
                    columns: [
                        .init(MoneyText.kind, .state), .init(ExchangeText.Field.lot), .init(ExchangeText.Field.place),
                        .init(ExchangeText.Field.bidder), .init(ExchangeText.Field.amount, .number),
                        .init(MoneyText.since, .number), .init(MoneyText.due, .number),
                    ],
                    rows: rows.map { row in
                        [
                            Tag(MoneyText.kind(row.kind), row.kind == .reply ? .active : .bad).html(request.language),
                            .link(row.lotName, to: "/lots/\(row.lot)\(rest)"), "\(row.villageName)",
                            "\(row.partyName)", "\(format.money(row.amount))", .time(row.since, request.language),
                            row.due.map { .time($0, request.language) } ?? "",
                        ]
                    }, empty: EmptyState(MoneyText.none)),
            ])
    }
}
