import EventLog
package import Kernel
package import Storage

/// Answers a flag: explained, sent on to discipline inspection, or mended. A red one that is put away takes a second person
/// (record 0521). Said again, the later answer counts and is looked at anew.
package struct AnswerFlag: SupervisionCommand {
    package let flag: FlagID
    package let reply: FlagReply
    /// What was found out. Told to those who may see the flag, never to the log.
    package let words: Confidential<String>
    package var paper: String?
    /// The last day on which the answer holds: the flag comes back after it.
    package var until: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            flag: pass.value("flag", \.flag), reply: pass.value("reply", \.reply),
            words: pass.confidential("words", \.words, of: .unnamed), paper: pass.optionalPaper("paper", \.paper),
            until: pass.optional("until", \.until))
    }

    package static let name = "answerFlag"
    package static var title: Message { FlagText.answerFlag }
    package static let access: Access = [.own(.supervisor, .countyOfficer)]
    package static let refusals: [SupervisionRefusal] = [
        .noSuchFlag, .wordsMissing, .flagPaperMissing, .untilMissing, .untilOutside,
    ]

    package func stream(_ context: Context) -> StreamID { .flag(flag, context.marks) }

    package struct Facts: Sendable {
        package let standing: StandingFlag?
    }

    package func place(_ state: Supervision.State, _ facts: Facts) -> DivisionID? { facts.standing?.place }
}

/// A flag as it stands while a command on it is decided.
package struct StandingFlag: Sendable, Hashable {
    package let place: DivisionID
    package let facts: String
    package let isRed: Bool

    package init(place: DivisionID, facts: String, isRed: Bool) {
        self.place = place
        self.facts = facts
        self.isRed = isRed
    }
}

extension AnswerFlag {
    /// Three years: what is to be looked at later is looked at anew.
    static let longest = 1_096

    package func decide(_ state: Supervision.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Supervision>]
    {
        guard let standing = facts.standing else { throw SupervisionRefusal.noSuchFlag() }
        guard let said = words.content, !said.isBlank else { throw SupervisionRefusal.wordsMissing() }
        guard reply == .sentOn || paper?.isEmpty == false else { throw SupervisionRefusal.flagPaperMissing() }
        // Whoever sends it on says by when they ask again.
        guard reply != .sentOn || until != nil else { throw SupervisionRefusal.untilMissing() }
        let today = context.now.date
        if let until, until < today || until > today.adding(days: Self.longest) {
            throw SupervisionRefusal.untilOutside()
        }
        // Of each answer its own, so that one can be destroyed and another given.
        let words = FlagWordsID("flag.\(StreamID.flag(flag, context.marks).id).\(context.sequence)") ?? .example
        return [
            FlagAnswered(
                flag: Confidential(flag, of: .flags), place: Confidential(standing.place, of: .flags),
                facts: Confidential(standing.facts, of: .flags), reply: reply, wordsOf: words,
                words: Confidential(said, of: .words(words)), paper: paper, until: until,
                by: Confidential(context.principal.person, of: .flags), desk: context.principal.division,
                isWaiting: standing.isRed && reply != .sentOn)
        ]
    }
}

extension StreamID {
    /// By the flag's keyed mark: the log tells neither what was flagged nor by which rule.
    static func flag(_ flag: FlagID, _ marks: Marks) -> StreamID {
        StreamID("flag", String(Hash.file(Array(marks.flag(flag.text).utf8)).hex.prefix(40)))
    }
}

extension DataSubject {
    /// What flags are about: nobody's own, and never told by the log.
    static var flags: DataSubject { DataSubject(ofThing: "oversight", in: .words) }
    static func words(_ name: FlagWordsID) -> DataSubject { DataSubject(ofThing: name.text, in: .words) }
}

/// A flag was answered. What was flagged, by which rule and with which words is not told.
package struct FlagAnswered: SupervisionEvent {
    package let flag: Confidential<FlagID>
    package let place: Confidential<DivisionID>
    package let facts: Confidential<String>
    package let reply: FlagReply
    /// The words' own name in the space of words.
    package let wordsOf: FlagWordsID
    package let words: Confidential<String>
    package let paper: String?
    package let until: CivilDate?
    package let by: Confidential<PersonID>
    /// Of whoever answered; the paper is for the desks there and above.
    package let desk: DivisionID
    package let isWaiting: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let wordsOf = pass.value("wordsOf", \.wordsOf)
        return Self(
            flag: pass.confidential("flag", \.flag, of: .flags), place: pass.confidential("place", \.place, of: .flags),
            facts: pass.confidential("facts", \.facts, of: .flags), reply: pass.value("reply", \.reply),
            wordsOf: wordsOf, words: pass.confidential("words", \.words, of: .words(wordsOf)),
            paper: pass.optionalPaper("paper", \.paper), until: pass.optional("until", \.until),
            by: pass.confidential("by", \.by, of: .flags), desk: pass.value("division", \.desk),
            isWaiting: pass.value("isWaiting", \.isWaiting))
    }

    package static let name = "flagAnswered"
    package var division: DivisionID? { desk }

    package func change(_ state: inout Supervision.State, at instant: Instant) {
        guard let place = place.content, let facts = facts.content, let by = by.content else { return }
        state.answer = GivenAnswer(
            reply: reply, by: by, place: place, facts: facts, wordsOf: wordsOf, isWaiting: isWaiting)
    }
}
