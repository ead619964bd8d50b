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
    /// Matters of one villagers' group.
    case groupMatter
    /// What the council may decide alone.
    case councilRoutine

    /// Whether the law keeps it for the members' assembly itself (art. 26 nos. 1, 3, 8, 10 and 12, art. 15).
    package var isReservedForAssembly: Bool {
        switch self {
        case .charter, .membership, .landPlan, .landCompensation, .merger, .outsideBeneficiaries: true
        default: false
        }
    }
}

/// Which body decided. The collective's own three come first; the villagers' committee has three others, with other rules.
package enum ResolutionBody: String, FieldChoice {
    case assembly, representatives, council
    case villagersMeeting, villagersRepresentatives, groupMeeting

    /// Whether such a body is one of an organisation of this kind: a collective decides by the Collective Law, the villagers'
    /// committee by its own. Both may hold what the Contracting Law asks of villagers on land for outsiders.
    package func isOf(_ kind: OrganisationKind) -> Bool {
        switch self {
        case .assembly, .representatives, .council: kind != .committee
        case .villagersMeeting, .villagersRepresentatives: kind == .committee || kind == .collective
        case .groupMeeting: kind == .committee || kind == .groupCollective
        }
    }

    /// Days between notice and meeting: only for the two bodies to which the laws give a number (Collective Law art. 27,
    /// Organic Law art. 21). The day of the notice is not counted (Civil Code art. 201).
    package var noticeDays: Int64? { self == .assembly || self == .villagersMeeting ? 10 : nil }
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

extension Resolution {
    /// Whether quorum and majority of its matter and body were reached, counted again here.
    package var isPassed: Bool {
        guard let rule = try? VotingRule.find(matter, body) else { return false }
        return present >= rule.quorum(of: entitled) && inFavour >= rule.majority(of: entitled, present: present)
    }
}
