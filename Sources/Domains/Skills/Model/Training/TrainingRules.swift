package import Kernel
import Registry

/// Figures that courses, exams and subsidies are held against: dated rows with their source, not law printed as law where
/// the source was only recalled.
package struct TrainingRules: Sendable, Hashable {
    package enum Key: String, Sendable, CaseIterable {
        case classMinutes
        case juniorHours = "hours.junior"
        case higherHours = "hours.higher"
        case practicePercent, attendancePercent
        case mostSeats = "seats.most"
        case passPoints
        case earlyMinutes = "signIn.earlyMinutes"
        case leastAge
        case claimsPerYear = "claims.perYear"
        case publicityDays = "claims.publicityDays"
        case wageDays
        case shareWithJob = "share.withJob"
        case shareWithoutJob = "share.withoutJob"
    }

    package struct Entry: Sendable, Hashable {
        package let key: Key
        package let value: Int64
        package let from: CivilDate
        package let source: String
    }

    /// The rows that hold on one day, one for each key.
    package let entries: [Key: Entry]

    /// Before a key's first day its first row holds.
    package init(on day: CivilDate) {
        entries = Self.shipped.mapValues { rows in rows.last { $0.from <= day } ?? rows[0] }
    }

    package subscript(key: Key) -> Int64 {
        guard let entry = entries[key] else { preconditionFailure("no row for \(key.rawValue)") }
        return entry.value
    }

    private static let shipped: [Key: [Entry]] = {
        let rows = ShippedTable.rows(
            PackageResources.training_rules_csv, columns: ["key", "value", "from", "source"]
        ) { record -> Entry? in
            guard let key = Key(rawValue: record.text("key")), let value = Int64(record.text("value")),
                let from = CivilDate(record.text("from"))
            else { return nil }
            return Entry(key: key, value: value, from: from, source: record.text("source"))
        }
        return Dictionary(grouping: rows.sorted { $0.from < $1.from }, by: \.key)
    }()
}
