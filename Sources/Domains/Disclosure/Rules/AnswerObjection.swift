package import Kernel

/// Answers an objection in public.
package struct AnswerObjection: CommandPayload, Hashable {
    package static let name = "answerObjection"
    package static var title: Message { DisclosureText.answerObjection }
    package static let rejections = [5003, 5009, 5011, 5012]

    package let notice: NoticeID
    package let objection: ObjectionID
    package let answerZh: String
    /// The Chinese text stands in both languages when absent.
    package let answerEn: String?

    package init(notice: NoticeID, objection: ObjectionID, answerZh: String, answerEn: String? = nil) {
        self.notice = notice
        self.objection = objection
        self.answerZh = answerZh
        self.answerEn = answerEn
    }

    package init(reading reader: inout FieldReader) {
        notice = reader.value("notice")
        objection = reader.value("objection")
        answerZh = reader.value("answerZh")
        answerEn = reader.optional("answerEn")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("notice", notice)
        writer.put("objection", objection)
        writer.put("answerZh", answerZh)
        writer.put("answerEn", answerEn)
    }

    package func stream(_ context: Context) -> StreamID { NoticeStream.id(notice) }

    func decide(_ state: Disclosure.State) throws(Rejection) -> [Disclosure.Event] {
        let opened = try state.waiting(objection, notice)
        guard !answerZh.allSatisfy(\.isWhitespace) else {
            throw DisclosureRejection.nothingSaid(field: "answerZh").rejection
        }
        return [
            .objectionAnswered(
                ObjectionAnswered(
                    objection: objection, notice: notice, division: opened.division,
                    answer: Message(zh: answerZh, en: answerEn ?? answerZh)))
        ]
    }
}

/// Passes an unanswered objection to the level above. The clock gives it.
package struct EscalateObjection: CommandPayload, Hashable {
    package static let name = "escalateObjection"
    package static var title: Message { DisclosureText.escalateObjection }
    package static let rejections = [5003, 5009, 5011]

    package let notice: NoticeID
    package let objection: ObjectionID

    package init(notice: NoticeID, objection: ObjectionID) {
        self.notice = notice
        self.objection = objection
    }

    package init(reading reader: inout FieldReader) {
        notice = reader.value("notice")
        objection = reader.value("objection")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("notice", notice)
        writer.put("objection", objection)
    }

    package func stream(_ context: Context) -> StreamID { NoticeStream.id(notice) }

    func decide(_ state: Disclosure.State) throws(Rejection) -> [Disclosure.Event] {
        let opened = try state.waiting(objection, notice)
        return [
            .objectionEscalated(
                ObjectionEscalated(objection: objection, notice: notice, division: opened.division))
        ]
    }
}
