package import Kernel
import Registry
package import Storage

/// Records money that came back of a subsidy, by another person than who claimed it back; what is left stays owed to the fen.
package struct RecordRepayment: ClaimVerb {
    package let claim: ClaimID
    package let amount: Money
    /// Number of the bank's transfer.
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), amount: pass.value("amountFen", \.amount),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "recordRepayment"
    package static var title: Message { RecoveryText.repayment }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .claimUnknown, .claimElsewhere, .ownReclaim, .amountOutside, .referenceMissing,
        .arrivalEntered,
    ]

    package struct Facts: Sendable {
        /// Where the same money was entered before.
        var entered: KnownArrival?
    }

    package func decide(_ known: Claim, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard known.phase == .reclaimed else { throw SkillsRefusal.claimElsewhere(known.phase.label) }
        guard known.reclaimer != context.principal.person else { throw SkillsRefusal.ownReclaim() }
        guard amount > .zero, amount <= known.owed else { throw SkillsRefusal.amountOutside(known.owed) }
        guard !reference.isBlank else { throw SkillsRefusal.referenceMissing() }
        if let entered = facts.entered { throw SkillsRefusal.arrivalEntered(reference, entered.words) }
        return [repaid(of: known)]
    }

    func repaid(of known: Claim) -> SubsidyRepaid {
        SubsidyRepaid(
            claim: claim, place: known.place, amount: amount, left: known.owed - amount, reference: reference)
    }
}

/// Money of a subsidy came back.
package struct SubsidyRepaid: SkillsEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let amount: Money
    package let left: Money
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), place: pass.value("place", \.place),
            amount: pass.value("amountFen", \.amount), left: pass.value("leftFen", \.left),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "subsidyRepaid"

    var arrival: BankArrival {
        BankArrival(
            reference: reference, amount: amount, account: BankArrival.subsidyAccount, place: place, kind: .repayment,
            thing: "subsidyClaim/\(claim)")
    }

    package func change(_ state: inout Skills.State, at instant: Instant) {
        guard let known = state.claim else { return }
        state.claim?.repaid = known.repaid + amount
        if left == .zero { state.claim?.phase = .recovered }
    }
}
