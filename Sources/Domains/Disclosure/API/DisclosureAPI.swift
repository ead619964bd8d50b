import Kernel
import Registry
package import Storage
package import Web

/// The public addresses: villages, the board, the log.
package enum DisclosureAPI {
    package static func routes(database: any Database, log: PublicLogSource) -> [Route] {
        publicPages(database) + forms(database) + logPages(log)
    }

    private static func publicPages(_ database: any Database) -> [Route] {
        [
            Route(
                "/villages/{division}", PageText.villagesTitle, .everyone,
                page(database) { request, tx in
                    guard let id = request.identifier("division", as: DivisionName.self) else { return nil }
                    return try VillagePage(id, on: request.now.date, in: tx)?.page(request)
                }),
            Route("/notices", PageText.notices, .everyone, page(database) { try NoticeListPage.page($0, in: $1) }),
            Route(
                "/notices/{notice}", PageText.notice, .everyone,
                page(database) { request, tx in
                    try NoticePage(request, in: tx)?.page(request)
                }),
            Route(
                "/api/v1/villages/{division}", PageText.villageJSON, .everyone,
                .json(shape: VillagePage.shape) { request in
                    try database.read { tx in
                        guard let id = request.identifier("division", as: DivisionName.self),
                            let village = try VillagePage(id, on: request.now.date, in: tx)
                        else { return .notFound }
                        return .json(village.json)
                    }
                }),
        ]
    }

    private static func forms(_ database: any Database) -> [Route] {
        [
            Route(
                "/villages/{division}/announce", PageText.announce, .roles(NoticeDesk.announcers),
                form("disclosure.openNotice", database, to: "/villages/{division}") {
                    try NoticeForms.announce($0, in: $1)
                }),
            Route(
                "/notices/{notice}/object", PageText.object, .signedIn,
                form("disclosure.raiseObjection", database, to: "/notices/{notice}") {
                    try NoticeForms.object($0, in: $1)
                }),
            Route(
                "/notices/{notice}/objections/{objection}/answer", DisclosureText.answerObjection,
                .roles(NoticeDesk.writers),
                form("disclosure.answerObjection", database, to: "/notices/{notice}") {
                    try NoticeForms.answer($0, in: $1)
                }),
        ]
    }

    private static func logPages(_ log: PublicLogSource) -> [Route] {
        [
            Route(
                "/log", LogText.title, .everyone,
                .page { request in
                    let before = try request.number("before")
                    let words = request.query["q"].map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
                    return .page(
                        LogPage.page(
                            try log.latest(words?.isEmpty == false ? words : nil, before, LogPage.entriesPerPage),
                            request))
                }),
            Route(
                "/log/{entry}", LogText.whatStandsThere, .everyone,
                .page { request in
                    guard let index = request.part("entry"), let found = try log.entry(index) else { return .notFound }
                    return .page(LogEntryPage.page(found, request))
                }),
        ]
    }

    private typealias Body = @Sendable (PageRequest, any ReadTransaction) throws -> Page?

    private static func answer(_ request: PageRequest, _ database: any Database, _ body: Body) throws -> PageResult {
        try database.read { tx in try body(request, tx).map { .page($0) } ?? .notFound }
    }

    private static func page(_ database: any Database, _ body: @escaping Body) -> Route.Handler {
        .page { request in try answer(request, database, body) }
    }

    private static func form(_ command: String, _ database: any Database, to path: String, _ body: @escaping Body)
        -> Route.Handler
    {
        .form(
            command: command, page: { request in try answer(request, database, body) },
            done: { request, _ in Links.path(path, request.parameters) })
    }
}
