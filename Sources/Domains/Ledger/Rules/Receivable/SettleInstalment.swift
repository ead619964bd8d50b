package import Kernel
package import Registry
package import Storage

/// Books money that has arrived for an instalment; part payments are welcome, more than is owed is not.
package struct SettleInstalment: ReceivableVerb {
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
            receivable: pass.value("receivable", \.receivable),
            number: pass.whole("number", \.number, in: CountDomain.self),
            amount: pass.value("amountFen", \.amount), bankReference: pass.value("bankReference", \.bankReference),
            date: pass.value("date", \.date), bankAccount: pass.optional("bankAccount", \.bankAccount))
    }

    package static let name = "settleInstalment"
    package static var title: Message { LedgerText.settleInstalment }
    package static let access: Access = [.own(.villageAccountant, .stationAgent), .installation]
    package static let refusals: [LedgerRefusal] = [
        .accountUnknown, .accountNotLeaf, .notMoney, .beforeBooks, .monthClosed, .inTheFuture, .notPositive,
        .noSuchReceivable, .noSuchInstalment, .overpaid, .paidBeforeContract, .arrivalBooked,
    ]

    package func decide(_ books: Books, _ facts: ReceivableFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let bank = try account(books)
        try books.check(date, today: context.now.date)
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        let claim = try claim(facts)
        let part = try claim.part(number)
        if let first = books.payableFrom[receivable], date < first {
            throw LedgerRefusal.paidBeforeContract(date, first)
        }
        guard amount <= part.left else { throw LedgerRefusal.overpaid(part.left) }
        if let known = facts.known { throw LedgerRefusal.arrivalBooked(bankReference, known.words) }
        // Rent that comes early makes the claim due at once: a receivable is never negative.
        let early = part.accruedOn == nil ? claim.accrual(of: part, on: date, books, context) : []
        var after = books
        for event in early { event.change(&after, at: context.now) }
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
    ) -> [any Event<Ledger>] {
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier(.settlement) : nil
        let settled = InstalmentSettled(
            receivable: claim.id, organisation: organisation, place: claim.division, contract: claim.contract,
            number: part.number, due: part.due, instalment: part.amount, amount: amount, paid: part.paid + amount,
            date: date, bankReference: bankReference, voucher: voucher)
        guard let voucher else { return [settled] }
        let lines = [claim.line(bank, debit: amount), claim.line(books.posting(claim.account), credit: amount)]
        let summary = LedgerText.settlementSummary(claim.contract, part.number)
        return [
            settled,
            claim.posting(voucher, .settlement, on: date, summary, lines, attachments: 1, in: books, context),
        ]
    }
}

/// Money has arrived for an instalment, in whole or in part.
package struct InstalmentSettled: LedgerEvent {
    package static let name = "instalmentSettled"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let contract: ContractID
    package let number: Int64
    package let due: CivilDate
    /// The whole instalment.
    package let instalment: Money
    /// This payment.
    package let amount: Money
    /// Everything paid of the instalment, this payment included.
    package let paid: Money
    package let date: CivilDate
    package let bankReference: String
    package let voucher: VoucherID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            receivable: pass.value("receivable", \.receivable),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            contract: pass.value("contract", \.contract), number: pass.whole("number", \.number, in: CountDomain.self),
            due: pass.value("due", \.due), instalment: pass.value("instalmentFen", \.instalment),
            amount: pass.value("amountFen", \.amount), paid: pass.value("paidFen", \.paid),
            date: pass.value("date", \.date), bankReference: pass.value("bankReference", \.bankReference),
            voucher: pass.optional("voucher", \.voucher))
    }

    /// Amounts stand in the tables only.
    package func change(_ books: inout Books, at instant: Instant) {}

    var arrival: BankArrival {
        .instalment(
            number, of: contract, reference: bankReference, amount: amount, to: organisation, in: place)
    }
}

extension BankArrival {
    /// Money for an instalment of a contract.
    static func instalment(
        _ number: Int64, of contract: ContractID, reference: String, amount: Money, to organisation: OrganisationID,
        in place: DivisionID
    ) -> BankArrival {
        BankArrival(
            reference: reference, amount: amount, account: organisation.text, place: place, kind: .instalment,
            thing: "contract/\(contract)", part: number)
    }
}
