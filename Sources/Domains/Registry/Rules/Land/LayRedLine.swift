import Geometry
package import Kernel
package import Storage

/// Enters one area of a layer of the spatial plan: permanent basic farmland, the ecological red line, the urban boundary.
package struct LayRedLine: RegistryCommand {
    package static let name = "layRedLine"
    package static var title: Message { RedLineText.lay }
    package static let access: Access = [.own(.countyOfficer)]
    package static let reaches: [String: DateReach] = ["from": .years(back: 50, ahead: 2)]
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .textMissing, .outlineFaulty, .outlineUnreadable, .redLineTaken, .noChange,
    ]

    package var redLine: RedLineID?
    package let kind: RedLineKind
    package let division: DivisionID
    package let number: String
    package let outline: LandOutline
    package let source: String
    package let from: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            redLine: pass.newName("redLine", \.redLine), kind: pass.value("kind", \.kind),
            division: pass.value("division", \.division), number: pass.value("number", \.number),
            outline: pass.value("outline", \.outline), source: pass.value("source", \.source),
            from: pass.value("from", \.from))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("redLine", identifier(context).text) }

    func identifier(_ context: Context) -> RedLineID { redLine ?? context.derivedIdentifier(.redLine) }

    package struct Facts: Sendable {
        package let division: Division?
        /// The area that stands under this number of the kind, in the place.
        package let known: RedLine?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { division }
}

extension LayRedLine {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        _ = try facts.division.open(division)
        guard !number.isBlank, !source.isBlank else { throw RegistryRefusal.textMissing() }
        if let known = facts.known {
            guard known.outline == outline else { throw RegistryRefusal.redLineTaken(number) }
            throw RegistryRefusal.noChange()
        }
        if case .entry(let exists) = state, exists { throw RegistryRefusal.redLineTaken(number) }
        try outline.checkSound(OutlineJudge())
        return [
            RedLineLaid(
                redLine: identifier(context), kind: kind, place: division, number: number, outline: outline,
                source: source, from: from)
        ]
    }
}

/// An area lies inside a line of the plan.
package struct RedLineLaid: RegistryEvent {
    package static let name = "redLineLaid"

    package let redLine: RedLineID
    package let kind: RedLineKind
    package let place: DivisionID
    package let number: String
    package let outline: LandOutline
    package let source: String
    package let from: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            redLine: pass.value("redLine", \.redLine), kind: pass.value("kind", \.kind),
            place: pass.value("division", \.place), number: pass.value("number", \.number),
            outline: pass.value("outline", \.outline), source: pass.value("source", \.source),
            from: pass.value("from", \.from))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
