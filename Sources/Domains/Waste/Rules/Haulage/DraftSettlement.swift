package import Kernel
package import Storage

/// Reckons what a hauler is paid for a month: the program on the third day after it, a desk again until the hauler agrees.
/// Tickets that came in after an earlier month was agreed count here.
package struct DraftSettlement: HaulageVerb {
    package let haulage: HaulageID
    package let month: WasteMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(haulage: pass.value("haulage", \.haulage), month: pass.value("month", \.month))
    }

    package static let name = "draftSettlement"
    package static var title: Message { HaulageText.draftSettlement }
    package static let access: Access = [.installation, .own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .haulageUnknown, .monthOutside, .monthNotOver, .settlementFixed, .amountTooLarge,
    ]

    package struct Facts: Sendable {
        package let weighed: WeighedMonth
    }

    package func decide(_ subject: Haulage, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard month.next > subject.from, month.first <= subject.until else { throw WasteRefusal.monthOutside(month) }
        guard context.now >= Haulage.draftTime(of: month) else { throw WasteRefusal.monthNotOver(month) }
        let earlier = subject.settlements[month]
        guard earlier?.phase.isFixed != true else { throw WasteRefusal.settlementFixed(month) }
        let settlement: WasteSettlement
        do { settlement = try subject.settlement(of: month, facts.weighed) } catch {
            throw WasteRefusal.amountTooLarge()
        }
        return [
            SettlementDrafted(
                haulage: haulage, place: subject.place, month: month, tickets: settlement.weighed.tickets,
                kilograms: settlement.weighed.kilograms, due: settlement.due, deducted: settlement.deducted,
                isFirst: earlier == nil)
        ]
    }
}

/// A month was reckoned.
package struct SettlementDrafted: WasteEvent {
    package let haulage: HaulageID
    package let place: DivisionID
    package let month: WasteMonth
    package let tickets: Int64
    package let kilograms: Int64
    package let due: Money
    package let deducted: Money
    /// Whether the month had not been reckoned before.
    package let isFirst: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), place: pass.value("place", \.place),
            month: pass.value("month", \.month), tickets: pass.whole("tickets", \.tickets, in: HaulageCountDomain.self),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self),
            due: pass.value("dueFen", \.due), deducted: pass.value("deductedFen", \.deducted),
            isFirst: pass.value("isFirst", \.isFirst))
    }

    package static let name = "settlementDrafted"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.haulage?.settlements[month] = WasteSettlement(
            weighed: WeighedMonth(tickets: tickets, kilograms: kilograms), due: due, deducted: deducted)
    }

    package func due(_ state: Waste.State, at instant: Instant) -> [Due<Waste>] {
        let next = WasteMonth(month.next)
        guard isFirst, let contract = state.haulage, next.first <= contract.until else { return [] }
        return [Due(at: Haulage.draftTime(of: next), DraftSettlement(haulage: haulage, month: next))]
    }
}
