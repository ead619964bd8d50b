import Kernel
import Registry
import Storage
import Web

/// Where the evidence of a voucher lies: its file, and its paper on the shelf.
struct OriginalTable {
    let originals: [VoucherOriginal]

    func section(_ request: PageRequest) -> Section {
        let table = DataTable(
            columns: [
                .init(OriginalText.kind), .init(OriginalText.shelf), .init(OriginalText.file),
                .init(BookText.date, .number),
            ],
            rows: originals.map {
                [
                    HTML(text: request($0.kind.label)), HTML(text: $0.shelf),
                    $0.file.map { file in "<code>\(String(file.prefix(12)))…</code>" } ?? "",
                    HTML(text: request.format.date($0.date)),
                ]
            }, empty: EmptyState(OriginalText.none))
        let cards: [any Component] = originals.compactMap { $0.file.map { PaperCard($0, request) } }
        return Section(OriginalText.originals, [table] + cards)
    }
}

extension LedgerForm {
    static let indexOriginal = LedgerForm(
        path: "/vouchers/{voucher}/original", command: IndexOriginal.self, title: LedgerText.indexOriginal,
        target: "/vouchers/{voucher}",
        page: { organisation, request, tx in
            guard let id = request.identifier("voucher", as: VoucherName.self),
                let voucher = try VoucherQueries.find(id, in: tx), voucher.organisation == organisation.id
            else { return nil }
            return Page(
                LedgerText.indexOriginal, request,
                [
                    BookDesk.crumbs(organisation, request, BookText.vouchers),
                    Headline(
                        OriginalText.whereIsIt,
                        answer: HTML(text: "\(voucher.month)-\(voucher.number) \(voucher.summary)")),
                    FormBuilder(
                        request, submit: LedgerText.indexOriginal, note: OriginalText.note,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("voucher", voucher.id.text),
                            .choice(
                                "kind", OriginalText.kind,
                                OriginalKind.allCases.map { FormField.Option($0.rawValue, request($0.label)) }),
                            .text("shelf", OriginalText.shelf, hint: OriginalText.shelfHint, limit: 60),
                            .paper("file", OriginalText.file, optional: true),
                        ]),
                ])
        })
}
