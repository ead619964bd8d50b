package import Kernel
package import Storage

/// The clean-up of contracts (清化收): what stands on paper lists is entered as it is, judged, planned and brought to an
/// end; what changed is computed from events. Legal basis: village-register 3.1–3.4. Refusals 11001–11999.
///
/// Streams: `case/{case}`, one found contract each; `bill/{bill}`, `claim/{claim}`, `census/{census}` and
/// `observation/{observation}`. No contract is refused for being bad: that is what the list is for.
package enum Cleanup: Module {
    package static let name = "cleanup"
    package static var title: Message { CleanupText.title }
    package typealias Refusal = CleanupRefusal

    package struct State: Sendable {
        package internal(set) var found: FoundCase?
        package internal(set) var bill: HouseholdBill?
        package internal(set) var claim: Claim?
        package internal(set) var census: Census?
        package internal(set) var observation: Observation?
    }

    package static let commands: [any Command.Type] = [
        EnterFoundContract.self, JudgeContract.self, PlanContract.self, CloseContractCase.self, EraseName.self,
        BillHousehold.self, PayBill.self, RecordClaim.self, AcknowledgeClaim.self, PayClaim.self, SetOffClaim.self,
        CompleteSetOff.self, WaiveClaim.self, OpenCensus.self, CountLine.self, ConfirmCensus.self,
        RecordUse.self, ExplainUse.self, TakeUpUse.self, SettleUse.self,
    ]
    package static let events: [any Event.Type] = [
        FoundContractEntered.self, FoundContractCorrected.self, ContractJudged.self, ContractPlanned.self,
        ContractCaseClosed.self, NameErased.self, HouseholdBilled.self, BillPaid.self, ClaimRecorded.self,
        ClaimAcknowledged.self,
        ClaimLowered.self, CensusOpened.self, LineCounted.self, CensusConfirmed.self, UseSeen.self, UseExplained.self,
        UseTakenUp.self, UseSettled.self,
    ]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) {
        state.found?.check(&invariants)
        state.bill?.check(&invariants)
        state.claim?.check(&invariants)
        state.census?.check(&invariants)
        state.observation?.check(&invariants)
    }
}

/// A command of this room.
package protocol CleanupCommand: Command where Domain == Cleanup {}

/// An event of this room; each concerns one place.
package protocol CleanupEvent: Event where Domain == Cleanup {
    var place: DivisionID { get }
}

extension CleanupEvent {
    package var division: DivisionID? { place }
}

/// A verb on a contract that was found.
package protocol CaseVerb: CleanupCommand where Subject == FoundCase {
    var foundCase: CaseID { get }
}

extension CaseVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("case", foundCase.text) }

    package func subject(of state: Cleanup.State) throws(Rejection) -> FoundCase {
        guard let found = state.found else { throw CleanupRefusal.noSuchCase(foundCase) }
        return found
    }

    package func place(_ found: FoundCase, _ facts: Facts) -> DivisionID? { found.place }
}
