package import Kernel
package import Registry

/// Books an instalment as a claim on the day it is due. The clock gives it.
package struct AccrueInstalment: CommandPayload, Hashable {
    package static let name = "accrueInstalment"
    package static var title: Message { LedgerText.accrueInstalment }
    package static let refusals: [LedgerRefusal] = [.noSuchReceivable, .noSuchInstalment, .nothingDue]

    package let organisation: OrganisationID
    package let receivable: ReceivableID
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable), number: pass.value("number", \.number))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ facts: Ledger.Facts, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        let claim = try facts.receivable(receivable, of: organisation)
        let part = try claim.part(number)
        let today = context.now.date
        guard part.accruedOn == nil, claim.endedOn == nil, part.due <= today else {
            throw LedgerRefusal.nothingDue()
        }
        return claim.accrual(of: part, on: books.bookingDate(part.due, today: today), books, context)
    }
}

extension Ledger.Facts {
    func receivable(_ id: ReceivableID, of organisation: OrganisationID) throws(Rejection) -> Receivable {
        guard let receivable, receivable.id == id, receivable.organisation == organisation else {
            throw LedgerRefusal.noSuchReceivable(id)
        }
        return receivable
    }
}

extension Receivable {
    func part(_ number: Int64) throws(Rejection) -> Part {
        guard let part = parts.first(where: { $0.number == number }) else {
            throw LedgerRefusal.noSuchInstalment(number)
        }
        return part
    }

    /// What of a claim of `amount`, booked on `date`, is income at once: what has been earned by the years begun and was
    /// not yet income, but never more than the claim.
    func earnedAtOnce(_ amount: Money, on date: CivilDate) -> Money {
        min(amount, max(.zero, earnings.earned(by: date) - earned))
    }

    /// The claim and its voucher: debit 112 or 113, credit 501 for the years begun, 221 or 211 for the years to come.
    func accrual(of part: Part, on date: CivilDate, _ books: Books, _ context: Context) -> [Ledger.Event] {
        let income = earnedAtOnce(part.amount, on: date)
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier("accrual") : nil
        let accrued = InstalmentAccrued(
            self, number: part.number, date: date, amount: part.amount, earned: income, voucher: voucher)
        guard let voucher else { return [.instalmentAccrued(accrued)] }
        var lines = [line(books.posting(account), debit: part.amount)]
        if income > .zero { lines.append(line(books.posting(.operatingIncome), credit: income)) }
        if part.amount > income { lines.append(line(books.posting(advanceAccount), credit: part.amount - income)) }
        let summary = LedgerText.accrualSummary(contract, part.number).zh
        let posted = VoucherPosted(
            voucher: voucher, organisation: organisation, division: division, date: date,
            number: books.nextNumber(in: AccountingMonth(date)), summary: summary, lines: lines,
            maker: context.principal.office, reviewer: ProgramDesk.office, origin: .accrual, receivable: id)
        return [.instalmentAccrued(accrued), .voucherPosted(posted)]
    }

    func line(_ account: AccountCode, debit: Money? = nil, credit: Money? = nil) -> VoucherLine {
        VoucherLine(account, debit: debit, credit: credit, contract: contract, party: debtor)
    }
}
