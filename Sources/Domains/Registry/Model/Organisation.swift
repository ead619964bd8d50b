package import Kernel

/// Which body it is. A village has two: its collective and its committee, with different votes
/// (Rural Collective Economic Organisation Law, arts. 2 and 64).
package enum OrganisationKind: String, FieldChoice {
    case collective, committee, townshipCollective, groupCollective, company, cooperative

    /// Whether it owns on behalf of all members, so that the law's name and its assembly rules bind it.
    package var isCollective: Bool {
        switch self {
        case .collective, .townshipCollective, .groupCollective: true
        case .committee, .company, .cooperative: false
        }
    }
}

/// A body as it stands in the register. Its name is public.
package struct Organisation: Sendable, Hashable {
    package let id: OrganisationID
    package let division: DivisionID
    package let kind: OrganisationKind
    package let name: String
    package let creditCode: CreditCode?
}
