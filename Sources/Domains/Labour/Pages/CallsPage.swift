import Kernel
import Registry
import Storage
import Web

/// Whom a clerk calls: who cannot be told by message, and who has not answered one. For each the number, what to say in one
/// sentence, and the answers to press.
struct CallsPage {
    static let path = "/labour/calls"
    static let most = 100

    /// Somebody to call.
    private struct Call {
        let line: MessageLine
        let phone: String?
    }

    private let calls: [Call]

    init(_ request: PageRequest, _ desk: DeskReading, in tx: any ReadTransaction) throws {
        let place = request.principal?.division
        let lines = try MessageQueries.list(MessageQueries.toCall, at: request.now, limit: 500, in: tx).filter { line in
            try place.map { try DivisionQueries.isWithin(line.order.place, of: $0, in: tx) } ?? false
        }
        calls = try lines.prefix(Self.most).map {
            Call(line: $0, phone: try MessageQueries.findPhone(of: $0.recipient, desk, in: tx))
        }
    }

    static func route(_ database: any Database, _ desk: DeskReading) -> Route {
        Route(
            path, MessageText.calls, .roles(TellByVoice.access.roles),
            .page { request in try database.read { .page(try CallsPage(request, desk, in: $0).page(request)) } })
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let rows = calls.map { call -> [HTML] in
            let line = call.line
            return [
                HTML(text: line.name),
                call.phone.map { HTML(text: $0) } ?? HTML(text: request(MessageText.noNumber)),
                HTML(text: request(MessageText.sentence(line, asks: false))), answers(line, request),
                HTML(text: OrderPhrase.time(line.until, format)), HTML(text: request(MessageText.reason(line.outcome))),
            ]
        }
        return Page(
            MessageText.calls, request,
            [
                Breadcrumb([.init(request(LabourWords.board), "/labour"), .init(request(MessageText.calls))]),
                Headline(
                    MessageText.callsQuestion, answer: LabourWords.people(format.count(calls.count)),
                    note: MessageText.callsNote, in: request.language),
                DataTable(
                    columns: [
                        .init(LabourWords.name), .init(LabourWords.phone), .init(MessageText.sentence),
                        .init(LabourWords.actions), .init(MessageText.until, .number), .init(MessageText.why, .state),
                    ], rows: rows, empty: EmptyState(MessageText.nobodyToCall)),
            ])
    }

    /// An offer is answered yes or no; anything else was told.
    private func answers(_ line: MessageLine, _ request: PageRequest) -> HTML {
        guard line.kind != .offer else { return SeatAnswers.links(line.work, request) }
        return HTML.link(
            request(MessageText.tell),
            to: "/labour/orders/\(line.order.id)/workers/\(line.worker)/tell/\(line.kind.rawValue)")
    }
}

extension LabourForm {
    static let tell = form(
        "/labour/orders/{order}/workers/{worker}/tell/{kind}", TellByVoice.self, note: MessageText.tellNote,
        target: CallsPage.path, of: ofWork,
        fields: { request, _ in VerbForm.hidden("order", "worker", "kind", of: request) })
}
