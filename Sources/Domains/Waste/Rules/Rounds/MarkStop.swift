package import Kernel
package import Storage

/// Says what became of a stop: by the driver on a phone, or by a desk from the driver's list. Kept on the phone without a
/// network and sent later, it carries its own time; sent twice with one key it counts once.
package struct MarkStop: RoundVerb {
    package let round: WasteRoundID
    package let site: SiteID
    package let outcome: StopOutcome
    package var kilograms: Int64?
    /// When it was marked; absent: now.
    package var at: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            round: pass.value("round", \.round), site: pass.value("site", \.site),
            outcome: pass.value("outcome", \.outcome),
            kilograms: pass.optionalWhole("kilograms", \.kilograms, in: LoadDomain.self),
            at: pass.optional("at", \.at))
    }

    package static let name = "markStop"
    package static var title: Message { RoundText.markStop }
    package static let access: Access = [.own(.stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [WasteRefusal] = [
        .roundUnknown, .roundCancelled, .notOnRound, .markedLater, .markedOtherDay,
    ]
    /// A phone's clock may run so far ahead of the house's, in seconds; such a mark is of now.
    private static let ahead: Int64 = 300

    package struct Facts: Sendable {
        /// Whose account the round's driver signs in with.
        package let driver: PersonID?
    }

    package func holder(_ subject: CollectionRound, _ facts: Facts, _ context: Context) -> PersonID? { facts.driver }

    package func decide(_ subject: CollectionRound, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard !subject.isCancelled else { throw WasteRefusal.roundCancelled(round) }
        guard subject.points.contains(site) else { throw WasteRefusal.notOnRound(site) }
        let said = at ?? context.now
        guard said <= context.now.adding(seconds: Self.ahead) else { throw WasteRefusal.markedLater() }
        let marked = min(said, context.now)
        // A round may end after midnight.
        guard marked.date >= subject.day, marked.date <= subject.day.adding(days: 1) else {
            throw WasteRefusal.markedOtherDay(subject.day)
        }
        return [
            StopMarked(
                round: round, place: subject.place, site: site, outcome: outcome,
                kilograms: outcome == .done ? kilograms : nil, markedAt: marked)
        ]
    }
}

/// Something was said of a stop.
package struct StopMarked: WasteEvent {
    package let round: WasteRoundID
    package let place: DivisionID
    package let site: SiteID
    package let outcome: StopOutcome
    package var kilograms: Int64?
    package let markedAt: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            round: pass.value("round", \.round), place: pass.value("place", \.place), site: pass.value("site", \.site),
            outcome: pass.value("outcome", \.outcome),
            kilograms: pass.optionalWhole("kilograms", \.kilograms, in: LoadDomain.self),
            markedAt: pass.value("markedAt", \.markedAt))
    }

    package static let name = "stopMarked"

    var mark: StopMark { StopMark(outcome: outcome, kilograms: kilograms, at: markedAt) }

    package func change(_ state: inout Waste.State, at instant: Instant) {
        guard mark.counts(over: state.round?.marks[site]) else { return }
        state.round?.marks[site] = mark
    }
}
