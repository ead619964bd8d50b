import Kernel
import Registry

/// A trial balance, as programs read it: integers in fen, dates as ISO text.
struct TrialBalanceResource: FieldRecord {
    let organisation: OrganisationID
    let from: CivilDate
    let through: CivilDate
    let lines: [Line]

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), from: pass.value("from", \.from),
            through: pass.value("through", \.through), lines: pass.wholeList("lines", \.lines))
    }

    struct Line: FieldRecord {
        let account: AccountCode
        let opening: Money
        let debit: Money
        let credit: Money
        let closing: Money

        static func fields(_ pass: inout FieldPass<Self>) -> Self {
            Self(
                account: pass.value("account", \.account), opening: pass.value("openingFen", \.opening),
                debit: pass.value("debitFen", \.debit), credit: pass.value("creditFen", \.credit),
                closing: pass.value("closingFen", \.closing))
        }
    }
}

extension TrialBalanceResource {
    init(_ balance: TrialBalance) {
        self.init(
            organisation: balance.organisation, from: balance.from, through: balance.through,
            lines: balance.lines.map {
                Line(account: $0.account, opening: $0.opening, debit: $0.debit, credit: $0.credit, closing: $0.closing)
            })
    }
}

/// A voucher, as programs read it.
struct VoucherResource: FieldRecord {
    let voucher: VoucherID
    let month: AccountingMonth
    let number: Int64
    let date: CivilDate
    let summary: String
    let origin: VoucherOrigin
    let attachments: Int64
    let lines: [VoucherLine]
    let reverses: VoucherID?
    let reversedBy: VoucherID?

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            voucher: pass.value("voucher", \.voucher), month: pass.value("month", \.month),
            number: pass.value("number", \.number), date: pass.value("date", \.date),
            summary: pass.value("summary", \.summary), origin: pass.value("origin", \.origin),
            attachments: pass.value("attachments", \.attachments), lines: pass.wholeList("lines", \.lines),
            reverses: pass.optional("reverses", \.reverses), reversedBy: pass.optional("reversedBy", \.reversedBy))
    }
}

extension VoucherResource {
    init(_ voucher: Voucher) {
        self.init(
            voucher: voucher.id, month: voucher.month, number: voucher.number, date: voucher.date,
            summary: voucher.summary, origin: voucher.origin, attachments: voucher.attachments, lines: voucher.lines,
            reverses: voucher.reverses, reversedBy: voucher.reversedBy)
    }
}

/// What contracts owe an organisation, as programs read it.
struct ReceivablesResource: FieldRecord {
    let receivables: [ReceivableResource]

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(receivables: pass.wholeList("receivables", \.receivables))
    }
}

struct ReceivableResource: FieldRecord {
    let receivable: ReceivableID
    let contract: ContractID
    let debtor: PartyID
    let total: Money
    let start: CivilDate
    let end: CivilDate
    let instalments: [Part]

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            receivable: pass.value("receivable", \.receivable), contract: pass.value("contract", \.contract),
            debtor: pass.value("debtor", \.debtor), total: pass.value("totalFen", \.total),
            start: pass.value("start", \.start), end: pass.value("end", \.end),
            instalments: pass.wholeList("instalments", \.instalments))
    }

    struct Part: FieldRecord {
        let number: Int64
        let due: CivilDate
        let amount: Money
        let paid: Money

        static func fields(_ pass: inout FieldPass<Self>) -> Self {
            Self(
                number: pass.value("number", \.number), due: pass.value("due", \.due),
                amount: pass.value("amountFen", \.amount), paid: pass.value("paidFen", \.paid))
        }
    }
}

extension ReceivableResource {
    init(_ claim: Receivable) {
        self.init(
            receivable: claim.id, contract: claim.contract, debtor: claim.debtor, total: claim.total,
            start: claim.start, end: claim.end,
            instalments: claim.parts.map { Part(number: $0.number, due: $0.due, amount: $0.amount, paid: $0.paid) })
    }
}
