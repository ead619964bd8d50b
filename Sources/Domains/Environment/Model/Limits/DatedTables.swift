import HJ212
package import Kernel
import Registry

/// Rules and limits that the field gives by date and source: rows, never constants.
package enum DatedTables {
    package struct Rule: Sendable, Hashable {
        package let name: String
        package let value: Int64
        package let from: CivilDate
        package let until: CivilDate?
        package let source: String
    }

    package static let rules = ShippedTable.rows(
        PackageResources.rules_csv, columns: ["name", "value", "unit", "from", "until", "source"]
    ) { row -> Rule? in
        guard let value = Int64(row.text("value")), let from = CivilDate(row.text("from")) else { return nil }
        return Rule(
            name: row.text("name"), value: value, from: from, until: CivilDate(row.text("until")),
            source: row.text("source"))
    }

    package static let limits = ShippedTable.rows(
        PackageResources.limits_csv,
        columns: [
            "id", "standard", "version", "grade", "item", "statistic", "lowest", "highest", "unit", "condition", "from",
            "until", "source", "confirmed",
        ]
    ) { row -> LimitRow? in
        guard let condition = LimitCondition(row.text("condition")), let from = CivilDate(row.text("from")) else {
            return nil
        }
        return LimitRow(
            id: row.text("id"), standard: row.text("standard"), version: row.text("version"), grade: row.text("grade"),
            item: row.text("item"), statistic: row.text("statistic"), lowest: try? Micro.read(row.text("lowest")).get(),
            highest: try? Micro.read(row.text("highest")).get(), unit: row.text("unit"), condition: condition,
            from: from, until: CivilDate(row.text("until")), source: row.text("source"),
            isConfirmed: row.text("confirmed") == "yes")
    }

    /// The rule's value on a day. The tables begin before the first day we judge; before them the oldest row serves.
    package static func value(_ name: String, on day: CivilDate) -> Int64 {
        let named = rules.filter { $0.name == name }
        let held = named.last { $0.from <= day && $0.until.map { day <= $0 } ?? true }
        guard let rule = held ?? named.first else { preconditionFailure("no row for \(name)") }
        return rule.value
    }
}
