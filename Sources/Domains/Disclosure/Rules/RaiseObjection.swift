package import Kernel
package import Storage

/// Says that a notice is wrong. An answer is owed within the county's working days (`objection.replyDays`).
package struct RaiseObjection: NoticeVerb {
    package let notice: NoticeID
    package var objection: ObjectionID?
    package let text: String
    /// What shows it: a photo, a slip.
    package var paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            notice: pass.value("notice", \.notice), objection: pass.newName("objection", \.objection),
            text: pass.value("text", \.text), paper: pass.optionalPaper("paper", \.paper))
    }

    package static let name = "raiseObjection"
    package static var title: Message { DisclosureText.raiseObjection }
    package static let access: Access = [
        .own(.villageClerk, .stationAgent, .supervisor), .anywhere(.bidder, .villager),
    ]
    package static let refusals: [DisclosureRefusal] = [
        .noSuchNotice, .noticeClosed, .objectionExists, .nothingSaid, .objectionsUsedUp, .badPaper,
    ]

    package struct Facts: Sendable {
        package let term: ReplyTerm
        /// How often one person may object to one notice at its place.
        package let most: Int64
    }

    package func decide(_ state: NoticeState, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Disclosure>]
    {
        try state.checkOpen()
        let objection = objection ?? context.derivedIdentifier(.objection)
        try state.checkNew(objection)
        guard !text.isBlank else { throw DisclosureRefusal.nothingSaid() }
        guard paper?.isSHA256Hex ?? true else { throw DisclosureRefusal.badPaper() }
        // A desk objects for many: they are counted where they come in person.
        let person = context.principal.person
        if context.principal.role.signsInByPhone, (state.raised[person] ?? 0) >= facts.most {
            throw DisclosureRefusal.objectionsUsedUp(facts.most)
        }
        let isInPerson = context.principal.role.signsInByPhone
        let subject = ObjectionRaised.subject(objection, of: isInPerson ? person : nil)
        return [
            ObjectionRaised(
                objection: objection, notice: notice, place: state.place, text: Personal(text, of: subject),
                replyBy: try facts.term.end(context), lot: state.lot,
                raiser: isInPerson ? Personal(person, of: subject) : nil, endsWithPerson: isInPerson,
                held: state.offered, paper: paper)
        ]
    }
}

/// How long an answer to an objection may take at a place.
package struct ReplyTerm: Sendable {
    /// Working days, the parameter `objection.replyDays`.
    package let days: Int64

    /// The last instant for an answer.
    func end(_ context: Context) throws(Rejection) -> Instant {
        try context.calendar.end(ofWorkingDays: Int(days), from: context.now)
    }
}

/// Somebody objects to a notice. That it happened and when is public; what it says is personal.
package struct ObjectionRaised: DisclosureEvent {
    package static let name = "objectionRaised"
    package let objection: ObjectionID
    package let notice: NoticeID
    package let place: DivisionID
    /// Under the person's key who came; under one of its own where a desk wrote it down.
    package let text: Personal<String>
    /// The last instant for an answer: the end of a working day.
    package let replyBy: Instant
    /// The stream of the lot that the objection stops; absent where the notice shows no lot's result.
    package var lot: String?
    /// Who objected in person: nobody reads it in the leaf. Absent where a desk did, and before 28 November 2026.
    package var raiser: Personal<PersonID>?
    /// Whether its words end with the person who came: so since 29 November 2026.
    package var endsWithPerson = false
    /// The stream of the lot that the notice offers and the objection holds up; absent before 29 November 2026.
    package var held: String?
    /// Its paper, which ends with its words; absent before 30 November 2026.
    package var paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let objection = pass.value("objection", \.objection)
        let raiser = pass.optionalPersonal("raiser", \.raiser, of: subject(objection, of: nil))
        let owner = subject(objection, of: raiser?.content)
        return Self(
            objection: objection, notice: pass.value("notice", \.notice), place: pass.value("division", \.place),
            text: pass.personal("text", \.text, of: owner), replyBy: pass.value("replyBy", \.replyBy),
            lot: pass.optional("lot", \.lot), raiser: raiser.map { Personal($0.content, of: owner) },
            endsWithPerson: pass.value("endsWithPerson", \.endsWithPerson, standard: false),
            held: pass.optional("held", \.held), paper: pass.optionalPaper("paper", \.paper))
    }

    static func subject(_ objection: ObjectionID, of person: PersonID?) -> DataSubject {
        person.map { DataSubject(of: $0) } ?? DataSubject(ofThing: objection.text, in: .words)
    }

    package func change(_ state: inout Disclosure.State, at instant: Instant) {
        state.notice?.objections[objection] = false
        if held != nil { state.notice?.holding.insert(objection) }
        if raiser == nil { state.notice?.written.insert(objection) }
        if let person = raiser?.content { state.notice?.raised[person, default: 0] += 1 }
    }

    /// An unanswered objection goes to the level above at the exact instant.
    package func due(_ state: Disclosure.State, at instant: Instant) -> [Due<Disclosure>] {
        [Due(at: replyBy, EscalateObjection(notice: notice, objection: objection))]
    }
}
