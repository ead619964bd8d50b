package import Kernel
package import Storage

/// Posts an earlier order again for another day: the terms, the hours and the seats stay.
package struct RepeatOrder: LabourCommand {
    /// The order that is repeated.
    package let earlier: OrderID
    package var order: OrderID?
    package let day: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            earlier: pass.value("earlier", \.earlier), order: pass.newName("order", \.order),
            day: pass.value("day", \.day))
    }

    package static let name = "repeatOrder"
    package static var title: Message { LabourText.repeatOrder }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = OrderPosting.refusals

    package func stream(_ context: Context) -> StreamID { StreamID("labourOrder", identifier(context).text) }

    private func identifier(_ context: Context) -> OrderID { order ?? context.derivedIdentifier(.labourOrder) }

    package struct Facts: Sendable {
        package let terms: OrderTerms?
        package let posting: OrderPosting
    }

    package func place(_ state: Labour.State, _ facts: Facts) -> DivisionID? { facts.posting.employer?.place }

    package func holder(_ state: Labour.State, _ facts: Facts, _ context: Context) -> PersonID? {
        facts.posting.employer?.person
    }

    package func decide(_ state: Labour.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard let terms = facts.terms else { throw LabourRefusal.noSuchOrder(earlier) }
        return [try facts.posting.post(terms.moved(to: day), as: identifier(context), state, context)]
    }
}
