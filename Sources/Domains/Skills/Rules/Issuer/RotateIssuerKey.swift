package import Kernel
import Registry
package import Storage

/// Carries out what somebody else proposed: from now on certificates are signed with a new key. The old one stays published
/// with the day it ended, so that what it signed stays valid; one that was laid open is named as such.
package struct RotateIssuerKey: IssuerVerb {
    /// The key that ends.
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(number: pass.whole("number", \.number, in: IssuerKeyDomain.self))
    }

    package static let name = "rotateIssuerKey"
    package static var title: Message { IssuerText.rotate }
    package static let access: Access = [.anywhere(.administrator, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.keyChanged, .noProposal, .ownProposal]

    package func decide(_ subject: SkillIssuer, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard number == subject.current else { throw SkillsRefusal.keyChanged() }
        guard let proposal = subject.proposal else { throw SkillsRefusal.noProposal() }
        guard proposal.proposer != context.principal.person else { throw SkillsRefusal.ownProposal() }
        return [IssuerKeyRotated(place: .root, number: number, ending: proposal.ending)]
    }
}

/// A key has ended, and the next is in force.
package struct IssuerKeyRotated: SkillsEvent {
    package let place: DivisionID
    /// The one that ended.
    package let number: Int64
    package let ending: KeyEnding

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), number: pass.whole("number", \.number, in: IssuerKeyDomain.self),
            ending: pass.value("ending", \.ending))
    }

    package static let name = "issuerKeyRotated"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.issuer = SkillIssuer(current: number + 1, proposal: nil)
    }
}
