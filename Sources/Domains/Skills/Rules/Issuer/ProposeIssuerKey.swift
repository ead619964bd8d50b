package import Kernel
import Registry
package import Storage

/// Proposes that certificates be signed with a new key; somebody else carries it out. A later proposal takes the place of an
/// earlier one.
package struct ProposeIssuerKey: IssuerVerb {
    /// The key in force, as the proposer saw it.
    package let number: Int64
    package let ending: KeyEnding

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(number: pass.whole("number", \.number, in: IssuerKeyDomain.self), ending: pass.value("ending", \.ending))
    }

    package static let name = "proposeIssuerKey"
    package static var title: Message { IssuerText.propose }
    package static let access: Access = [.anywhere(.administrator, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.keyChanged]

    package func decide(_ subject: SkillIssuer, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard number == subject.current else { throw SkillsRefusal.keyChanged() }
        return [
            IssuerKeyProposed(place: .root, number: number, ending: ending, proposer: context.principal.person)
        ]
    }
}

/// Somebody proposed a new key.
package struct IssuerKeyProposed: SkillsEvent {
    package let place: DivisionID
    package let number: Int64
    package let ending: KeyEnding
    package let proposer: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), number: pass.whole("number", \.number, in: IssuerKeyDomain.self),
            ending: pass.value("ending", \.ending), proposer: pass.value("proposer", \.proposer))
    }

    package static let name = "issuerKeyProposed"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        var issuer = state.issuer ?? SkillIssuer()
        issuer.proposal = KeyProposal(ending: ending, proposer: proposer)
        state.issuer = issuer
    }
}
