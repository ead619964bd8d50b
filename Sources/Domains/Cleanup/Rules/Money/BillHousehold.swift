package import Kernel
package import Registry
package import Storage

/// Bills a household for land that was found outside its contracts. A field of the household that was only measured larger is
/// not new land: it takes a resolution of the members (village-register 4.2).
package struct BillHousehold: CleanupCommand {
    package let bill: BillID?
    package let organisation: OrganisationID
    /// The household's number at the collective.
    package let household: String
    package var name: Personal<String>?
    package let category: String
    package let found: Area
    package let guidePrice: Amount
    /// The table of guide prices and its year.
    package let priceBasis: String
    package let months: Int64
    package let isHardship: Bool
    package let isMeasuredMore: Bool
    package let resolution: ResolutionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bill: pass.newName("bill", \.bill), organisation: pass.value("organisation", \.organisation),
            household: pass.value("household", \.household),
            name: pass.optionalPersonal("name", \.name, of: .nobody), category: pass.value("category", \.category),
            found: pass.value("found", \.found), guidePrice: pass.value("guidePriceFen", \.guidePrice),
            priceBasis: pass.value("priceBasis", \.priceBasis),
            months: pass.whole("months", \.months, in: MonthsOfYearDomain.self),
            isHardship: pass.value("isHardship", \.isHardship, standard: false),
            isMeasuredMore: pass.value("isMeasuredMore", \.isMeasuredMore, standard: false),
            resolution: pass.optional("resolution", \.resolution))
    }

    package static let name = "billHousehold"
    package static var title: Message { CleanupText.billHousehold }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchOrganisation, .billKnown, .basisMissing, .noSuchResolution, .otherBodysResolution, .measuredMore,
        .billTooLarge, .nothingToBill,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("bill", identifier(context).text) }

    private func identifier(_ context: Context) -> BillID { bill ?? context.derivedIdentifier(.receivable) }

    package struct Facts: Sendable {
        package let organisation: Organisation?
        package let resolution: Resolution?
        package let rules: ChargeRules
    }

    package func place(_ state: Cleanup.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Cleanup.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard let body = facts.organisation else { throw CleanupRefusal.noSuchOrganisation(organisation) }
        let id = identifier(context)
        guard state.bill == nil else { throw CleanupRefusal.billKnown(id) }
        guard !household.isBlank, !priceBasis.isBlank else { throw CleanupRefusal.basisMissing() }
        if let resolution {
            guard let known = facts.resolution else { throw CleanupRefusal.noSuchResolution(resolution) }
            guard known.organisation == organisation else { throw CleanupRefusal.otherBodysResolution() }
        } else if isMeasuredMore {
            throw CleanupRefusal.measuredMore()
        }
        let charge = LandCharge(
            category: category, found: found, guidePrice: guidePrice.money, months: months, isHardship: isHardship,
            rules: facts.rules)
        let amount = try charge.amount(paidAfter: nil)
        guard amount > .zero else { throw CleanupRefusal.nothingToBill() }
        return [
            HouseholdBilled(
                bill: id, organisation: organisation, place: body.division, household: household,
                name: name.map { Personal($0.content, of: DataSubject(ofBill: id)) }, charge: charge,
                priceBasis: priceBasis, amount: amount, billedOn: context.now.date, resolution: resolution)
        ]
    }
}

/// A household owes for land that was found.
package struct HouseholdBilled: CleanupEvent {
    package let bill: BillID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let household: String
    package var name: Personal<String>?
    package let charge: LandCharge
    package let priceBasis: String
    package let amount: Money
    package let billedOn: CivilDate
    package let resolution: ResolutionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let bill = pass.value("bill", \.bill)
        return Self(
            bill: bill, organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), household: pass.value("household", \.household),
            name: pass.optionalPersonal("name", \.name, of: DataSubject(ofBill: bill)),
            charge: pass.inlined(\.charge), priceBasis: pass.value("priceBasis", \.priceBasis),
            amount: pass.value("amountFen", \.amount), billedOn: pass.value("billedOn", \.billedOn),
            resolution: pass.optional("resolution", \.resolution))
    }

    package static let name = "householdBilled"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.bill = HouseholdBill(
            id: bill, organisation: organisation, place: place, charge: charge, billedOn: billedOn, amount: amount,
            isNamed: name?.content != nil)
    }
}
