import Kernel
import Registry
import Storage
import Web

/// Who may look at contracts of haulers: the desks of the place, and a hauler at their own.
enum HaulageDesks {
    static let access: Access = [
        .own(.villageClerk, .villageAccountant, .stationAgent, .stationReviewer, .countyOfficer, .supervisor),
        .mine(.villager, .bidder),
    ]
}

/// The contracts of a desk's place, or a hauler's own.
struct HaulageListPage {
    let lines: [HaulageLine]
    let mayRegister: Bool

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        mayRegister = RegisterHaulage.isOffered(to: request)
        guard let principal = request.principal else {
            lines = []
            return
        }
        lines =
            try principal.role.isPrivate
            ? HaulageQueries.list(of: principal.office, in: tx)
            : HaulageQueries.list(within: principal.division, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            HaulageText.haulages, request,
            [
                Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(HaulageText.haulages))]),
                Headline(
                    HaulageText.whoHauls, answer: HaulageText.count(format.count(lines.count)), in: request.language),
                ActionBar(
                    mayRegister ? [Action(RegisterHaulage.title, to: "/waste/haulages/new", isPrimary: true)] : []),
                DataTable(
                    columns: [
                        .init(HaulageText.hauler), .init(WasteText.place), .init(HaulageText.payer),
                        .init(HaulageText.price, .number), .init(HaulageText.until),
                    ],
                    rows: lines.map { line in
                        [
                            HTML.link(line.haulerName, to: "/waste/haulages/\(line.id)"), HTML(text: line.placeName),
                            HTML(text: line.payerName), HTML(text: format.money(line.price)),
                            HTML(text: format.date(line.until)),
                        ]
                    }, empty: EmptyState(HaulageText.noHaulages)),
            ])
    }
}

/// One contract with its months.
struct HaulagePage {
    let line: HaulageLine
    let settlements: [SettlementLine]
    let mayAssess: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("haulage", as: HaulageName.self),
            let line = try HaulageQueries.find(id, in: tx)
        else { return nil }
        self.line = line
        settlements = try HaulageQueries.listSettlements(of: id, in: tx)
        mayAssess = try AssessHaulage.isOffered(to: request, at: line.place, in: tx)
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("haulage", as: HaulageName.self).flatMap { try HaulageQueries.find($0, in: tx) }
            .map { Belonging(at: $0.place, of: $0.person) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let base = "/waste/haulages/\(line.id)"
        let rows = settlements.map { settlement -> [HTML] in
            [
                HTML.link(settlement.month.text, to: "\(base)/months/\(settlement.month.text)"),
                HTML(text: format.tonnes(Int(settlement.weighed.kilograms))),
                HTML(text: format.money(settlement.due)), HTML(text: format.money(settlement.deducted)),
                HTML(text: format.money(settlement.net)), settlement.phase.tag.html(request.language),
            ]
        }
        return Page(
            named: line.haulerName, request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"),
                    .init(request(HaulageText.haulages), "/waste/haulages"), .init(line.haulerName),
                ]),
                Headline(
                    HaulageText.whoHauls, answer: HaulageText.perTonne(format.money(line.price)),
                    note: HaulageText.registerNote, in: request.language),
                ActionBar(mayAssess ? [Action(AssessHaulage.title, to: base + "/assess")] : []),
                FactList([
                    .init(WasteText.place, HTML(text: line.placeName)),
                    .init(HaulageText.payer, HTML(text: line.payerName)),
                    .init(HaulageText.basis, HTML(text: request(line.basis.label))),
                    .init(HaulageText.term, HTML(text: "\(format.date(line.from)) – \(format.date(line.until))")),
                    .init(HaulageText.agent, HTML(text: line.agentName)),
                ]),
                Section(
                    HaulageText.settlements,
                    [
                        DataTable(
                            columns: [
                                .init(HaulageText.month), .init(HaulageText.weighed, .number),
                                .init(HaulageText.due, .number), .init(HaulageText.deducted, .number),
                                .init(HaulageText.net, .number), .init(WasteText.state, .state),
                            ], rows: rows, empty: EmptyState(HaulageText.noSettlements))
                    ]),
            ])
    }
}
