import Exchange
import Kernel
import Registry
package import Storage
package import Web

extension Supervision {
    /// The supervisor's page; the query `flag`, `village` or `clerk` opens a figure down to its lots.
    package static func routes(database: any Database) -> [Route] {
        [
            Route(
                "/exchange/flags", RedFlagText.title, .roles([.supervisor, .countyOfficer]),
                .page { request in
                    let (lots, path, money) = try database.read { tx in
                        (
                            try RedFlagQueries.list(on: request.now.date, in: tx),
                            try area(of: request.principal, in: tx), try OpenMoneyPage.callout(request, in: tx)
                        )
                    }
                    let board = RedFlagBoard(lots, within: path)
                    return .page(RedFlagPage(board: board, notes: money).page(request))
                }
            ).inHead(RedFlagText.title, rank: 6),
            // Beside the decision: whoever reviews or looks into a lot of their area sees its flags.
            Route(
                "/lots/{lot}/flags", RedFlagText.title, .roles([.supervisor, .countyOfficer, .stationReviewer]),
                .page { request in
                    let (lots, path) = try database.read { tx in
                        (try RedFlagQueries.list(on: request.now.date, in: tx), try area(of: request.principal, in: tx))
                    }
                    guard
                        let lot = lots.first(where: {
                            $0.item.id == request.parameters["lot"] && (path.map($0.path.hasPrefix) ?? true)
                        })
                    else { return .notFound }
                    return .page(LotFlagsPage.page(RedFlagBoard(lots, within: path), lot: lot, request))
                }),
            Route(
                "/oversight", OversightText.title, .roles([.supervisor, .countyOfficer, .stationReviewer]),
                .page { request in
                    try database.read { tx in
                        guard let view = try OversightView(request, in: tx) else { return .notFound }
                        return .page(view.page(request))
                    }
                }
            ).inHead(OversightText.title, rank: 7),
            Route(
                "/oversight/rules", OversightText.rules, .everyone, .page { .page(OversightRulesPage.page($0)) }),
        ] + FlagForms.all.map { $0.route(database) }
    }

    /// Whoever looks after the root sees everything; anybody else their place and what lies below it.
    private static func area(of principal: Principal?, in tx: any ReadTransaction) throws -> String? {
        guard let principal, principal.division != .root else { return nil }
        return try DivisionQueries.findPath(principal.division, in: tx) ?? "-"
    }
}
