import Kernel
import Registry
package import Storage
package import Web

extension Disclosure {
    /// Every address of the notice board: villages, notices, the public log.
    package static func routes(database: any Database, log: PublicLogSource) -> [Route] {
        publicPages(database) + DisclosureForm.all.map { $0.route(database) } + logPages(log)
    }

    private static func publicPages(_ database: any Database) -> [Route] {
        [
            Route(
                "/villages/{division}", PageText.villagesTitle, .everyone,
                // The village's page is the place's page.
                .page { request in
                    request.identifier("division", as: DivisionName.self).map { .redirect("/places/\($0)") }
                        ?? .notFound
                }),
            Route("/notices", PageText.notices, .everyone, page(database) { try NoticeListPage.page($0, in: $1) })
                .inHead(PageText.notices, rank: 50),
            Route(
                "/arrears", FrontText.arrearsTitle, .everyone,
                page(database) { try ArrearsPage($0, in: $1)?.page($0) }),
            Route(
                "/notices.atom", PageText.feed, .everyone,
                .file(contentType: NewsFeed.contentType) { request in
                    .file(try database.read { try NoticeListPage.feed(request, in: $0) }, name: "notices.atom")
                }),
            Route(
                "/notices/{notice}", PageText.notice, .everyone,
                page(database) { request, tx in try NoticePage(request, in: tx)?.page(request) }),
            Route(
                "/api/v1/villages/{division}", PageText.villageJSON, .everyone,
                .json(shape: FieldShape(.object(VillageResource.shapes))) { request in
                    guard let id = request.identifier("division", as: DivisionName.self) else { return .notFound }
                    let village = try database.read { tx in try VillagePage(id, on: request.now.date, in: tx) }
                    return village.map { .json(.object(VillageResource($0).openFields)) } ?? .notFound
                }),
        ]
    }

    private static func logPages(_ log: PublicLogSource) -> [Route] {
        [
            Route(
                "/log", LogText.title, .everyone,
                .page { request in
                    let before = try request.number("before")
                    return .page(
                        LogPage.page(try log.latest(LogPage.choice(request), before, LogPage.entriesPerPage), request))
                }
            ).inHead(LogText.title, rank: 70),
            Route(
                "/log/{entry}", LogText.whatStandsThere, .everyone,
                .page { request in
                    guard let index = request.part("entry"), let found = try log.entry(index) else { return .notFound }
                    return .page(LogEntryPage.page(found, request))
                }),
        ]
    }

    private static func page(
        _ database: any Database, _ body: @escaping @Sendable (PageRequest, any ReadTransaction) throws -> Page?
    ) -> Route.Handler {
        .page { request in try database.read { tx in try body(request, tx).map { .page($0) } ?? .notFound } }
    }
}
