import Kernel
import Registry
import Storage
import Web

extension LedgerForm {
    static let changeMethod = LedgerForm(
        path: "/assets/{asset}/method", command: ChangeWearMethod.self, title: LedgerText.changeWearMethod,
        target: "/assets/{asset}",
        page: { organisation, request, tx in
            guard let id = request.identifier("asset", as: AssetName.self),
                let card = try AssetCardQueries.find(id, of: organisation.id, in: tx)
            else { return nil }
            let methods = [WearMethod.straightLine, .unitsOfWork].map {
                FormField.Option($0.rawValue, request(BookText.method($0)))
            }
            return Page(
                LedgerText.changeWearMethod, request,
                [
                    BookDesk.crumbs(organisation, request, BookText.assets),
                    Headline(MethodText.question, answer: HTML(text: card.name)),
                    FactList([
                        .init(BookText.wearMethod, HTML(text: request(BookText.method(card.method)))),
                        .init(BookText.net, HTML(text: request.money(card.cost - card.worn))),
                    ]),
                    FormBuilder(
                        request, submit: LedgerText.changeWearMethod, note: MethodText.note,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("asset", card.id.text),
                            .choice("method", BookText.wearMethod, methods, value: card.method.rawValue),
                            .number(
                                "months", MethodText.months, unit: BookText.monthsUnit, hint: BookText.monthsHint,
                                optional: true),
                            .number("units", MethodText.units, hint: BookText.wholeWorkHint, optional: true),
                            .text("reason", BookText.reason, hint: MethodText.reasonHint),
                        ]),
                ])
        })
}

/// The part of the notes about changes of method; nothing where the year has none.
struct MethodNotes {
    let changes: [WearChange]

    func parts(_ request: PageRequest) -> [any Component] {
        guard !changes.isEmpty else { return [] }
        return [
            Section(
                MethodText.notes,
                [
                    DataTable(
                        columns: [
                            .init(BookText.asset), .init(MethodText.from), .init(MethodText.before),
                            .init(MethodText.after), .init(BookText.net, .number), .init(BookText.reason),
                        ],
                        rows: changes.map {
                            [
                                HTML(text: $0.name), HTML(text: $0.from.description),
                                HTML(text: request(BookText.method($0.before))),
                                HTML(text: request(BookText.method($0.method))), HTML(text: request.money($0.net)),
                                HTML(text: $0.reason),
                            ]
                        })
                ])
        ]
    }

    /// The same as lines of a print.
    func lines(_ format: Format) -> [String] { changes.map { format.language(MethodText.line($0, format)) } }
}
