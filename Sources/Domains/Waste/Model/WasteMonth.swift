package import Kernel

/// A month of the calendar, as it stands in an address: `2026-05`.
package struct WasteMonth: Sendable, Hashable {
    package let first: CivilDate

    init(_ instant: Instant) { self.init(instant.date) }

    package init(_ day: CivilDate) { first = day.monthStart }

    package init?(_ text: String) {
        guard text.utf8.count == 7, let first = CivilDate(text + "-01") else { return nil }
        self.first = first
    }

    /// The first day of the month after.
    var next: CivilDate { first.adding(months: 1) }
    var before: WasteMonth? { WasteMonth(String(first.adding(months: -1).description.prefix(7))) }
    package var text: String { String(first.description.prefix(7)) }
}

extension WasteMonth: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field, let month = WasteMonth(text) else {
            throw KernelRejection.badDate(field: "").rejection
        }
        self = month
    }

    package var field: JSON { .string(text) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 7), unit: "YYYY-MM") }
    package static var example: WasteMonth { WasteMonth(CivilDate.example) }
}

extension WasteMonth: RefusalDetail {
    package func words(_ language: Language) -> String { text }
}
