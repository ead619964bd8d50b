package import Kernel
package import Registry
package import Storage

/// Enters a contract with a hauler: the price of a tonne, by which weighing, who pays, and with which account the hauler
/// agrees. Its months are reckoned by the program from the tickets of the hauler's vehicles.
package struct RegisterHaulage: WasteCommand {
    package var haulage: HaulageID?
    package let place: DivisionID
    package let hauler: OrganisationID
    package let payer: OrganisationID
    package let agent: OfficeID
    package let basis: HaulageBasis
    /// For a tonne.
    package let price: Money
    package let from: CivilDate
    package let until: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.newName("haulage", \.haulage), place: pass.value("place", \.place),
            hauler: pass.value("hauler", \.hauler), payer: pass.value("payer", \.payer),
            agent: pass.value("agent", \.agent), basis: pass.value("basis", \.basis),
            price: pass.value("priceFen", \.price), from: pass.value("from", \.from),
            until: pass.value("until", \.until))
    }

    package static let name = "registerHaulage"
    package static var title: Message { HaulageText.registerHaulage }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .placeUnknown, .haulageKnown, .haulerUnknown, .payerUnknown, .ownHauler, .agentUnknown, .priceMissing,
        .endsBeforeBegin, .haulageTwice,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("haulage", identifier(context).text) }

    private func identifier(_ context: Context) -> HaulageID { haulage ?? context.derivedIdentifier(.contract) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        package let isKnownHauler: Bool
        package let isKnownPayer: Bool
        /// Whether the account is open and a person's own.
        package let isAgent: Bool
        /// A contract of the same hauler and weighing whose days and place meet these.
        package let other: HaulageID?
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw WasteRefusal.placeUnknown(place) }
        guard state.haulage == nil else { throw WasteRefusal.haulageKnown(id) }
        guard facts.isKnownHauler else { throw WasteRefusal.haulerUnknown(hauler) }
        guard facts.isKnownPayer else { throw WasteRefusal.payerUnknown(payer) }
        guard hauler != payer else { throw WasteRefusal.ownHauler() }
        guard facts.isAgent else { throw WasteRefusal.agentUnknown() }
        guard price > .zero else { throw WasteRefusal.priceMissing() }
        guard from <= until else { throw WasteRefusal.endsBeforeBegin() }
        if let other = facts.other { throw WasteRefusal.haulageTwice(other) }
        return [
            HaulageRegistered(
                haulage: id, place: place, hauler: hauler, payer: payer, agent: agent, basis: basis, price: price,
                from: from, until: until)
        ]
    }
}

/// A hauler has a contract.
package struct HaulageRegistered: WasteEvent {
    package let haulage: HaulageID
    package let place: DivisionID
    package let hauler: OrganisationID
    package let payer: OrganisationID
    package let agent: OfficeID
    package let basis: HaulageBasis
    package let price: Money
    package let from: CivilDate
    package let until: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            haulage: pass.value("haulage", \.haulage), place: pass.value("place", \.place),
            hauler: pass.value("hauler", \.hauler), payer: pass.value("payer", \.payer),
            agent: pass.value("agent", \.agent), basis: pass.value("basis", \.basis),
            price: pass.value("priceFen", \.price), from: pass.value("from", \.from),
            until: pass.value("until", \.until))
    }

    package static let name = "haulageRegistered"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.haulage = Haulage(
            id: haulage, place: place, hauler: hauler, payer: payer, agent: agent, basis: basis, price: price,
            from: from, until: until)
    }

    package func due(_ state: Waste.State, at instant: Instant) -> [Due<Waste>] {
        let month = WasteMonth(from)
        return [Due(at: Haulage.draftTime(of: month), DraftSettlement(haulage: haulage, month: month))]
    }
}
