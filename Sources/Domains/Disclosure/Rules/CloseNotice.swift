package import Kernel

/// Takes a notice off the board when its time is over. The clock gives it.
package struct CloseNotice: CommandPayload, Hashable {
    package static let name = "closeNotice"
    package static var title: Message { DisclosureText.closeNotice }
    package static let rejections = [5003, 5007, 5008]

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
        guard context.now >= opened.closesAt else { throw DisclosureRejection.notOverYet(opened.closesAt).rejection }
        return [
            .noticeClosed(
                NoticeClosed(notice: notice, division: opened.division, objections: Int64(state.objections.count)))
        ]
    }
}

extension Disclosure.State {
    /// The notice, hanging.
    func openNotice(_ id: NoticeID) throws(Rejection) -> NoticeOpened {
        guard let notice else { throw DisclosureRejection.noSuchNotice(id).rejection }
        guard !isClosed else { throw DisclosureRejection.noticeClosed.rejection }
        return notice
    }

    /// The notice of an objection that still waits for its answer.
    func waiting(_ objection: ObjectionID, _ id: NoticeID) throws(Rejection) -> NoticeOpened {
        guard let notice else { throw DisclosureRejection.noSuchNotice(id).rejection }
        switch objections[objection] {
        case nil: throw DisclosureRejection.noSuchObjection(objection).rejection
        case true?: throw DisclosureRejection.objectionAnswered.rejection
        case false?: return notice
        }
    }
}
