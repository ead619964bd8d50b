package import Kernel

/// What sort of party; decides which papers it needs and whether its name is public.
package enum PartyKind: String, FieldChoice {
    case person, household, company, cooperative, familyFarm

    /// Natural persons and households: their names are personal and only ever shown masked.
    package var isNatural: Bool { self == .person || self == .household }
}

/// A party as anyone may see it.
package struct Party: Sendable, Hashable {
    package let id: PartyID
    package let kind: PartyKind
    /// A company's name, or a person's with all but the first character covered.
    package let displayName: String
    package let creditCode: CreditCode?
    package let division: DivisionID
    /// The collective whose member the party is: members have priority on equal terms
    /// (Rural Land Contracting Law, arts. 38 and 51).
    package let memberOf: OrganisationID?
}
