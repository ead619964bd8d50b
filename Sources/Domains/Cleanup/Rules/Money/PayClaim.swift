package import Kernel
package import Registry
package import Storage

/// A claim was paid, in whole or in part.
package struct PayClaim: ClaimVerb {
    package let claim: ClaimID
    package let amount: Amount
    package let on: CivilDate
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), amount: pass.value("amountFen", \.amount), on: pass.value("on", \.on),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "payClaim"
    package static var title: Message { CleanupText.payClaim }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchClaim, .claimSettled, .claimDisputed, .moreThanLeft, .claimDays, .referenceMissing,
        .arrivalEntered,
    ]

    package struct Facts: Sendable {
        /// Where the same money was entered before.
        var known: KnownArrival?
    }

    package func decide(_ found: Claim, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        try found.checkOpen()
        guard amount.money > .zero, amount.money <= found.left else { throw CleanupRefusal.moreThanLeft() }
        guard on <= context.now.date else { throw CleanupRefusal.claimDays() }
        guard !reference.isBlank else { throw CleanupRefusal.referenceMissing() }
        if let known = facts.known { throw CleanupRefusal.arrivalEntered(reference, known.words) }
        return [found.lowered(by: amount.money, .paid, reference)]
    }
}

extension Claim {
    func checkOpen() throws(Rejection) {
        guard left > .zero else { throw CleanupRefusal.claimSettled(id) }
        guard !isDisputed else { throw CleanupRefusal.claimDisputed(id) }
    }

    func lowered(
        by amount: Money, _ move: ClaimMove, _ reference: String, against other: ClaimID? = nil,
        isCounterpart: Bool = false
    ) -> ClaimLowered {
        ClaimLowered(
            claim: id, organisation: organisation, place: place, side: side, move: move, amount: amount,
            left: left - amount, reference: reference, other: other, isCounterpart: isCounterpart)
    }
}

/// A claim is less than it was.
package struct ClaimLowered: CleanupEvent {
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let side: ClaimSide
    package let move: ClaimMove
    package let amount: Money
    package let left: Money
    package let reference: String
    /// What it was set off against.
    package let other: ClaimID?
    /// The second side of a set-off, caused by the first.
    package let isCounterpart: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), side: pass.value("side", \.side), move: pass.value("move", \.move),
            amount: pass.value("amountFen", \.amount), left: pass.value("leftFen", \.left),
            reference: pass.value("reference", \.reference), other: pass.optional("other", \.other),
            isCounterpart: pass.value("isCounterpart", \.isCounterpart, standard: false))
    }

    package static let name = "claimLowered"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.claim?.left = left }

    /// The money that came in by it; none where the collective paid, or nothing was paid.
    var arrival: BankArrival? {
        guard side == .claim, move == .paid else { return nil }
        return BankArrival(
            reference: reference, amount: amount, account: organisation.text, place: place, kind: .claim,
            thing: "claim/\(claim)")
    }
}
