package import Kernel
package import Storage

/// From a weighed load to "no raw waste went to a landfill" as an identity: sites, scales, vehicles, tickets of both
/// ends of a trip, stock readings; complaints with their clock. Legal basis: Law on solid waste (2020) arts. 43–51, Metrology Law art. 9, GB/T 19095-2019.
/// Refusals 10001–10999.
///
/// Streams: `site/{site}`, `scale/{scale}`, `ticket/{ticket}`, `complaint/{complaint}`, `complaints/{person}`,
/// `vehicle/{vehicle}`, `wasteRound/{round}`, `haulage/{haulage}`, `wasteSale/{sale}`.
package enum Waste: Module {
    package static let name = "waste"
    package static var title: Message { WasteText.title }
    package typealias Refusal = WasteRefusal

    /// A site, a scale, a ticket, a complaint, a vehicle, a driver's round, a hauler's contract or a sale of recyclables.
    package struct State: Sendable {
        package internal(set) var site: Site?
        package internal(set) var scale: Scale?
        package internal(set) var ticket: Ticket?
        package internal(set) var complaint: Complaint?
        package internal(set) var vehicle: Vehicle?
        package internal(set) var round: CollectionRound?
        package internal(set) var haulage: Haulage?
        package internal(set) var sale: Sale?
    }

    package static let commands: [any Command.Type] = [
        RegisterSite.self, RegisterScale.self, VerifyScale.self, IssueTicket.self, VoidTicket.self, ReadStock.self,
        FileComplaint.self, AnswerComplaint.self, ReopenComplaint.self, CloseComplaint.self, EraseComplaint.self,
        ForgetComplainant.self, RegisterVehicle.self, SetTare.self, RetireVehicle.self,
        StartShift.self, EndShift.self,
        PlanRound.self, MarkStop.self, CancelRound.self, RegisterHaulage.self, AssessHaulage.self,
        WithdrawAssessment.self, DraftSettlement.self, AgreeSettlement.self, DisputeSettlement.self,
        ConfirmSettlement.self, SortRecyclables.self, CountRecyclables.self, OfferRecyclables.self, NoteSale.self,
        EndSale.self, FinishSale.self, DeclareLoss.self,
    ]
    package static let events: [any Event.Type] = [
        SiteRegistered.self, ScaleRegistered.self, ScaleVerified.self, TicketIssued.self, TicketVoided.self,
        StockRead.self, ComplaintFiled.self, ComplaintAnswered.self, ComplaintReopened.self, ComplaintClosed.self,
        ComplaintErased.self, ComplainantForgotten.self, VehicleRegistered.self, TareSet.self, VehicleRetired.self,
        ShiftStarted.self, ShiftEnded.self,
        RoundPlanned.self, StopMarked.self, RoundCancelled.self, HaulageRegistered.self, HaulageAssessed.self,
        AssessmentWithdrawn.self, SettlementDrafted.self, SettlementAgreed.self, SettlementDisputed.self,
        SettlementConfirmed.self, RecyclablesSorted.self, RecyclablesCounted.self, RecyclablesOffered.self,
        RecyclablesSold.self, SaleEnded.self, SaleFinished.self, LossDeclared.self,
    ]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) {
        state.ticket?.check(&invariants)
        state.complaint?.check(&invariants)
        state.vehicle?.check(&invariants)
        state.round?.check(&invariants)
        state.haulage?.check(&invariants)
        state.sale?.check(&invariants)
    }
}

/// A command of this room.
package protocol WasteCommand: Command where Domain == Waste {}

/// An event of this room; it concerns the place of the site where it happened.
package protocol WasteEvent: Event where Domain == Waste {
    var place: DivisionID { get }
}

extension WasteEvent {
    package var division: DivisionID? { place }
}

/// A verb on a complaint that was made; it concerns the complaint's place.
package protocol ComplaintVerb: WasteCommand where Subject == Complaint {
    var complaint: ComplaintID { get }
}

extension ComplaintVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("complaint", complaint.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Complaint {
        guard let found = state.complaint else { throw WasteRefusal.complaintUnknown(complaint) }
        return found
    }

    package func place(_ found: Complaint, _ facts: Facts) -> DivisionID? { found.place }
}

/// A verb on a vehicle of the register; it concerns the vehicle's place.
package protocol VehicleVerb: WasteCommand where Subject == Vehicle {
    var vehicle: VehicleID { get }
}

extension VehicleVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("vehicle", vehicle.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Vehicle {
        guard let found = state.vehicle else { throw WasteRefusal.vehicleUnknown(vehicle) }
        return found
    }

    package func place(_ found: Vehicle, _ facts: Facts) -> DivisionID? { found.place }
}

/// A verb on a round that was planned; it concerns the round's place.
package protocol RoundVerb: WasteCommand where Subject == CollectionRound {
    var round: WasteRoundID { get }
}

extension RoundVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("wasteRound", round.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> CollectionRound {
        guard let found = state.round else { throw WasteRefusal.roundUnknown(round) }
        return found
    }

    package func place(_ found: CollectionRound, _ facts: Facts) -> DivisionID? { found.place }
}

/// A verb on a hauler's contract; it concerns the contract's place.
package protocol HaulageVerb: WasteCommand where Subject == Haulage {
    var haulage: HaulageID { get }
}

extension HaulageVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("haulage", haulage.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Haulage {
        guard let found = state.haulage else { throw WasteRefusal.haulageUnknown(haulage) }
        return found
    }

    package func place(_ found: Haulage, _ facts: Facts) -> DivisionID? { found.place }
}
