import Kernel
import Registry
package import Storage
package import Web

extension Waste {
    /// The addresses of the room.
    package static func routes(database: any Database) -> [Route] {
        pages(database) + WasteForms.all.map { $0.route(database) }
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
