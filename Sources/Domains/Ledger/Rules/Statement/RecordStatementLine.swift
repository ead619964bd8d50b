package import Kernel
package import Registry
package import Storage

package enum StatementLineName {}
/// The address of one line of a bank's statement; from its content, so that a file read twice names the same lines.
package typealias StatementLineID = Identifier<StatementLineName>

/// Takes one line of a bank's statement into the books' record of what the bank says; nothing is booked by it.
package struct RecordStatementLine: LedgerCommand {
    package let organisation: OrganisationID
    package let line: StatementLineID
    /// The account of the books for which the bank speaks: 102 or one below it.
    package let account: AccountCode
    package let date: CivilDate
    /// The bank's number of the movement; empty where its file has none.
    package var serial: String?
    /// The bank writes what came in as its credit, what went out as its debit (domain notes, trap 7).
    package let received: Money?
    package let paid: Money?
    package let balance: Money?
    package let counterparty: Personal<String>?
    package let counterAccount: Personal<String>?
    package let remark: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let (organisation, line) = (pass.value("organisation", \.organisation), pass.value("line", \.line))
        return Self(
            organisation: organisation, line: line,
            account: pass.value("account", \.account), date: pass.value("date", \.date),
            serial: pass.optional("serial", \.serial), received: pass.optional("receivedFen", \.received),
            paid: pass.optional("paidFen", \.paid), balance: pass.optional("balanceFen", \.balance),
            counterparty: pass.optionalPersonal("counterparty", \.counterparty, of: DataSubject(ofLine: line)),
            counterAccount: pass.optionalPersonal("counterAccount", \.counterAccount, of: DataSubject(ofLine: line)),
            remark: pass.optionalPersonal("remark", \.remark, of: DataSubject(ofLine: line)))
    }

    package static let name = "recordStatementLine"
    package static var title: Message { LedgerText.recordStatementLine }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .accountUnknown, .accountNotLeaf, .notBankAccount, .statementLineKnown, .statementLineDiffers,
        .bothSides, .neitherSide, .inTheFuture,
    ]

    package struct Facts: Sendable {
        let isKnown: Bool
        /// The day and amount of another line with the same serial.
        let other: (date: CivilDate, amount: Money)?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard books.exists(account) else { throw LedgerRefusal.accountUnknown(account).under("account") }
        guard account.text.hasPrefix(StandardAccount.bank.rawValue) else { throw LedgerRefusal.notBankAccount(account) }
        if books.parents.contains(account) { throw LedgerRefusal.accountNotLeaf(account).under("account") }
        if date > context.now.date { throw LedgerRefusal.inTheFuture() }
        if facts.isKnown { throw LedgerRefusal.statementLineKnown() }
        if let other = facts.other { throw LedgerRefusal.statementLineDiffers(other.date, other.amount) }
        let (came, went) = (received ?? .zero, paid ?? .zero)
        if came != .zero, went != .zero { throw LedgerRefusal.bothSides() }
        if came == .zero, went == .zero { throw LedgerRefusal.neitherSide() }
        return [
            StatementLineRecorded(
                line: line, organisation: organisation, place: place, account: account, date: date, serial: serial,
                amount: came - went, balance: balance, counterparty: counterparty, counterAccount: counterAccount,
                remark: remark)
        ]
    }
}

/// The bank says that money moved on an account of the village.
package struct StatementLineRecorded: LedgerEvent {
    package static let name = "statementLineRecorded"
    package let line: StatementLineID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let account: AccountCode
    package let date: CivilDate
    package let serial: String?
    /// What came in above zero, what went out below.
    package let amount: Money
    package let balance: Money?
    package let counterparty: Personal<String>?
    package let counterAccount: Personal<String>?
    package let remark: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let line = pass.value("line", \.line)
        return Self(
            line: line, organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), account: pass.value("account", \.account),
            date: pass.value("date", \.date), serial: pass.optional("serial", \.serial),
            amount: pass.value("amountFen", \.amount), balance: pass.optional("balanceFen", \.balance),
            counterparty: pass.optionalPersonal("counterparty", \.counterparty, of: DataSubject(ofLine: line)),
            counterAccount: pass.optionalPersonal("counterAccount", \.counterAccount, of: DataSubject(ofLine: line)),
            remark: pass.optionalPersonal("remark", \.remark, of: DataSubject(ofLine: line)))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}

extension Identifier where Named == DataSubjectName {
    /// Whom one line of a statement names: no register knows them, so each line is by itself.
    init(ofLine line: StatementLineID) { self.init(ofThing: line.text, in: .statement) }
    /// Whoever wrote one invoice.
    init(ofInvoice number: InvoiceNumber) { self.init(ofThing: number.text, in: .seller) }
}
