package import Kernel

/// Who must be there and who must agree, as exact fractions: no rounding, 2/3 of 100 is 67. One row of the law each.
package enum VotingRule: Sendable, Hashable, CaseIterable {
    /// Two thirds present, two thirds of all in favour (Collective Law art. 27).
    case assembly
    /// Three quarters of all members (art. 15).
    case assemblyOnOutsiders
    /// Two thirds of all representatives; the law has no quorum (art. 28).
    case representatives
    /// Two thirds present, more than half of all council members (art. 31).
    case council
    /// More than half of the villagers present, or two thirds of the households by a delegate; more than half of those
    /// present in favour (Organic Law art. 22).
    case villagersMeeting
    /// Two thirds of the conference present, more than half of those in favour (Organic Law art. 26).
    case villagersRepresentatives
    /// Two thirds of the group's villagers or of its households; more than half of those present (Organic Law art. 28).
    case groupMeeting
    /// Two thirds of all villagers or of their representatives; no quorum (Contracting Law art. 52).
    case villagersOnOutsiders
    /// The same for construction land (Land Administration Law art. 63).
    case villagersOnConstructionLand

    /// The first day on which the row binds: the days on which these laws, as they now read, came into force.
    package var since: CivilDate {
        let (year, month, day) =
            switch self {
            case .assembly, .assemblyOnOutsiders, .representatives, .council: (2025, 5, 1)
            case .villagersMeeting, .villagersRepresentatives, .groupMeeting: (2010, 10, 28)
            case .villagersOnOutsiders: (2019, 1, 1)
            case .villagersOnConstructionLand: (2020, 1, 1)
            }
        return CivilDate(year: year, month: month, day: day) ?? .earliest
    }

    /// The fewest of `entitled` that must be present.
    package func quorum(of entitled: Int64) -> Int64 {
        switch self {
        case .assembly, .assemblyOnOutsiders, .council, .villagersRepresentatives, .groupMeeting:
            VotingRule.atLeast(2, of: 3, entitled)
        case .villagersMeeting: entitled / 2 + 1
        case .representatives, .villagersOnOutsiders, .villagersOnConstructionLand: 0
        }
    }

    /// The fewest households whose delegates make a quorum instead; nil where households count for nothing.
    package func quorum(ofHouseholds households: Int64) -> Int64? {
        switch self {
        case .villagersMeeting, .groupMeeting: VotingRule.atLeast(2, of: 3, households)
        default: nil
        }
    }

    /// The fewest that must agree.
    package func majority(of entitled: Int64, present: Int64) -> Int64 {
        switch self {
        case .assembly, .representatives, .villagersOnOutsiders, .villagersOnConstructionLand:
            VotingRule.atLeast(2, of: 3, entitled)
        case .assemblyOnOutsiders: VotingRule.atLeast(3, of: 4, entitled)
        case .villagersMeeting, .villagersRepresentatives, .groupMeeting: present / 2 + 1
        case .council: entitled / 2 + 1
        }
    }

    /// ⌈count × part / whole⌉, without a product that could overflow.
    private static func atLeast(_ part: Int64, of whole: Int64, _ count: Int64) -> Int64 {
        count / whole * part + (count % whole * part + whole - 1) / whole
    }

    /// The rule for `matter` before `body`; throws when the body has no power over it.
    package static func find(_ matter: ResolutionMatter, _ body: ResolutionBody) throws(Rejection) -> VotingRule {
        switch (body, matter) {
        case (.assembly, .committeeMatter), (.assembly, .groupMatter), (.representatives, .committeeMatter),
            (.representatives, .groupMatter):
            throw RegistryRefusal.wrongBody()
        case (.representatives, _) where matter.isReservedForAssembly: throw RegistryRefusal.notDelegable()
        case (.assembly, .outsideBeneficiaries): return .assemblyOnOutsiders
        case (.assembly, _): return .assembly
        case (.representatives, _): return .representatives
        case (.council, .councilRoutine): return .council
        case (.villagersMeeting, .outsiderContracting), (.villagersRepresentatives, .outsiderContracting):
            return .villagersOnOutsiders
        case (.villagersMeeting, .constructionLand), (.villagersRepresentatives, .constructionLand):
            return .villagersOnConstructionLand
        case (.villagersMeeting, .committeeMatter): return .villagersMeeting
        case (.villagersRepresentatives, .committeeMatter): return .villagersRepresentatives
        case (.groupMeeting, .groupMatter): return .groupMeeting
        default: throw RegistryRefusal.wrongBody()
        }
    }
}

extension ResolutionMatter {
    /// Whether the township must approve what was resolved (Contracting Law art. 52).
    package var needsTownship: Bool { self == .outsiderContracting }

    /// Whether an older law would let representatives pass what the later one keeps for the assembly: Contracting Law
    /// arts. 19 and 52 against Collective Law art. 28. The later one is the rule, the older a visible note (record 0254).
    package var isDisputedBetweenLaws: Bool { self == .landPlan }
}
