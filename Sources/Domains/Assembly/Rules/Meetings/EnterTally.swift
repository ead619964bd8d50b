package import Kernel
import Registry
package import Storage

/// Enters what one teller read off the papers of a secret vote. The first sheet is committed and shown to nobody; the second
/// comes from another desk, and then both are opened together. Where they differ, both count again.
package struct EnterTally: MeetingVerb {
    package let meeting: MeetingID
    package let tally: Tally

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting),
            tally: Tally(
                issued: pass.whole("issued", \.tally.issued, in: CountDomain.self),
                returned: pass.whole("returned", \.tally.returned, in: CountDomain.self),
                inFavour: pass.whole("for", \.tally.inFavour, in: CountDomain.self),
                against: pass.whole("against", \.tally.against, in: CountDomain.self),
                abstained: pass.whole("abstained", \.tally.abstained, in: CountDomain.self),
                invalid: pass.whole("invalid", \.tally.invalid, in: CountDomain.self)))
    }

    package static let name = "enterTally"
    package static var title: Message { AssemblyText.enterTally }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [AssemblyRefusal] = [
        .noSuchMeeting, .notOpened, .voteClosed, .voteIsOpen, .tallyAgreed, .sameTeller, .papersDisagree,
    ]

    package func decide(_ meeting: Meeting, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard meeting.isOpen else { throw AssemblyRefusal.notOpened() }
        guard let motion = meeting.motions.last, motion.isOpen else { throw AssemblyRefusal.voteClosed() }
        guard motion.isSecret else { throw AssemblyRefusal.voteIsOpen() }
        guard motion.agreed == nil else { throw AssemblyRefusal.tallyAgreed() }
        let teller = context.principal.office
        guard motion.committed?.teller != teller else { throw AssemblyRefusal.sameTeller() }
        let voters = meeting.papers(of: motion)
        guard tally.adds(from: voters, upTo: meeting.entitled - Int64(motion.recused.count)) else {
            throw AssemblyRefusal.papersDisagree(voters)
        }
        let committed = TallyCommitted(
            meeting: self.meeting, place: meeting.place, number: motion.number, teller: teller,
            sheet: Confidential(tally.sealed, of: .tallies(of: self.meeting)))
        guard let first = motion.committed else { return [committed] }
        return [
            committed,
            TalliesOpened(
                meeting: self.meeting, place: meeting.place, number: motion.number, first: first.tally, second: tally),
        ]
    }
}

/// One teller's sheet is in; the entry holds a commitment of it and not the numbers.
package struct TallyCommitted: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let number: Int64
    package let teller: OfficeID
    package let sheet: Confidential<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let meeting = pass.value("meeting", \.meeting)
        return Self(
            meeting: meeting, place: pass.value("division", \.place),
            number: pass.whole("number", \.number, in: SerialNumberDomain.self), teller: pass.value("teller", \.teller),
            sheet: pass.confidential("sheet", \.sheet, of: .tallies(of: meeting)))
    }

    package static let name = "tallyCommitted"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        guard let tally = sheet.content.flatMap({ Tally(sealed: $0) }) else { return }
        state.meeting?.changeLastMotion {
            if $0.committed == nil { $0.committed = CommittedTally(teller: teller, tally: tally) }
        }
    }
}

/// Both sheets are open; where they are the same, that is the count.
package struct TalliesOpened: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let number: Int64
    package var first: Tally?
    package var second: Tally?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            number: pass.whole("number", \.number, in: SerialNumberDomain.self), first: pass.record("first", \.first),
            second: pass.record("second", \.second))
    }

    package static let name = "talliesOpened"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        state.meeting?.changeLastMotion {
            $0.committed = nil
            $0.agreed = first == second ? first : nil
        }
    }
}
