import Kernel
@testable import Platform
import Storage
import TestSupport

/// The holidays of a simulated county: the program knows 2018 and 2019, and each later list comes only after New Year. So
/// every December runs over New Year without the next year's list.
enum Almanac {
    private static let rows = (Tree.text("Sources/Base/Kernel/Resources/holidays.csv") ?? "").split(
        whereSeparator: \.isNewline
    )
    .map { String($0) }
    /// What the program is shipped with.
    static let shipped: WorkingCalendar = {
        let known = rows.dropFirst().filter { $0.hasPrefix("2018") || $0.hasPrefix("2019") }
        guard let calendar = WorkingCalendar(csv: (["date,name,kind"] + known).joined(separator: "\n")) else {
            preconditionFailure("the shipped calendar is readable")
        }
        return calendar
    }()
    private static let file = JSON.string(rows.joined(separator: "\n"))

    /// The lists that have come by `now`, a few days after each New Year, and are not brought in yet.
    static func missing(at now: Instant, in tx: any ReadTransaction) throws -> [Submission] {
        let today = now.adding(seconds: -8 * 86_400).date.year
        guard today > 2019 else { return [] }
        let known = Set(try tx.rows("SELECT year FROM calendar_year").map { try $0.get(0, as: Int64.self) })
        return (2020...min(today, 2026)).filter { !known.contains(Int64($0)) }.map { year in
            Submission(
                command: "registry.announceCalendar", arguments: ["file": file, "year": .integer(Int64(year))],
                principal: .administrator, key: "calendar-\(year)")
        }
    }

    /// Acts that still wait for a year whose list is here, and the one after it too.
    static func forgotten(in tx: any ReadTransaction) throws -> [String] {
        let known = Set(
            try tx.rows("SELECT year FROM calendar_year").map { try $0.get(0, as: Int64.self) } + [2018, 2019])
        return try ActStore.list(in: tx).compactMap { act in
            let year = Int64(act.dueAt.date.year)
            guard act.goesOnByItself, act.number == 1_018, !known.isSuperset(of: [year, year + 1]) else {
                return "\(act.command) is set aside: \(act.reason) \(act.number ?? 0)"
            }
            return nil
        }
    }
}
