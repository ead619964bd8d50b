import Kernel
import Registry
import Storage
import Web

/// The electronic invoices of one organisation: what of each is used, whether it was looked up, what took it back.
struct InvoiceListPage {
    let organisation: Organisation
    let invoices: [InvoiceLine]

    init(_ organisation: Organisation, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        invoices = try InvoiceQueries.list(organisation.id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let open = invoices.count { $0.verdict == nil }
        let bring = Action(ImportText.importing, to: BookDesk.path(organisation.id, "/import"))
        return Page(
            InvoiceListText.invoices, request,
            [
                BookDesk.crumbs(organisation, request, InvoiceListText.invoices),
                Headline(
                    InvoiceListText.question,
                    answer: invoices.isEmpty ? InvoiceListText.none : InvoiceListText.answer(invoices.count, open),
                    note: InvoiceListText.note, in: request.language),
                ActionBar([bring]),
                DataTable(
                    columns: [
                        .init(InvoiceListText.number), .init(InvoiceListText.issued, .number),
                        .init(InvoiceListText.gross, .number), .init(InvoiceListText.used, .number),
                        .init(InvoiceListText.left, .number), .init(BookText.state, .state), .init(BookText.acts),
                    ], rows: invoices.map { row($0, request) },
                    empty: EmptyState(InvoiceListText.none, hint: InvoiceListText.noneHint)),
            ])
    }

    private func row(_ invoice: InvoiceLine, _ request: PageRequest) -> [HTML] {
        let verify = BookDesk.path(organisation.id, "/invoices/\(invoice.number)/verify")
        let label = invoice.verdict == nil ? LedgerText.verifyInvoice : InvoiceListText.again
        let isBlue = invoice.takesBack == nil
        return [
            HTML(text: invoice.number.text), HTML(text: request.format.date(invoice.issued)),
            HTML(text: request.money(invoice.gross)), HTML(text: isBlue ? request.money(invoice.used) : ""),
            HTML(text: isBlue ? request.money(invoice.left) : ""), state(invoice, request),
            request.may(VerifyInvoice.self) ? HTML.link(request(label), to: verify) : "",
        ]
    }

    private func state(_ invoice: InvoiceLine, _ request: PageRequest) -> HTML {
        var tags: [HTML] = []
        func add(_ tag: Tag) { tags.append(tag.html(request.language)) }
        if let blue = invoice.takesBack { add(Tag(InvoiceListText.takesBack(blue.text), .warning)) }
        if invoice.isTakenBack {
            add(Tag(InvoiceListText.takenBack, .bad))
        } else if invoice.reds < .zero {
            add(Tag(InvoiceListText.partlyTakenBack(request.money(-invoice.reds)), .warning))
        }
        switch (invoice.verdict, invoice.verifiedOn) {
        case (.genuine?, let date?): add(Tag(InvoiceListText.genuine(request.format.date(date)), .good))
        case (let verdict?, _): add(Tag(verdict.label, .bad))
        default: add(Tag(InvoiceListText.unverified))
        }
        return "\(tags)"
    }
}

extension LedgerForm {
    static let verifyInvoice = LedgerForm(
        path: "/invoices/{number}/verify", command: VerifyInvoice.self, title: LedgerText.verifyInvoice,
        target: "/invoices",
        page: { organisation, request, tx in
            guard let number = request.identifier("number", as: InvoiceName.self),
                let known = try InvoiceQueries.find(number, in: tx), known.organisation == organisation.id
            else { return nil }
            return Page(
                LedgerText.verifyInvoice, request,
                [
                    BookDesk.crumbs(organisation, request, InvoiceListText.invoices),
                    Headline(
                        InvoiceListText.whatSaid, answer: HTML(text: number.text),
                        note: InvoiceListText.inputs(request.money(known.gross))),
                    FormBuilder(
                        request, submit: LedgerText.verifyInvoice, note: InvoiceListText.lastCounts,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("number", number.text),
                            .choice(
                                "verdict", InvoiceListText.verdict,
                                InvoiceVerdict.allCases.map { FormField.Option($0.rawValue, request($0.label)) }),
                            .date("date", InvoiceListText.lookedUpOn, value: request.now.date),
                        ]),
                ])
        })
}
