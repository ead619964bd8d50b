import Kernel
import Registry
import Storage
import Web

/// Weighings, the latest first, to be looked through and taken along.
struct TicketListPage {
    private static let most = 2_000
    let lines: [TicketLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        lines = try WasteQueries.listTickets(limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            WasteText.tickets, request,
            [
                Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(WasteText.tickets))]),
                Headline(
                    WasteText.ticketsQuestion, answer: WasteText.ticketsAnswer(format.count(lines.count)),
                    in: request.language),
                ListTable(
                    request,
                    columns: [
                        .init("ticket", WasteText.ticket), .init("time", WasteText.weighedAt),
                        .init("kind", WasteText.kind), .init("vehicle", WasteText.vehicle),
                        .init("from", WasteText.from), .init("to", WasteText.to), .init("stream", WasteText.stream),
                        .init("net", WasteText.net, .number), .init("state", WasteText.state, .state),
                    ],
                    rows: lines.map { line in
                        [
                            .text(line.id.text, to: "/waste/tickets/\(line.id)"),
                            .instant(line.weighedAt, request.language),
                            .text(request(WasteText.kind(line.kind.weighed))), .text(line.vehicle),
                            .text(line.origin), .text(line.toName), .text(request(line.stream.label)),
                            .count(line.net, format), .tag(line.tag, request.language),
                        ]
                    }, most: Self.most, empty: EmptyState(WasteText.noTickets)),
            ])
    }
}

extension TicketLine {
    var tag: Tag { voidReason == nil ? Tag(WasteText.counts, .good) : Tag(WasteText.isVoid, .warning) }
}

/// One weighing, with the other end of its way beside it.
struct TicketPage {
    let line: TicketLine
    /// The other end: where it left from, or where it arrived.
    let other: TicketLine?
    let mayVoid: Bool
    /// Whether the reader sits at a desk of the place: plates and faces are nobody else's.
    let seesPhoto: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("ticket", as: TicketName.self),
            let line = try WasteQueries.findTicket(id, in: tx)
        else { return nil }
        self.line = line
        if let departure = line.departure {
            other = try WasteQueries.findTicket(departure, in: tx)
        } else {
            other = try WasteQueries.findArrival(of: id, in: tx)
        }
        seesPhoto = try IssueTicket.isOffered(to: request, at: line.place, in: tx)
        mayVoid = try line.voidReason == nil && VoidTicket.isOffered(to: request, at: line.place, in: tx)
    }

    /// A ticket of the address lies where its scale stands.
    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("ticket", as: TicketName.self).flatMap { try WasteQueries.findTicket($0, in: tx) }
            .map { Belonging(at: $0.place) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        var facts: [FactList.Fact] = [
            .init(WasteText.state, line.tag.html(request.language)),
            .init(WasteText.kind, HTML(text: request(WasteText.kind(line.kind.weighed)))),
            .init(WasteText.vehicle, HTML(text: line.vehicle)), .init(WasteText.from, HTML(text: line.origin)),
            .init(WasteText.to, HTML.link(line.toName, to: "/waste/sites/\(line.to)")),
            .init(WasteText.stream, HTML(text: request(line.stream.label))),
            .init(WasteText.gross, kilograms(line.gross, format)), .init(WasteText.tare, kilograms(line.tare, format)),
            .init(WasteText.onBoard, line.onBoard.map { kilograms($0, format) }),
            .init(WasteText.scale, HTML(text: line.scaleName)),
            .init(WasteText.weighedAt, HTML.time(line.weighedAt, request.language)),
        ]
        if let photo = line.photo, seesPhoto {
            facts.append(.init(WasteText.photo, PaperCard(photo, request).html(request.language)))
        }
        if let reason = line.voidReason { facts.append(.init(WasteText.voidReason, HTML(text: reason))) }
        let isOnItsWay = line.kind == .transferOut && line.voidReason == nil && other == nil
        let ends: [any Component] = other.map { [otherEnd($0, format, request)] } ?? []
        return Page(
            named: request(WasteText.ticketNamed(line.id.text)), request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"), .init(request(WasteText.tickets), "/waste/tickets"),
                    .init(line.id.text),
                ]),
                Headline(
                    WasteText.howMuch, answer: WasteText.netAnswer(format.count(line.net)),
                    note: isOnItsWay ? WasteText.onItsWay : nil, in: request.language),
                ActionBar(mayVoid ? [Action(VoidTicket.title, to: "/waste/tickets/\(line.id)/void")] : []),
                FactList(facts),
            ] + ends)
    }

    private func otherEnd(_ other: TicketLine, _ format: Format, _ request: PageRequest) -> Section {
        let (left, arrived) = line.departure == nil ? (line, other) : (other, line)
        return Section(
            WasteText.bothEnds,
            [
                FactList([
                    .init(
                        WasteText.leftWith, HTML.link("\(format.count(left.net)) kg", to: "/waste/tickets/\(left.id)")),
                    .init(
                        WasteText.arrivedWith,
                        HTML.link("\(format.count(arrived.net)) kg", to: "/waste/tickets/\(arrived.id)")),
                    .init(
                        WasteText.difference,
                        HTML(
                            text: "\(format.count(arrived.net - left.net)) kg · "
                                + format.percent(arrived.net - left.net, of: left.net)), note: WasteText.differenceMeans
                    ),
                ])
            ])
    }

    private func kilograms(_ mass: Int64, _ format: Format) -> HTML { HTML(text: "\(format.count(mass)) kg") }
}
