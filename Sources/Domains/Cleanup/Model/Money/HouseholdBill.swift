import EventLog
package import Kernel
package import Registry

package enum BillName {}
/// A bill for newly found land.
package typealias BillID = Identifier<BillName>

/// A bill to a household: given, and paid.
package struct HouseholdBill: Sendable {
    package let id: BillID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let charge: LandCharge
    package let billedOn: CivilDate
    /// The whole, without a discount for paying soon.
    package let amount: Money
    package internal(set) var paid: Money?
    package internal(set) var isNamed = false

    package var named: NamedPerson { NamedPerson(place: place, isNamed: isNamed, isOpen: paid == nil) }

    package func check(_ invariants: inout Invariants) {
        invariants.hold((paid ?? .zero) <= amount, "\(id) was paid with more than it asks for")
    }
}

extension DataSubject {
    init(ofBill id: BillID) { self.init(.bill, named: id.text) }
    init(ofClaim id: ClaimID) { self.init(.claim, named: id.text) }
}
