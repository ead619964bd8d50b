package import Kernel
package import Storage

/// The hauler agrees with a month as it was reckoned. What was weighed or taken off since makes a new draft necessary.
package struct AgreeSettlement: HaulageVerb {
    package let haulage: HaulageID
    package let month: WasteMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(haulage: pass.value("haulage", \.haulage), month: pass.value("month", \.month))
    }

    package static let name = "agreeSettlement"
    package static var title: Message { HaulageText.agreeSettlement }
    package static let access: Access = [.mine(.villager, .bidder)]
    package static let refusals: [WasteRefusal] = [
        .haulageUnknown, .settlementMissing, .settlementFixed, .settlementStale,
    ]

    package struct Facts: Sendable {
        /// Whose account the hauler agrees with.
        package let agent: PersonID?
        /// What counts now.
        package let weighed: WeighedMonth
    }

    package func holder(_ subject: Haulage, _ facts: Facts, _ context: Context) -> PersonID? { facts.agent }

    package func decide(_ subject: Haulage, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let drafted = try subject.open(month)
        let now = try? subject.settlement(of: month, facts.weighed)
        guard now?.weighed == drafted.weighed, now?.deducted == drafted.deducted else {
            throw WasteRefusal.settlementStale(month)
        }
        return [SettlementAgreed(haulage: haulage, place: subject.place, month: month)]
    }
}

extension Haulage {
    /// A month that was reckoned and is not agreed yet.
    func open(_ month: WasteMonth) throws(Rejection) -> WasteSettlement {
        guard let found = settlements[month] else { throw WasteRefusal.settlementMissing(month) }
        guard !found.phase.isFixed else { throw WasteRefusal.settlementFixed(month) }
        return found
    }
}

/// A hauler agreed with a month.
package struct SettlementAgreed: WasteEvent {
    package let haulage: HaulageID
    package let place: DivisionID
    package let month: WasteMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), place: pass.value("place", \.place),
            month: pass.value("month", \.month))
    }

    package static let name = "settlementAgreed"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.haulage?.settlements[month]?.phase = .agreed
    }
}
