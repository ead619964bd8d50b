package import Kernel

/// A notice hangs on the board from now on.
package struct NoticeOpened: EventPayload, Hashable {
    package static let name = "noticeOpened"
    package let notice: NoticeID
    package let division: DivisionID
    package let kind: NoticeKind
    package let subject: String
    package let title: Message
    package let body: Message
    package let from: CivilDate
    package let until: CivilDate
    package let closesAt: Instant
    package let digest: String?

    init(_ open: OpenNotice, notice: NoticeID, from: CivilDate, until: CivilDate) {
        self.notice = notice
        division = open.division
        kind = open.kind
        subject = open.subject ?? ""
        title = Message(zh: open.titleZh, en: open.titleEn)
        body = Message(zh: open.bodyZh, en: open.bodyEn)
        self.from = from
        self.until = until
        closesAt = until.end
        digest = open.digest
    }

    package init(reading reader: inout FieldReader) {
        notice = reader.value("notice")
        division = reader.value("division")
        kind = reader.value("kind")
        subject = reader.value("subject")
        title = Message(zh: reader.value("titleZh"), en: reader.value("titleEn"))
        body = Message(zh: reader.value("bodyZh"), en: reader.value("bodyEn"))
        from = reader.value("from")
        until = reader.value("until")
        closesAt = reader.value("closesAt")
        digest = reader.optional("digest")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("notice", notice)
        writer.put("division", division)
        writer.put("kind", kind)
        writer.put("subject", subject)
        writer.put("titleZh", title.zh)
        writer.put("titleEn", title.en)
        writer.put("bodyZh", body.zh)
        writer.put("bodyEn", body.en)
        writer.put("from", from)
        writer.put("until", until)
        writer.put("closesAt", closesAt)
        writer.put("digest", digest)
    }
}

/// A notice has hung its whole time.
package struct NoticeClosed: EventPayload, Hashable {
    package static let name = "noticeClosed"
    package let notice: NoticeID
    package let division: DivisionID
    package let objections: Int64

    init(notice: NoticeID, division: DivisionID, objections: Int64) {
        self.notice = notice
        self.division = division
        self.objections = objections
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.value("notice", \.notice), division: pass.value("division", \.division),
            objections: pass.value("objections", \.objections))
    }
}

/// Somebody objects to a notice. That it happened and when is public; what it says is personal.
package struct ObjectionRaised: EventPayload, Hashable {
    package static let name = "objectionRaised"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let division: DivisionID
    /// Kept under a subject of its own, so that it can be destroyed by itself.
    package let text: Personal<String>
    /// The last instant for an answer: the end of the fifth working day after.
    package let replyBy: Instant

    init(objection: ObjectionID, notice: NoticeID, division: DivisionID, text: String, replyBy: Instant) {
        self.objection = objection
        self.notice = notice
        self.division = division
        self.text = Personal(text, of: Self.subject(objection))
        self.replyBy = replyBy
    }

    package init(reading reader: inout FieldReader) {
        objection = reader.value("objection")
        notice = reader.value("notice")
        division = reader.value("division")
        text = reader.personal("text", of: Self.subject(objection))
        replyBy = reader.value("replyBy")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("objection", objection)
        writer.put("notice", notice)
        writer.put("division", division)
        writer.put("text", text)
        writer.put("replyBy", replyBy)
    }

    static func subject(_ objection: ObjectionID) -> DataSubject {
        guard let subject = DataSubject(objection.text) else {
            preconditionFailure("every identifier names a subject")
        }
        return subject
    }
}

/// The village or the office answers an objection, for everyone to read.
package struct ObjectionAnswered: EventPayload, Hashable {
    package static let name = "objectionAnswered"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let division: DivisionID
    package let answer: Message

    init(objection: ObjectionID, notice: NoticeID, division: DivisionID, answer: Message) {
        self.objection = objection
        self.notice = notice
        self.division = division
        self.answer = answer
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            objection: pass.value("objection", \.objection), notice: pass.value("notice", \.notice),
            division: pass.value("division", \.division), answer: pass.message("answer", \.answer))
    }
}

/// Nobody answered in time: the objection is the matter of the level above.
package struct ObjectionEscalated: EventPayload, Hashable {
    package static let name = "objectionEscalated"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            objection: pass.value("objection", \.objection), notice: pass.value("notice", \.notice),
            division: pass.value("division", \.division))
    }
}
