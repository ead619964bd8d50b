package import Kernel
import Registry

/// One instalment of a contract on the village's public page.
package struct Payment: FieldRecord, Hashable {
    package let number: Int64
    package let due: CivilDate
    package let amount: Money
    package let paid: Money
    package let paidOn: CivilDate?

    package init(number: Int64, due: CivilDate, amount: Money, paid: Money = .zero, paidOn: CivilDate? = nil) {
        self.number = number
        self.due = due
        self.amount = amount
        self.paid = paid
        self.paidOn = paidOn
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            number: pass.whole("number", \.number, in: CountDomain.self), due: pass.value("dueDate", \.due),
            amount: pass.value("amountFen", \.amount), paid: pass.value("paidFen", \.paid, absent: .zero),
            paidOn: pass.optional("paidOn", \.paidOn))
    }

    package enum Standing: Sendable { case paid, partlyPaid, due, overdue, ahead }

    /// How the instalment stands on `day`: overdue from the day after it was due.
    package func standing(on day: CivilDate) -> Standing {
        if paid >= amount { return .paid }
        if due < day { return .overdue }
        if paid > .zero { return .partlyPaid }
        return due == day ? .due : .ahead
    }
}

extension Payment {
    /// Something is due, and no more is paid than that.
    func check() throws(Rejection) {
        guard amount > .zero, paid >= .zero, paid <= amount else { throw DisclosureRefusal.paidMoreThanDue(number) }
    }
}

extension StreamID {
    static func payments(of contract: ContractID) -> StreamID { StreamID("payments", contract.text) }
}
