import Kernel
import Registry
import Storage
import Web

/// An employer's pay ledger (Order 724, art. 15): what each was owed for which work, what was taken off, what was paid and
/// when. Found, ordered and taken along as a file like every list.
struct WageLedgerPage {
    static let most = 2_000

    let line: EmployerLine
    let wages: [WageRow]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("employer", as: EmployerName.self),
            let line = try LabourQueries.findEmployer(id, in: tx)
        else { return nil }
        self.line = line
        wages = try WageQueries.listWages(of: id, limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let owed = wages.reduce(Money.zero) { $0 + $1.work.owed }
        let base = "/labour/employers/\(line.employer.id)"
        return Page(
            WageText.ledger, request,
            [
                Breadcrumb([
                    .init(request(LabourWords.board), "/labour"), .init(line.name, base),
                    .init(request(WageText.ledger)),
                ]),
                Headline(
                    WageText.ledgerQuestion, answer: HTML(text: format.money(owed)), note: WageText.ledgerNote),
                ListTable(
                    request,
                    columns: [
                        .init("day", LabourWords.day, .number), .init("name", LabourWords.name),
                        .init("worker", LabourWords.worker), .init("work", LabourWords.work),
                        .init("minutes", LabourWords.minutes, .number), .init("due", WageText.gross, .number),
                        .init("off", WageText.deductions, .number), .init("net", LabourWords.net, .number),
                        .init("dueOn", LabourWords.dueOn, .number), .init("paid", LabourWords.paid, .number),
                        .init("paidOn", WageText.paidOn, .number), .init("owed", LabourWords.owed, .number),
                    ], rows: wages.map { row($0, request) }, most: Self.most, empty: EmptyState(WageText.noWages)),
            ])
    }

    private func row(_ wage: WageRow, _ request: PageRequest) -> [ListCell] {
        let (work, format) = (wage.work, request.format)
        return [
            .date(work.start.date, format), .text(work.workerName), .text(work.worker.text),
            .text(wage.terms.work, to: "/labour/orders/\(work.order)"), .count(work.minutes ?? 0, format),
            .money(wage.gross, format), .money(wage.gross - work.net, format), .money(work.net, format),
            .date(work.dueOn, format), .money(work.paid, format), .date(wage.paidOn, format),
            .money(work.owed, format),
        ]
    }
}

/// What one person is paid for one day's work: given to her with her wage.
struct WageSlipPage {
    let wage: WageRow
    /// As they were printed when the hours were confirmed.
    let lines: [WageLine]

    init?(_ request: PageRequest, _ desk: DeskReading, in tx: any ReadTransaction) throws {
        guard let order = request.identifier("order", as: LabourOrderName.self),
            let worker = request.identifier("worker", as: WorkerName.self),
            let wage = try WageQueries.findWage(of: worker, on: order, in: tx)
        else { return nil }
        self.wage = wage
        lines = try CaseHistory(of: worker, on: order, desk, in: tx).lines
    }

    func page(_ request: PageRequest) -> Page {
        let (work, format) = (wage.work, request.format)
        return Page(
            WageText.slip, request,
            [
                Breadcrumb([
                    .init(request(LabourWords.board), "/labour"),
                    .init(request(LabourWords.myDay), "/labour/workers/\(work.worker)"), .init(request(WageText.slip)),
                ]),
                Headline(
                    WageText.slipQuestion, answer: HTML(text: format.money(work.net)), note: LabourWords.payToHer),
                FactList([
                    .init(LabourWords.employer, HTML(text: work.employerName)),
                    .init(LabourWords.name, HTML(text: work.workerName)),
                    .init(LabourWords.worker, HTML(text: work.worker.text)),
                    .init(LabourWords.work, HTML.link(wage.terms.work, to: "/labour/orders/\(work.order)")),
                    .init(LabourWords.start, HTML(text: OrderPhrase.time(work.start, format))),
                    .init(LabourWords.end, HTML(text: OrderPhrase.time(work.end, format))),
                    .init(LabourWords.minutes, HTML(text: format.count(work.minutes ?? 0))),
                    .init(LabourWords.pay, HTML(text: OrderPhrase.pay(wage.terms, request))),
                    .init(LabourWords.shortDay, HTML(text: request(wage.terms.shortDay.label))),
                ]),
                FactList(lines.map { .init($0.kind.label, HTML(text: format.money($0.amount))) }),
                FactList([
                    .init(WageText.gross, HTML(text: format.money(wage.gross))),
                    .init(WageText.deductions, HTML(text: format.money(wage.gross - work.net))),
                    .init(LabourWords.net, HTML(text: format.money(work.net))),
                    .init(LabourWords.dueOn, work.dueOn.map { HTML(text: format.date($0)) }),
                    .init(LabourWords.paid, HTML(text: format.money(work.paid))),
                    .init(WageText.paidOn, wage.paidOn.map { HTML(text: format.date($0)) }),
                    .init(LabourWords.owed, HTML(text: format.money(work.owed))),
                ]),
            ])
    }
}
