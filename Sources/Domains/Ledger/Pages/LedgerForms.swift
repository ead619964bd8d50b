import Kernel
import Registry
import Storage
import Web

/// A form of the books: its address below the organisation's, its command, its page, and where it leads. Who may use it is
/// what the command says.
struct LedgerForm: Sendable {
    /// Below `/books/{organisation}`.
    let path: String
    let command: any LedgerCommand.Type
    let title: Message
    /// Below `/books/{organisation}`, with the parameters of `path`.
    let target: String
    /// Nil where the thing is not there.
    let page: @Sendable (Organisation, PageRequest, any ReadTransaction) throws -> Page?

    static let all =
        [openBooks, newVoucher, reverse, correct, closeMonth, settle] + drafts + years + assets + bank + receipts
        + budgets + claims + reports + [people, closeWarning, indexOriginal, verifyInvoice, eraseSeller]

    func route(_ database: any Database) -> Route {
        let books = "/books/{organisation}"
        return Route(
            books + path, title, .roles(command.access.roles),
            .form(
                command: command.fullName,
                page: { request in try BookDesk.page(request, database) { try page($0, request, $1) } },
                done: { request, _ in Links.path(books + target, request.parameters) }))
    }
}

extension LedgerForm {
    static let openBooks = LedgerForm(
        path: "/open", command: OpenBooks.self, title: LedgerText.openBooks, target: "",
        page: { organisation, request, tx in
            let lines = request.number("lines", within: 10...100, otherwise: 10)
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
        })

    static let newVoucher = LedgerForm(
        path: "/voucher-form", command: PostVoucher.self, title: BookText.newVoucher, target: "/vouchers",
        page: { organisation, request, tx in
            let lines = request.number("lines", within: 4...40, otherwise: 4)
            let fields: [FormField] = [
                .hidden("organisation", organisation.id.text),
                .date("date", BookText.date, value: request.now.date),
                .text("summary", BookText.summary, hint: BookText.summaryHint),
            ]
            let rest: [FormField] =
                [
                    .number("attachments", BookText.attachments, unit: BookText.sheets, optional: true),
                    .withoutPapers(),
                    try reviewer(of: organisation, request, in: tx),
                ] + (try SpendingFields(organisation, request, in: tx).fields())
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
        })

    static let reverse = LedgerForm(
        path: "/vouchers/{voucher}/reverse", command: ReverseVoucher.self, title: BookText.reverse, target: "/vouchers",
        page: { organisation, request, tx in
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
                            try reviewer(of: organisation, request, in: tx),
                        ]),
                ])
        })

    /// Every step before closing, done or missing.
    private static func checklist(
        _ organisation: OrganisationID, _ month: AccountingMonth, _ request: PageRequest, in tx: any ReadTransaction
    ) throws -> DataTable {
        let rows = try MonthReadiness(organisation, month, in: tx).steps.map { step, missing in
            [
                HTML(text: request(LedgerText.step(step))),
                (missing == nil ? Tag(BookText.stepDone, .good) : Tag(BookText.stepMissing, .bad)).html(
                    request.language), HTML(text: missing.map { request($0) } ?? ""),
            ]
        }
        return DataTable(
            BookText.beforeClosing,
            columns: [.init(BookText.step), .init(BookText.state, .state), .init(BookText.whatIsMissing)], rows: rows)
    }

    static let closeMonth = LedgerForm(
        path: "/close-month", command: CloseMonth.self, title: LedgerText.closeMonth, target: "",
        page: { organisation, request, tx in
            guard let books = try BookQueries.find(organisation.id, in: tx) else { return nil }
            let month = books.closedThrough?.next ?? AccountingMonth(books.startDate)
            return Page(
                LedgerText.closeMonth, request,
                [
                    BookDesk.crumbs(organisation, request, LedgerText.closeMonth),
                    Headline(BookText.closeQuestion, answer: HTML(text: month.description)),
                    try checklist(organisation.id, month, request, in: tx),
                    FormBuilder(
                        request, submit: LedgerText.closeMonth, note: BookText.closeNote,
                        [
                            .hidden("organisation", organisation.id.text),
                            .text(
                                "month", BookText.month, hint: BookText.monthHint, value: month.description, limit: 7),
                        ]),
                ])
        })

    static let settle = LedgerForm(
        path: "/receivables/{receivable}/{number}/settle", command: SettleInstalment.self, title: BookText.settle,
        target: "/receivables",
        page: { organisation, request, tx in
            guard let id = request.identifier("receivable", as: ReceivableName.self),
                let claim = try ReceivableQueries.find(id, in: tx), claim.organisation == organisation.id,
                let part = claim.parts.first(where: { String($0.number) == request.parameters["number"] })
            else { return nil }
            let money = try BookQueries.accounts(organisation.id, in: tx).filter {
                $0.isLeaf && ($0.code.text.hasPrefix("101") || $0.code.text.hasPrefix("102"))
            }.map { FormField.Option($0.code.text, "\($0.code) \(request($0.name))") }
            let debtor = try PartyQueries.findDisplayName(claim.debtor, in: tx) ?? claim.debtor.text
            return Page(
                BookText.settle, request,
                [
                    BookDesk.crumbs(organisation, request, BookText.receivables),
                    Headline(
                        BookText.howMuchArrived, answer: BookText.stillOpen(request.money(part.left)),
                        in: request.language),
                    FactList([
                        .init(BookText.debtor, HTML(text: debtor)),
                        .init(BookText.contract, HTML(text: claim.contract.text)),
                        .init(BookText.due, HTML(text: request.format.date(part.due))),
                    ]),
                    FormBuilder(
                        request, submit: BookText.settle, note: BookText.unchangeable,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("receivable", claim.id.text),
                            .hidden("number", String(part.number)),
                            .money("amountFen", BookText.amount, value: part.left),
                            .text("bankReference", BookText.bankReference, limit: 100),
                            .date("date", BookText.arrivedOn, value: request.now.date),
                            .choice(
                                "bankAccount", BookText.arrivedIn, money, hint: BookText.arrivedInHint, optional: true),
                        ]),
                ])
        })

    /// The desk that looks at the voucher: one above the place, of another person.
    static func reviewer(
        of organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction
    ) throws -> FormField {
        let options = try BookDesk.desks(of: organisation, request, in: tx) {
            ReviewDesk.roles.contains($0.role) && $0.person != request.principal?.person
        }
        return .choice(
            "reviewer", BookText.reviewer, options,
            hint: options.isEmpty ? BookText.noReviewer : BookText.reviewerHint)
    }

    /// Rows of account, debit and credit; blank rows at the end are left out when the form is read.
    static func lineFields(
        _ name: String, from first: Int = 0, count: Int, atLeast: Int = 2, _ organisation: OrganisationID,
        _ request: PageRequest, in tx: any ReadTransaction
    ) throws -> [FormField] {
        let options = try BookQueries.accounts(organisation, in: tx).filter(\.isLeaf).map {
            FormField.Option($0.code.text, "\($0.code) \(request($0.name))")
        }
        return (first..<(first + count)).flatMap { line -> [FormField] in
            let isOptional = line >= atLeast
            return [
                .choice("\(name)[\(line)].account", BookText.lineAccount(line + 1), options, optional: isOptional),
                .money("\(name)[\(line)].debitFen", BookText.lineDebit(line + 1), optional: true),
                .money("\(name)[\(line)].creditFen", BookText.lineCredit(line + 1), optional: true),
            ]
        }
    }
}
