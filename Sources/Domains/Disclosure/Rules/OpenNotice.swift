package import Kernel
package import Storage

/// Puts a notice on the board of a place for a number of working days or until a day.
package struct OpenNotice: DisclosureCommand {
    package let notice: NoticeID?
    package let division: DivisionID
    package let kind: NoticeKind
    /// The stream it is about: `lot/L1`.
    package let subject: String?
    package let title: Message
    package let body: Message
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
        self.title = title
        self.body = body
        self.from = from
        self.workingDays = workingDays
        self.until = until
        self.digest = digest
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.newName("notice", \.notice), division: pass.value("division", \.division),
            kind: pass.value("kind", \.kind), subject: pass.optional("subject", \.subject),
            title: words("title", \.title, &pass), body: words("body", \.body, &pass),
            from: pass.optional("from", \.from),
            workingDays: pass.optionalWhole("workingDays", \.workingDays, in: DaysDomain.self),
            until: pass.optional("until", \.until), digest: pass.optional("digest", \.digest))
    }

    /// A village writes in Chinese. Where nobody wrote the English, the Chinese stands for it.
    private static func words(_ name: String, _ get: (Self) -> Message, _ pass: inout FieldPass<Self>) -> Message {
        let zh = pass.value(name + "Zh") { get($0).zh }
        return Message(zh: zh, en: pass.optional(name + "En") { get($0).en } ?? zh)
    }

    package static let name = "openNotice"
    package static var title: Message { DisclosureText.openNotice }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .installation]
    package static let refusals: [DisclosureRefusal] = [
        .noSuchPlace, .noticeExists, .resultByTheLot, .periodUnclear, .periodTooShort, .beginsInThePast, .nothingSaid,
        .badDigest, .noticeOfTheHouse, .subjectElsewhere,
    ]

    package struct Facts: Sendable {
        /// Whether the register knows the place.
        let isKnownPlace: Bool
        /// What the notice is about lies in the place; so it is where it is about nothing.
        let isOwnSubject: Bool
    }

    package func stream(_ context: Context) -> StreamID { .notice(identifier(context)) }
    package func place(_ state: Disclosure.State, _ facts: Facts) -> DivisionID? { division }

    package func decide(_ state: Disclosure.State, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        let notice = identifier(context)
        guard facts.isKnownPlace else { throw DisclosureRefusal.noSuchPlace(division) }
        guard state.notice == nil else { throw DisclosureRefusal.noticeExists(notice) }
        // An objection to the notice of a result stops the lot; only the result itself opens one.
        if kind == .result, subject?.hasPrefix("lot/") == true, context.principal.role != .system {
            throw DisclosureRefusal.resultByTheLot()
        }
        try checkSubject(facts, context)
        let first = from ?? context.now.date
        let last = try lastDay(after: first, context.calendar)
        guard first >= context.now.date else { throw DisclosureRefusal.beginsInThePast() }
        for (field, text) in [("titleZh", title.zh), ("titleEn", title.en)] where text.isBlank {
            throw DisclosureRefusal.nothingSaid.at(field)
        }
        if let digest, !Self.isDigest(digest) { throw DisclosureRefusal.badDigest() }
        return [
            NoticeOpened(
                notice: notice, place: division, kind: kind, subject: subject ?? "", title: title, body: body,
                from: first, until: last, closesAt: last.end, digest: digest)
        ]
    }

    /// The house hangs what its lots bring; a desk speaks of what its own place has.
    private func checkSubject(_ facts: Facts, _ context: Context) throws(Rejection) {
        guard context.principal.role != .system else { return }
        guard NoticeKind.ofDesks.contains(kind) else { throw DisclosureRefusal.noticeOfTheHouse() }
        guard facts.isOwnSubject else { throw DisclosureRefusal.subjectElsewhere(subject ?? "") }
    }

    private func identifier(_ context: Context) -> NoticeID { notice ?? context.derivedIdentifier(.notice) }

    private func lastDay(after first: CivilDate, _ calendar: WorkingCalendar) throws(Rejection) -> CivilDate {
        switch (workingDays, until) {
        case (let days?, nil):
            guard (1...365).contains(days) else { throw DisclosureRefusal.periodTooShort() }
            return try calendar.date(Int(days), workingDaysAfter: first)
        case (nil, let last?):
            guard last >= first else { throw DisclosureRefusal.periodTooShort.at("until") }
            return last
        default: throw DisclosureRefusal.periodUnclear()
        }
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

/// A notice is on display from now on.
package struct NoticeOpened: DisclosureEvent {
    package static let name = "noticeOpened"
    package let notice: NoticeID
    package let place: DivisionID
    package let kind: NoticeKind
    package let subject: String
    package let title: Message
    package let body: Message
    package let from: CivilDate
    package let until: CivilDate
    package let closesAt: Instant
    package let digest: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.value("notice", \.notice), place: pass.value("division", \.place),
            kind: pass.value("kind", \.kind), subject: pass.value("subject", \.subject),
            title: pass.message("title", \.title), body: pass.message("body", \.body),
            from: pass.value("from", \.from), until: pass.value("until", \.until),
            closesAt: pass.value("closesAt", \.closesAt), digest: pass.optional("digest", \.digest))
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) {
        let isOfLot = subject.hasPrefix("lot/")
        state.notice = NoticeState(
            place: place, closesAt: closesAt, lot: kind == .result && isOfLot ? subject : nil,
            offered: kind == .lotNotice && isOfLot ? subject : nil)
    }

    /// The notice closes at the exact instant.
    package func due(_ state: Disclosure.State, at instant: Instant) -> [Due<Disclosure>] {
        [Due(at: closesAt, CloseNotice(notice: notice))]
    }
}
