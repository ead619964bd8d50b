package import Kernel

/// Fixes a figure for a place and all below it, from a day on.
package struct SetParameter: CommandPayload {
    package static let name = "setParameter"
    package static var title: Message { RegistryText.setParameter }
    package static let refusals: [RegistryRefusal] = [
        .divisionUnknown, .divisionClosed, .outOfBounds, .retroactive, .sourceMissing,
    ]

    package let division: DivisionID
    package let key: ParameterKey
    /// In the unit of the key.
    package let value: Int64
    package let validFrom: CivilDate
    /// The document it rests on.
    package let source: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), key: pass.value("key", \.key),
            value: pass.value("value", \.value), validFrom: pass.value("validFrom", \.validFrom),
            source: pass.value("source", \.source))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("parameters", division.text) }
}

extension SetParameter {
    func decide(_ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        if division != .root { _ = try facts.openDivision(division) }
        let shipped = Parameters.shipped(key, on: validFrom)
        guard shipped.bounds.contains(value) else {
            throw RegistryRefusal.outOfBounds(shipped.bounds.lowerBound, shipped.bounds.upperBound, shipped.article)
        }
        guard validFrom >= context.now.date else { throw RegistryRefusal.retroactive() }
        guard !source.isBlank else { throw RegistryRefusal.sourceMissing() }
        return [
            .parameterSet(
                ParameterSet(
                    division: division, key: key, value: value, validFrom: validFrom, source: source,
                    version: facts.parameterVersion + 1))
        ]
    }
}
