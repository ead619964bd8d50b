package import Kernel
package import Storage

/// A clerk called and said it: to who has no telephone for messages, or has not answered.
package struct TellByVoice: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID
    package let kind: MessageKind

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), worker: pass.value("worker", \.worker),
            kind: pass.value("kind", \.kind))
    }

    package static let name = "tellByVoice"
    package static var title: Message { MessageText.tell }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [.noSuchOrder, .noSuchMessage, .messageTold]

    package func decide(_ known: Order, _ facts: MessageFacts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard let at = facts.at else { throw LabourRefusal.noSuchMessage() }
        guard facts.outcome != .told else { throw LabourRefusal.messageTold() }
        return [MessageNoted(order: order, place: known.place, worker: worker, kind: kind, at: at, outcome: .told)]
    }
}
