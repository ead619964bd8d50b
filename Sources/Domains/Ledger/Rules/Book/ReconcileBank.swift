package import Kernel
package import Registry
package import Storage

/// One item that only one side has: in above zero, out below.
package struct OpenItem: FieldRecord, Hashable {
    package let date: CivilDate
    package let amount: Money
    package let text: String

    package init(date: CivilDate, amount: Money, text: String) {
        self.date = date
        self.amount = amount
        self.text = text
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            date: pass.value("date", \.date), amount: pass.value("amountFen", \.amount),
            text: pass.value("text", \.text))
    }
}

/// Holds the balance of a bank account at the end of a month against the bank's statement. An account with one statement
/// on record is reconciled every month from then on before the month closes (record 0245).
package struct ReconcileBank: LedgerCommand {
    package let organisation: OrganisationID
    package let account: AccountCode
    package let month: AccountingMonth
    package let statement: Money
    package var onlyBook: [OpenItem] = []
    package var onlyBank: [OpenItem] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), account: pass.value("account", \.account),
            month: pass.value("month", \.month), statement: pass.value("statementFen", \.statement),
            onlyBook: pass.list("onlyBook", \.onlyBook, max: 500),
            onlyBank: pass.list("onlyBank", \.onlyBank, max: 500))
    }

    package static let name = "reconcileBank"
    package static var title: Message { LedgerText.reconcileBank }
    package static let access: Access = [.own(.villageAccountant, .stationAgent, .stationReviewer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .accountUnknown, .notMoney, .monthNotOver, .doesNotReconcile,
    ]

    package struct Facts: Sendable {
        let book: Money
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard books.exists(account) else { throw LedgerRefusal.accountUnknown(account) }
        guard account.text.hasPrefix(StandardAccount.bank.rawValue) else { throw LedgerRefusal.notMoney(account) }
        guard month.lastDay <= context.now.date else { throw LedgerRefusal.monthNotOver(month) }
        let reconciliation = Reconciliation(
            book: facts.book, statement: statement, onlyBook: onlyBook.map(\.amount), onlyBank: onlyBank.map(\.amount))
        guard reconciliation.agrees else {
            throw LedgerRefusal.doesNotReconcile(reconciliation.adjustedBook, reconciliation.adjustedBank)
        }
        return [
            BankReconciled(
                organisation: organisation, place: place, account: account, month: month, book: facts.book,
                statement: statement, onlyBook: onlyBook, onlyBank: onlyBank)
        ]
    }
}

/// Books and bank agree for a month, with the items that explain the difference.
package struct BankReconciled: LedgerEvent {
    package static let name = "bankReconciled"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let account: AccountCode
    package let month: AccountingMonth
    package let book: Money
    package let statement: Money
    package let onlyBook: [OpenItem]
    package let onlyBank: [OpenItem]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            account: pass.value("account", \.account), month: pass.value("month", \.month),
            book: pass.value("bookFen", \.book), statement: pass.value("statementFen", \.statement),
            onlyBook: pass.list("onlyBook", \.onlyBook), onlyBank: pass.list("onlyBank", \.onlyBank))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
