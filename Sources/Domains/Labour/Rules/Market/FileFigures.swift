package import Kernel
package import Storage

/// Files a market’s figures of a period that the log itself cannot count. Figures that contradict each other are refused: a
/// market once told of 6,000 people served out of 600 contacts.
package struct FileFigures: LabourCommand {
    package let place: DivisionID
    package let from: CivilDate
    package let until: CivilDate
    package let figures: MarketFigures
    /// Where the figures were counted.
    package let source: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), from: pass.value("from", \.from), until: pass.value("until", \.until),
            figures: pass.inlined(\.figures), source: pass.value("source", \.source))
    }

    package static let name = "fileFigures"
    package static var title: Message { LabourText.fileFigures }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [
        .placeUnknown, .figuresKnown, .periodBackwards, .reasonMissing, .personsBeyondServed, .intentionsBeyondServed,
        .postsWithoutEmployer,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("labourMarket", "\(place)-\(from)") }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
    }

    package func place(_ state: Labour.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Labour.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard facts.isKnownPlace else { throw LabourRefusal.placeUnknown(place) }
        guard state.figures == nil else { throw LabourRefusal.figuresKnown(from) }
        guard from <= until, until <= context.now.date else { throw LabourRefusal.periodBackwards() }
        guard !source.isBlank else { throw LabourRefusal.reasonMissing() }
        try figures.check()
        return [FiguresFiled(place: place, from: from, until: until, figures: figures, source: source)]
    }
}

/// A market’s figures of a period are filed.
package struct FiguresFiled: LabourEvent {
    package let place: DivisionID
    package let from: CivilDate
    package let until: CivilDate
    package let figures: MarketFigures
    package let source: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), from: pass.value("from", \.from), until: pass.value("until", \.until),
            figures: pass.inlined(\.figures), source: pass.value("source", \.source))
    }

    package static let name = "figuresFiled"

    package func change(_ state: inout Labour.State, at instant: Instant) { state.figures = figures }
}
