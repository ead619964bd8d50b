import Kernel
import Registry
import Storage
import Web

/// The register of receipts of a year: every number once, void ones too, and those whose money is late to be booked.
struct ReceiptListPage {
    let organisation: Organisation
    let year: AccountingYear
    let receipts: [Receipt]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        self.organisation = organisation
        year = request.year ?? AccountingYear(AccountingMonth(request.day))
        receipts = try ReceiptQueries.list(organisation.id, year, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let sums = ReceiptSums(receipts)
        func other(_ step: Int, _ label: Message) -> Action {
            Action(label, to: request.link(setting: ["year": String(year.number + step)]))
        }
        let write = Action(
            LedgerText.issueReceipt, to: BookDesk.path(organisation.id, "/receipt-form"), isPrimary: true)
        return Page(
            BookText.receipts, request,
            [
                BookDesk.crumbs(organisation, request, BookText.receipts),
                Headline(
                    BookText.whichReceipts(year),
                    answer: BookText.receiptSums(sums.issued, sums.voided, request.money(sums.amount)),
                    note: BookText.receiptsNotBooked(request.money(sums.notBooked)), in: request.language),
                ActionBar(
                    (request.may(IssueReceipt.self) ? [write] : []) + [
                        other(-1, BookText.yearBefore), other(1, BookText.yearAfter),
                    ]),
                DataTable(
                    columns: [
                        .init(BookText.number), .init(BookText.date, .number), .init(BookText.receiptMatter),
                        .init(BookText.amount, .number), .init(BookText.receiptMethod),
                        .init(BookText.state, .state),
                    ], rows: receipts.map { row($0, request) }, empty: EmptyState(BookText.noReceipts)),
            ])
    }

    private func row(_ receipt: Receipt, _ request: PageRequest) -> [HTML] {
        [
            HTML.link(
                request(BookText.receiptNumber(receipt.year, receipt.number)),
                to: BookDesk.path(organisation.id, "/receipts/\(receipt.year)/\(receipt.number)")),
            HTML(text: request.format.date(receipt.date)), HTML(text: receipt.matter),
            HTML(text: request.money(receipt.amount)), HTML(text: request(BookText.method(receipt.method))),
            receipt.tag(on: request.day).html(request.language),
        ]
    }
}

/// One receipt, made to be printed: figures and capitals, and room for two signatures.
struct ReceiptPage {
    let organisation: Organisation
    let receipt: Receipt
    let payer: String?

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let receipt = try Self.find(organisation, request, in: tx) else { return nil }
        self.organisation = organisation
        self.receipt = receipt
        payer = try receipt.party.map { try PartyQueries.findDisplayName($0, in: tx) ?? $0.text }
    }

    static func find(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> Receipt?
    {
        guard let year = request.addressYear, let number = request.part("number") else { return nil }
        return try ReceiptQueries.find(organisation.id, year, number, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let path = BookDesk.path(organisation.id, "/receipts/\(receipt.year)/\(receipt.number)")
        let isOpen = receipt.voidedOn == nil && receipt.voucher == nil
        var actions: [Action] = []
        if isOpen, request.may(BookReceipt.self) {
            actions.append(Action(LedgerText.bookReceipt, to: path + "/book", isPrimary: true))
        }
        if isOpen, request.may(VoidReceipt.self) {
            actions.append(Action(LedgerText.voidReceipt, to: path + "/void"))
        }
        let voucher = receipt.voucher.map {
            HTML.link($0.text, to: BookDesk.path(organisation.id, "/vouchers/\($0)"))
        }
        var facts: [FactList.Fact] = [
            .init(BookText.organisation, HTML(text: organisation.name)),
            .init(BookText.date, HTML(text: request.format.date(receipt.date))),
            .init(BookText.payer, payer.map { HTML(text: $0) } ?? "＿＿＿＿＿＿＿＿"),
            .init(BookText.receiptMatter, HTML(text: receipt.matter)),
            .init(BookText.inCapitals, HTML(text: CapitalAmount.words(receipt.amount))),
            .init(BookText.inFigures, HTML(text: request.money(receipt.amount))),
            .init(BookText.receiptMethod, HTML(text: request(BookText.method(receipt.method)))),
            .init(BookText.state, receipt.tag(on: request.day).html(request.language)),
        ]
        if let voucher { facts.append(.init(BookText.receiptStatus, voucher)) }
        if let reason = receipt.reason { facts.append(.init(BookText.reason, HTML(text: reason))) }
        facts.append(
            .init(
                WallText.proof,
                HTML.link(request(WallText.entry(receipt.entry)), to: "/log/\(receipt.entry)")))
        return Page(
            BookText.receipts, request,
            [
                BookDesk.crumbs(organisation, request, BookText.receipts),
                Headline(
                    BookText.receipts, answer: BookText.receiptNumber(receipt.year, receipt.number),
                    in: request.language),
                FactList(facts), Paragraph(BookText.signatures), ActionBar(actions),
            ])
    }
}

extension Receipt {
    func tag(on day: CivilDate) -> Tag {
        if voidedOn != nil { return Tag(BookText.receiptIsVoid) }
        if voucher != nil { return Tag(BookText.receiptIsBooked, .good) }
        return isLate(on: day) ? Tag(BookText.receiptLate, .bad) : Tag(BookText.receiptValid, .warning)
    }
}
