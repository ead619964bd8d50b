package import Kernel
package import Registry
package import Storage

/// The township confirms a month the hauler agreed with: it is owed, and stands in the payer's books from the same moment.
package struct ConfirmSettlement: HaulageVerb {
    package let haulage: HaulageID
    package let month: WasteMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(haulage: pass.value("haulage", \.haulage), month: pass.value("month", \.month))
    }

    package static let name = "confirmSettlement"
    package static var title: Message { HaulageText.confirmSettlement }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .haulageUnknown, .settlementMissing, .settlementNotAgreed, .settlementConfirmed, .ownSettlement,
    ]

    package struct Facts: Sendable {
        /// Whose account the hauler agrees with.
        package let agent: PersonID?
    }

    package func decide(_ subject: Haulage, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard let settlement = subject.settlements[month] else { throw WasteRefusal.settlementMissing(month) }
        guard settlement.phase != .confirmed else { throw WasteRefusal.settlementConfirmed(month) }
        guard settlement.phase == .agreed else { throw WasteRefusal.settlementNotAgreed(month) }
        guard facts.agent != context.principal.person else { throw WasteRefusal.ownSettlement() }
        return [
            SettlementConfirmed(
                haulage: haulage, place: subject.place, month: month, hauler: subject.hauler, payer: subject.payer,
                kilograms: settlement.weighed.kilograms, net: settlement.net, day: context.now.date)
        ]
    }
}

/// A month is owed to its hauler.
package struct SettlementConfirmed: WasteEvent {
    package let haulage: HaulageID
    package let place: DivisionID
    package let month: WasteMonth
    package let hauler: OrganisationID
    package let payer: OrganisationID
    package let kilograms: Int64
    package let net: Money
    package let day: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), place: pass.value("place", \.place),
            month: pass.value("month", \.month), hauler: pass.value("hauler", \.hauler),
            payer: pass.value("payer", \.payer),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self), net: pass.value("netFen", \.net),
            day: pass.value("day", \.day))
    }

    package static let name = "settlementConfirmed"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.haulage?.settlements[month]?.phase = .confirmed
    }
}
