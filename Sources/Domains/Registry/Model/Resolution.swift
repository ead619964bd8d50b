package import Kernel

/// What was decided; the law gives each matter its body and its majority (domain notes, sections 1.3 and 5.5).
package enum ResolutionMatter: String, FieldChoice {
    /// Contracting collective farmland to somebody who is no member.
    case outsiderContracting
    /// Letting or selling through the exchange, cutting its price, going below the guide price.
    case assetLease, assetDisposal, priceCut, belowGuidePrice
    case budget, distribution, investment, constructionLand
    /// What representatives may never decide (art. 28).
    case charter, membership, landPlan, landCompensation, merger
    /// Outsiders who share in the income (art. 15).
    case outsideBeneficiaries
    /// Matters of the villagers' committee.
    case committeeMatter
    /// What the council may decide alone.
    case councilRoutine

    /// Whether the law keeps it for the members' assembly itself.
    package var isReservedForAssembly: Bool {
        switch self {
        case .charter, .membership, .landPlan, .landCompensation, .merger, .outsideBeneficiaries: true
        default: false
        }
    }
}

/// Which body decided.
package enum ResolutionBody: String, FieldChoice { case assembly, representatives, villagersMeeting, council }

/// Who must be there and who must agree, as exact fractions: no rounding, 2/3 of 100 is 67.
package enum VotingRule: Sendable, Hashable, CaseIterable {
    /// Two thirds present, two thirds of all in favour (art. 27).
    case assembly
    /// Three quarters of all members (art. 15).
    case assemblyOnOutsiders
    /// Two thirds of all representatives (art. 28).
    case representatives
    /// Two thirds of all villagers or of their representatives (Rural Land Contracting Law, art. 52).
    case villagersOnOutsiders
    /// Two thirds present, more than half of those present (Organic Law of Villagers' Committees).
    case villagers
    /// Two thirds present, more than half of all council members (art. 31).
    case council

    /// The fewest of `entitled` that must be present.
    package func quorum(of entitled: Int64) -> Int64 {
        switch self {
        case .assembly, .assemblyOnOutsiders, .villagers, .council: VotingRule.atLeast(2, of: 3, entitled)
        case .representatives, .villagersOnOutsiders: 0
        }
    }

    /// The fewest that must agree.
    package func majority(of entitled: Int64, present: Int64) -> Int64 {
        switch self {
        case .assembly, .representatives, .villagersOnOutsiders: VotingRule.atLeast(2, of: 3, entitled)
        case .assemblyOnOutsiders: VotingRule.atLeast(3, of: 4, entitled)
        case .villagers: present / 2 + 1
        case .council: entitled / 2 + 1
        }
    }

    private static func atLeast(_ part: Int64, of whole: Int64, _ count: Int64) -> Int64 {
        (count * part + whole - 1) / whole
    }

    /// The rule for `matter` before `body`; throws when the body has no power over it.
    package static func find(_ matter: ResolutionMatter, _ body: ResolutionBody) throws(Rejection) -> VotingRule {
        if matter.isReservedForAssembly && body != .assembly { throw RegistryRefusal.notDelegable() }
        switch (body, matter) {
        case (.assembly, .outsideBeneficiaries): return .assemblyOnOutsiders
        case (.assembly, .committeeMatter): throw RegistryRefusal.wrongBody()
        case (.assembly, _): return .assembly
        case (.representatives, .committeeMatter): throw RegistryRefusal.wrongBody()
        case (.representatives, _): return .representatives
        case (.villagersMeeting, .outsiderContracting): return .villagersOnOutsiders
        case (.villagersMeeting, .committeeMatter): return .villagers
        case (.council, .councilRoutine): return .council
        default: throw RegistryRefusal.wrongBody()
        }
    }
}

/// A recorded resolution.
package struct Resolution: Sendable, Hashable {
    package let id: ResolutionID
    package let organisation: OrganisationID
    package let matter: ResolutionMatter
    package let body: ResolutionBody
    package let entitled: Int64
    package let present: Int64
    package let inFavour: Int64
    package let date: CivilDate
}
