package import Kernel

/// What a parameter counts. Values are whole numbers of it.
package enum ParameterUnit: String, FieldChoice {
    case fen
    /// 0.0001 mu.
    case area
    case basisPoints, workingDays, days, months, years, seconds, count, metres
    /// 0 or 1.
    case flag
}

/// A figure in the unit of its key; each key has closer bounds of its own.
package enum ParameterDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...1_000_000_000_000
    package static let unit = "unit of the key"
}

/// How well a shipped figure is founded: read in a source, remembered, or our own recommendation.
package enum Evidence: String, FieldChoice { case read = "SAW", recalled, design }

/// A figure as shipped, with the bounds nobody may leave and where it comes from.
package struct ParameterDefault: Sendable, Hashable {
    package let key: ParameterKey
    package let value: Int64
    package let unit: ParameterUnit
    package let bounds: ClosedRange<Int64>
    package let validFrom: CivilDate
    package let source: String
    /// The article of the law behind it; empty where no law speaks.
    package let article: String
    package let evidence: Evidence
}

/// A figure as it applies to one place on one day, and why.
package struct ParameterValue: Sendable, Hashable {
    package let key: ParameterKey
    package let value: Int64
    package let unit: ParameterUnit
    /// The place that fixed it; nil for a shipped figure.
    package let division: DivisionID?
    package let validFrom: CivilDate
    /// 0 for a shipped figure; otherwise the how-manieth figure of this place.
    package let version: Int64
    package let source: String
    package let article: String

    /// The figure as an amount; only for keys in fen.
    package var money: Money { Money(fen: value) }
    /// The figure as an area; only for keys in 0.0001 mu.
    package var area: Area { Area(units: value) }
    package var flag: Bool { value != 0 }
}

/// The shipped figures.
package enum Parameters {
    /// Rows of `Resources/parameters.csv`, by key in order of validity.
    package static let shipped: [ParameterKey: [ParameterDefault]] = {
        guard let defaults = try? parse(PackageResources.parameters_csv) else {
            preconditionFailure("the shipped parameters are readable")
        }
        return Dictionary(grouping: defaults, by: \.key).mapValues { $0.sorted { $0.validFrom < $1.validFrom } }
    }()

    /// The shipped row of `key` that holds on `day`; before its first day the first row.
    package static func shipped(_ key: ParameterKey, on day: CivilDate) -> ParameterDefault {
        guard let rows = shipped[key], let first = rows.first else {
            preconditionFailure("no shipped value for \(key.rawValue)")
        }
        return rows.last { $0.validFrom <= day } ?? first
    }

    /// The shipped figure as a value that applies.
    package static func value(_ key: ParameterKey, on day: CivilDate) -> ParameterValue {
        let row = shipped(key, on: day)
        return ParameterValue(
            key: key, value: row.value, unit: row.unit, division: nil, validFrom: row.validFrom, version: 0,
            source: row.source, article: row.article)
    }

    static func parse(_ bytes: [UInt8]) throws(Rejection) -> [ParameterDefault] {
        let table = try ShippedTable(
            bytes,
            columns: ["key", "value", "unit", "lowest", "highest", "validFrom", "mark", "source", "article"])
        var defaults: [ParameterDefault] = []
        for record in table.records {
            func text(_ column: String) -> String { record.text(column) }
            guard let key = ParameterKey(rawValue: text("key")), let value = Int64(text("value")),
                let unit = ParameterUnit(rawValue: text("unit")), let lowest = Int64(text("lowest")),
                let highest = Int64(text("highest")), lowest <= highest, let day = CivilDate(text("validFrom")),
                let evidence = Evidence(rawValue: text("mark"))
            else { throw RegistryRefusal.fileColumns(record.row) }
            defaults.append(
                ParameterDefault(
                    key: key, value: value, unit: unit, bounds: lowest...highest, validFrom: day,
                    source: text("source"), article: text("article"), evidence: evidence))
        }
        return defaults
    }
}
