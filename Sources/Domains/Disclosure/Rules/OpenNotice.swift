package import Kernel

/// Hangs a notice on the board of a place for a number of working days or until a day.
package struct OpenNotice: CommandPayload, Hashable {
    package static let name = "openNotice"
    package static var title: Message { DisclosureText.openNotice }
    package static let refusals: [DisclosureRefusal] = [
        .noSuchPlace, .noticeExists, .periodUnclear, .periodTooShort, .beginsInThePast, .nothingSaid, .badDigest,
    ]

    package let notice: NoticeID?
    package let division: DivisionID
    package let kind: NoticeKind
    /// The stream it is about: `lot/L1`.
    package let subject: String?
    package let titleZh: String
    package let titleEn: String
    package let bodyZh: String
    package let bodyEn: String
    /// The first day; today when absent.
    package let from: CivilDate?
    /// Working days after the first day; the first day does not count (Civil Code art. 201).
    package let workingDays: Int64?
    /// The last day, when the period is not counted in working days.
    package let until: CivilDate?
    /// SHA-256 of the document, in hex.
    package let digest: String?

    package init(
        notice: NoticeID? = nil, division: DivisionID, kind: NoticeKind, subject: String? = nil, title: Message,
        body: Message, from: CivilDate? = nil, workingDays: Int64? = nil, until: CivilDate? = nil,
        digest: String? = nil
    ) {
        self.notice = notice
        self.division = division
        self.kind = kind
        self.subject = subject
        titleZh = title.zh
        titleEn = title.en
        bodyZh = body.zh
        bodyEn = body.en
        self.from = from
        self.workingDays = workingDays
        self.until = until
        self.digest = digest
    }

    package init(reading reader: inout FieldReader) {
        notice = reader.optional("notice")
        division = reader.value("division")
        kind = reader.value("kind")
        subject = reader.optional("subject")
        titleZh = reader.value("titleZh")
        titleEn = reader.value("titleEn")
        bodyZh = reader.value("bodyZh")
        bodyEn = reader.value("bodyEn")
        from = reader.optional("from")
        workingDays = reader.optional("workingDays")
        until = reader.optional("until")
        digest = reader.optional("digest")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("notice", notice)
        writer.put("division", division)
        writer.put("kind", kind)
        writer.put("subject", subject)
        writer.put("titleZh", titleZh)
        writer.put("titleEn", titleEn)
        writer.put("bodyZh", bodyZh)
        writer.put("bodyEn", bodyEn)
        writer.put("from", from)
        writer.put("workingDays", workingDays)
        writer.put("until", until)
        writer.put("digest", digest)
    }

    package func stream(_ context: Context) -> StreamID { NoticeStream.id(identifier(context)) }

    private func identifier(_ context: Context) -> NoticeID { notice ?? context.derivedIdentifier("notice") }

    func decide(_ state: Disclosure.State, _ facts: Disclosure.Facts, _ context: Context) throws(Rejection)
        -> [Disclosure.Event]
    {
        let notice = identifier(context)
        guard facts.isKnownPlace else { throw DisclosureRefusal.noSuchPlace(division) }
        guard state.notice == nil else { throw DisclosureRefusal.noticeExists(notice) }
        let first = from ?? context.now.date
        let last = try lastDay(after: first, context.calendar)
        guard first >= context.now.date else { throw DisclosureRefusal.beginsInThePast() }
        for (field, text) in [("titleZh", titleZh), ("titleEn", titleEn)] where text.allSatisfy(\.isWhitespace) {
            throw DisclosureRefusal.nothingSaid.at(field)
        }
        if let digest, !Self.isDigest(digest) { throw DisclosureRefusal.badDigest() }
        return [.noticeOpened(NoticeOpened(self, notice: notice, from: first, until: last))]
    }

    private func lastDay(after first: CivilDate, _ calendar: WorkingCalendar) throws(Rejection) -> CivilDate {
        switch (workingDays, until) {
        case (let days?, nil):
            guard (1...365).contains(days) else { throw DisclosureRefusal.periodTooShort() }
            return try calendar.date(Int(days), workingDaysAfter: first)
        case (nil, let last?):
            guard last >= first else { throw DisclosureRefusal.periodTooShort().under("until") }
            return last
        default: throw DisclosureRefusal.periodUnclear()
        }
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

enum NoticeStream {
    static func id(_ notice: NoticeID) -> StreamID { StreamID("notice", notice.text) }
}
