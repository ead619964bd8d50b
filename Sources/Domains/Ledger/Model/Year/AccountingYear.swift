package import Kernel

/// A year of the books, from 1949 to 2199: a command's year never leads to a month without dates.
package struct AccountingYear: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let number: Int

    private static let range: ClosedRange<Int64> = 1_949...2_199

    package init?(_ number: Int) {
        guard Self.range.contains(Int64(number)) else { return nil }
        self.number = number
    }

    package var december: AccountingMonth { AccountingMonth(index: number * 12 + 11) }
    package var description: String { String(number) }

    package static func < (left: AccountingYear, right: AccountingYear) -> Bool { left.number < right.number }
}

extension AccountingYear: FieldValue {
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        let number = try Int64(field: field, notation: notation)
        guard Self.range.contains(number), let year = AccountingYear(Int(number)) else {
            throw KernelRejection.outOfRange(
                field: "", lowest: Self.range.lowerBound, highest: Self.range.upperBound
            ).rejection
        }
        self = year
    }

    package var field: JSON { .integer(Int64(number)) }
    package static var shape: FieldShape { FieldShape(.integer, range: range) }
    package static var example: AccountingYear { AccountingYear(2026) ?? AccountingYear(AccountingMonth.example) }
}

extension AccountingYear {
    /// The year of a month of the books.
    package init(_ month: AccountingMonth) { number = month.year }
}

extension AccountingYear: RefusalDetail {
    package func words(_ language: Language) -> String { description }
}
