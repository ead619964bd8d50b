package import Kernel
package import Storage

/// What the room is for, in two lines. Legal basis: the law and its articles. Refusals __first__–__last__.
package enum __Name__: Module {
    package static let name = "__name__"
    package static var title: Message { __Name__Text.title }
    package typealias Refusal = __Name__Refusal

    /// One stream a thing: `__name__/{note}`.
    package struct State: Sendable {
        package internal(set) var note: Note?
    }

    package static let commands: [any Command.Type] = [WriteNote.self]
    package static let events: [any Event.Type] = [NoteWritten.self]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) { state.note?.check(&invariants) }
}

/// A command of this room.
package protocol __Name__Command: Command where Domain == __Name__ {}

/// An event of this room.
package protocol __Name__Event: Event where Domain == __Name__ {}
