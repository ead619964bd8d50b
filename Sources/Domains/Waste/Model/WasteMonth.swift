import Kernel

/// A month of the calendar, as it stands in an address: `2026-05`.
struct WasteMonth: Sendable, Hashable {
    let first: CivilDate

    init(_ instant: Instant) {
        first = Self(String(instant.date.description.prefix(7)))?.first ?? instant.date
    }

    init?(_ text: String) {
        guard text.utf8.count == 7, let first = CivilDate(text + "-01") else { return nil }
        self.first = first
    }

    /// The first day of the month after.
    var next: CivilDate { first.adding(months: 1) }
    var before: WasteMonth? { WasteMonth(String(first.adding(months: -1).description.prefix(7))) }
    var text: String { String(first.description.prefix(7)) }
}
