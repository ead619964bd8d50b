import Cleanup
import Exchange
import Kernel
import Ledger
import Registry
import Storage

/// What asks for a resolution uses it up: the register notes the use, or refuses the act because it was used before.
enum ResolutionIsUsed {
    /// Listens to each kind of act that rests on a resolution.
    static let policies: [Policy] = [
        Policy("SubmittedLotUsesResolution", on: LotSubmitted.self, gives: [UseResolution.self]) { submitted, _ in
            submitted.resolution.map { [UseResolution(resolution: $0, lot: submitted.lot)] } ?? []
        },
        using("RevisedLotUsesResolution", LotRevised.self) { ($0.resolution, .init(.lot, $0.lot.text)) },
        using("RenewalUsesResolution", ContractRenewed.self) { ($0.resolution, .init(.renewal, $0.lot.text)) },
        using("ContractUsesResolution", ContractRegistered.self) { entered in
            entered.resolution.map { ($0, .init(.contract, entered.contract.text)) }
        },
        using("AmendmentUsesResolution", ContractAmended.self) { amended in
            amended.resolution.map { ($0, .init(.amendment, "\(amended.contract.text) · \(amended.number)")) }
        },
        using("DistributionUsesResolution", ResultDistributed.self) { done in
            ResolutionID(done.resolution).map { ($0, .init(.distribution, "\(done.year)")) }
        },
        using("BudgetUsesResolution", BudgetAdopted.self) { ($0.resolution, .init(.budget, "\($0.year)")) },
        using("BudgetChangeUsesResolution", BudgetAmended.self) {
            ($0.resolution, .init(.budgetChange, "\($0.year)"))
        },
        using("CleanupUsesResolution", ContractCaseClosed.self) { closed in
            closed.resolution.map { ($0, .init(.cleanup, closed.place.text)) }
        },
        using("LandChargeUsesResolution", HouseholdBilled.self) { billed in
            billed.resolution.map { ($0, .init(.landCharge, billed.organisation.text)) }
        },
        using("CensusUsesResolution", CensusConfirmed.self) { ($0.resolution, .init(.census, $0.census.text)) },
        using("WaiverUsesResolution", ClaimLowered.self) { lowered in
            guard lowered.move == .waived else { return nil }
            return ResolutionID(lowered.reference).map { ($0, .init(.waiver, lowered.claim.text)) }
        },
    ]

    private static func using<Kind: Event>(
        _ name: String, _ kind: Kind.Type, _ use: @escaping @Sendable (Kind) -> (ResolutionID, ResolutionUse)?
    ) -> Policy {
        Policy(name, on: kind, gives: [UseResolution.self]) { event, _ in
            use(event).map { [UseResolution(resolution: $0.0, for: $0.1)] } ?? []
        }
    }
}
