import Kernel
import Registry
import Storage
import Web

/// The halls, their times and the rounds held: public.
struct RoundsPage {
    let halls: [HallLine]
    let rounds: [RoundLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        halls = try RoundQueries.listHalls(in: tx)
        rounds = try RoundQueries.listRounds(limit: 100, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let (mayRun, mayFill) = (RunRound.isOffered(to: request), FillSeats.isOffered(to: request))
        let places = halls.map { hall -> [HTML] in
            [
                HTML(text: hall.name), HTML(text: hall.times),
                HTML(text: hall.next.map { OrderPhrase.time($0, format) } ?? request(RoundText.closed)),
                mayRun && hall.next != nil
                    ? HTML.link(request(RoundText.runRound), to: "/labour/halls/\(hall.place)/run") : "",
                mayFill && hall.next != nil
                    ? HTML.link(request(RoundText.fillSeats), to: "/labour/halls/\(hall.place)/fill") : "",
                mayRun && hall.next != nil
                    ? HTML.link(request(RoundText.closeHall), to: "/labour/halls/\(hall.place)/close") : "",
            ]
        }
        let rows = rounds.map { round -> [HTML] in
            [
                HTML.link(round.id, to: "/labour/rounds/\(round.id)"), HTML(text: OrderPhrase.time(round.at, format)),
                HTML(text: request(round.isRefill ? RoundText.refill : RoundText.whole)),
                HTML(text: format.count(round.seekers)),
            ]
        }
        return Page(
            RoundText.rounds, request,
            [
                Breadcrumb([.init(request(LabourWords.board), "/labour"), .init(request(RoundText.rounds))]),
                Headline(
                    RoundText.roundsQuestion, answer: RoundText.roundsAnswer, note: RoundText.method,
                    in: request.language),
                DataTable(
                    columns: [
                        .init(LabourWords.place), .init(RoundText.times), .init(RoundText.next),
                        .init(LabourWords.actions), .init(LabourWords.actions), .init(LabourWords.actions),
                    ], rows: places, empty: EmptyState(RoundText.noHalls)),
                DataTable(
                    columns: [
                        .init(RoundText.round), .init(RoundText.at), .init(RoundText.kind),
                        .init(RoundText.seekers, .number),
                    ], rows: rows, empty: EmptyState(RoundText.noRounds)),
                ActionBar(
                    OpenHall.isOffered(to: request)
                        ? [Action(RoundText.openHall, to: "/labour/halls/new", isPrimary: true)] : []),
            ])
    }
}

/// One round: seats, how many were offered, and what proves it. Numbers, and nobody; to the desks of its place also who is
/// next, and what to tell the others.
struct RoundPage {
    let round: RoundLine
    let orders: [RoundOrderLine]
    /// Nil for whoever is no desk of the place.
    let people: [RoundPersonLine]?

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("round", as: RoundName.self),
            let round = try RoundQueries.findRound(id, in: tx)
        else { return nil }
        self.round = round
        orders = try RoundQueries.listOrders(of: round.id, in: tx)
        let isDesk = try request.principal.map {
            try RunRound.access.reaches(Belonging(at: round.place), for: $0, in: tx)
        }
        people = isDesk == true ? try RoundQueries.listPeople(of: round.id, in: tx) : nil
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let rows = orders.map { order -> [HTML] in
            [
                HTML.link(order.work, to: "/labour/orders/\(order.order)"), HTML(text: format.count(order.seats)),
                HTML(text: format.count(order.placed)),
            ]
        }
        let answer = RoundText.given(
            format.count(orders.reduce(0) { $0 + $1.placed }), format.count(orders.reduce(0) { $0 + $1.seats }))
        var parts: [any Component] = [
            Breadcrumb([
                .init(request(LabourWords.board), "/labour"), .init(request(RoundText.rounds), "/labour/rounds"),
                .init(round.id),
            ]),
            Headline(
                RoundText.roundQuestion, answer: answer,
                note: round.isRefill ? RoundText.refillMethod : RoundText.method, in: request.language),
            DataTable(
                columns: [
                    .init(LabourWords.work), .init(RoundText.free, .number), .init(RoundText.placed, .number),
                ], rows: rows, empty: EmptyState(LabourWords.noOrders)),
            FactList([
                .init(RoundText.kind, HTML(text: request(round.isRefill ? RoundText.refill : RoundText.whole))),
                .init(RoundText.at, HTML(text: OrderPhrase.time(round.at, format))),
                .init(RoundText.seekers, HTML(text: format.count(round.seekers))),
                .init(RoundText.seed, HTML(text: round.seed)),
                .init(
                    RoundText.entry, HTML.link(format.count(round.entry), to: "/log/\(round.entry)"),
                    note: RoundText.check(round.id)),
            ]),
        ]
        if let people { parts.append(Self.table(people, request)) }
        return Page(RoundText.rounds, request, parts)
    }

    /// Of the day; with whom she goes.
    private static func number(_ answer: RoundAnswer, _ request: PageRequest) -> String {
        let own = String(answer.number)
        return answer.group.map { own + " · " + request(CrewText.numbered($0)) } ?? own
    }

    private static func table(_ people: [RoundPersonLine], _ request: PageRequest) -> DataTable {
        let rows = people.map { line -> [HTML] in
            let name = line.name ?? "—"
            return [
                line.worker.map { HTML.link(name, to: "/labour/workers/\($0)") } ?? HTML(text: name),
                HTML(text: number(line.answer, request)), HTML(text: line.offered ?? "—"),
                HTML(text: request(RoundText.reason(line.answer))),
            ]
        }
        return DataTable(
            columns: [
                .init(LabourWords.worker), .init(RoundText.yourNumber, .number), .init(RoundText.placed),
                .init(RoundText.toTell),
            ], rows: rows, empty: EmptyState(LabourWords.nobody))
    }
}

extension LabourForm {
    static let rounds = [openHall, closeHall, runRound, fillSeats, noteCertificate]

    /// A hall of the address: its place's desks'.
    private static let ofHall: VerbForm.Thing = { request, tx in
        guard let place = request.identifier("hall", as: DivisionName.self) else { return nil }
        return try DivisionQueries.find(place, in: tx).map { Belonging(at: $0.id) }
    }

    static let openHall = form(
        "/labour/halls/new", OpenHall.self, note: RoundText.method,
        target: "/labour/rounds",
        fields: { request, tx in
            [
                try .pick(
                    "place", LabourWords.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""),
                .text("times", RoundText.times, value: RoundTimes.usual),
            ]
        })

    static let closeHall = hall("/close", CloseHall.self)
    static let runRound = hall("/run", RunRound.self)
    static let fillSeats = hall("/fill", FillSeats.self, note: RoundText.refillMethod)

    private static func hall(_ path: String, _ command: any LabourCommand.Type, note: Message? = nil) -> VerbForm {
        form(
            "/labour/halls/{hall}" + path, command, note: note, target: "/labour/rounds",
            of: ofHall, fields: { request, _ in VerbForm.hidden("hall", of: request) })
    }

    static let noteCertificate = form(
        "/labour/workers/{worker}/certificate", NoteCertificate.self,
        target: "/labour/workers/{worker}", of: WorkerPage.thing,
        fields: { request, _ in
            VerbForm.hidden("worker", of: request) + [
                .choice("trade", LabourWords.trade, VerbForm.options(request) { (trade: Trade) in trade.label }),
                .date("until", RoundText.lastDay), .text("paper", RoundText.paper),
                .checkbox("isInForce", RoundText.isInForce, value: true),
            ]
        })
}
