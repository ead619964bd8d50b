import Kernel
import Registry
package import Storage
package import Web

extension Waste {
    /// The addresses of the room.
    package static func routes(database: any Database) -> [Route] {
        let forms =
            WasteForms.all + ComplaintForms.all + VehicleForms.all + RoundForms.all + HaulageForms.all
            + ShiftListPage.forms + SaleForms.all
        return pages(database) + sales(database) + complaints(database) + vehicles(database) + rounds(database)
            + haulages(database)
            + forms.map { $0.route(database) }
    }

    private static func sales(_ database: any Database) -> [Route] {
        [
            Route(
                "/waste/sales", SaleText.sales, .everyone,
                .page { request in try database.read { .page(try SaleListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/sales/{sale}", SaleText.sale, .everyone,
                .page { request in
                    try database.read { try SalePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
        ]
    }

    private static func haulages(_ database: any Database) -> [Route] {
        [
            Route(
                "/waste/shifts", ShiftText.shifts, .roles(RoundDesks.access.roles),
                .page { request in try database.read { .page(try ShiftListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/haulages", HaulageText.haulages, .roles(HaulageDesks.access.roles),
                .page { request in try database.read { .page(try HaulageListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/haulages/{haulage}", HaulageText.haulage, HaulageDesks.access, database, of: HaulagePage.thing,
                .page { request in
                    try database.read { try HaulagePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/waste/haulages/{haulage}/months/{month}", HaulageText.settlement, HaulageDesks.access, database,
                of: HaulagePage.thing,
                .page { request in
                    try database.read { tx in
                        try SettlementPage(request, in: tx).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
        ]
    }

    private static func rounds(_ database: any Database) -> [Route] {
        let mark = RoundForms.mark.route(database)
        return [
            Route(
                "/waste/rounds", RoundText.rounds, .roles(RoundDesks.access.roles),
                .page { request in try database.read { .page(try RoundListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/rounds/{round}", RoundText.round, RoundDesks.access, database, of: RoundPage.thing,
                .page { request in
                    try database.read { try RoundPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            // The next stop is on the round's page: a mark leads straight back.
            Route(mark.path, mark.summary, mark.rule, mark.handler, isQuick: true),
        ]
    }

    private static func vehicles(_ database: any Database) -> [Route] {
        [
            Route(
                "/waste/vehicles", VehicleText.vehicles, .everyone,
                .page { request in try database.read { .page(try VehicleListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/vehicles/{vehicle}", VehicleText.vehicle, .everyone,
                .page { request in
                    try database.read { try VehiclePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
        ]
    }

    private static func complaints(_ database: any Database) -> [Route] {
        [
            Route(
                "/waste/complaints", ComplaintText.complaints, .everyone,
                .page { request in try database.read { .page(try ComplaintListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/complaints/{complaint}", ComplaintText.complaint, ComplaintDesks.access, database,
                of: ComplaintPage.thing,
                .page { request in
                    try database.read { tx in
                        try ComplaintPage(request, in: tx).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
        ]
    }

    private static func pages(_ database: any Database) -> [Route] {
        [
            Route(
                "/waste", WasteText.title, .everyone,
                .page { request in
                    try database.read { .page(try MonthPage(WasteMonth(request.now), in: $0).page(request)) }
                }),
            Route(
                "/waste/months/{month}", WasteText.month, .everyone,
                .page { request in
                    guard let month = request.parameters["month"].flatMap({ WasteMonth($0) }) else { return .notFound }
                    return try database.read { .page(try MonthPage(month, in: $0).page(request)) }
                }),
            Route(
                "/waste/tickets", WasteText.tickets, .everyone,
                .page { request in try database.read { .page(try TicketListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/tickets/{ticket}", WasteText.ticket, .everyone,
                .page { request in
                    try database.read { try TicketPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/waste/sites", WasteText.sites, .everyone,
                .page { request in try database.read { .page(try SiteListPage(request, in: $0).page(request)) } }),
            Route(
                "/waste/sites/{site}", WasteText.site, .everyone,
                .page { request in
                    try database.read { try SitePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
        ]
    }
}
