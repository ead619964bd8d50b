package import Kernel

/// Takes a notice off the board when its time is over. The clock gives it.
package struct CloseNotice: CommandPayload, Hashable {
    package static let name = "closeNotice"
    package static var title: Message { DisclosureText.closeNotice }
    package static let refusals: [DisclosureRefusal] = [.noSuchNotice, .notOverYet, .noticeClosed]

    package let notice: NoticeID

    package init(notice: NoticeID) {
        self.notice = notice
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(notice: pass.value("notice", \.notice))
    }

    package func stream(_ context: Context) -> StreamID { NoticeStream.id(notice) }

    func decide(_ state: Disclosure.State, _ context: Context) throws(Rejection) -> [Disclosure.Event] {
        let opened = try state.openNotice(notice)
        guard context.now >= opened.closesAt else { throw DisclosureRefusal.notOverYet(opened.closesAt) }
        return [
            .noticeClosed(
                NoticeClosed(notice: notice, division: opened.division, objections: Int64(state.objections.count)))
        ]
    }
}

extension Disclosure.State {
    /// The notice, hanging.
    func openNotice(_ id: NoticeID) throws(Rejection) -> NoticeOpened {
        guard let notice else { throw DisclosureRefusal.noSuchNotice(id) }
        guard !isClosed else { throw DisclosureRefusal.noticeClosed() }
        return notice
    }

    /// The notice of an objection that still waits for its answer.
    func waiting(_ objection: ObjectionID, _ id: NoticeID) throws(Rejection) -> NoticeOpened {
        guard let notice else { throw DisclosureRefusal.noSuchNotice(id) }
        switch objections[objection] {
        case nil: throw DisclosureRefusal.noSuchObjection(objection)
        case true?: throw DisclosureRefusal.objectionAnswered()
        case false?: return notice
        }
    }
}
