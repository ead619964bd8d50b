package import Kernel

/// A command on its way to the writer, whoever brought it: a form, the API, a scenario, an import, a policy or the clock.
package struct Submission: Sendable {
    /// With the module prefix: `exchange.placeBid`.
    package let command: String
    package let arguments: JSON
    package let notation: FieldNotation
    package let principal: Principal
    /// Chosen by the sender; the same key by the same person gets the first answer and causes no second event.
    package let key: String

    package init(command: String, arguments: JSON, notation: FieldNotation = .exact, principal: Principal, key: String)
    {
        self.command = command
        self.arguments = arguments
        self.notation = notation
        self.principal = principal
        self.key = key
    }
}

/// What the writer answers after the flush.
package enum Answer: Sendable, Hashable {
    /// The log indexes of every event the command caused (policies' events included), and the stream it acted on.
    case accepted(entries: [Int64], stream: StreamID, at: Instant)
    case rejected(Rejection)
}

/// The commit gave no clear result. The same submission with the same key is safe, and tells what happened.
package struct OutcomeUnknown: Error, Sendable {
    package init() {}
}
