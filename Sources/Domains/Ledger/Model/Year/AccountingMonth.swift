package import Kernel

/// A calendar month of the books: the unit of numbering, of closing and of the running balances.
package struct AccountingMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Months since the year 0, so that the month after is one more.
    package let index: Int

    package init(index: Int) {
        self.index = index
    }

    /// Before every month: where the balances stand that the books began with.
    package static let opening = AccountingMonth(index: 0)

    /// The month in which `date` lies.
    package init(_ date: CivilDate) {
        let (year, month, _) = date.components
        index = year * 12 + month - 1
    }

    /// From `2026-03`; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count == 7, let first = CivilDate(text + "-01") else { return nil }
        self.init(first)
    }

    package var year: Int { index / 12 }
    /// January of the same year.
    package var january: AccountingMonth { AccountingMonth(index: year * 12) }
    package var next: AccountingMonth { AccountingMonth(index: index + 1) }
    package var previous: AccountingMonth { AccountingMonth(index: index - 1) }

    /// Of a month before or after all dates, the first or last there is: the year before the first is asked for.
    package var firstDay: CivilDate {
        CivilDate(year: year, month: index % 12 + 1, day: 1) ?? CivilDate(dayNumber: index < 12 ? .min : .max)
    }

    package var lastDay: CivilDate { firstDay.adding(months: 1).adding(days: -1) }

    /// `2026-03`.
    package var description: String { String(firstDay.description.prefix(7)) }

    package static func < (left: AccountingMonth, right: AccountingMonth) -> Bool { left.index < right.index }
}

extension AccountingMonth: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .string(let text) = field, let month = AccountingMonth(text) else {
            throw KernelRejection.badDate(field: "").rejection
        }
        self = month
    }

    package var field: JSON { .string(description) }
    package static var shape: FieldShape { FieldShape(.text(maxLength: 7), unit: "YYYY-MM") }
    package static var example: AccountingMonth { AccountingMonth(index: 2026 * 12) }
}

extension AccountingMonth: RefusalDetail {
    package func words(_ language: Language) -> String { description }
}
