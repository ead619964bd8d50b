import Kernel
import Registry
import Storage
import Web

/// A month of a contract: what was weighed, what is taken off, what is owed, and who has agreed.
struct SettlementPage {
    private static let most = 5_000
    let line: HaulageLine
    let settlement: SettlementLine
    let assessments: [AssessmentLine]
    let tickets: [TicketLine]
    let actions: [Action]
    /// Whether the reader may take an assessment back.
    let mayWithdraw: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("haulage", as: HaulageName.self),
            let line = try HaulageQueries.find(id, in: tx),
            let month = request.parameters["month"].flatMap({ WasteMonth($0) }),
            let settlement = try HaulageQueries.findSettlement(id, month, in: tx)
        else { return nil }
        self.line = line
        self.settlement = settlement
        assessments = try HaulageQueries.listAssessments(of: id, month, in: tx)
        tickets = try WasteQueries.listTickets(of: id, month, limit: Self.most, in: tx)
        let isOpen = !settlement.phase.isFixed
        let thing = Belonging(at: line.place, of: line.person)
        let base = "/waste/haulages/\(id)/months/\(month.text)/"
        let verbs: [(command: any WasteCommand.Type, path: String, isOpen: Bool)] = [
            (AgreeSettlement.self, base + "agree", isOpen), (DisputeSettlement.self, base + "dispute", isOpen),
            (ConfirmSettlement.self, base + "confirm", settlement.phase == .agreed),
            (DraftSettlement.self, base + "draft", isOpen),
            (AssessHaulage.self, "/waste/haulages/\(id)/assess", isOpen),
        ]
        func may(_ command: any WasteCommand.Type) throws -> Bool {
            guard let principal = request.principal else { return false }
            return try command.access.reaches(thing, for: principal, in: tx)
        }
        let open = try verbs.filter { try $0.isOpen && may($0.command) }
        actions = open.enumerated().map { position, verb in
            Action(verb.command.title, to: verb.path, isPrimary: position == 0)
        }
        mayWithdraw = try isOpen && may(WithdrawAssessment.self)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            named: request(HaulageText.monthOf(line.haulerName, settlement.month.text)), request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"),
                    .init(request(HaulageText.haulages), "/waste/haulages"),
                    .init(line.haulerName, "/waste/haulages/\(line.id)"), .init(settlement.month.text),
                ]),
                Headline(
                    HaulageText.howMuch, answer: HaulageText.owed(format.money(settlement.net)),
                    note: HaulageText.reckoning(
                        format.tonnes(Int(settlement.weighed.kilograms)), format.money(line.price),
                        format.money(settlement.deducted)), in: request.language), ActionBar(actions), facts(request),
                Section(HaulageText.assessments, [assessmentTable(request)]),
                Section(HaulageText.counted, [ticketTable(request)]),
            ])
    }

    private func facts(_ request: PageRequest) -> FactList {
        let format = request.format
        func time(_ instant: Instant?) -> HTML? { instant.map { HTML.time($0, request.language) } }
        return FactList([
            .init(
                WasteText.state, settlement.phase.tag.html(request.language),
                note: settlement.phase == .disputed ? settlement.dispute?.label : nil),
            .init(HaulageText.payer, HTML(text: line.payerName)),
            .init(HaulageText.tickets, HTML(text: format.count(settlement.weighed.tickets))),
            .init(HaulageText.due, HTML(text: format.money(settlement.due))),
            .init(HaulageText.deducted, HTML(text: format.money(settlement.deducted))),
            .init(HaulageText.draftedAt, time(settlement.draftedAt)),
            .init(HaulageText.agreedAt, time(settlement.agreedAt)),
            .init(HaulageText.confirmedAt, time(settlement.confirmedAt)),
        ])
    }

    private func assessmentTable(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = assessments.map { assessment -> [HTML] in
            let path =
                "/waste/haulages/\(line.id)/months/\(settlement.month.text)/assessments/\(assessment.number)/withdraw"
            let state: HTML =
                assessment.isWithdrawn
                ? Tag(HaulageText.withdrawn).html(request.language)
                : mayWithdraw
                    ? HTML.link(request(HaulageText.withdrawAssessment), to: path)
                    : Tag(HaulageText.stands, .good).html(request.language)
            return [
                HTML(text: format.count(assessment.number)), HTML(text: format.date(assessment.day)),
                HTML(text: request(assessment.kind.label)), HTML(text: format.money(assessment.amount)), state,
            ]
        }
        return DataTable(
            columns: [
                .init(HaulageText.number), .init(WasteText.day), .init(HaulageText.kind),
                .init(HaulageText.amount, .number), .init(WasteText.state, .state),
            ], rows: rows, empty: EmptyState(HaulageText.noAssessments))
    }

    private func ticketTable(_ request: PageRequest) -> ListTable {
        let format = request.format
        return ListTable(
            request,
            columns: [
                .init("ticket", WasteText.ticket), .init("time", WasteText.weighedAt),
                .init("vehicle", WasteText.vehicle), .init("from", WasteText.from), .init("to", WasteText.to),
                .init("net", WasteText.net, .number),
            ],
            rows: tickets.map { ticket in
                [
                    .text(ticket.id.text, to: "/waste/tickets/\(ticket.id)"),
                    .instant(ticket.weighedAt, request.language), .text(ticket.vehicle), .text(ticket.origin),
                    .text(ticket.toName), .count(ticket.net, format),
                ]
            }, most: Self.most, empty: EmptyState(WasteText.noTickets))
    }
}
