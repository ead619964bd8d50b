import EventLog
import Kernel
import Paper
import Registry
import Storage
import Web

/// Everything of one wage for whoever mediates or inspects: the order as it was posted, hours, slip, payments, the clock of
/// arrears, reminders, each with its entry of the log. It prints as it stands; the pack has a proof of every entry.
struct CasePage {
    let work: EngagementLine
    let order: OrderLine
    let history: CaseHistory

    /// The desks that settle arrears, and the worker herself.
    static let readers: Access = [.own(.stationAgent, .countyOfficer, .supervisor), .mine(.villager, .bidder)]

    static func path(_ worker: WorkerID, on order: OrderID) -> String {
        "/labour/orders/\(order)/workers/\(worker)/case"
    }

    init?(_ request: PageRequest, _ desk: DeskReading, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("order", as: LabourOrderName.self),
            let worker = request.identifier("worker", as: WorkerName.self),
            let work = try LabourQueries.findEngagement(worker, on: id, in: tx),
            let order = try LabourQueries.findOrder(id, in: tx)
        else { return nil }
        self.work = work
        self.order = order
        history = try CaseHistory(of: worker, on: id, desk, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let rows = history.steps.map { step -> [HTML] in
            [
                HTML(text: OrderPhrase.time(step.at, format)), HTML(text: request(Self.words(step.event, request))),
                HTML.link(String(step.entry), to: "/log/\(step.entry)"),
            ]
        }
        return Page(
            CaseText.title, request,
            [
                Breadcrumb([
                    .init(request(LabourWords.board), "/labour"),
                    .init(order.id.text, "/labour/orders/\(order.id)"), .init(request(CaseText.title)),
                ]),
                Headline(CaseText.question, answer: HTML(text: format.money(work.owed)), note: CaseText.note),
                FactList(facts(request)),
                DataTable(
                    columns: [.init(CaseText.when, .number), .init(CaseText.what), .init(CaseText.entry, .number)],
                    rows: rows, empty: EmptyState(CaseText.nothing)),
                ActionBar(actions(request)),
            ])
    }

    private func actions(_ request: PageRequest) -> [Action] {
        let base = Self.path(work.worker, on: order.id)
        let pack = Action(CaseText.pack, to: base + ".tar", isPrimary: true)
        guard work.arrear?.next != nil, work.owed > .zero, AdvanceArrear.isOffered(to: request) else { return [pack] }
        return [pack, Action(CaseText.next, to: base + "/next")]
    }

    private func facts(_ request: PageRequest) -> [FactList.Fact] {
        let (format, terms) = (request.format, order.terms)
        return [
            .init(LabourWords.employer, HTML(text: work.employerName)),
            .init(LabourWords.name, HTML(text: work.workerName)),
            .init(LabourWords.worker, HTML(text: work.worker.text)), .init(LabourWords.work, HTML(text: terms.work)),
            .init(LabourWords.where_, HTML(text: terms.address)),
            .init(LabourWords.start, HTML(text: OrderPhrase.time(terms.start, format))),
            .init(LabourWords.end, HTML(text: OrderPhrase.time(terms.end, format))),
            .init(LabourWords.pay, HTML(text: OrderPhrase.pay(terms, request))),
            .init(LabourWords.paidWhen, HTML(text: request(terms.cycle.label))),
            .init(LabourWords.shortDay, HTML(text: request(terms.shortDay.label))),
            .init(LabourWords.minutes, work.minutes.map { HTML(text: format.count($0)) }),
        ]
            + history.lines.map { .init($0.kind.label, HTML(text: format.money($0.amount))) } + [
                .init(LabourWords.net, HTML(text: format.money(work.net))),
                .init(LabourWords.dueOn, work.dueOn.map { HTML(text: format.date($0)) }),
                .init(LabourWords.paid, HTML(text: format.money(work.paid))),
                .init(LabourWords.owed, HTML(text: format.money(work.owed))),
                .init(LabourWords.step, work.arrear.map { HTML(text: request($0.label)) }),
                .init(CaseText.printed, HTML(text: OrderPhrase.time(request.now, format))),
            ]
    }

    /// What an entry says, in a line.
    private static func words(_ event: any Event, _ request: PageRequest) -> Message {
        let format = request.format
        switch event {
        case is OrderPosted: return CaseText.posted
        case is OrderCancelled: return CaseText.cancelled
        case is SeatOffered: return CaseText.offered
        case is SeatTaken: return CaseText.accepted
        case is CheckedIn: return CaseText.came
        case is WagesSent: return CaseText.sent
        case is TransferReturned: return CaseText.returned
        case let due as WagesDue:
            let lines = due.lines.map { "\(request($0.kind.label)) \(format.money($0.amount))" }
            return CaseText.due(format.money(due.net), format.count(due.minutes), lines.joined(separator: " + "))
        case let paid as WagesPaid:
            return CaseText.paid(format.money(paid.amount), format.money(paid.left), paid.method.label)
        case let step as ArrearAdvanced: return CaseText.step(step.step.label, format.money(step.owed), step.paper)
        case let told as MessageNoted: return CaseText.told(told.kind, told.outcome)
        default: return CaseText.nothing
        }
    }
}

extension CasePage {
    static func routes(
        _ database: any Database, _ desk: DeskReading, _ receipt: @escaping @Sendable (Int64) throws -> Receipt?
    ) -> [Route] {
        [
            Route(
                "/labour/orders/{order}/workers/{worker}/case", CaseText.title, readers, database,
                of: LabourForm.ofWork,
                .page { request in
                    try database.read {
                        try CasePage(request, desk, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/labour/orders/{order}/workers/{worker}/case.tar", CaseText.pack, readers, database,
                of: LabourForm.ofWork,
                .file(contentType: "application/x-tar") { request in
                    guard let page = try database.read({ try CasePage(request, desk, in: $0) }) else {
                        return .notFound
                    }
                    return .file(try page.pack(request, receipt), name: "\(page.order.id)-\(page.work.worker).tar")
                }),
        ]
    }

    /// The lines of the page as a file, and a receipt of every entry.
    private func pack(_ request: PageRequest, _ receipt: (Int64) throws -> Receipt?) throws -> [UInt8] {
        let folder = "\(order.id)-\(work.worker)"
        var archive = TapeArchive(at: request.now)
        let heads = [CaseText.when, CaseText.what, CaseText.entry].map { request($0) }
        let rows = history.steps.map {
            [OrderPhrase.time($0.at, request.format), request(Self.words($0.event, request)), String($0.entry)]
        }
        archive.add("\(folder)/entries.csv", RowFile.bytes([heads] + rows))
        archive.add(
            "\(folder)/case.html",
            Array(("<!doctype html><meta charset=\"utf-8\">" + page(request).body.markup).utf8))
        for step in history.steps {
            guard let proof = try receipt(step.entry) else { continue }
            archive.add("\(folder)/receipts/\(step.entry).tlog-proof", proof.bytes)
        }
        return archive.bytes
    }
}

extension LabourForm {
    /// The next step of the arrears clock, by a desk: ahead of its hour, or with the letter of the hand-over.
    static let advance = form(
        "/labour/orders/{order}/workers/{worker}/case/next", AdvanceArrear.self, note: CaseText.nextNote,
        target: "/labour/orders/{order}/workers/{worker}/case", of: ofWork,
        fields: { request, tx in
            let worker = request.identifier("worker", as: WorkerName.self)
            let work = try request.identifier("order", as: LabourOrderName.self).flatMap { order in
                try worker.flatMap { try LabourQueries.findEngagement($0, on: order, in: tx) }
            }
            let next = work?.arrear.flatMap(\.next) ?? .due
            return VerbForm.hidden("order", "worker", of: request) + [
                .choice(
                    "step", LabourWords.step, [FormField.Option(next.rawValue, request(next.label))],
                    value: next.rawValue),
                .text("paper", CaseText.paper, optional: true),
            ]
        })
}
