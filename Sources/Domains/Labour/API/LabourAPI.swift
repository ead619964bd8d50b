package import Storage
package import Web

extension Labour {
    /// The addresses of the room.
    package static func routes(database: any Database) -> [Route] { [] }
}
