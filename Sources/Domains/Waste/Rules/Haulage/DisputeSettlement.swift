package import Kernel
package import Storage

/// The hauler does not agree with a month, and says with what. A desk looks into it and has the month reckoned anew.
package struct DisputeSettlement: HaulageVerb {
    package let haulage: HaulageID
    package let month: WasteMonth
    package let reason: DisputeReason

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), month: pass.value("month", \.month),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "disputeSettlement"
    package static var title: Message { HaulageText.disputeSettlement }
    package static let access: Access = [.mine(.villager, .bidder)]
    package static let refusals: [WasteRefusal] = [.haulageUnknown, .settlementMissing, .settlementFixed]

    package struct Facts: Sendable {
        /// Whose account the hauler agrees with.
        package let agent: PersonID?
    }

    package func holder(_ subject: Haulage, _ facts: Facts, _ context: Context) -> PersonID? { facts.agent }

    package func decide(_ subject: Haulage, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        _ = try subject.open(month)
        return [SettlementDisputed(haulage: haulage, place: subject.place, month: month, reason: reason)]
    }
}

/// A hauler does not agree with a month.
package struct SettlementDisputed: WasteEvent {
    package let haulage: HaulageID
    package let place: DivisionID
    package let month: WasteMonth
    package let reason: DisputeReason

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), place: pass.value("place", \.place),
            month: pass.value("month", \.month), reason: pass.value("reason", \.reason))
    }

    package static let name = "settlementDisputed"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.haulage?.settlements[month]?.phase = .disputed
    }
}
