import Kernel
import Registry
import Storage
import Web

/// The village's money of one month as it hangs on the wall: five figures in plain words, income and expense by kind, what
/// is owed, and every movement of money line by line with its entry in the public log. Only of a closed month.
struct WallPage {
    let organisation: Organisation
    /// Nil where no month is closed yet.
    let wall: WallMonth?
    let closed: AccountingMonth?
    let first: AccountingMonth?
    let owed: Money
    let overdue: Money

    static func route(_ database: any Database) -> Route {
        Route(
            "/wall/{organisation}", WallText.title, .everyone,
            .page { request in
                try database.read { tx in
                    guard let id = request.identifier("organisation", as: OrganisationName.self),
                        let organisation = try OrganisationQueries.find(id, in: tx)
                    else { return .notFound }
                    return .page(try WallPage(organisation, request, in: tx).page(request))
                }
            })
    }

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        let books = try BookQueries.find(organisation.id, in: tx)
        closed = books?.closedThrough
        first = books.map { AccountingMonth($0.startDate) }
        let asked = request.query["month"].flatMap { AccountingMonth($0) } ?? closed
        guard let closed, let first, let asked, asked <= closed, asked >= first else {
            (wall, owed, overdue) = (nil, .zero, .zero)
            return
        }
        wall = try WallQueries.get(organisation.id, asked, in: tx)
        let claims = try ReceivableQueries.list(organisation.id, in: tx)
        owed = claims.owed(on: asked.lastDay)
        overdue = claims.overdue(on: asked.lastDay)
    }

    func page(_ request: PageRequest) -> Page {
        let crumbs = Breadcrumb([
            .init(organisation.name, "/villages/\(organisation.division)"), .init(request(WallText.title)),
        ])
        guard let wall else {
            return Page(
                WallText.title, request,
                [
                    crumbs, Headline(WallText.question, answer: WallText.notClosed, in: request.language),
                    EmptyState(WallText.notClosed, hint: WallText.notClosedHint),
                ])
        }
        let month = request.format.month(year: wall.month.year, month: wall.month.index % 12 + 1)
        return Page(
            named: "\(organisation.name) \(month) \(request(WallText.title))", request,
            [
                crumbs,
                Headline(
                    WallText.question, answer: WallText.answer(month, request.money(wall.after)), note: WallText.note,
                    in: request.language),
                figures(wall, request), turning(wall, request),
                Section(WallText.incomeByKind, [bars(wall, true, request)]),
                Section(WallText.expenseByKind, [bars(wall, false, request)]),
                Section(WallText.lineByLine, anchor: "lines", [lines(wall, request)]),
            ])
    }

    private func figures(_ wall: WallMonth, _ request: PageRequest) -> StatTiles {
        func tile(_ label: Message, _ amount: Money, _ words: Message, _ to: String) -> StatTiles.Stat {
            .init(label, HTML(text: request.money(amount)), definition: words, to: to)
        }
        return StatTiles([
            tile(WallText.before, wall.before, WallText.moneyMeans, "#lines"),
            tile(WallText.received, wall.received, WallText.yearIn(request.money(wall.yearIn)), "#lines"),
            tile(WallText.paid, wall.paid, WallText.yearOut(request.money(wall.yearOut)), "#lines"),
            tile(WallText.after, wall.after, WallText.moneyMeans, "#lines"),
            tile(WallText.owed, owed, WallText.overdue(request.money(overdue)), "/villages/\(organisation.division)"),
        ])
    }

    private func turning(_ wall: WallMonth, _ request: PageRequest) -> ActionBar {
        func link(_ month: AccountingMonth, _ label: Message) -> Action {
            Action(label, to: request.link(setting: ["month": month.description]))
        }
        var actions: [Action] = []
        if let first, wall.month > first { actions.append(link(wall.month.previous, BookText.monthBefore)) }
        if let closed, wall.month < closed { actions.append(link(wall.month.next, BookText.monthAfter)) }
        return ActionBar(actions)
    }

    private func bars(_ wall: WallMonth, _ isIncome: Bool, _ request: PageRequest) -> any Component {
        let kinds = wall.kinds.filter { $0.isIncome == isIncome }
        guard !kinds.isEmpty else { return EmptyState(WallText.nothing) }
        return BarChart(
            WallText.monthAndYear,
            kinds.map { kind in
                let text = "\(request.money(kind.month)) · \(request(WallText.year(request.money(kind.year))))"
                return BarChart.Bar(request(WallText.plain(kind.account) ?? kind.name), kind.month.fen, text: text)
            })
    }

    private func lines(_ wall: WallMonth, _ request: PageRequest) -> DataTable {
        let mayOpen = request.principal.map { BookDesk.readers.contains($0.role) } ?? false
        func figure(_ amount: Money) -> HTML { HTML(text: amount == .zero ? "" : request.money(amount)) }
        var left = wall.before
        let rows = wall.movements.map { movement -> [HTML] in
            left += movement.amount
            let number = "\(wall.month)-\(movement.number)"
            let voucher = BookDesk.path(organisation.id, "/vouchers/\(movement.voucher)")
            return [
                HTML(text: movement.summary), HTML(text: request.format.date(movement.date)),
                mayOpen ? HTML.link(number, to: voucher) : HTML(text: number),
                figure(max(.zero, movement.amount)), figure(max(.zero, -movement.amount)),
                HTML(text: request.money(left)),
                HTML.link(request(WallText.entry(movement.entry)), to: "/log/\(movement.entry)"),
            ]
        }
        return DataTable(
            columns: [
                .init(WallText.matter), .init(BookText.date, .number), .init(BookText.number, .number),
                .init(WallText.received, .number), .init(WallText.paid, .number), .init(WallText.left, .number),
                .init(WallText.proof, .number),
            ], rows: rows,
            totals: rows.isEmpty
                ? nil
                : [
                    HTML(text: request(BookText.total)), "", "", figure(wall.received), figure(wall.paid),
                    figure(wall.after), "",
                ],
            empty: EmptyState(WallText.nothing))
    }
}
