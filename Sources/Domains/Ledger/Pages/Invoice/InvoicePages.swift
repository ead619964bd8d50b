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
            HTML.acts(
                (request.may(VerifyInvoice.self) ? [(request(label), verify)] : [])
                    + (request.may(EraseSeller.self) && !invoice.isErased
                        ? [
                            (
                                request(BookText.eraseSeller),
                                BookDesk.path(organisation.id, "/invoices/\(invoice.number)/erase")
                            )
                        ] : [])),
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
        if invoice.isErased { add(Tag(BookText.sellerErased)) }
        return "\(tags)"
    }
}

extension LedgerForm {
    static let eraseSeller = LedgerForm(
        path: "/invoices/{number}/erase", command: EraseSeller.self, title: LedgerText.eraseSeller, target: "/invoices",
        page: { organisation, request, tx in
            guard let number = request.identifier("number", as: InvoiceName.self),
                let known = try InvoiceQueries.find(number, in: tx), known.organisation == organisation.id
            else { return nil }
            return Page(
                LedgerText.eraseSeller, request,
                [
                    BookDesk.crumbs(organisation, request, InvoiceListText.invoices),
                    Headline(BookText.whatGoes, answer: BookText.sellerGoes, in: request.language),
                    FactList([
                        .init(InvoiceListText.number, HTML(text: number.text)),
                        .init(InvoiceListText.gross, HTML(text: request.money(known.gross))),
                    ]),
                    FormBuilder(
                        request, submit: LedgerText.eraseSeller, note: BookText.fileStays,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("number", number.text),
                            .text("order", BookText.order, hint: BookText.orderHint, optional: true),
                        ]),
                ])
        })

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
