package import Kernel
package import Storage

/// From a frame to a day judged by law: facilities, stations, dated limits, days with their verdicts, alarms with an owner.
/// Legal basis: GB 18918-2002 and its amendment in force from 2026-03-01, HJ 212, HJ 355 and HJ 356. Refusals 9001–9999.
///
/// Streams: `facility/{facility}`, `limit/{row}`, `telemetry/seals`. Values of single frames are never events; a judged day is.
package enum Environment: Module {
    package static let name = "environment"
    package static var title: Message { EnvironmentText.title }
    package typealias Refusal = EnvironmentRefusal

    /// A facility, a limit that was adopted, or the seals of the telemetry.
    package struct State: Sendable {
        package internal(set) var facility: Facility?
        package internal(set) var limit: LimitRow?
        package internal(set) var seal: Seal?
        /// What arrived before this day was taken away.
        package internal(set) var removed: CivilDate?
    }

    package static let commands: [any Command.Type] = [
        RegisterFacility.self, AssignStandard.self, RegisterStation.self, AdoptLimit.self, RecordDay.self,
        TakeAlarm.self, CloseAlarm.self, SealTelemetry.self, RegisterInstrument.self, AcceptInstrument.self,
        RetireInstrument.self, RecordCheck.self, RecordComparison.self, MarkHours.self, ConfirmMark.self,
        WithdrawMark.self, OrderDevice.self, NoteDeviceAnswer.self, EnterOperation.self, LayPipe.self, RemovePipe.self,
        RemoveFrames.self, NoteConditions.self, WriteLetter.self, AnswerLetter.self, LinkContract.self,
        UnlinkContract.self, RecordVisit.self, CountReagent.self,
    ]
    package static let events: [any Event.Type] = [
        FacilityRegistered.self, StandardAssigned.self, StationRegistered.self, LimitAdopted.self, DayJudged.self,
        AlarmRaised.self, AlarmTaken.self, AlarmClosed.self, TelemetrySealed.self, InstrumentRegistered.self,
        InstrumentAccepted.self, InstrumentRetired.self, CheckRecorded.self, ComparisonRecorded.self, HoursMarked.self,
        MarkConfirmed.self, MarkWithdrawn.self, DeviceOrdered.self, DeviceAnswered.self, OperationEntered.self,
        PipeLaid.self, PipeRemoved.self, FramesRemoved.self, LetterWritten.self, LetterAnswered.self,
        ContractLinked.self, ContractUnlinked.self, VisitRecorded.self, ReagentCounted.self,
    ]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) { state.facility?.check(&invariants) }
}

/// A command of this room.
package protocol EnvironmentCommand: Command where Domain == Environment {}

/// An event of this room.
package protocol EnvironmentEvent: Event where Domain == Environment {}

/// A verb on a facility that is registered; it concerns the facility's place.
package protocol FacilityVerb: EnvironmentCommand where Subject == Facility {
    var facility: FacilityID { get }
}

extension FacilityVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("facility", facility.text) }

    package func subject(of state: Environment.State) throws(Rejection) -> Facility {
        guard let found = state.facility else { throw EnvironmentRefusal.noSuchFacility(facility) }
        return found
    }

    package func place(_ facility: Facility, _ facts: Facts) -> DivisionID? { facility.place }
}

/// An event on a facility.
package protocol FacilityEvent: EnvironmentEvent {
    var place: DivisionID { get }
}

extension FacilityEvent {
    package var division: DivisionID? { place }
}
