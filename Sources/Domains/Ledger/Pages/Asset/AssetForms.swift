import Kernel
import Registry
import Storage
import Web

/// The forms of fixed assets.
extension LedgerForm {
    static let assets = [openAssetCard, depreciate, disposeAsset, changeMethod]

    static let openAssetCard = LedgerForm(
        path: "/assets-form", command: OpenAssetCard.self, title: LedgerText.openAssetCard, target: "/assets",
        page: { organisation, request, tx in
            let leaves = try BookQueries.accounts(organisation.id, in: tx).filter(\.isLeaf)
            func options(_ prefixes: String...) -> [FormField.Option] {
                leaves.filter { account in prefixes.contains { account.code.text.hasPrefix($0) } }.map {
                    FormField.Option($0.code.text, "\($0.code) \(request($0.name))")
                }
            }
            let methods = [WearMethod.straightLine, .unitsOfWork].map {
                FormField.Option($0.rawValue, request(BookText.method($0)))
            }
            return Page(
                LedgerText.openAssetCard, request,
                [
                    BookDesk.crumbs(organisation, request, LedgerText.openAssetCard),
                    Headline(BookText.whichAsset, answer: BookText.cardAnswer, in: request.language),
                    FormBuilder(
                        request, submit: LedgerText.openAssetCard,
                        [
                            .hidden("organisation", organisation.id.text),
                            .text("name", BookText.assetName, limit: 100),
                            try .pick(
                                "asset", BookText.assetInRegister, of: AssetName.self, request, tx,
                                within: organisation.division, hint: BookText.assetInRegisterHint, optional: true),
                            .choice("account", BookText.account, options("151"), optional: true),
                            .money("costFen", BookText.cost), .date("inUse", BookText.inUse),
                            .choice("method", BookText.wearMethod, methods, value: WearMethod.straightLine.rawValue),
                            .number(
                                "months", BookText.monthsOfUse, unit: BookText.monthsUnit, hint: BookText.monthsHint,
                                optional: true),
                            .number("units", BookText.wholeWork, hint: BookText.wholeWorkHint, optional: true),
                            .share(
                                "residualBasisPoints", BookText.residual, hint: BookText.residualHint, optional: true),
                            .choice("expense", BookText.wearTo, options("401", "511", "513", "514")),
                            .money("wornFen", BookText.wornBefore, optional: true),
                        ]),
                ])
        })

    static let depreciate = LedgerForm(
        path: "/depreciate", command: Depreciate.self, title: LedgerText.depreciate, target: "/assets",
        page: { organisation, request, tx in
            guard let books = try BookQueries.find(organisation.id, in: tx) else { return nil }
            let next = books.closedThrough?.next ?? AccountingMonth(books.startDate)
            let month = request.query["month"].flatMap { AccountingMonth($0) } ?? next
            let cards = try AssetCardQueries.listUnworn(organisation.id, month, in: tx)
            let work = cards.filter { $0.method == .unitsOfWork }.enumerated().flatMap { row, card -> [FormField] in
                [
                    .hidden("work[\(row)].asset", card.id.text),
                    .number("work[\(row)].units", BookText.workOf(card.name), value: 0),
                ]
            }
            let wears = try cards.map { (card: $0, wear: try $0.wear(in: month)) }
            let sum = wears.reduce(Money.zero) { $0 + $1.wear }
            return Page(
                LedgerText.depreciate, request,
                [
                    BookDesk.crumbs(organisation, request, LedgerText.depreciate),
                    Headline(
                        BookText.wearQuestion, answer: HTML(text: "\(month) · \(request.money(sum))")),
                    DataTable(
                        columns: [
                            .init(BookText.asset), .init(BookText.net, .number), .init(BookText.wearTo, .number),
                            .init(BookText.wear, .number),
                        ],
                        rows: wears.map { card, wear in
                            [
                                HTML(text: card.name), HTML(text: request.money(card.cost - card.worn)),
                                HTML(text: card.expense.text),
                                HTML(
                                    text: card.method == .unitsOfWork ? request(BookText.byWork) : request.money(wear)),
                            ]
                        }, empty: EmptyState(LedgerRefusal.nothingToDepreciate.statement.next)),
                    FormBuilder(
                        request, submit: LedgerText.depreciate, note: BookText.wearNote,
                        [
                            .hidden("organisation", organisation.id.text),
                            .text(
                                "month", BookText.month, hint: BookText.monthHint, value: month.description, limit: 7),
                        ] + work),
                ])
        })

    static let disposeAsset = LedgerForm(
        path: "/assets/{asset}/dispose", command: DisposeAsset.self, title: LedgerText.disposeAsset, target: "/assets",
        page: { organisation, request, tx in
            guard let id = request.identifier("asset", as: AssetName.self),
                let card = try AssetCardQueries.find(id, of: organisation.id, in: tx)
            else { return nil }
            return Page(
                LedgerText.disposeAsset, request,
                [
                    BookDesk.crumbs(organisation, request, BookText.assets),
                    Headline(BookText.goneQuestion, answer: HTML(text: card.name)),
                    FactList([
                        .init(BookText.cost, HTML(text: request.money(card.cost))),
                        .init(BookText.net, HTML(text: request.money(card.cost - card.worn))),
                    ]),
                    FormBuilder(
                        request, submit: LedgerText.disposeAsset, note: BookText.disposeNote, isDangerous: true,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("asset", card.id.text),
                            .date("date", BookText.date, value: request.now.date),
                            .money("proceedsFen", BookText.proceeds, hint: BookText.proceedsHint, optional: true),
                            .text("reason", BookText.reason),
                        ]),
                ])
        })
}
