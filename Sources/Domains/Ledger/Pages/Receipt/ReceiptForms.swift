import Kernel
import Registry
import Storage
import Web

/// The forms of receipts.
extension LedgerForm {
    static let receipts = [issueReceipt, voidReceipt, bookReceipt]

    static let issueReceipt = LedgerForm(
        path: "/receipt-form", command: IssueReceipt.self, title: LedgerText.issueReceipt, target: "/receipts",
        page: { organisation, request, tx in
            guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
            let methods = ReceiptMethod.allCases.map {
                FormField.Option($0.rawValue, request(BookText.method($0)))
            }
            return Page(
                LedgerText.issueReceipt, request,
                [
                    BookDesk.crumbs(organisation, request, LedgerText.issueReceipt),
                    Headline(BookText.howMuchTaken, answer: BookText.receiptAnswer, in: request.language),
                    FormBuilder(
                        request, submit: LedgerText.issueReceipt, note: BookText.receiptNote,
                        [
                            .hidden("organisation", organisation.id.text),
                            .date("date", BookText.date, value: request.now.date),
                            .money("amountFen", BookText.amount),
                            .text("matter", BookText.receiptMatter, hint: BookText.summaryHint, limit: 100),
                            .choice(
                                "method", BookText.receiptMethod, methods, value: ReceiptMethod.cash.rawValue),
                            try .pick(
                                "party", BookText.payer, of: PartyName.self, request, tx,
                                within: organisation.division, hint: BookText.payerHint, optional: true),
                        ]),
                ])
        })

    static let voidReceipt = one("void", VoidReceipt.self, LedgerText.voidReceipt) { _, _, _, _ in
        [.text("reason", BookText.reason)]
    }

    static let bookReceipt = one("book", BookReceipt.self, LedgerText.bookReceipt) {
        organisation, receipt, request, tx in
        let month = AccountingMonth(receipt.date)
        let vouchers = try VoucherQueries.list(
            organisation.id, from: month, through: AccountingMonth(request.now.date), limit: 500, in: tx)
        let options = vouchers.sorted { left, right in
            (left.debit == receipt.amount ? 0 : 1) < (right.debit == receipt.amount ? 0 : 1)
        }.map {
            FormField.Option(
                $0.id.text, "\($0.month)-\($0.number) \($0.summary) \(request.money($0.debit))")
        }
        let best = vouchers.first { $0.debit == receipt.amount }?.id.text ?? ""
        return [.choice("voucher", BookText.voucherChoice(1), options, value: best)]
    }

    private static func one(
        _ path: String, _ command: any LedgerCommand.Type, _ title: Message,
        _ more: @escaping @Sendable (Organisation, Receipt, PageRequest, any ReadTransaction) throws -> [FormField]
    ) -> LedgerForm {
        LedgerForm(
            path: "/receipts/{year}/{number}/\(path)", command: command, title: title,
            target: "/receipts/{year}/{number}",
            page: { organisation, request, tx in
                guard let receipt = try ReceiptPage.find(organisation, request, in: tx) else { return nil }
                let number = BookText.receiptNumber(receipt.year, receipt.number)
                return Page(
                    title, request,
                    [
                        BookDesk.crumbs(organisation, request, BookText.receipts),
                        Headline(
                            BookText.receipts, answer: number, note: Message(zh: receipt.matter, en: receipt.matter),
                            in: request.language),
                        FormBuilder(
                            request, submit: title, isDangerous: path == "void",
                            [
                                .hidden("organisation", organisation.id.text),
                                .hidden("year", receipt.year.description),
                                .hidden("number", String(receipt.number)),
                            ] + (try more(organisation, receipt, request, tx))),
                    ])
            })
    }
}
