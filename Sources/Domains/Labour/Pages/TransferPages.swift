import Kernel
import Registry
import Storage
import Web

/// An order's files for the bank, for its employer and its desks: who is paid what by which, and what became of it.
struct TransfersPage {
    let order: OrderLine
    let transfers: [TransferLine]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("order", as: LabourOrderName.self),
            let order = try LabourQueries.findOrder(id, in: tx)
        else { return nil }
        self.order = order
        transfers = try AccountQueries.listTransfers(on: id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let base = "/labour/orders/\(order.id)"
        let rows = transfers.map { line -> [HTML] in
            [
                HTML(text: request(TransferText.number(line.file))), HTML(text: format.date(line.sentAt.date)),
                HTML(text: line.workerName), HTML(text: format.money(line.amount)),
                HTML(text: request(TransferText.label(line.state))),
            ]
        }
        let sent = transfers.filter { $0.state == .sent }
        let total = sent.reduce(Money.zero) { $0 + $1.amount }
        let open = Set(sent.map(\.file)).sorted()
        let actions = open.flatMap { file in
            [
                Action(TransferText.download, to: "\(base)/files/\(file)/bank.csv", isPrimary: true),
                Action(TransferText.settle, to: "\(base)/files/\(file)/settle"),
            ]
        }
        return Page(
            TransferText.files, request,
            [
                Breadcrumb([
                    .init(request(LabourWords.board), "/labour"), .init(order.id.text, base),
                    .init(request(TransferText.files)),
                ]),
                Headline(
                    TransferText.filesQuestion, answer: HTML(text: format.money(total)), note: TransferText.sendNote),
                DataTable(
                    columns: [
                        .init(TransferText.file), .init(LabourWords.day, .number), .init(LabourWords.name),
                        .init(LabourWords.amount, .number), .init(TransferText.state, .state),
                    ], rows: rows, empty: EmptyState(TransferText.noFiles)),
                ActionBar(actions + [Action(TransferText.send, to: base + "/files/new", isPrimary: open.isEmpty)]),
            ])
    }

    static func routes(_ database: any Database, _ desk: DeskReading) -> [Route] {
        [
            Route(
                "/labour/orders/{order}/files", TransferText.files, SendWages.access, database, of: LabourForm.ofOrder,
                .page { request in
                    try database.read {
                        try TransfersPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/labour/orders/{order}/files/{file}/bank.csv", TransferText.download, SendWages.access, database,
                of: LabourForm.ofOrder,
                .file(contentType: "text/csv; charset=utf-8") { request in
                    try database.read { tx in
                        guard let page = try TransfersPage(request, in: tx),
                            let bytes = try page.file(request, desk, in: tx)
                        else { return .notFound }
                        return .file(bytes, name: "\(page.order.id)-\(request.parameters["file"] ?? "").csv")
                    }
                }),
        ]
    }

    /// What is with the bank of one file; nil where nothing is.
    private func file(_ request: PageRequest, _ desk: DeskReading, in tx: any ReadTransaction) throws -> [UInt8]? {
        let rows = transfers.filter { String($0.file) == request.parameters["file"] && $0.state == .sent }
        guard !rows.isEmpty else { return nil }
        return BankFile(
            try rows.map { row in
                let account = try AccountQueries.find(row.worker, in: tx)
                return BankFile.Row(
                    batch: "\(order.id)-\(row.file)", from: "",
                    payee: try AccountQueries.findName(of: row.worker, desk, in: tx) ?? row.workerName,
                    number: account?.number ?? "", bank: account?.bank ?? "", amount: row.amount,
                    purpose: order.terms.work, document: order.id.text)
            }, document: TransferText.document, in: request.language
        ).bytes
    }
}

extension LabourForm {
    static let transfers = [account, sendWages, settleWages]

    static let account = form(
        "/labour/workers/{worker}/account", RegisterAccount.self, note: TransferText.registerNote,
        target: "/labour/workers/{worker}", of: WorkerPage.thing,
        fields: { request, _ in
            VerbForm.hidden("worker", of: request) + [
                .text("holder", TransferText.holder), .text("bank", TransferText.bank),
                .text("number", TransferText.number, limit: 40),
            ]
        })

    static let sendWages = form(
        "/labour/orders/{order}/files/new", SendWages.self, note: TransferText.sendNote,
        target: "/labour/orders/{order}/files", of: ofOrder,
        fields: { request, _ in VerbForm.hidden("order", of: request) })

    static let settleWages = form(
        "/labour/orders/{order}/files/{file}/settle", SettleWages.self, note: TransferText.settleNote,
        target: "/labour/orders/{order}/files", of: ofOrder,
        fields: { request, tx in
            let rows = try request.identifier("order", as: LabourOrderName.self).map {
                try AccountQueries.listTransfers(on: $0, in: tx)
            }
            let open = (rows ?? []).filter { String($0.file) == request.parameters["file"] && $0.state == .sent }
            return VerbForm.hidden("order", "file", of: request) + [
                .text("reference", LabourWords.reference),
                .several(
                    "returned", TransferText.returned,
                    open.map { FormField.Option($0.worker.text, "\($0.workerName) · \($0.worker)") }),
            ]
        })
}
