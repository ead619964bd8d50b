package import Storage
package import Web

extension Cleanup {
    /// The addresses of the room.
    package static func routes(database: any Database) -> [Route] {
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
        ] + CaseForms.routes(database)
    }
}
