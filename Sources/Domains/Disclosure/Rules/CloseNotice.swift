package import Kernel
package import Storage

/// Takes a notice off the board when its time is over. The clock gives it.
package struct CloseNotice: NoticeVerb {
    package let notice: NoticeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(notice: pass.value("notice", \.notice)) }

    package static let name = "closeNotice"
    package static var title: Message { DisclosureText.closeNotice }
    package static let access: Access = [.installation]
    package static let refusals: [DisclosureRefusal] = [.noSuchNotice, .notOverYet, .noticeClosed]

    package func decide(_ state: NoticeState, _ facts: NoFacts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        try state.checkOpen()
        guard context.now >= state.closesAt else { throw DisclosureRefusal.notOverYet(state.closesAt) }
        return [NoticeClosed(notice: notice, place: state.place, objections: Int64(state.objections.count))]
    }
}

/// A notice was on display for its whole time.
package struct NoticeClosed: DisclosureEvent {
    package static let name = "noticeClosed"
    package let notice: NoticeID
    package let place: DivisionID
    /// How many objections were raised.
    package let objections: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.value("notice", \.notice), place: pass.value("division", \.place),
            objections: pass.whole("objections", \.objections, in: CountDomain.self))
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) { state.notice?.isClosed = true }
}
