import Kernel
import Registry

/// The vouchers that the program makes by itself, about what a contract owes.
extension Receivable {
    func line(_ account: AccountCode, debit: Money? = nil, credit: Money? = nil) -> VoucherLine {
        VoucherLine(account, debit: debit, credit: credit, contract: contract, party: debtor)
    }

    /// Made at the desk that gives the command, checked by the program.
    func posting(
        _ voucher: VoucherID, _ origin: VoucherOrigin, on date: CivilDate, _ summary: Message, _ lines: [VoucherLine],
        attachments: Int64 = 0, in books: Books, _ context: Context
    ) -> VoucherPosted {
        VoucherPosted(
            voucher: voucher, organisation: organisation, place: division, date: date,
            number: books.nextNumber(in: AccountingMonth(date)), summary: summary.zh, lines: lines,
            attachments: attachments, maker: context.principal.office, reviewer: ProgramDesk.office, origin: origin,
            receivable: id)
    }
}

/// The desk that stands on the vouchers the program makes by itself.
enum ProgramDesk {
    static var office: OfficeID {
        guard let office = OfficeID("system") else { preconditionFailure("the program's desk is well formed") }
        return office
    }
}
