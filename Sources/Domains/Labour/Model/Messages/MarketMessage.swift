package import Kernel

/// What people are told who are not at the desk.
package enum MessageKind: String, FieldChoice {
    /// A seat is held for her until she answers.
    case offer
    /// The order was taken back.
    case cancelled
    /// Her wages are past their day.
    case wagesMissed
    /// The same to who owes them, once an order.
    case reminder

    /// Whether it goes to who hires.
    package var isForEmployer: Bool { self == .reminder }
}

/// What became of a message. The log keeps this, and neither the words nor the number they went to.
package enum MessageOutcome: String, FieldChoice {
    /// The county's sender took it.
    case handed
    /// The sender did not.
    case failed
    /// No telephone is known.
    case noPhone
    /// A clerk said it by voice.
    case told
}

/// A message on its way: to whom, by which number, in which words.
package struct OutgoingMessage: Sendable, Hashable {
    package let order: OrderID
    package let worker: WorkerID
    package let kind: MessageKind
    /// When there was something to say.
    package let at: Instant
    /// Nil where none is known.
    package let phone: String?
    package let text: Message
}

/// What an answer by message brings: words to send back, or a command that the sender gives, and the words once it is done.
package enum ReplyPlan: Sendable {
    case say(Message)
    case give(any LabourCommand, by: Principal, done: Message)
}
