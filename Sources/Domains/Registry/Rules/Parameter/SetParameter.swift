package import Kernel
package import Storage

/// Fixes a figure for a place and all below it, from a day on.
package struct SetParameter: RegistryCommand {
    package static let name = "setParameter"
    package static var title: Message { RegistryText.setParameter }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
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
            value: pass.whole("value", \.value, in: ParameterDomain.self),
            validFrom: pass.value("validFrom", \.validFrom),
            source: pass.value("source", \.source))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("parameters", division.text) }

    package struct Facts: Sendable {
        package let division: Division?
        /// How many times the key has been set for the place.
        package let version: Int64
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        division
    }
}

extension SetParameter {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        if division != .root { _ = try facts.division.open(division) }
        let shipped = Parameters.shipped(key, on: validFrom)
        guard shipped.bounds.contains(value) else {
            throw RegistryRefusal.outOfBounds(shipped.bounds.lowerBound, shipped.bounds.upperBound, shipped.article)
        }
        guard validFrom >= context.now.date else { throw RegistryRefusal.retroactive() }
        guard !source.isBlank else { throw RegistryRefusal.sourceMissing() }
        return [
            ParameterSet(
                place: division, key: key.rawValue, value: value, validFrom: validFrom, source: source,
                version: facts.version + 1)
        ]
    }
}

/// A county or township fixed a figure of its own from a day on.
package struct ParameterSet: RegistryEvent {
    package static let name = "parameterSet"

    package let place: DivisionID
    /// A name of `ParameterKey`; in old logs also of a figure that no rule reads any more.
    package let key: String
    package let value: Int64
    package let validFrom: CivilDate
    package let source: String
    /// How many times this key has been set for this place, from 1.
    package let version: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("division", \.place), key: pass.value("key", \.key),
            value: pass.whole("value", \.value, in: ParameterDomain.self),
            validFrom: pass.value("validFrom", \.validFrom),
            source: pass.value("source", \.source), version: pass.whole("version", \.version, in: CountDomain.self))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
