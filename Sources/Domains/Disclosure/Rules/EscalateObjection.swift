package import Kernel
package import Storage

/// Passes an unanswered objection to the level above. The clock gives it.
package struct EscalateObjection: NoticeVerb {
    package let notice: NoticeID
    package let objection: ObjectionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(notice: pass.value("notice", \.notice), objection: pass.value("objection", \.objection))
    }

    package static let name = "escalateObjection"
    package static var title: Message { DisclosureText.escalateObjection }
    package static let access: Access = [.installation]
    package static let refusals: [DisclosureRefusal] = [.noSuchNotice, .noSuchObjection, .objectionAnswered]

    package func decide(_ state: NoticeState, _ facts: NoFacts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        try state.checkUnanswered(objection)
        return [ObjectionEscalated(objection: objection, notice: notice, place: state.place)]
    }
}

/// Nobody answered in time: the objection is with the level above.
package struct ObjectionEscalated: DisclosureEvent {
    package static let name = "objectionEscalated"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            objection: pass.value("objection", \.objection), notice: pass.value("notice", \.notice),
            place: pass.value("division", \.place))
    }

    /// The notice may still be answered, so no rule changes.
    package func change(_ state: inout Disclosure.State, at instant: Instant) {}
}
