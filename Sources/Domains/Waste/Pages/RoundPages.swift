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
                ActionBar(
                    (mayPlan ? [Action(PlanRound.title, to: "/waste/rounds/new", isPrimary: true)] : [])
                        + [Action(ShiftText.shifts, to: "/waste/shifts")]),
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
    /// For a desk: the round against the tickets, and the names of their points.
    let check: (found: RoundCheck, names: [SiteID: String])?

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
        check = try request.principal?.role.isPrivate == false ? Self.check(line, stops, in: tx) : nil
    }

    private static func check(_ line: RoundLine, _ stops: [StopLine], in tx: any ReadTransaction) throws -> (
        found: RoundCheck, names: [SiteID: String]
    ) {
        let marks = Dictionary(
            stops.compactMap { stop in stop.mark.map { (stop.site, $0) } }, uniquingKeysWith: { first, _ in first })
        let check = RoundCheck(
            points: stops.map(\.site), marks: marks, tickets: try WasteRoundQueries.listTickets(of: line, in: tx))
        var names = Dictionary(stops.map { ($0.site, $0.name) }, uniquingKeysWith: { first, _ in first })
        for site in check.notOnRound { names[site] = try WasteQueries.findSite(site, in: tx)?.name }
        return (check, names)
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
        var tables: [any Component] = []
        if let check {
            let table = RoundCheckTable(check: check.found, names: check.names, request: request)
            tables.append(Section(RoundText.againstTickets, [table]))
        }
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
                ActionBar(actions(request)),
            ] + tables)
        page.sendsLater = mayMark
        return page
    }

    private func actions(_ request: PageRequest) -> [Action] {
        var actions: [Action] = []
        if check != nil, !line.isCancelled, IssueTicket.isOffered(to: request) {
            actions.append(Action(RoundText.weighThis, to: "/waste/tickets/new?round=\(line.id)"))
        }
        if check != nil, PlanRound.isOffered(to: request) {
            actions.append(Action(RoundText.planAgain, to: "/waste/rounds/new?like=\(line.id)"))
        }
        if mayCancel { actions.append(Action(CancelRound.title, to: "/waste/rounds/\(line.id)/cancel")) }
        return actions
    }
}
