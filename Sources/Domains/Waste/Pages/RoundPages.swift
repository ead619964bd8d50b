import Kernel
import Registry
import Storage
import Web

/// Who may look at rounds: the desks of the place, and a driver at their own.
enum RoundDesks {
    static let access: Access = [
        .own(.villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .supervisor), .mine(.villager, .bidder),
    ]
}

/// The rounds of today and later: a desk's own place, or a driver's own.
struct RoundListPage {
    let lines: [RoundLine]
    let mayPlan: Bool

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        mayPlan = PlanRound.isOffered(to: request)
        guard let principal = request.principal else {
            lines = []
            return
        }
        let today = request.now.date
        lines =
            try principal.role.isPrivate
            ? WasteRoundQueries.list(of: principal.office, from: today, in: tx)
            : WasteRoundQueries.list(within: principal.division, from: today, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let today = lines.filter { $0.day == request.now.date && !$0.isCancelled }
        let isDriver = request.principal?.role.isPrivate ?? false
        let (done, all) = today.reduce((0, 0)) { ($0.0 + $1.done, $0.1 + $1.stops) }
        let answer =
            today.isEmpty ? RoundText.nothingToday : RoundText.far(format.count(done), format.count(all))
        return Page(
            RoundText.rounds, request,
            [
                Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(RoundText.rounds))]),
                Headline(isDriver ? RoundText.whereTo : RoundText.howFar, answer: answer, in: request.language),
                ActionBar(mayPlan ? [Action(PlanRound.title, to: "/waste/rounds/new", isPrimary: true)] : []),
                DataTable(
                    columns: [
                        .init(RoundText.round), .init(RoundText.driver), .init(RoundText.progress, .number),
                        .init(RoundText.missed, .number),
                    ],
                    rows: lines.map { line in
                        [
                            HTML.link(
                                request(RoundText.roundOf(format.date(line.day), line.plate)),
                                to: "/waste/rounds/\(line.id)"), HTML(text: line.driverName),
                            HTML(
                                text: line.isCancelled
                                    ? request(RoundText.cancelled)
                                    : "\(format.count(line.done))/\(format.count(line.stops))"),
                            HTML(text: format.count(line.missed)),
                        ]
                    }, empty: EmptyState(RoundText.noRounds)),
            ])
    }
}

/// One round, for its driver and for the desks of its place.
struct RoundPage {
    let line: RoundLine
    let stops: [StopLine]
    let mayMark: Bool
    let mayCancel: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("round", as: WasteRoundName.self),
            let line = try WasteRoundQueries.find(id, in: tx)
        else { return nil }
        self.line = line
        stops = try WasteRoundQueries.listStops(of: id, in: tx)
        let thing = Belonging(at: line.place, of: line.person)
        func may(_ command: any WasteCommand.Type) throws -> Bool {
            guard let principal = request.principal, !line.isCancelled else { return false }
            return try command.access.reaches(thing, for: principal, in: tx)
        }
        // A round is marked on its day and the next.
        let today = request.now.date
        mayMark = try today >= line.day && today <= line.day.adding(days: 1) && may(MarkStop.self)
        mayCancel = try may(CancelRound.self)
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("round", as: WasteRoundName.self).flatMap { try WasteRoundQueries.find($0, in: tx) }
            .map { Belonging(at: $0.place, of: $0.person) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let next = stops.first { $0.mark == nil }
        let answer =
            line.isCancelled ? RoundText.cancelled : next.map { RoundText.next($0.name) } ?? RoundText.allDone
        var page = Page(
            RoundText.round, request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"), .init(request(RoundText.rounds), "/waste/rounds"),
                    .init(request(RoundText.roundOf(format.date(line.day), line.plate))),
                ]),
                Headline(
                    RoundText.whereNow, answer: answer,
                    note: RoundText.far(format.count(line.done), format.count(line.stops)), in: request.language),
                StopList(round: line.id, stops: stops, mayMark: mayMark, request: request),
                FactList([
                    .init(RoundText.day, HTML(text: format.date(line.day))),
                    .init(VehicleText.vehicle, HTML(text: line.plate)),
                    .init(RoundText.driver, HTML(text: line.driverName)),
                ]),
                ActionBar(
                    mayCancel ? [Action(CancelRound.title, to: "/waste/rounds/\(line.id)/cancel")] : []),
            ])
        page.sendsLater = mayMark
        return page
    }
}
