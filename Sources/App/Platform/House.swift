package import Foundation
package import Kernel
package import Storage
package import Web

/// The whole house, put together: modules, store, writer, addresses, access table and log.
package struct House: Sendable {
    package let database: any Database
    package let clock: any HouseClock
    package let calendar: WorkingCalendar
    package let writer: Writer
    /// The addresses of every module, in the modules' order.
    package let routes: [Route]
    /// Every command of every module: the source of `docs/commands.md` and of OpenAPI.
    package let commands: [CommandDescription]
    package let log: LogView

    /// Runs migrations, loads or creates the keys in `dataDirectory/keys`, and verifies the log's tail.
    ///
    /// Throws `HouseRefusal` when the log does not verify, the keys do not fit, or another writer holds the store.
    package static func open(
        dataDirectory: URL, database: any Database, clock: any HouseClock = SystemClock()
    ) throws -> House {
        preconditionFailure("lands with the writer")
    }

    /// Who acts at `office`: registered with `registry.openOffice`, or the built-in `admin`. Nil when unknown or closed.
    package func findPrincipal(office: OfficeID) throws -> Principal? {
        preconditionFailure("lands with the writer")
    }
}

/// The house refuses to open: the store, the log or the keys are not what they should be.
package struct HouseRefusal: Error, Sendable {
    package let message: Message
    package init(_ message: Message) { self.message = message }
}

/// One command as documentation, OpenAPI and forms need it.
package struct CommandDescription: Sendable {
    /// With the module prefix: `exchange.placeBid`.
    package let name: String
    package let title: Message
    package let fields: [FieldShape.Field]
    /// Numbers of the rejections it can be answered with, the access table's excepted.
    package let rejections: [Int]
    package let roles: [Role]
}
