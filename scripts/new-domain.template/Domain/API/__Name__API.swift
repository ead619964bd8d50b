package import Storage
package import Web

extension __Name__ {
    /// The addresses of the room.
    package static func routes(database: any Database) -> [Route] {
        [
            Route(
                "/__name__", __Name__Text.title, .everyone,
                .page { request in try database.read { .page(try NoteListPage($0).page(request)) } })
        ]
    }
}
