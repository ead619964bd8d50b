import EventLog
package import Kernel
import Registry
package import Storage

/// Who decides and how: the roll of members, meetings with a frozen roll, votes counted by the house, and what they
/// resolved; the steps a matter takes before and after its decision; who holds an office of the village, and which relatives
/// they declared. Legal basis: Rural Collective Economic Organisation Law (2025) arts. 11–18, 26–34. Refusals 6001–6999.
///
/// Streams: `member/{member}`, `meeting/{meeting}`, `term/{term}`, `deliberation/{deliberation}`. In a meeting a count is
/// never typed: it comes of the roll and of those who came, or of two tellers who read the same off the papers.
package enum Assembly: Module {
    package static let name = "assembly"
    package static var title: Message { AssemblyText.title }
    package typealias Refusal = AssemblyRefusal

    /// One life on the roll, one meeting, one time in office, or one matter on its way.
    package struct State: Sendable {
        package internal(set) var member: Member?
        package internal(set) var meeting: Meeting?
        package internal(set) var term: TermOfOffice?
        package internal(set) var deliberation: Deliberation?
    }

    package static let commands: [any Command.Type] = [
        AdmitMember.self, IdentifyMember.self, MoveMember.self, EndMembership.self, EraseMember.self, CallMeeting.self,
        FreezeRoll.self,
        GrantProxy.self,
        WithdrawProxy.self, Attend.self, AttendTogether.self, Leave.self, OpenMeeting.self, PutMotion.self, Recuse.self,
        CastVote.self,
        CountVoices.self, CloseVote.self, ApproveByTownship.self, CloseMeeting.self, HoldAgainstRoll.self,
        AddMeetingPapers.self, StrikeFromRoll.self, EnterTally.self,
        FillOffice.self, LeaveOffice.self, DeclareKin.self, WithdrawKin.self, EraseTerm.self,
        OpenDeliberation.self, TakeStep.self, DecideDeliberation.self, StopDeliberation.self, HoldAgainstChain.self,
    ]
    package static let events: [any Event.Type] = [
        MemberAdmitted.self, MemberIdentified.self, MemberMoved.self, MembershipEnded.self, MemberErased.self,
        MeetingCalled.self,
        RollListed.self,
        RollFrozen.self, ProxyGranted.self, ProxyWithdrawn.self, Attended.self, Left.self, MeetingOpened.self,
        MotionPut.self, Recused.self, VoteCast.self, VoteClosed.self, TownshipApproved.self, MeetingClosed.self,
        MeetingPapersAdded.self, StruckFromRoll.self, TallyCommitted.self, TalliesOpened.self,
        OfficeFilled.self, OfficeLeft.self, KinDeclared.self, KinWithdrawn.self, TermErased.self,
        DeliberationOpened.self, StepTaken.self, DeliberationDecided.self, DeliberationStopped.self,
    ]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) {
        state.member?.check(&invariants)
        state.meeting?.check(&invariants)
        state.term?.check(&invariants)
        state.deliberation?.check(&invariants)
    }
}

/// A command of this room.
package protocol AssemblyCommand: Command where Domain == Assembly {}

/// An event of this room; each concerns one place.
package protocol AssemblyEvent: Event where Domain == Assembly {
    var place: DivisionID { get }
}

extension AssemblyEvent {
    package var division: DivisionID? { place }
}

/// A verb on a meeting that was called; it concerns the meeting's place.
package protocol MeetingVerb: AssemblyCommand where Subject == Meeting {
    var meeting: MeetingID { get }
}

extension MeetingVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("meeting", meeting.text) }

    package func subject(of state: Assembly.State) throws(Rejection) -> Meeting {
        guard let found = state.meeting else { throw AssemblyRefusal.noSuchMeeting(meeting) }
        return found
    }

    package func place(_ meeting: Meeting, _ facts: Facts) -> DivisionID? { meeting.place }
}

/// A verb on a time in office that was entered; it concerns the place of the office.
package protocol TermVerb: AssemblyCommand where Subject == TermOfOffice {
    var term: TermID { get }
}

extension TermVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("term", term.text) }

    package func subject(of state: Assembly.State) throws(Rejection) -> TermOfOffice {
        guard let found = state.term else { throw AssemblyRefusal.noSuchTerm(term) }
        return found
    }

    package func place(_ known: TermOfOffice, _ facts: Facts) -> DivisionID? { known.place }
}

/// A verb on a matter that is on its way; it concerns the place of its body.
package protocol DeliberationVerb: AssemblyCommand where Subject == Deliberation {
    var deliberation: DeliberationID { get }
}

extension DeliberationVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("deliberation", deliberation.text) }

    package func subject(of state: Assembly.State) throws(Rejection) -> Deliberation {
        guard let found = state.deliberation else { throw AssemblyRefusal.noSuchDeliberation(deliberation) }
        return found
    }

    package func place(_ found: Deliberation, _ facts: Facts) -> DivisionID? { found.place }
}

extension DataSubject {
    package init(ofMember member: MemberID) { self.init(.member, named: member.text) }
}
