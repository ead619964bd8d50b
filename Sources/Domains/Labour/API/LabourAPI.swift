package import EventLog
import Kernel
import Registry
package import Storage
package import Web

extension Labour {
    /// The addresses of the room.
    package static func routes(
        database: any Database, desk: DeskReading = .none,
        receipt: @escaping @Sendable (Int64) throws -> Receipt? = { _ in nil }
    ) -> [Route] {
        pages(database) + rounds(database)
            + (LabourForm.all + LabourForm.rounds + LabourForm.crews + [LabourForm.tell, LabourForm.advance]
            + LabourForm.transfers).map { $0.route(database) } + people(database, desk)
            + [CallsPage.route(database, desk)] + TransfersPage.routes(database, desk)
            + CasePage.routes(database, desk, receipt)
    }

    private static func pages(_ database: any Database) -> [Route] {
        [
            Route(
                "/labour", LabourWords.board, .everyone,
                .page { request in try database.read { .page(try BoardPage(request, in: $0).page(request)) } }),
            Route(
                "/labour/orders/{order}", LabourWords.order, .everyone,
                .page { request in
                    try database.read { try OrderPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/labour/statistics", StatisticsText.title, .everyone,
                .page { request in try database.read { .page(try StatisticsPage(request, in: $0).page(request)) } }),
        ]
    }

    private static func rounds(_ database: any Database) -> [Route] {
        [
            Route(
                "/labour/rounds", RoundText.rounds, .everyone,
                .page { request in try database.read { .page(try RoundsPage(request, in: $0).page(request)) } }),
            Route(
                "/labour/rounds/{round}", RoundText.round, .everyone,
                .page { request in
                    try database.read { try RoundPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
        ]
    }

    private static func people(_ database: any Database, _ desk: DeskReading) -> [Route] {
        [
            Route(
                "/labour/employers/{employer}", LabourWords.employer, LabourDesks.employer, database,
                of: EmployerPage.thing,
                .page { request in
                    try database.read { try EmployerPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/labour/employers/{employer}/wages", WageText.ledger, LabourDesks.employer, database,
                of: EmployerPage.thing,
                .page { request in
                    try database.read {
                        try WageLedgerPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/labour/orders/{order}/workers/{worker}/slip", WageText.slip, LabourDesks.worker, database,
                of: LabourForm.ofWork,
                .page { request in
                    try database.read {
                        try WageSlipPage(request, desk, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/labour/workers/{worker}", LabourWords.myDay, LabourDesks.worker, database, of: WorkerPage.thing,
                .page { request in
                    try database.read { try WorkerPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/labour/crews/{crew}", CrewText.crew, LabourDesks.worker, database, of: CrewPage.thing,
                .page { request in
                    try database.read { try CrewPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/labour/seeking", LabourWords.standing, .roles(LabourDesks.seeking.roles),
                .page { request in try database.read { .page(try SeekingPage(request, in: $0).page(request)) } }),
            Route(
                "/labour/arrears", LabourWords.arrears, .roles(LabourDesks.arrears),
                .page { request in try database.read { .page(try ArrearsPage(request, in: $0).page(request)) } }),
        ]
    }
}
