import Kernel
import Registry
import Storage
import Web

/// The forms by which a desk opens books, writes, reverses and closes.
enum VoucherForms {
    static func newVoucher(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> Page
    {
        let lines = min(40, max(4, request.query["lines"].flatMap { Int($0) } ?? 4))
        let fields: [FormField] = [
            .hidden("organisation", organisation.id.text),
            .date("date", BookText.date, value: request.now.date),
            .text("summary", BookText.summary, hint: BookText.summaryHint),
        ]
        let rest: [FormField] = [
            .number("attachments", BookText.attachments, unit: BookText.sheets, optional: true),
            .text("reviewer", BookText.reviewer, hint: BookText.reviewerHint, limit: 64),
        ]
        let rows = try lineFields("lines", count: lines, organisation.id, request, in: tx)
        let more = request.link(setting: ["lines": String(lines + 4)])
        return Page(
            BookText.newVoucher, request,
            [
                BookDesk.crumbs(organisation, request, BookText.newVoucher),
                Headline(BookText.whatToBook, answer: BookText.bookAnswer, in: request.language),
                FormBuilder(
                    request, submit: BookText.post, note: BookText.unchangeable, fields + rows + rest),
                ActionBar([Action(BookText.moreLines, to: more)]),
            ])
    }

    static func openBooks(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> Page
    {
        let lines = min(100, max(10, request.query["lines"].flatMap { Int($0) } ?? 10))
        let fields: [FormField] = [
            .hidden("organisation", organisation.id.text),
            .date("startDate", BookText.startDate, value: AccountingMonth(request.now.date).january.firstDay),
        ]
        // A body founded today has nothing to bring along.
        let rows = try lineFields("openings", count: lines, atLeast: 0, organisation.id, request, in: tx)
        return Page(
            LedgerText.openBooks, request,
            [
                BookDesk.crumbs(organisation, request, LedgerText.openBooks),
                Headline(BookText.openQuestion, answer: BookText.openAnswer, in: request.language),
                FormBuilder(request, submit: LedgerText.openBooks, fields + rows),
                ActionBar([Action(BookText.moreLines, to: request.link(setting: ["lines": String(lines + 4)]))]),
            ])
    }

    static func reverse(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> Page?
    {
        guard let id = request.identifier("voucher", as: VoucherName.self),
            let voucher = try VoucherQueries.find(id, in: tx), voucher.organisation == organisation.id
        else { return nil }
        return Page(
            BookText.reverse, request,
            [
                BookDesk.crumbs(organisation, request, BookText.reverse),
                Headline(BookText.whyReverse, answer: BookText.original, in: request.language),
                FormBuilder(
                    request, submit: BookText.reverse, isDangerous: true,
                    [
                        .hidden("organisation", organisation.id.text), .hidden("voucher", voucher.id.text),
                        .date("date", BookText.date, value: request.now.date),
                        .text("reason", BookText.reason),
                        .text("reviewer", BookText.reviewer, hint: BookText.reviewerHint, limit: 64),
                    ]),
            ])
    }

    static func closeMonth(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> Page?
    {
        guard let books = try BookQueries.find(organisation.id, in: tx) else { return nil }
        let month = books.closedThrough?.next ?? AccountingMonth(books.startDate)
        return Page(
            LedgerText.closeMonth, request,
            [
                BookDesk.crumbs(organisation, request, LedgerText.closeMonth),
                Headline(BookText.closeQuestion, answer: HTML(text: month.description)),
                FormBuilder(
                    request, submit: LedgerText.closeMonth, note: BookText.closeNote,
                    [
                        .hidden("organisation", organisation.id.text),
                        .text("month", BookText.month, hint: BookText.monthHint, value: month.description, limit: 7),
                    ]),
            ])
    }

    /// Rows of account, debit and credit; blank rows at the end are left out when the form is read.
    private static func lineFields(
        _ name: String, count: Int, atLeast: Int = 2, _ organisation: OrganisationID, _ request: PageRequest,
        in tx: any ReadTransaction
    ) throws -> [FormField] {
        let options = try BookQueries.accounts(organisation, in: tx).filter(\.isLeaf).map {
            FormField.Option($0.code.text, "\($0.code) \(request($0.name))")
        }
        return (0..<count).flatMap { line -> [FormField] in
            let isOptional = line >= atLeast
            return [
                .choice("\(name)[\(line)].account", BookText.lineAccount(line + 1), options, optional: isOptional),
                .money("\(name)[\(line)].debitFen", BookText.lineDebit(line + 1), optional: true),
                .money("\(name)[\(line)].creditFen", BookText.lineCredit(line + 1), optional: true),
            ]
        }
    }
}
