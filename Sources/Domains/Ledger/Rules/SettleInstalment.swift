package import Kernel
package import Registry

/// Books money that has arrived for an instalment; part payments are welcome, more than is owed is not.
package struct SettleInstalment: CommandPayload, Hashable {
    package static let name = "settleInstalment"
    package static var title: Message { LedgerText.settleInstalment }
    package static let refusals: [LedgerRefusal] = [
        .accountUnknown, .accountNotLeaf, .notMoney, .beforeBooks, .monthClosed, .inTheFuture, .notPositive,
        .noSuchReceivable, .noSuchInstalment, .overpaid,
    ]

    package let organisation: OrganisationID
    package let receivable: ReceivableID
    package let number: Int64
    package let amount: Money
    /// The bank's reference of the receipt, or the number of the cash receipt.
    package let bankReference: String
    /// The day the money arrived.
    package let date: CivilDate
    /// Where it arrived: 102, 101 or an own account below them; 102 when absent.
    package let bankAccount: AccountCode?

    package init(
        organisation: OrganisationID, receivable: ReceivableID, number: Int64, amount: Money, bankReference: String,
        date: CivilDate, bankAccount: AccountCode? = nil
    ) {
        self.organisation = organisation
        self.receivable = receivable
        self.number = number
        self.amount = amount
        self.bankReference = bankReference
        self.date = date
        self.bankAccount = bankAccount
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable), number: pass.value("number", \.number),
            amount: pass.value("amountFen", \.amount), bankReference: pass.value("bankReference", \.bankReference),
            date: pass.value("date", \.date), bankAccount: pass.optional("bankAccount", \.bankAccount))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ facts: Ledger.Facts, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        let bank = try account(books)
        try books.check(date, today: context.now.date)
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        let claim = try facts.receivable(receivable, of: organisation)
        let part = try claim.part(number)
        guard amount <= part.left else { throw LedgerRefusal.overpaid(part.left) }
        // Rent that comes early makes the claim due at once: a receivable is never negative.
        let early = part.accruedOn == nil ? claim.accrual(of: part, on: date, books, context) : []
        var after = books
        for event in early { Ledger.evolve(&after, with: event, at: context.now) }
        return early + settlement(of: claim, part, in: bank, after, context)
    }

    private func account(_ books: Books) throws(Rejection) -> AccountCode {
        guard let bankAccount else { return books.posting(.bank) }
        guard books.exists(bankAccount) else {
            throw LedgerRefusal.accountUnknown(bankAccount).under("bankAccount")
        }
        guard !books.parents.contains(bankAccount) else {
            throw LedgerRefusal.accountNotLeaf(bankAccount).under("bankAccount")
        }
        let root = Chart.of2023.root(of: bankAccount)?.code
        guard root == StandardAccount.bank.code || root == StandardAccount.cash.code else {
            throw LedgerRefusal.notMoney(bankAccount)
        }
        return bankAccount
    }

    private func settlement(
        of claim: Receivable, _ part: Receivable.Part, in bank: AccountCode, _ books: Books, _ context: Context
    ) -> [Ledger.Event] {
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier("settlement") : nil
        let settled = InstalmentSettled(
            claim, part, amount: amount, date: date, bankReference: bankReference, voucher: voucher)
        guard let voucher else { return [.instalmentSettled(settled)] }
        let lines = [claim.line(bank, debit: amount), claim.line(books.posting(claim.account), credit: amount)]
        let posted = VoucherPosted(
            voucher: voucher, organisation: organisation, division: claim.division, date: date,
            number: books.nextNumber(in: AccountingMonth(date)),
            summary: LedgerText.settlementSummary(claim.contract, part.number).zh, lines: lines, attachments: 1,
            maker: context.principal.office, reviewer: ProgramDesk.office, origin: .settlement, receivable: claim.id)
        return [.instalmentSettled(settled), .voucherPosted(posted)]
    }
}
