package import Kernel
package import Storage

/// Shows on the board an objection that was raised at the lot whose result the notice shows. The house gives it.
package struct ShowObjection: NoticeVerb {
    package let notice: NoticeID
    package let objection: ObjectionID

    package init(notice: NoticeID, objection: ObjectionID) {
        self.notice = notice
        self.objection = objection
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(notice: pass.value("notice", \.notice), objection: pass.value("objection", \.objection))
    }

    package static let name = "showObjection"
    package static var title: Message { DisclosureText.showObjection }
    package static let access: Access = [.installation]
    package static let refusals: [DisclosureRefusal] = [.noSuchNotice, .objectionExists]
    package typealias Facts = ReplyTerm

    /// The lot's clock may stand longer than the notice hangs, so a closed notice takes it too.
    package func decide(_ state: NoticeState, _ facts: ReplyTerm, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        try state.checkNew(objection)
        return [
            ObjectionShown(
                objection: objection, notice: notice, place: state.place, replyBy: try facts.end(context))
        ]
    }
}

/// The board shows an objection that the exchange keeps; its words stay there.
package struct ObjectionShown: DisclosureEvent {
    package static let name = "objectionShown"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let place: DivisionID
    /// The last instant for an answer: the end of a working day.
    package let replyBy: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            objection: pass.value("objection", \.objection), notice: pass.value("notice", \.notice),
            place: pass.value("division", \.place), replyBy: pass.value("replyBy", \.replyBy))
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) {
        state.notice?.objections[objection] = false
    }

    package func due(_ state: Disclosure.State, at instant: Instant) -> [Due<Disclosure>] {
        [Due(at: replyBy, EscalateObjection(notice: notice, objection: objection))]
    }
}
