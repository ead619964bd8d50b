import Kernel
import Registry
package import Storage
package import Web

extension Cleanup {
    /// The addresses of the room.
    package static func routes(database: any Database, desk: DeskReading = .none) -> [Route] {
        [
            Route(
                "/places/{division}/cleanup", CleanupText.title, .everyone,
                .page { request in
                    try database.read {
                        try CleanupBoardPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/cleanup/{case}", CleanupText.foundContract, .everyone,
                .page { request in
                    try database.read { try CasePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            SheetUpload.upload.route(database, desk),
        ] + seenRoutes(database, desk) + CaseForms.routes(database) + moneyRoutes(database)
            + (MoneyForms.all + NameForms.all).map { $0.route(database) }
    }
}

extension Cleanup {
    /// Bills, claims and countings, and each of them by itself. Names are covered.
    static func moneyRoutes(_ database: any Database) -> [Route] {
        [
            page("/places/{division}/charges", CleanupText.charges, database) {
                try ChargesPage($0, in: $1)?.page($0)
            },
            page("/places/{division}/claims", CleanupText.debts, database) { try ClaimsPage($0, in: $1)?.page($0) },
            page("/places/{division}/census", CleanupText.censuses, database) {
                try CensusesPage($0, in: $1)?.page($0)
            },
            page("/land-bills/{bill}", CleanupText.bill, database) { try BillPage($0, in: $1)?.page($0) },
            page("/claims/{claim}", CleanupText.claim, database) { try ClaimPage($0, in: $1)?.page($0) },
            page("/censuses/{census}", CleanupText.censuses, database) { try CensusPage($0, in: $1)?.page($0) },
        ]
    }

    private static func page(
        _ path: String, _ title: Message, _ database: any Database,
        _ make: @escaping @Sendable (PageRequest, any ReadTransaction) throws -> Page?
    ) -> Route {
        Route(
            path, title, .everyone,
            .page { request in try database.read { try make(request, $0).map { .page($0) } ?? .notFound } })
    }
}

extension Cleanup {
    /// Land that was seen in use; nobody is named.
    static func seenRoutes(_ database: any Database, _ desk: DeskReading) -> [Route] {
        [
            page("/places/{division}/observations", SeenText.title, database) {
                try ObservationsPage($0, in: $1)?.page($0)
            },
            page("/observations/{observation}", SeenText.title, database) { try ObservationPage($0, in: $1)?.page($0) },
            ObservationUpload.upload.route(database, desk),
        ] + ObservationForms.all.map { $0.route(database) }
    }
}
