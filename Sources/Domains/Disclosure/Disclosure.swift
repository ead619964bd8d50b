package import Kernel
package import Storage

/// What everyone may see: notices with their clocks, objections and their answers, and whether each contract is paid.
/// Legal basis: Villagers' Committee Law arts. 30–31; Rural Collective Economic Organisation Law arts. 13, 45, 46.
///
/// Streams: `notice/{notice}` with the objections to it, and `payments/{contract}`.
package enum Disclosure: Module {
    package static let name = "disclosure"
    package static var title: Message { DisclosureText.title }
    package typealias Refusal = DisclosureRefusal

    package static let commands: [any Command.Type] = [
        OpenNotice.self, CloseNotice.self, RaiseObjection.self, ShowObjection.self, AnswerObjection.self,
        EscalateObjection.self, EraseObjection.self,
        DiscloseContract.self, RecordPayment.self, ForgetPerson.self,
    ]

    package static let events: [any Event.Type] = [
        NoticeOpened.self, NoticeClosed.self, ObjectionRaised.self, ObjectionShown.self, ObjectionAnswered.self,
        ObjectionEscalated.self, ObjectionErased.self,
        ContractDisclosed.self, PaymentRecorded.self, PersonForgotten.self,
    ]

    /// One notice with its objections, or one contract's payments.
    package struct State: Sendable {
        /// The notice of the stream; nil before it is opened, and on a stream of payments.
        package internal(set) var notice: NoticeState?
        /// Whether the payments of the stream's contract are public.
        package internal(set) var isContractDisclosed = false
    }

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) { state.notice?.check(&invariants) }
}

/// A verb of the notice board.
package protocol DisclosureCommand: Command, Hashable where Domain == Disclosure {}

/// A verb on a notice that has been opened; it concerns the place of the notice.
package protocol NoticeVerb: DisclosureCommand where Subject == NoticeState {
    var notice: NoticeID { get }
}

extension NoticeVerb {
    package func stream(_ context: Context) -> StreamID { .notice(notice) }

    package func subject(of state: Disclosure.State) throws(Rejection) -> NoticeState {
        guard let found = state.notice else { throw DisclosureRefusal.noSuchNotice(notice) }
        return found
    }

    package func place(_ state: NoticeState, _ facts: Facts) -> DivisionID? { state.place }
}

/// An event of the notice board; each concerns one place.
package protocol DisclosureEvent: Event, Hashable where Domain == Disclosure {
    var place: DivisionID { get }
}

extension DisclosureEvent {
    package var division: DivisionID? { place }
}
