package import Kernel
package import Storage
package import Web

/// The casual labour market.
package enum Labour: Module {
    package static let name = "labour"
    package static var title: Message { LabourText.title }
    package typealias Refusal = LabourRefusal

    package struct State: Sendable {}

    package static let commands: [any Command.Type] = []
    package static let events: [any Event.Type] = []
    package static var migrations: [Migration] { [] }
    package static var tables: [ProjectedTable] { [] }

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) {}

    package static func routes(database: any Database) -> [Route] { [] }
}
