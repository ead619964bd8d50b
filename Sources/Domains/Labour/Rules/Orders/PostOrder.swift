package import Kernel
package import Registry
package import Storage

/// Posts an order of a verified employer: work, place, conditions, shift, seats, pay, insurance. It is public at once.
package struct PostOrder: LabourCommand {
    package var order: OrderID?
    package let terms: OrderTerms

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(order: pass.newName("order", \.order), terms: pass.inlined(\.terms))
    }

    package static let name = "postOrder"
    package static var title: Message { LabourText.postOrder }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = OrderPosting.refusals

    package func stream(_ context: Context) -> StreamID { StreamID("labourOrder", identifier(context).text) }

    private func identifier(_ context: Context) -> OrderID { order ?? context.derivedIdentifier(.labourOrder) }

    package func place(_ state: Labour.State, _ facts: OrderPosting) -> DivisionID? { facts.employer?.place }

    package func holder(_ state: Labour.State, _ facts: OrderPosting, _ context: Context) -> PersonID? {
        facts.employer?.person
    }

    package func decide(_ state: Labour.State, _ facts: OrderPosting, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        [try facts.post(terms, as: identifier(context), state, context)]
    }
}

/// What posting an order must know, and the one rule of it: first posted or repeated, an order is held against the same.
package struct OrderPosting: Sendable {
    package let employer: Employer?
    package let figures: OrderFigures?

    static let refusals: [LabourRefusal] = [
        .noSuchEmployer, .employerErased, .orderKnown, .employerNotVerified, .employerBlocked, .shiftBackwards,
        .startsInPast,
        .shiftTooLong, .seatsOutOfRange, .factMissing, .wordForbidden, .amountMissing, .cycleTooLong, .belowMinimum,
        .insuranceMissing, .noSuchOrder,
    ]

    func post(_ terms: OrderTerms, as id: OrderID, _ state: Labour.State, _ context: Context) throws(Rejection)
        -> OrderPosted
    {
        guard let employer, let figures else { throw LabourRefusal.noSuchEmployer(terms.employer) }
        guard state.order == nil else { throw LabourRefusal.orderKnown(id) }
        guard !employer.isErased else { throw LabourRefusal.employerErased(employer.id) }
        guard employer.isVerified else { throw LabourRefusal.employerNotVerified(employer.id) }
        guard employer.block == nil else { throw LabourRefusal.employerBlocked(employer.id) }
        try figures.check(terms, at: context.now)
        return OrderPosted(
            order: id, place: employer.place, organisation: employer.organisation, terms: terms,
            callOutMinutes: figures.callOutSeconds / 60)
    }
}

/// An order is public.
package struct OrderPosted: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package var organisation: OrganisationID?
    package let terms: OrderTerms
    /// Paid at least to whoever is called out in vain.
    package let callOutMinutes: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            organisation: pass.optional("organisation", \.organisation), terms: pass.inlined(\.terms),
            callOutMinutes: pass.whole("callOutMinutes", \.callOutMinutes, in: MinutesDomain.self))
    }

    package static let name = "orderPosted"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.order = Order(
            id: order, place: place, organisation: organisation, terms: terms, callOutMinutes: callOutMinutes,
            book: SeatBook(seats: terms.seats))
    }
}
