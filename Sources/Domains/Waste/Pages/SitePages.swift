import Kernel
import Registry
import Storage
import Web

/// Where waste is put, weighed and treated.
struct SiteListPage {
    let sites: [Site]
    let mayRegister: Bool

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        sites = try WasteQueries.listSites(in: tx)
        mayRegister = RegisterSite.isOffered(to: request)
    }

    func page(_ request: PageRequest) -> Page {
        Page(
            WasteText.sites, request,
            [
                Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(WasteText.sites))]),
                Headline(
                    WasteText.sitesQuestion, answer: WasteText.sitesAnswer(request.format.count(sites.count)),
                    in: request.language),
                ActionBar(mayRegister ? [Action(RegisterSite.title, to: "/waste/sites/new")] : []),
                ListTable(
                    request, columns: [.init("name", WasteText.name), .init("kind", WasteText.siteKind)],
                    rows: sites.map {
                        [.text($0.name, to: "/waste/sites/\($0.id)"), .text(request($0.kind.label))]
                    }, empty: EmptyState(WasteText.noSites)),
            ])
    }
}

/// One site: what lies there, its scales.
struct SitePage {
    let site: Site
    let scales: [Scale]
    let stocks: [StockLine]
    let heaps: [Heap]
    let losses: [LossLine]
    private let seesPapers: Bool
    let actions: [Action]
    let mayVerify: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("site", as: SiteName.self), let site = try WasteQueries.findSite(id, in: tx)
        else { return nil }
        self.site = site
        scales = try WasteQueries.listScales(of: id, in: tx)
        let today = request.now.date
        stocks = try WasteQueries.listStocks(of: id, from: today.adding(days: -30), until: today, in: tx)
        losses = try WasteQueries.listLosses(of: id, from: today.adding(days: -90), until: today, in: tx)
        seesPapers = try DeclareLoss.isOffered(to: request, at: site.place, in: tx)
        heaps = try site.kind.sorts ? SaleQueries.heaps(of: id, in: tx) : []
        let base = "/waste/sites/\(id)"
        let sale = try Self.saleActions(site, base, heaps, request, tx)
        actions =
            [
                site.kind.hasStock
                    ? try ReadStock.action(to: base + "/stock", for: request, at: site.place, isPrimary: true, in: tx)
                    : nil,
                site.kind.hasStock
                    ? try DeclareLoss.action(to: base + "/loss", for: request, at: site.place, in: tx) : nil,
                try RegisterScale.action(to: base + "/scale", for: request, at: site.place, in: tx),
            ].compactMap(\.self) + sale
        mayVerify = try VerifyScale.isOffered(to: request, at: site.place, in: tx)
    }

    /// What is done with sorted recyclables: weighed, and once there are some offered and counted.
    private static func saleActions(
        _ site: Site, _ base: String, _ heaps: [Heap], _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> [Action] {
        guard site.kind.sorts else { return [] }
        let hasFree = heaps.contains { $0.free > 0 }
        return [
            try SortRecyclables.action(to: base + "/sort", for: request, at: site.place, in: tx),
            hasFree ? try OfferRecyclables.action(to: base + "/offer", for: request, at: site.place, in: tx) : nil,
            heaps.isEmpty
                ? nil : try CountRecyclables.action(to: base + "/count", for: request, at: site.place, in: tx),
        ].compactMap(\.self)
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("site", as: SiteName.self).flatMap { try WasteQueries.findSite($0, in: tx) }
            .map { Belonging(at: $0.place) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let latest = stocks.last
        return Page(
            named: site.name, request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"), .init(request(WasteText.sites), "/waste/sites"),
                    .init(site.name),
                ]),
                Headline(
                    WasteText.whatLiesHere,
                    answer: WasteText.stockAnswer(latest.map { format.tonnes(Int($0.kilograms)) }),
                    note: site.kind.label, in: request.language), ActionBar(actions),
                Section(WasteText.scales, [scaleTable(request)]),
            ] + heapSection(request) + lossSection(request) + [
                Section(
                    WasteText.stocks,
                    [
                        DataTable(
                            columns: [.init(WasteText.day), .init(WasteText.tonnes, .number)],
                            rows: stocks.reversed().map {
                                [HTML(text: format.date($0.day)), HTML(text: format.tonnes(Int($0.kilograms)))]
                            }, empty: EmptyState(WasteText.noStocks))
                    ])
            ])
    }

    private func heapSection(_ request: PageRequest) -> [any Component] {
        guard site.kind.sorts else { return [] }
        return [
            Section(
                SaleText.heaps,
                [
                    HeapTable(heaps: heaps).table(request),
                    ActionBar([Action(SaleText.sales, to: "/waste/sales")]),
                ])
        ]
    }

    private func lossSection(_ request: PageRequest) -> [any Component] {
        guard site.kind.hasStock else { return [] }
        let table = LossTable(losses: losses.reversed(), seesPapers: seesPapers).table(request)
        return [Section(LossText.losses, [Paragraph(LossText.note), table])]
    }

    private func scaleTable(_ request: PageRequest) -> DataTable {
        let rows = scales.map { scale -> [HTML] in
            let isOver = scale.until < request.now.date
            return [
                HTML(text: scale.name), HTML(text: request.format.date(scale.until)),
                Tag(isOver ? WasteText.verificationOver : WasteText.verified, isOver ? .bad : .good).html(
                    request.language),
                mayVerify
                    ? HTML.link(
                        request(VerifyScale.title), to: "/waste/sites/\(site.id)/scales/\(scale.id)/verify") : "",
            ]
        }
        return DataTable(
            columns: [
                .init(WasteText.scale), .init(WasteText.verifiedUntil), .init(WasteText.state, .state),
                .init(WasteText.act),
            ], rows: rows, empty: EmptyState(WasteText.noScales))
    }
}
