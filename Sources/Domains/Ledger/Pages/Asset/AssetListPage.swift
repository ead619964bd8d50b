import Kernel
import Registry
import Storage
import Web

/// The cards of fixed assets: cost, wear, net value, and the sum held against account 151.
struct AssetListPage {
    let organisation: Organisation
    let cards: [AssetCard]
    let booked: Money

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        cards = try AssetCardQueries.list(organisation.id, in: tx)
        booked = try StatementQueries.balances(organisation.id, through: request.day, in: tx).balance("151")
    }

    private var kept: [AssetCard] { cards.filter { $0.disposedOn == nil } }
    private var cost: Money { kept.reduce(.zero) { $0 + $1.cost } }
    private var worn: Money { kept.reduce(.zero) { $0 + $1.worn } }

    func page(_ request: PageRequest) -> Page {
        var parts: [any Component] = [
            BookDesk.crumbs(organisation, request, BookText.assets),
            Headline(
                BookText.whatWeOwn, answer: BookText.assetsAnswer(kept.count, request.money(cost - worn)),
                in: request.language),
        ]
        if cost != booked {
            parts.append(
                Callout(
                    .warning, BookText.cardsDifferTitle,
                    BookText.cardsDiffer(request.money(cost), request.money(booked))))
        }
        parts += [actions(request), table(request)] as [any Component]
        return Page(BookText.assets, request, parts)
    }

    private func actions(_ request: PageRequest) -> ActionBar {
        func path(_ rest: String) -> String { BookDesk.path(organisation.id, rest) }
        var actions: [Action] = []
        if request.may(OpenAssetCard.self) {
            actions.append(Action(LedgerText.openAssetCard, to: path("/assets-form"), isPrimary: true))
        }
        if request.may(Depreciate.self), !kept.isEmpty {
            actions.append(Action(LedgerText.depreciate, to: path("/depreciate")))
        }
        return ActionBar(actions)
    }

    private func table(_ request: PageRequest) -> DataTable {
        func figure(_ amount: Money) -> HTML { HTML(text: request.money(amount)) }
        let rows = cards.map { card in
            [
                HTML.link(card.name, to: BookDesk.path(organisation.id, "/assets/\(card.id)")),
                figure(card.cost), figure(card.worn), figure(card.cost - card.worn),
                HTML(text: request.format.date(card.inUse)),
                HTML(text: card.wornThrough?.description ?? ""), card.tag.html(request.language),
            ]
        }
        return DataTable(
            columns: [
                .init(BookText.asset), .init(BookText.cost, .number), .init(BookText.worn, .number),
                .init(BookText.net, .number), .init(BookText.inUse, .number), .init(BookText.wornThrough, .number),
                .init(BookText.state, .state),
            ], rows: rows,
            totals: rows.isEmpty
                ? nil
                : [HTML(text: request(BookText.total)), figure(cost), figure(worn), figure(cost - worn), "", "", ""],
            empty: EmptyState(BookText.noAssets))
    }
}

/// One card: what it cost, what was booked of it, and what the months to come will take.
struct AssetCardPage {
    let organisation: Organisation
    let card: AssetCard
    let expense: Message?

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("asset", as: AssetName.self),
            let card = try AssetCardQueries.find(id, of: organisation.id, in: tx)
        else { return nil }
        self.organisation = organisation
        self.card = card
        expense = try BookQueries.accounts(organisation.id, in: tx).first { $0.code == card.expense }?.name
    }

    func page(_ request: PageRequest) -> Page {
        func figure(_ amount: Money) -> HTML { HTML(text: request.money(amount)) }
        let dispose = Action(
            LedgerText.disposeAsset, to: BookDesk.path(organisation.id, "/assets/\(card.id)/dispose"))
        let change = Action(
            LedgerText.changeWearMethod, to: BookDesk.path(organisation.id, "/assets/\(card.id)/method"))
        let life = card.months.map { "\($0) \(request(BookText.monthsUnit))" } ?? card.units.map { "\($0)" } ?? ""
        return Page(
            named: card.name, request,
            [
                BookDesk.crumbs(organisation, request, BookText.assets),
                Headline(BookText.cardQuestion, answer: figure(card.cost - card.worn)),
                FactList([
                    .init(BookText.assetNumber, HTML(text: card.id.text)),
                    .init(BookText.state, card.tag.html(request.language)),
                    .init(BookText.cost, figure(card.cost)), .init(BookText.worn, figure(card.worn)),
                    .init(BookText.wornThrough, card.wornThrough.map { HTML(text: $0.description) }),
                    .init(BookText.inUse, HTML(text: request.format.date(card.inUse))),
                    .init(BookText.wearMethod, HTML(text: "\(request(BookText.method(card.method))) · \(life)")),
                    .init(BookText.residual, HTML(text: request.format.percent(basisPoints: card.residual))),
                    .init(BookText.account, HTML(text: card.account.text)),
                    .init(BookText.wearTo, HTML(text: "\(card.expense) \(expense.map { request($0) } ?? "")")),
                ]),
                ActionBar(
                    card.disposedOn != nil
                        ? []
                        : (request.may(ChangeWearMethod.self) ? [change] : [])
                            + (request.may(DisposeAsset.self) ? [dispose] : [])),
                Section(
                    BookText.schedule,
                    [
                        DataTable(
                            columns: [.init(BookText.month), .init(BookText.wear, .number)],
                            rows: card.ahead(12).map { [HTML(text: $0.month.description), figure($0.wear)] },
                            empty: EmptyState(card.method == .unitsOfWork ? BookText.byWork : BookText.assetWornOff))
                    ]),
            ])
    }
}

extension AssetCard {
    var tag: Tag {
        if disposedOn != nil { return Tag(BookText.assetGone) }
        let isOver = (try? whole()).map { worn >= $0 } ?? false
        return isOver ? Tag(BookText.assetWornOff, .warning) : Tag(BookText.assetInUse, .good)
    }

    /// What straight line takes in the next `count` months, month by month; empty for wear by work.
    func ahead(_ count: Int) -> [(month: AccountingMonth, wear: Money)] {
        guard method == .straightLine, disposedOn == nil else { return [] }
        var card = self
        var month = wornThrough?.next ?? AccountingMonth(inUse).next
        var rows: [(AccountingMonth, Money)] = []
        while rows.count < count, let wear = try? card.wear(in: month), wear > .zero {
            rows.append((month, wear))
            card = card.wornBy(wear, through: month)
            month = month.next
        }
        return rows
    }
}
