package import Kernel
package import Registry

package enum DeliberationName {}
/// One matter on its way through the four deliberations and two publications.
package typealias DeliberationID = Identifier<DeliberationName>

/// The steps in the only order in which they may be taken. Which of them are asked of a matter, a county says.
package enum DeliberationStep: String, FieldChoice {
    case branchProposes, committeesConsult, partyReviews, bodyDecides, resolutionShown, outcomeShown
}

/// The days a county allows, as they stood when the matter was opened.
package struct DeliberationDays: Sendable, Hashable {
    /// From one step before the decision to the next, and from the decision to its publication.
    package let step: Int64
    package let show: Int64
    /// How long the resolution hangs, and how long afterwards its outcome may take.
    package let notice: Int64
    package let outcome: Int64
}

/// One matter, and how far it has come.
package struct Deliberation: Sendable, Hashable {
    package let id: DeliberationID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let matter: ResolutionMatter
    package let opened: CivilDate
    /// What is asked of it, in order; fixed on the day it was opened.
    package let steps: [DeliberationStep]
    package let days: DeliberationDays
    package var taken: [DeliberationStep: CivilDate] = [:]
    package var resolution: ResolutionID?
    package var isStopped = false

    package init(
        id: DeliberationID, organisation: OrganisationID, place: DivisionID, matter: ResolutionMatter,
        opened: CivilDate,
        steps: [DeliberationStep], days: DeliberationDays
    ) {
        self.id = id
        self.organisation = organisation
        self.place = place
        self.matter = matter
        self.opened = opened
        self.steps = steps
        self.days = days
    }

    /// The step that comes next; nil where all were taken, or the matter was given up.
    package var next: DeliberationStep? { isStopped ? nil : steps.first { taken[$0] == nil } }

    /// The day of the last step, or the one on which the matter was opened.
    package var last: CivilDate { taken.values.max() ?? opened }

    /// The first day on which the resolution may be used: the day it was put up does not count (record 0064), and all days
    /// of the notice have passed. Nil while a step before is missing.
    package var usableFrom: CivilDate? {
        guard !isStopped, let shown = taken[.resolutionShown] else { return nil }
        return shown.adding(days: Int(days.notice) + 1)
    }

    /// The last day for the next step.
    package var due: CivilDate? {
        switch next {
        case nil: nil
        case .resolutionShown?: last.adding(days: Int(days.show))
        case .outcomeShown?: last.adding(days: Int(days.notice + days.outcome))
        default: last.adding(days: Int(days.step))
        }
    }

    /// The first day on which the next step may be taken: the outcome only after the resolution has hung its days.
    var opensOn: CivilDate { next == .outcomeShown ? usableFrom ?? last : last }

    package func check(_ invariants: inout Invariants) {
        let done = steps.prefix { taken[$0] != nil }
        invariants.hold(done.count == taken.count, "a step of \(id) was taken before the one before it")
        invariants.hold((taken[.bodyDecides] != nil) == (resolution != nil), "\(id) is decided without a resolution")
        invariants.hold(
            zip(done, done.dropFirst()).allSatisfy { (taken[$0] ?? opened) <= (taken[$1] ?? opened) },
            "a step of \(id) lies before the one before it")
    }
}

extension ResolutionMatter {
    /// The row that says whether a county asks for the chain; nil for what no chain is asked of.
    var deliberationKey: ParameterKey? {
        switch self {
        case .assetLease, .assetDisposal, .priceCut, .belowGuidePrice, .constructionLand: .deliberationAssets
        case .outsiderContracting: .deliberationOutsiders
        case .budget, .distribution, .investment, .landCompensation: .deliberationMoney
        case .charter, .membership, .landPlan, .merger, .outsideBeneficiaries, .committeeMatter, .groupMatter:
            .deliberationOthers
        case .councilRoutine: nil
        }
    }
}

/// The counts of a step, where its sheet has them.
package struct StepCounts: FieldRecord, Hashable {
    package let entitled: Int64
    package let present: Int64
    package let inFavour: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            entitled: pass.whole("entitled", \.entitled, in: CountDomain.self),
            present: pass.whole("present", \.present, in: CountDomain.self),
            inFavour: pass.whole("inFavour", \.inFavour, in: CountDomain.self))
    }
}
