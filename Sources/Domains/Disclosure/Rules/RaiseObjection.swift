package import Kernel

/// Says that a notice is wrong. An answer is owed within five working days.
package struct RaiseObjection: CommandPayload, Hashable {
    package static let name = "raiseObjection"
    package static var title: Message { DisclosureText.raiseObjection }
    package static let refusals: [DisclosureRefusal] = [.noSuchNotice, .noticeClosed, .objectionExists, .nothingSaid]
    /// Working days within which an objection is answered (decision record 0065).
    package static let replyDays = 5

    package let notice: NoticeID
    package var objection: ObjectionID?
    package let text: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.value("notice", \.notice), objection: pass.optional("objection", \.objection),
            text: pass.value("text", \.text))
    }

    package func stream(_ context: Context) -> StreamID { NoticeStream.id(notice) }

    func decide(_ state: Disclosure.State, _ context: Context) throws(Rejection) -> [Disclosure.Event] {
        let opened = try state.openNotice(notice)
        let objection = objection ?? context.derivedIdentifier("objection")
        guard state.objections[objection] == nil else {
            throw DisclosureRefusal.objectionExists(objection)
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw DisclosureRefusal.nothingSaid.at("text")
        }
        let replyBy = try context.calendar.end(ofWorkingDays: Self.replyDays, from: context.now)
        return [
            .objectionRaised(
                ObjectionRaised(
                    objection: objection, notice: notice, division: opened.division, text: text, replyBy: replyBy))
        ]
    }
}
