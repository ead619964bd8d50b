package import Kernel
package import Registry
package import Storage

/// Books an instalment as a claim on the day it is due. The clock gives it.
package struct AccrueInstalment: ReceivableVerb {
    package let organisation: OrganisationID
    package let receivable: ReceivableID
    package let number: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable),
            number: pass.whole("number", \.number, in: CountDomain.self))
    }

    package static let name = "accrueInstalment"
    package static var title: Message { LedgerText.accrueInstalment }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = [.noSuchReceivable, .noSuchInstalment, .nothingDue]

    package func decide(_ books: Books, _ facts: ReceivableFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let claim = try claim(facts)
        let part = try claim.part(number)
        let today = context.now.date
        guard part.accruedOn == nil, part.closed == .zero, claim.endedOn == nil, part.due <= today else {
            throw LedgerRefusal.nothingDue()
        }
        return claim.accrual(of: part, on: books.bookingDate(part.due, today: today), books, context)
    }
}

/// An instalment is due and booked as a claim.
package struct InstalmentAccrued: LedgerEvent {
    package static let name = "instalmentAccrued"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let contract: ContractID
    package let number: Int64
    package let date: CivilDate
    package let amount: Money
    /// The part that is income at once; the rest waits on 221 or 211.
    package let earned: Money
    /// Absent when the village keeps no books here.
    package let voucher: VoucherID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            receivable: pass.value("receivable", \.receivable),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            contract: pass.value("contract", \.contract), number: pass.whole("number", \.number, in: CountDomain.self),
            date: pass.value("date", \.date), amount: pass.value("amountFen", \.amount),
            earned: pass.value("earnedFen", \.earned), voucher: pass.optional("voucher", \.voucher))
    }

    /// Amounts stand in the tables only.
    package func change(_ books: inout Books, at instant: Instant) {}
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
    func accrual(of part: Part, on date: CivilDate, _ books: Books, _ context: Context) -> [any Event<Ledger>] {
        let income = earnedAtOnce(part.amount, on: date)
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier(.accrual) : nil
        let accrued = InstalmentAccrued(
            receivable: id, organisation: organisation, place: division, contract: contract, number: part.number,
            date: date, amount: part.amount, earned: income, voucher: voucher)
        guard let voucher else { return [accrued] }
        var lines = [line(books.posting(account), debit: part.amount)]
        if income > .zero { lines.append(line(books.posting(.operatingIncome), credit: income)) }
        if part.amount > income { lines.append(line(books.posting(advanceAccount), credit: part.amount - income)) }
        let summary = LedgerText.accrualSummary(contract, part.number)
        return [accrued, posting(voucher, .accrual, on: date, summary, lines, in: books, context)]
    }
}
