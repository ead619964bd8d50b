package import Kernel

/// Fixes a figure for a place and all below it, from a day on.
package struct SetParameter: CommandPayload {
    package static let name = "setParameter"
    package static var title: Message { RegistryText.setParameter }
    package static let rejections = [2020, 2021, 2140, 2141, 2142]

    package let division: DivisionID
    package let key: ParameterKey
    /// In the unit of the key.
    package let value: Int64
    package let validFrom: CivilDate
    /// The document it rests on.
    package let source: String

    package init(
        division: DivisionID, key: ParameterKey, value: Int64, validFrom: CivilDate, source: String
    ) {
        self.division = division
        self.key = key
        self.value = value
        self.validFrom = validFrom
        self.source = source
    }

    package init(reading reader: inout FieldReader) {
        division = reader.value("division")
        key = reader.value("key")
        value = reader.value("value")
        validFrom = reader.value("validFrom")
        source = reader.value("source")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("division", division)
        writer.put("key", key)
        writer.put("value", value)
        writer.put("validFrom", validFrom)
        writer.put("source", source)
    }

    package func stream(_ context: Context) -> StreamID { StreamID("parameters", division.text) }
}

extension SetParameter {
    func decide(_ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        if division != .root { _ = try facts.openDivision(division) }
        let shipped = Parameters.shipped(key, on: validFrom)
        guard shipped.bounds.contains(value) else {
            throw RegistryRejection.outOfBounds(
                lowest: shipped.bounds.lowerBound, highest: shipped.bounds.upperBound, article: shipped.article
            ).rejection
        }
        guard validFrom >= context.now.date else { throw RegistryRejection.retroactive.rejection }
        guard !source.isBlank else { throw RegistryRejection.sourceMissing.rejection }
        return [
            .parameterSet(
                ParameterSet(
                    division: division, key: key, value: value, validFrom: validFrom, source: source,
                    version: facts.parameterVersion + 1))
        ]
    }
}
