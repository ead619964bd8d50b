import Kernel
import Registry
import Storage
import Web

/// The forms of the steps between making a voucher and posting it.
extension LedgerForm {
    static let drafts = [newDraft, reviewDraft, returnDraft, withdrawDraft, postDraft, confirm]

    static let newDraft = LedgerForm(
        path: "/draft-form", command: DraftVoucher.self, title: BookText.newDraft, target: "/drafts",
        page: { organisation, request, tx in
            let lines = request.number("lines", within: 4...40, otherwise: 4)
            let fields: [FormField] = [
                .hidden("organisation", organisation.id.text),
                .date("date", BookText.date, value: request.now.date),
                .text("summary", BookText.summary, hint: BookText.summaryHint),
            ]
            let rows = try lineFields("lines", count: lines, organisation.id, request, in: tx)
            let rest: [FormField] =
                [
                    .number("attachments", BookText.attachments, unit: BookText.sheets, optional: true),
                    .withoutPapers(),
                ] + (try SpendingFields(organisation, request, in: tx).fields())
            return Page(
                BookText.newDraft, request,
                [
                    BookDesk.crumbs(organisation, request, BookText.newDraft),
                    Headline(BookText.whatToBook, answer: BookText.bookAnswer, in: request.language),
                    FormBuilder(
                        request, submit: LedgerText.draftVoucher, note: BookText.threeHands, fields + rows + rest),
                    ActionBar([
                        Action(BookText.moreLines, to: request.link(setting: ["lines": String(lines + 4)]))
                    ]),
                ])
        })

    static let reviewDraft = step("review", ReviewDraft.self, LedgerText.reviewDraft)
    static let returnDraft = step(
        "return", ReturnDraft.self, LedgerText.returnDraft, [.text("reason", BookText.reason)])
    static let withdrawDraft = step("withdraw", WithdrawDraft.self, LedgerText.withdrawDraft)
    static let postDraft = step("post", PostDraft.self, LedgerText.postDraft)

    private static func step(
        _ path: String, _ command: any LedgerCommand.Type, _ title: Message, _ more: [FormField] = []
    ) -> LedgerForm {
        LedgerForm(
            path: "/drafts/{draft}/\(path)", command: command, title: title, target: "/drafts",
            page: { organisation, request, tx in
                guard let id = request.identifier("draft", as: DraftName.self),
                    let draft = try DraftQueries.find(id, in: tx), draft.organisation == organisation.id
                else { return nil }
                let names = Dictionary(
                    try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, request($0.name)) }
                ) { $1 }
                let rows = draft.lines.map { line in
                    [
                        HTML(text: "\(line.account) \(names[line.account] ?? "")"),
                        HTML(text: line.debit.map { request.money($0) } ?? ""),
                        HTML(text: line.credit.map { request.money($0) } ?? ""),
                    ]
                }
                let warning = try BudgetWarning(coming: draft.lines, on: draft.date, organisation.id, in: tx)
                return Page(
                    title, request,
                    [
                        BookDesk.crumbs(organisation, request, BookText.drafts),
                        Headline(BookText.isItRight, answer: HTML(text: draft.summary)),
                    ] + warning.parts(request) + [
                        DataTable(
                            columns: [
                                .init(BookText.account), .init(BookText.debit, .number),
                                .init(BookText.credit, .number),
                            ], rows: rows),
                        FormBuilder(
                            request, submit: title,
                            [.hidden("organisation", organisation.id.text), .hidden("draft", draft.id.text)] + more),
                    ])
            })
    }

    static let confirm = LedgerForm(
        path: "/confirm/{month}", command: ConfirmVouchers.self, title: LedgerText.confirmVouchers, target: "/drafts",
        page: { organisation, request, tx in
            guard let month = request.parameters["month"].flatMap({ AccountingMonth($0) }) else { return nil }
            let numbers = try VoucherQueries.unconfirmed(organisation.id, month, in: tx).map(\.number)
            let headings = try VoucherQueries.list(
                organisation.id, from: month, through: month, limit: 500, in: tx
            ).filter { numbers.contains($0.number) }
            let rows = headings.map { voucher in
                [
                    HTML.link(
                        "\(voucher.month)-\(voucher.number)",
                        to: BookDesk.path(organisation.id, "/vouchers/\(voucher.id)")), HTML(text: voucher.summary),
                    HTML(text: request.money(voucher.debit)),
                ]
            }
            return Page(
                LedgerText.confirmVouchers, request,
                [
                    BookDesk.crumbs(organisation, request, LedgerText.confirmVouchers),
                    Headline(
                        BookText.isItRight, answer: BookText.confirmMonth(month.description, numbers.count),
                        in: request.language),
                    DataTable(
                        columns: [
                            .init(BookText.number), .init(BookText.summary), .init(BookText.amount, .number),
                        ], rows: rows, empty: EmptyState(BookText.noDrafts)),
                    FormBuilder(
                        request, submit: LedgerText.confirmVouchers,
                        [.hidden("organisation", organisation.id.text), .hidden("month", month.description)]),
                ])
        })
}
