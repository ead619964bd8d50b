package import Kernel
package import Storage

/// What the labour market did with somebody who learns here: she came to work, her hours were confirmed, she was paid.
/// Where nobody of the name learns, nothing is written.
package struct NoteMarketShift: SkillsCommand {
    package let learner: LearnerID
    package let order: MarketOrder
    package var came: Instant?
    package var minutes: Int64?
    package var paidOn: CivilDate?
    /// By whom she was paid.
    package var employer: MarketEmployer?

    package init(
        learner: LearnerID, order: MarketOrder, came: Instant? = nil, minutes: Int64? = nil, paidOn: CivilDate? = nil,
        employer: MarketEmployer? = nil
    ) {
        self.employer = employer
        self.learner = learner
        self.order = order
        self.came = came
        self.minutes = minutes
        self.paidOn = paidOn
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            learner: pass.value("learner", \.learner), order: pass.value("order", \.order),
            came: pass.optional("came", \.came),
            minutes: pass.optionalWhole("minutes", \.minutes, in: ShiftDomain.self),
            paidOn: pass.optional("paidOn", \.paidOn), employer: pass.optional("employer", \.employer))
    }

    package static let name = "noteMarketShift"
    package static var title: Message { SubsidyText.noteMarketShift }
    package static let access: Access = [.installation]
    package static let refusals: [SkillsRefusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("learner", learner.text) }

    package func place(_ state: Skills.State, _ facts: NoFacts) -> DivisionID? { state.learner?.place }

    package func decide(_ state: Skills.State, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard let known = state.learner, !known.isErased else { return [] }
        return [
            MarketShiftNoted(
                learner: learner, place: known.place, order: order, came: came, minutes: minutes, paidOn: paidOn,
                employer: employer)
        ]
    }
}

/// Minutes of one shift.
package enum ShiftDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...2_880
    package static let unit = "min"
}

/// Somebody who learns here worked, or was paid.
package struct MarketShiftNoted: SkillsEvent {
    package let learner: LearnerID
    package let place: DivisionID
    package let order: MarketOrder
    package var came: Instant?
    package var minutes: Int64?
    package var paidOn: CivilDate?
    package var employer: MarketEmployer?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            learner: pass.value("learner", \.learner), place: pass.value("place", \.place),
            order: pass.value("order", \.order), came: pass.optional("came", \.came),
            minutes: pass.optionalWhole("minutes", \.minutes, in: ShiftDomain.self),
            paidOn: pass.optional("paidOn", \.paidOn), employer: pass.optional("employer", \.employer))
    }

    package static let name = "marketShiftNoted"

    package func change(_ state: inout Skills.State, at instant: Instant) {}
}
