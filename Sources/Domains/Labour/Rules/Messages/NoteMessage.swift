package import Kernel
package import Storage

/// Keeps what became of a message: handed over, not taken, or no telephone known. The house gives it after each one.
package struct NoteMessage: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID
    package let kind: MessageKind
    /// Which one: of this kind, the one that there was something to say at.
    package let at: Instant
    package let outcome: MessageOutcome

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), worker: pass.value("worker", \.worker),
            kind: pass.value("kind", \.kind), at: pass.value("at", \.at), outcome: pass.value("outcome", \.outcome))
    }

    package static let name = "noteMessage"
    package static var title: Message { MessageText.note }
    package static let access: Access = [.installation]
    package static let refusals: [LabourRefusal] = [.noSuchOrder, .noSuchMessage, .messageTold]

    package func decide(_ known: Order, _ facts: MessageFacts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard facts.at == at else { throw LabourRefusal.noSuchMessage() }
        guard facts.outcome == nil else { throw LabourRefusal.messageTold() }
        return [MessageNoted(order: order, place: known.place, worker: worker, kind: kind, at: at, outcome: outcome)]
    }
}

/// What the order's table knows of a message.
package struct MessageFacts: Sendable {
    /// Nil where there is none of the kind for her.
    package let at: Instant?
    package let outcome: MessageOutcome?
}

/// Something was said, or could not be said, to somebody who is not at the desk. The log says what it was about.
package struct MessageNoted: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let kind: MessageKind
    package let at: Instant
    package let outcome: MessageOutcome

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker), kind: pass.value("kind", \.kind), at: pass.value("at", \.at),
            outcome: pass.value("outcome", \.outcome))
    }

    package static let name = "messageNoted"

    /// The order stands as it stood.
    package func change(_ state: inout Labour.State, at instant: Instant) {}
}
