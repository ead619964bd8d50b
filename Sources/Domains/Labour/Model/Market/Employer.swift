package import Kernel
package import Registry

/// Who hires. A household is no unit: the same ledger is offered, the texts for units are not quoted at it.
package enum EmployerKind: String, FieldChoice { case enterprise, individual, cooperative, collective, household }

/// An employer as the rules know it.
package struct Employer: Sendable, Hashable {
    package let id: EmployerID
    package let kind: EmployerKind
    package let place: DivisionID
    /// The collective or cooperative of the register, whose books keep the wages; nil for others.
    package let organisation: OrganisationID?
    package internal(set) var isVerified = false
    /// Why no new orders are taken; nil where they are.
    package internal(set) var block: BlockGround?
    package internal(set) var isErased = false

    package var person: PersonID? { PersonID(id.text) }
}

/// What an employer is blocked by: the rule of the arrears clock, or an authority's decision that has a number.
package enum BlockGround: String, FieldChoice { case arrears, decision }
