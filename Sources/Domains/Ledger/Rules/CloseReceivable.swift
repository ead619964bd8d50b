package import Kernel
package import Registry

/// Closes what a contract that ended early would still have owed. Given by the policy that watches the exchange's contracts.
///
/// Rent is owed for the months of the term that had begun by the last day, as `Earnings` counts them (decision record
/// 0173): what falls due later is never booked, what was claimed for later months is taken back, what was paid for them is
/// owed to the lessee.
package struct CloseReceivable: CommandPayload, Hashable {
    package static let name = "closeReceivable"
    package static var title: Message { LedgerText.closeReceivable }
    package static let refusals: [LedgerRefusal] = []

    package let organisation: OrganisationID
    package let receivable: ReceivableID
    /// The contract's last day.
    package let endedOn: CivilDate

    package init(organisation: OrganisationID, receivable: ReceivableID, endedOn: CivilDate) {
        self.organisation = organisation
        self.receivable = receivable
        self.endedOn = endedOn
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable), endedOn: pass.value("endedOn", \.endedOn))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    /// Nothing to do where these books never knew the contract, or have closed it already.
    func decide(_ books: Books, _ facts: Ledger.Facts, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        guard let claim = facts.receivable, claim.organisation == organisation, claim.endedOn == nil else { return [] }
        let closing = try Closing(claim, on: endedOn)
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier("closing") : nil
        let lines = closing.lines(books)
        let closed = ReceivableClosed(claim, closing, endedOn: endedOn, voucher: lines.isEmpty ? nil : voucher)
        guard let voucher, !lines.isEmpty else { return [.receivableClosed(closed)] }
        let date = books.bookingDate(endedOn, today: context.now.date)
        let posted = VoucherPosted(
            voucher: voucher, organisation: organisation, division: claim.division, date: date,
            number: books.nextNumber(in: AccountingMonth(date)), summary: LedgerText.closingSummary(claim.contract).zh,
            lines: lines, maker: context.principal.office, reviewer: ProgramDesk.office, origin: .release,
            receivable: claim.id)
        return [.receivableClosed(closed), .voucherPosted(posted)]
    }
}

/// What the early end does to each instalment and to the books.
struct Closing {
    private let claim: Receivable
    /// For the months that had begun.
    let owed: Money
    /// What is closed of each instalment that has something to close, by number.
    private(set) var closed: [Int64: Money] = [:]
    /// What is claimed now of instalments that were not due yet, where the months begun cost more than was billed.
    private(set) var claimed: [Int64: Money] = [:]
    /// What was paid for months that do not come: owed to the lessee.
    private(set) var refund: Money = .zero

    init(_ claim: Receivable, on day: CivilDate) throws(Rejection) {
        self.claim = claim
        owed = try claim.earnings.owed(through: day)
        var missing = max(.zero, owed - claim.billed)
        for part in claim.parts where part.accruedOn == nil {
            let now = min(missing, part.amount)
            missing -= now
            if now > .zero { claimed[part.number] = now }
            if now < part.amount { closed[part.number] = part.amount - now }
        }
        // Claims for later months are taken back where they are unpaid, the latest first.
        refund = max(.zero, claim.billed - owed)
        for part in claim.parts.reversed() where part.accruedOn != nil {
            let back = min(refund, part.left)
            refund -= back
            if back > .zero { closed[part.number] = back }
        }
    }

    /// Signed: above zero is a debit. Balanced, because what was billed is always what was earned and what waited.
    func lines(_ books: Books) -> [VoucherLine] {
        let taken = claim.parts.filter { $0.accruedOn != nil }.reduce(Money.zero) {
            $0 + (closed[$1.number] ?? .zero)
        }
        let more = claimed.values.reduce(Money.zero) { $0 + $1 }
        let changes: [(AccountCode, Money)] = [
            (books.posting(claim.advanceAccount), claim.billed - claim.earned),
            (books.posting(.operatingIncome), claim.earned - owed), (books.posting(claim.account), more - taken),
            (books.posting(.payables), .zero - refund),
        ]
        return changes.compactMap { account, change in
            if change == .zero { return nil }
            return change > .zero
                ? claim.line(account, debit: change) : claim.line(account, credit: .zero - change)
        }
    }

    /// The instalments as they stand afterwards, those that change only.
    var parts: [ClosedPart] {
        claim.parts.compactMap { part in
            guard closed[part.number] != nil || claimed[part.number] != nil else { return nil }
            return ClosedPart(
                number: part.number, due: part.due, closed: part.closed + (closed[part.number] ?? .zero),
                left: part.amount - part.closed - (closed[part.number] ?? .zero), paid: part.paid, paidOn: part.paidOn)
        }
    }
}

/// An instalment after the early end of its contract.
package struct ClosedPart: FieldRecord, Hashable {
    package let number: Int64
    package let due: CivilDate
    /// What nobody owes any more of it.
    package let closed: Money
    /// What is or was owed of it; with `closed` the whole instalment.
    package let left: Money
    package let paid: Money
    package let paidOn: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.value("number", \.number), due: pass.value("due", \.due),
            closed: pass.value("closedFen", \.closed), left: pass.value("leftFen", \.left),
            paid: pass.value("paidFen", \.paid), paidOn: pass.optional("paidOn", \.paidOn))
    }
}

/// The contract owes nothing for the time after its last day.
package struct ReceivableClosed: EventPayload, Hashable {
    package static let name = "receivableClosed"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let contract: ContractID
    package let endedOn: CivilDate
    /// For the months begun: from now on billed and earned alike.
    package let owed: Money
    /// What stands on 211 for the lessee.
    package let refund: Money
    package let parts: [ClosedPart]
    package let voucher: VoucherID?

    init(_ claim: Receivable, _ closing: Closing, endedOn: CivilDate, voucher: VoucherID?) {
        receivable = claim.id
        organisation = claim.organisation
        division = claim.division
        contract = claim.contract
        self.endedOn = endedOn
        owed = closing.owed
        refund = closing.refund
        parts = closing.parts
        self.voucher = voucher
    }

    package init(reading reader: inout FieldReader) {
        receivable = reader.value("receivable")
        organisation = reader.value("organisation")
        division = reader.value("division")
        contract = reader.value("contract")
        endedOn = reader.value("endedOn")
        owed = reader.value("owedFen")
        refund = reader.value("refundFen")
        parts = reader.list("parts", max: 400)
        voucher = reader.optional("voucher")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("receivable", receivable)
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("contract", contract)
        writer.put("endedOn", endedOn)
        writer.put("owedFen", owed)
        writer.put("refundFen", refund)
        writer.put("parts", list: parts)
        writer.put("voucher", voucher)
    }
}
