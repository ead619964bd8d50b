package import Kernel
package import Storage

/// The casual labour market: employers, workers under seal, orders with seats, work done, wages and their arrears. Legal
/// basis: Order 724 (wages), Order 700 (recruitment), Labour Law, Labour Contract Law arts. 68–72, Employment Promotion Law,
/// Order 364 (children). Refusals 7001–7999.
///
/// Streams: `employer/{employer}`, `worker/{worker}`, `labourOrder/{order}`, `labourMarket/{place}-{period}`,
/// `labourHall/{place}`, `crew/{crew}`.
package enum Labour: Module {
    package static let name = "labour"
    package static var title: Message { LabourText.title }
    package typealias Refusal = LabourRefusal

    /// One employer, one worker, one order with everybody's work on it, one period's figures of a market, one crew.
    package struct State: Sendable {
        package internal(set) var employer: Employer?
        package internal(set) var worker: Worker?
        package internal(set) var order: Order?
        package internal(set) var figures: MarketFigures?
        package internal(set) var hall: Hall?
        package internal(set) var crew: Crew?
    }

    package static let commands: [any Command.Type] = [
        RegisterEmployer.self, VerifyEmployer.self, BlockEmployer.self, UnblockEmployer.self, EraseEmployer.self,
        RegisterWorker.self,
        SeekWork.self, StateConditions.self, EraseWorker.self, PostOrder.self, RepeatOrder.self, ChangeSeats.self,
        CancelOrder.self,
        OfferSeat.self, TakeSeat.self, DeclineOffer.self, LapseOffer.self, GiveUpSeat.self, CheckIn.self,
        RecordNoShow.self, ConfirmHours.self, PayWages.self, AdvanceArrear.self, FileFigures.self,
        OpenHall.self, CloseHall.self, RunRound.self, FillSeats.self, NoteCertificate.self, TakeCertificate.self,
        FormCrew.self, LeaveCrew.self, OfferCrew.self, SeatCrew.self, NoteMessage.self, TellByVoice.self,
        RegisterAccount.self, SendWages.self, SettleWages.self,
    ]
    package static let events: [any Event.Type] = [
        EmployerRegistered.self, EmployerVerified.self, EmployerBlocked.self, EmployerUnblocked.self,
        EmployerErased.self,
        WorkerRegistered.self, WorkSought.self, ConditionsStated.self, WorkerErased.self, OrderPosted.self,
        SeatsChanged.self,
        OrderCancelled.self, SeatOffered.self, SeatTaken.self, WaitingJoined.self, SeatFreed.self, CheckedIn.self,
        WagesDue.self, WagesPaid.self, ArrearAdvanced.self, FiguresFiled.self,
        HallOpened.self, HallClosed.self, RoundRun.self, CertificateNoted.self, CrewFormed.self, CrewLeft.self,
        MessageNoted.self, AccountRegistered.self, WagesSent.self, TransferReturned.self,
    ]

    package static func initialState(of stream: StreamID) -> State { State() }

    private static let kinds: [String: any LabourEvent.Type] = Dictionary(
        uniqueKeysWithValues: events.compactMap { $0 as? any LabourEvent.Type }.map { ($0.fullName, $0) })

    /// A state after an entry as the log shows it; what is no entry of the room's changes nothing.
    static func evolve(_ state: inout State, _ kind: String, _ fields: [String: JSON], at instant: Instant) throws {
        func change<Kind: LabourEvent>(_ kind: Kind.Type) throws {
            try kind.read(.object(fields), notation: .logged).change(&state, at: instant)
        }
        if let kind = kinds[kind] { try change(kind) }
    }

    package static func check(_ state: State, _ invariants: inout Invariants) {
        state.employer?.check(&invariants)
        state.order?.check(&invariants)
    }
}

/// A command of this room.
package protocol LabourCommand: Command where Domain == Labour {}

/// An event of this room; each concerns one place.
package protocol LabourEvent: Event where Domain == Labour {
    var place: DivisionID { get }
}

extension LabourEvent {
    package var division: DivisionID? { place }
}

/// A verb on an order that was posted; it concerns the order's place.
package protocol OrderVerb: LabourCommand where Subject == Order {
    var order: OrderID { get }
}

extension OrderVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("labourOrder", order.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Order {
        guard let found = state.order else { throw LabourRefusal.noSuchOrder(order) }
        return found
    }

    package func place(_ order: Order, _ facts: Facts) -> DivisionID? { order.place }
}
