package import Kernel

/// The bank reconciliation of one account at the end of a month: what the books say and what the bank says, each corrected
/// by what only the other has.
package struct Reconciliation: Sendable, Hashable {
    package let book: Money
    package let statement: Money
    /// Only in the books yet: money in above zero, money out below.
    package let onlyBook: [Money]
    /// Only on the bank's statement yet, seen from us: money in above zero.
    package let onlyBank: [Money]

    package init(book: Money, statement: Money, onlyBook: [Money], onlyBank: [Money]) {
        self.book = book
        self.statement = statement
        self.onlyBook = onlyBook
        self.onlyBank = onlyBank
    }

    package var adjustedBook: Money { onlyBank.reduce(book, +) }
    package var adjustedBank: Money { onlyBook.reduce(statement, +) }
    package var agrees: Bool { adjustedBook == adjustedBank }
}
