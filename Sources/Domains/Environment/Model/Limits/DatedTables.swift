import HJ212
package import Kernel

/// Rules and limits that the field gives by date and source: rows, never constants.
package enum DatedTables {
    package struct Rule: Sendable, Hashable {
        package let name: String
        package let value: Int64
        package let from: CivilDate
        package let until: CivilDate?
        package let source: String
    }

    package static let rules: [Rule] = rows(PackageResources.rules_csv).compactMap { cells in
        guard cells.count == 6, let value = Int64(cells[1]), let from = CivilDate(cells[3]) else { return nil }
        return Rule(name: cells[0], value: value, from: from, until: CivilDate(cells[4]), source: cells[5])
    }

    package static let limits: [LimitRow] = rows(PackageResources.limits_csv).compactMap { cells in
        guard cells.count == 14, let condition = LimitCondition(cells[9]), let from = CivilDate(cells[10]) else {
            return nil
        }
        return LimitRow(
            id: cells[0], standard: cells[1], version: cells[2], grade: cells[3], item: cells[4], statistic: cells[5],
            lowest: try? Micro.read(cells[6]).get(), highest: try? Micro.read(cells[7]).get(), unit: cells[8],
            condition: condition, from: from, until: CivilDate(cells[11]), source: cells[12],
            isConfirmed: cells[13] == "yes")
    }

    /// The rule's value on a day. The tables begin before the first day we judge; before them the oldest row serves.
    package static func value(_ name: String, on day: CivilDate) -> Int64 {
        let named = rules.filter { $0.name == name }
        let held = named.last { $0.from <= day && $0.until.map { day <= $0 } ?? true }
        return (held ?? named.first)?.value ?? 0
    }

    /// The rows below the heading of one of the program's own tables.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        ((try? TableText(bytes).lines()) ?? []).dropFirst().map(\.cells)
    }
}
