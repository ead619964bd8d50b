package import Kernel
import Registry

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
            number: pass.whole("number", \.number, in: CountDomain.self), due: pass.value("due", \.due),
            closed: pass.value("closedFen", \.closed), left: pass.value("leftFen", \.left),
            paid: pass.value("paidFen", \.paid), paidOn: pass.optional("paidOn", \.paidOn))
    }
}
