package import Kernel
package import Registry
package import Storage

/// The household paid. How much, the day says: the discounts are those of the day of the bill.
package struct PayBill: CleanupCommand {
    package typealias Subject = HouseholdBill

    package let bill: BillID
    package let paidOn: CivilDate
    package let isCash: Bool
    /// The receipt or the line of the statement.
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bill: pass.value("bill", \.bill), paidOn: pass.value("paidOn", \.paidOn),
            isCash: pass.value("isCash", \.isCash, standard: false), reference: pass.value("reference", \.reference))
    }

    package static let name = "payBill"
    package static var title: Message { CleanupText.payBill }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchBill, .billPaid, .paidOutOfTime, .referenceMissing, .arrivalEntered,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("bill", bill.text) }

    package func subject(of state: Cleanup.State) throws(Rejection) -> HouseholdBill {
        guard let found = state.bill else { throw CleanupRefusal.noSuchBill(bill) }
        return found
    }

    package struct Facts: Sendable {
        /// Where the same money was entered before.
        var known: KnownArrival?
    }

    package func place(_ found: HouseholdBill, _ facts: Facts) -> DivisionID? { found.place }

    package func decide(_ found: HouseholdBill, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard found.paid == nil else { throw CleanupRefusal.billPaid(bill) }
        guard paidOn >= found.billedOn, paidOn <= context.now.date else {
            throw CleanupRefusal.paidOutOfTime(found.billedOn)
        }
        guard !reference.isBlank else { throw CleanupRefusal.referenceMissing() }
        let paid = try paid(of: found)
        if let known = facts.known { throw CleanupRefusal.arrivalEntered(reference, known.words) }
        return [paid]
    }

    func paid(of found: HouseholdBill) throws(Rejection) -> BillPaid {
        let days = Int64(paidOn.dayNumber - found.billedOn.dayNumber)
        return BillPaid(
            bill: bill, organisation: found.organisation, place: found.place,
            amount: try found.charge.amount(paidAfter: days), paidOn: paidOn, isCash: isCash, reference: reference)
    }
}

/// A bill is settled; what is booked is what was paid.
package struct BillPaid: CleanupEvent {
    package let bill: BillID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let amount: Money
    package let paidOn: CivilDate
    package let isCash: Bool
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            bill: pass.value("bill", \.bill), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), amount: pass.value("amountFen", \.amount),
            paidOn: pass.value("paidOn", \.paidOn), isCash: pass.value("isCash", \.isCash, standard: false),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "billPaid"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.bill?.paid = amount }

    var arrival: BankArrival {
        BankArrival(
            reference: reference, amount: amount, account: organisation.text, place: place, kind: .bill,
            thing: "bill/\(bill)")
    }
}
