package import Kernel
package import Storage

/// Supervision looks at what the exchange, the register and the books did and asks which deals and payments deserve a second
/// look. Legal basis: village-register 5.3. Refusals 12001–12999.
///
/// It reads the tables of Exchange and Registry, of Ledger what was paid, and of Assembly who is in office. A flag is no event:
/// it is reckoned when the page is asked for. What is an event is an answer to it (record 0521). Streams: `flag/{keyed mark}`.
package enum Supervision: Module {
    package static let name = "supervision"
    package static var title: Message { OversightText.title }
    package typealias Refusal = SupervisionRefusal

    /// The last answer to one flag.
    package struct State: Sendable {
        package internal(set) var answer: GivenAnswer?
    }

    package static let commands: [any Command.Type] = [AnswerFlag.self, ConfirmAnswer.self, EraseAnswer.self]
    package static let events: [any Event.Type] = [FlagAnswered.self, AnswerConfirmed.self, AnswerErased.self]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) { state.answer?.check(&invariants) }
}

/// A command of this room.
package protocol SupervisionCommand: Command where Domain == Supervision {}

/// An event of this room. It never names the place of the flag: of few deals in a village, that one was answered would tell
/// which.
package protocol SupervisionEvent: Event where Domain == Supervision {}

extension SupervisionEvent {
    package var division: DivisionID? { nil }
}
