import Kernel
import Registry
import Storage
import Web

/// What lies sorted at a site.
struct HeapTable {
    let heaps: [Heap]

    func table(_ request: PageRequest) -> DataTable {
        let format = request.format
        return DataTable(
            columns: [
                .init(SaleText.material), .init(SaleText.lies, .number), .init(SaleText.held, .number),
                .init(SaleText.free, .number),
            ],
            rows: heaps.map { heap in
                [
                    HTML(text: request(heap.material.label)), HTML(text: format.count(heap.lies)),
                    HTML(text: format.count(heap.held)), HTML(text: format.count(heap.free)),
                ]
            }, empty: EmptyState(SaleText.noHeaps))
    }
}

/// Sales of recyclables, the latest first.
struct SaleListPage {
    private static let most = 1_000
    let lines: [SaleLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        lines = try SaleQueries.list(limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            SaleText.sales, request,
            [
                Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(SaleText.sales))]),
                Headline(SaleText.question, answer: SaleText.count(format.count(lines.count)), in: request.language),
                ListTable(
                    request,
                    columns: [
                        .init("offered", SaleText.offeredAt), .init("site", WasteText.site),
                        .init("material", SaleText.material), .init("kilograms", SaleText.quantity, .number),
                        .init("handed", SaleText.handed, .number), .init("state", WasteText.state, .state),
                    ],
                    rows: lines.map { line in
                        [
                            .instant(line.offeredAt, request.language), .text(line.siteName),
                            .text(request(line.material.label), to: "/waste/sales/\(line.id)"),
                            .count(line.kilograms, format), .count(line.handed, format),
                            .tag(line.phase.tag, request.language),
                        ]
                    }, most: Self.most, empty: EmptyState(SaleText.noSales)),
            ])
    }
}

/// One sale: what was offered, what was fetched, and where its lot and its contract are.
struct SalePage {
    let line: SaleLine
    let tickets: [TicketLine]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("sale", as: SaleName.self), let line = try SaleQueries.find(id, in: tx) else {
            return nil
        }
        self.line = line
        tickets = try SaleQueries.listTickets(of: id, in: tx)
        let mayFinish = try line.phase == .sold && FinishSale.isOffered(to: request, at: line.place, in: tx)
        let mayWeigh = line.phase == .sold && IssueTicket.isOffered(to: request)
        actions = [
            mayWeigh ? Action(IssueTicket.title, to: "/waste/tickets/new", isPrimary: true) : nil,
            mayFinish ? Action(FinishSale.title, to: "/waste/sales/\(id)/finish") : nil,
        ].compactMap(\.self)
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("sale", as: SaleName.self).flatMap { try SaleQueries.find($0, in: tx) }
            .map { Belonging(at: $0.place) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let name = request(SaleText.named(line.material, format.count(line.kilograms), line.siteName))
        return Page(
            named: name, request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"), .init(request(SaleText.sales), "/waste/sales"),
                    .init(name),
                ]),
                Headline(
                    SaleText.howFar, answer: SaleText.fetched(format.count(line.handed), format.count(line.kilograms)),
                    note: SaleText.money, in: request.language), ActionBar(actions), facts(request),
                Section(SaleText.loads, [loads(request)]),
            ])
    }

    private func facts(_ request: PageRequest) -> FactList {
        let format = request.format
        var facts: [FactList.Fact] = [
            .init(WasteText.state, line.phase.tag.html(request.language)),
            .init(WasteText.site, HTML.link(line.siteName, to: "/waste/sites/\(line.site)")),
            .init(SaleText.seller, HTML(text: line.sellerName)),
            .init(SaleText.reserve, HTML(text: format.money(line.reserve))),
            .init(SaleText.total, line.total.map { HTML(text: format.money($0)) }),
            .init(SaleText.fetchBy, HTML(text: format.date(line.fetchBy))),
            .init(SaleText.offeredAt, HTML.time(line.offeredAt, request.language)),
            .init(SaleText.lot, HTML.link(line.id.text, to: "/lots/\(line.id)")),
        ]
        if line.phase == .sold {
            facts.append(.init(SaleText.left, HTML(text: format.count(line.held)), note: WasteText.kilograms))
        }
        if let reason = line.reason { facts.append(.init(WasteText.reason, HTML(text: reason))) }
        return FactList(facts)
    }

    private func loads(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(WasteText.ticket), .init(WasteText.weighedAt), .init(WasteText.vehicle), .init(WasteText.to),
                .init(WasteText.net, .number), .init(WasteText.state, .state),
            ],
            rows: tickets.map { ticket in
                [
                    HTML.link(ticket.id.text, to: "/waste/tickets/\(ticket.id)"),
                    HTML.time(ticket.weighedAt, request.language), HTML(text: ticket.vehicle),
                    HTML(text: ticket.toName), HTML(text: request.format.count(ticket.net)),
                    ticket.tag.html(request.language),
                ]
            }, empty: EmptyState(SaleText.noLoads))
    }
}
