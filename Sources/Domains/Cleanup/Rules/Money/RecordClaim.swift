package import Kernel
package import Registry
package import Storage

/// Enters what somebody owes the collective, or it owes somebody. Without a paper it stays disputed until there is one.
package struct RecordClaim: CleanupCommand {
    package let claim: ClaimID?
    package let organisation: OrganisationID
    package let side: ClaimSide
    /// The other side's number at the collective.
    package let party: String
    package var name: Personal<String>?
    package let kind: ClaimKind
    package let amount: Amount
    package let arose: CivilDate
    package let due: CivilDate
    package let proof: ClaimProof
    package let lastAcknowledged: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.newName("claim", \.claim), organisation: pass.value("organisation", \.organisation),
            side: pass.value("side", \.side), party: pass.value("party", \.party),
            name: pass.optionalPersonal("name", \.name, of: .nobody), kind: pass.value("kind", \.kind),
            amount: pass.value("amountFen", \.amount), arose: pass.value("arose", \.arose),
            due: pass.value("due", \.due), proof: pass.value("proof", \.proof),
            lastAcknowledged: pass.optional("lastAcknowledged", \.lastAcknowledged))
    }

    package static let name = "recordClaim"
    package static var title: Message { CleanupText.recordClaim }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.noSuchOrganisation, .claimKnown, .claimEmpty, .claimDays]

    package func stream(_ context: Context) -> StreamID { StreamID("claim", identifier(context).text) }

    private func identifier(_ context: Context) -> ClaimID { claim ?? context.derivedIdentifier(.receivable) }

    package struct Facts: Sendable {
        package let organisation: Organisation?
    }

    package func place(_ state: Cleanup.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Cleanup.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard let body = facts.organisation else { throw CleanupRefusal.noSuchOrganisation(organisation) }
        let id = identifier(context)
        guard state.claim == nil else { throw CleanupRefusal.claimKnown(id) }
        guard amount.money > .zero, !party.isBlank else { throw CleanupRefusal.claimEmpty() }
        let isInOrder = arose <= due && (lastAcknowledged.map { $0 >= arose && $0 <= context.now.date } ?? true)
        guard isInOrder else { throw CleanupRefusal.claimDays() }
        return [
            ClaimRecorded(
                claim: id, organisation: organisation, place: body.division, side: side, party: party,
                name: name.map { Personal($0.content, of: DataSubject(ofClaim: id)) }, kind: kind,
                amount: amount.money, arose: arose, due: due, proof: proof, lastAcknowledged: lastAcknowledged)
        ]
    }
}

/// Something is owed.
package struct ClaimRecorded: CleanupEvent {
    package let claim: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let side: ClaimSide
    package let party: String
    package var name: Personal<String>?
    package let kind: ClaimKind
    package let amount: Money
    package let arose: CivilDate
    package let due: CivilDate
    package let proof: ClaimProof
    package let lastAcknowledged: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let claim = pass.value("claim", \.claim)
        return Self(
            claim: claim, organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), side: pass.value("side", \.side),
            party: pass.value("party", \.party),
            name: pass.optionalPersonal("name", \.name, of: DataSubject(ofClaim: claim)),
            kind: pass.value("kind", \.kind), amount: pass.value("amountFen", \.amount),
            arose: pass.value("arose", \.arose), due: pass.value("due", \.due), proof: pass.value("proof", \.proof),
            lastAcknowledged: pass.optional("lastAcknowledged", \.lastAcknowledged))
    }

    package static let name = "claimRecorded"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.claim = Claim(
            id: claim, organisation: organisation, place: place, side: side, party: party, kind: kind, opening: amount,
            due: due, proof: proof, left: amount, lastAcknowledged: lastAcknowledged, isDisputed: proof == .none,
            isNamed: name?.content != nil)
    }
}

/// A verb on a claim that is there.
package protocol ClaimVerb: CleanupCommand where Subject == Claim {
    var claim: ClaimID { get }
}

extension ClaimVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("claim", claim.text) }

    package func subject(of state: Cleanup.State) throws(Rejection) -> Claim {
        guard let found = state.claim else { throw CleanupRefusal.noSuchClaim(claim) }
        return found
    }

    package func place(_ found: Claim, _ facts: Facts) -> DivisionID? { found.place }
}
