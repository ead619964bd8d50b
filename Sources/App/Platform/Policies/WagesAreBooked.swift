import Kernel
import Labour
import Ledger

/// What a village collective owes for casual labour stands in its books from the same moment (account 213).
enum WagesAreBooked {
    static let policy = Policy("WagesAreBooked", on: WagesDue.self, gives: [BookWages.self]) { due, _ in
        guard let organisation = due.organisation, due.net > .zero else { return [] }
        return [
            BookWages(
                organisation: organisation, date: due.dueOn, amount: due.net, step: .due, order: due.order.text)
        ]
    }
}

/// … and what it paid leaves 213 again.
enum PaidWagesAreBooked {
    static let policy = Policy("PaidWagesAreBooked", on: WagesPaid.self, gives: [BookWages.self]) { paid, _ in
        guard let organisation = paid.organisation else { return [] }
        return [
            BookWages(
                organisation: organisation, date: paid.paidOn, amount: paid.amount,
                step: paid.method == .bank ? .paidByBank : .paidInCash, order: paid.order.text)
        ]
    }
}
