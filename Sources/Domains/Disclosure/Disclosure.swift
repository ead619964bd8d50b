package import Kernel
import Registry
import Storage

/// What everyone may see: notices with their clocks, objections and their answers, and whether each contract is paid.
/// Legal basis: Villagers' Committee Law arts. 30–31; Rural Collective Economic Organisation Law arts. 13, 45, 46.
///
/// Streams: `notice/{notice}` with the objections to it, and `payments/{contract}`.
package enum Disclosure: StoredModule {
    package static let name = "disclosure"
    package static var title: Message { DisclosureText.title }

    package enum Command: ModuleCommand {
        case openNotice(OpenNotice)
        case closeNotice(CloseNotice)
        case raiseObjection(RaiseObjection)
        case answerObjection(AnswerObjection)
        case escalateObjection(EscalateObjection)
        case discloseContract(DiscloseContract)
        case recordPayment(RecordPayment)
    }

    package enum Event: ModuleEvent {
        case noticeOpened(NoticeOpened)
        case noticeClosed(NoticeClosed)
        case objectionRaised(ObjectionRaised)
        case objectionAnswered(ObjectionAnswered)
        case objectionEscalated(ObjectionEscalated)
        case contractDisclosed(ContractDisclosed)
        case paymentRecorded(PaymentRecorded)
    }

    /// One notice with its objections, or one contract's payments.
    package struct State: Sendable {
        package internal(set) var notice: NoticeOpened?
        package internal(set) var isClosed = false
        /// Whether each objection has been answered.
        package internal(set) var objections: [ObjectionID: Bool] = [:]
        package internal(set) var contractDivision: DivisionID?

        package init() {}
    }

    package struct Facts: Sendable {
        /// Whether the register knows the place the notice or the contract is of.
        package var isKnownPlace = true

        package init() {}
    }

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func decide(_ command: Command, _ state: State, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [Event]
    {
        switch command {
        case .openNotice(let open): try open.decide(state, facts, context)
        case .closeNotice(let close): try close.decide(state, context)
        case .raiseObjection(let raise): try raise.decide(state, context)
        case .answerObjection(let answer): try answer.decide(state)
        case .escalateObjection(let escalate): try escalate.decide(state)
        case .discloseContract(let disclose): try disclose.decide(state, facts)
        case .recordPayment(let record): try record.decide(facts)
        }
    }

    package static func evolve(_ state: inout State, with event: Event, at instant: Instant) {
        switch event {
        case .noticeOpened(let opened): state.notice = opened
        case .noticeClosed: state.isClosed = true
        case .objectionRaised(let raised): state.objections[raised.objection] = false
        case .objectionAnswered(let answered): state.objections[answered.objection] = true
        case .objectionEscalated: break
        case .contractDisclosed(let disclosed): state.contractDivision = disclosed.division
        case .paymentRecorded(let recorded): state.contractDivision = recorded.division
        }
    }

    /// A notice closes, and an unanswered objection goes to the level above, at the exact instant.
    package static func due(after event: Event, state: State, at instant: Instant) -> [Due<Command>] {
        switch event {
        case .noticeOpened(let opened):
            [Due(at: opened.closesAt, .closeNotice(CloseNotice(notice: opened.notice)))]
        case .objectionRaised(let raised):
            [
                Due(
                    at: raised.replyBy,
                    .escalateObjection(EscalateObjection(notice: raised.notice, objection: raised.objection)))
            ]
        default: []
        }
    }
}

extension Disclosure.Command {
    package static var forms: [CommandForm<Disclosure.Command>] {
        [
            CommandForm(OpenNotice.self) { .openNotice($0) },
            CommandForm(CloseNotice.self) { .closeNotice($0) },
            CommandForm(RaiseObjection.self) { .raiseObjection($0) },
            CommandForm(AnswerObjection.self) { .answerObjection($0) },
            CommandForm(EscalateObjection.self) { .escalateObjection($0) },
            CommandForm(DiscloseContract.self) { .discloseContract($0) },
            CommandForm(RecordPayment.self) { .recordPayment($0) },
        ]
    }

    package var payload: any CommandPayload {
        switch self {
        case .openNotice(let payload): payload
        case .closeNotice(let payload): payload
        case .raiseObjection(let payload): payload
        case .answerObjection(let payload): payload
        case .escalateObjection(let payload): payload
        case .discloseContract(let payload): payload
        case .recordPayment(let payload): payload
        }
    }
}

extension Disclosure.Event {
    package static var forms: [EventForm<Disclosure.Event>] {
        [
            EventForm(NoticeOpened.self) { .noticeOpened($0) },
            EventForm(NoticeClosed.self) { .noticeClosed($0) },
            EventForm(ObjectionRaised.self) { .objectionRaised($0) },
            EventForm(ObjectionAnswered.self) { .objectionAnswered($0) },
            EventForm(ObjectionEscalated.self) { .objectionEscalated($0) },
            EventForm(ContractDisclosed.self) { .contractDisclosed($0) },
            EventForm(PaymentRecorded.self) { .paymentRecorded($0) },
        ]
    }

    package var payload: any EventPayload {
        switch self {
        case .noticeOpened(let payload): payload
        case .noticeClosed(let payload): payload
        case .objectionRaised(let payload): payload
        case .objectionAnswered(let payload): payload
        case .objectionEscalated(let payload): payload
        case .contractDisclosed(let payload): payload
        case .paymentRecorded(let payload): payload
        }
    }

    package var division: DivisionID? {
        switch self {
        case .noticeOpened(let payload): payload.division
        case .noticeClosed(let payload): payload.division
        case .objectionRaised(let payload): payload.division
        case .objectionAnswered(let payload): payload.division
        case .objectionEscalated(let payload): payload.division
        case .contractDisclosed(let payload): payload.division
        case .paymentRecorded(let payload): payload.division
        }
    }
}
