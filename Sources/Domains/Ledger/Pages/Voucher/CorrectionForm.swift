import Kernel
import Registry
import Storage
import Web

/// The form that puts a voucher right: the lines as they were booked, and beside each the difference to it.
extension LedgerForm {
    static let correct = LedgerForm(
        path: "/vouchers/{voucher}/correct", command: CorrectVoucher.self, title: BookText.correct, target: "/vouchers",
        page: { organisation, request, tx in
            guard let id = request.identifier("voucher", as: VoucherName.self),
                let voucher = try VoucherQueries.find(id, in: tx), voucher.organisation == organisation.id
            else { return nil }
            let head: [FormField] = [
                .hidden("organisation", organisation.id.text), .hidden("voucher", voucher.id.text),
                .date("date", BookText.date, value: request.now.date), .text("reason", BookText.reason),
            ]
            return Page(
                BookText.correct, request,
                [
                    BookDesk.crumbs(organisation, request, BookText.correct),
                    Headline(BookText.whyCorrect, answer: BookText.correctAnswer, in: request.language),
                    FormBuilder(
                        request, submit: BookText.correct, note: BookText.unchangeable,
                        head + (try differences(of: voucher, request, in: tx))
                            + [try reviewer(of: organisation, request, in: tx)]),
                ])
        })

    /// A line of this year is corrected on its own account and side. One of an earlier year may move to another
    /// account, so two rows are free (Order 98, art. 51(5)).
    private static func differences(of voucher: Voucher, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> [FormField]
    {
        let accounts = try BookQueries.accounts(voucher.organisation, in: tx)
        let isThisYear = voucher.month.year == AccountingMonth(request.now.date).year
        var fields: [FormField] = []
        for (position, line) in voucher.lines.enumerated() {
            let row = "lines[\(position)]"
            let name = accounts.first { $0.code == line.account }.map { request($0.name) } ?? ""
            let party = try line.party.flatMap { try PartyQueries.findDisplayName($0, in: tx) } ?? ""
            let words = [line.account.text, name, party].filter { !$0.isEmpty }.joined(separator: " ")
            fields.append(.hidden("\(row).account", line.account.text))
            if let party = line.party { fields.append(.hidden("\(row).party", party.text)) }
            if let contract = line.contract { fields.append(.hidden("\(row).contract", contract.text)) }
            let booked = BookText.bookedAs(request.money(line.debit ?? line.credit ?? .zero))
            if line.debit != nil || !isThisYear {
                fields.append(
                    .money(
                        "\(row).debitFen", BookText.differenceOf(words, BookText.debit),
                        hint: line.debit == nil ? nil : booked, optional: true))
            }
            if line.credit != nil || !isThisYear {
                fields.append(
                    .money(
                        "\(row).creditFen", BookText.differenceOf(words, BookText.credit),
                        hint: line.credit == nil ? nil : booked, optional: true))
            }
        }
        guard !isThisYear else { return fields }
        return fields
            + (try lineFields(
                "lines", from: voucher.lines.count, count: 2, atLeast: 0, voucher.organisation, request, in: tx))
    }
}
