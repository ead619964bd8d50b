import Kernel
import Registry
import Storage
import Web

/// Who sees arrears beside their own.
enum LabourDesks {
    static let arrears: Set<Role> = [.stationAgent, .countyOfficer, .supervisor]
    static let seeking: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    static let employer: Access = [
        .own(.villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .supervisor), .mine(.villager, .bidder),
    ]
    static let worker: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
}

/// An employer's orders, the latest first, each with one tap to repeat it.
struct EmployerPage {
    let line: EmployerLine
    let orders: [OrderLine]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("employer", as: EmployerName.self),
            let line = try LabourQueries.findEmployer(id, in: tx)
        else { return nil }
        self.line = line
        orders = try LabourQueries.listOrders(of: id, limit: 50, in: tx)
    }

    /// Whose it is, for its page and its forms.
    static let thing: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("employer", as: EmployerName.self) else { return nil }
        return try LabourQueries.findEmployer(id, in: tx).map {
            Belonging(at: $0.employer.place, of: $0.employer.person)
        }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let mayRepeat = RepeatOrder.isOffered(to: request) && !line.employer.isErased
        let rows = orders.map { order -> [HTML] in
            [
                HTML.link(order.terms.work, to: "/labour/orders/\(order.id)"),
                HTML(text: OrderPhrase.time(order.terms.start, format)),
                HTML(text: "\(format.count(order.taken))/\(format.count(order.terms.seats))"),
                HTML(text: OrderPhrase.pay(order.terms, request)),
                mayRepeat
                    ? HTML.link(request(LabourWords.repeatAgain), to: "/labour/orders/\(order.id)/repeat") : "",
            ]
        }
        return Page(
            LabourWords.employer, request,
            [
                Breadcrumb([.init(request(LabourWords.board), "/labour"), .init(line.name)]),
                Headline(LabourWords.employerQuestion, answer: HTML(text: line.name)),
                DataTable(
                    columns: [
                        .init(LabourWords.work), .init(LabourWords.start), .init(LabourWords.taken, .number),
                        .init(LabourWords.pay, .number), .init(LabourWords.actions),
                    ], rows: rows, empty: EmptyState(LabourWords.noOrders)),
                FactList(
                    [
                        .init(LabourWords.kind, HTML(text: request(line.employer.kind.label))),
                        .init(LabourWords.isVerified, HTML(text: format.flag(line.employer.isVerified))),
                        .init(
                            LabourWords.blocked, line.employer.block.map { HTML(text: request(LabourWords.block($0))) }),
                    ]
                        + (line.employer.isErased
                            ? [.init(LabourWords.personalData, HTML(text: request(LabourWords.erased)))] : [])),
                ActionBar(actions(request)),
            ])
    }

    private func actions(_ request: PageRequest) -> [Action] {
        let base = "/labour/employers/\(line.employer.id)"
        guard !line.employer.isErased else { return [] }
        var actions = [Action(WageText.ledger, to: base + "/wages")]
        func add(_ command: any LabourCommand.Type, _ title: Message, _ path: String, isPrimary: Bool = false) {
            guard command.isOffered(to: request) else { return }
            actions.append(Action(title, to: base + path, isPrimary: isPrimary))
        }
        add(PostOrder.self, LabourText.postOrder, "/order", isPrimary: true)
        if !line.employer.isVerified { add(VerifyEmployer.self, LabourText.verifyEmployer, "/verify") }
        if line.employer.block == nil { add(BlockEmployer.self, LabourText.blockEmployer, "/block") }
        if line.employer.block != nil { add(UnblockEmployer.self, LabourText.unblockEmployer, "/unblock") }
        add(EraseEmployer.self, LabourText.eraseEmployer, "/erase")
        return actions
    }
}

/// A worker's own page: where to today, what is owed to her, what she can take. Few words; the letters are large where she
/// chose so.
struct WorkerPage {
    let worker: WorkerLine
    let work: [EngagementLine]
    let open: [OrderLine]
    /// What rounds said to her, the latest first.
    let answers: [RoundAnswer]
    /// With whom she goes or not at all.
    let crew: CrewLine?
    let noShows: Int64
    let account: WageAccount?

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("worker", as: WorkerName.self),
            let worker = try LabourQueries.findWorker(id, in: tx)
        else { return nil }
        self.worker = worker
        work = try LabourQueries.listEngagements(of: id, limit: 30, in: tx)
        answers = try RoundQueries.listAnswers(to: id, in: tx)
        noShows = try LabourQueries.countNoShows(of: id, since: request.now.adding(days: -90), in: tx)
        account = try AccountQueries.find(id, in: tx)
        crew = try worker.crew.flatMap { try CrewQueries.findCrew($0, in: tx) }
        let busy = work.filter(\.phase.hasSeat)
        open = try LabourQueries.listOpen(at: request.now, limit: 100, in: tx).filter { order in
            order.free > 0 && !busy.contains { $0.start < order.terms.end && order.terms.start < $0.end }
        }
    }

    static let thing: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("worker", as: WorkerName.self) else { return nil }
        return try LabourQueries.findWorker(id, in: tx).map { Belonging(at: $0.place, of: PersonID($0.id.text)) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let next = work.last { $0.phase.hasSeat && $0.end > request.now }
        let answer = next.map { HTML(text: "\($0.employerName) \(OrderPhrase.time($0.start, format))") }
        let owed = work.reduce(Money.zero) { $0 + $1.owed }
        return Page(
            LabourWords.myDay, request,
            [
                Headline(
                    LabourWords.workerQuestion, answer: answer ?? HTML(text: request(LabourWords.noSeatYet)),
                    note: LabourWords.boardNote),
                FactList(
                    [
                        .init(LabourWords.name, HTML(text: worker.name)),
                        .init(LabourWords.owed, HTML(text: format.money(owed)), note: LabourWords.payToHer),
                        .init(
                            LabourWords.trade,
                            HTML(text: worker.trades.map { request($0.label) }.joined(separator: " "))),
                        .init(
                            TransferText.account,
                            HTML(
                                text: account.map { "\($0.bank) \(AccountNumber.masked($0.number))" }
                                    ?? request(TransferText.none))),
                        .init(CrewText.crew, together(request)),
                        .init(
                            LabourWords.noShows, noShows == 0 ? nil : HTML(text: format.count(noShows)),
                            note: LabourWords.noShowsCounted),
                    ] + lastRound(request)), mine(request), available(request), ActionBar(actions(request)),
            ])
    }

    private func actions(_ request: PageRequest) -> [Action] {
        let base = "/labour/workers/\(worker.id)"
        let seek = Action(
            worker.seekingSince == nil ? LabourWords.seek : LabourWords.stopSeeking, to: base + "/seek",
            isPrimary: true)
        let conditions = Action(StateConditions.title, to: base + "/conditions")
        let leave = worker.crew.map { Action(CrewText.leave, to: "/labour/crews/\($0)/workers/\(worker.id)/leave") }
        let account = Action(RegisterAccount.title, to: base + "/account")
        let own = [seek, conditions, account] + (leave.map { [$0] } ?? [])
        guard NoteCertificate.isOffered(to: request) else { return own }
        return own + [Action(RoundText.noteCertificate, to: base + "/certificate")]
    }

    /// What the last round said to her: of her and the work, of nobody else (Personal Information Protection Law, art. 24).
    private func lastRound(_ request: PageRequest) -> [FactList.Fact] {
        answers.flatMap { answer -> [FactList.Fact] in
            [
                .init(
                    answer.isRefill ? RoundText.refilled : RoundText.whyNot,
                    HTML(text: request(RoundText.reason(answer))),
                    note: Self.time(answer.at, request)),
                .init(
                    RoundText.yourNumber, HTML.link(String(answer.number), to: "/labour/rounds/\(answer.round)")),
            ]
        }
    }

    private static func time(_ instant: Instant, _ request: PageRequest) -> Message {
        let words = OrderPhrase.time(instant, request.format)
        return Message(zh: words, en: words)
    }

    /// How many she goes with; a link for those who may open the crew's page.
    private func together(_ request: PageRequest) -> HTML? {
        crew.map { crew in
            let words = request(LabourWords.people(request.format.count(crew.members.count)))
            let isSeen = request.principal?.role.isPrivate == false || crew.members.first?.id == worker.id
            return isSeen ? HTML.link(words, to: "/labour/crews/\(crew.id)") : HTML(text: words)
        }
    }

    private func mine(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = work.map { line -> [HTML] in
            [
                HTML.link(OrderPhrase.time(line.start, format), to: "/labour/orders/\(line.order)"),
                HTML(text: line.employerName), HTML(text: request(line.phase.label)),
                SeatAnswers.links(line, request),
                line.dueOn == nil
                    ? HTML(text: format.money(line.net))
                    : HTML.link(
                        format.money(line.net), to: "/labour/orders/\(line.order)/workers/\(line.worker)/slip"),
                HTML(text: format.money(line.owed)), HTML(text: line.dueOn.map { format.date($0) } ?? "—"),
            ]
        }
        return DataTable(
            columns: [
                .init(LabourWords.start), .init(LabourWords.employer), .init(LabourWords.phase, .state),
                .init(LabourWords.actions), .init(LabourWords.net, .number), .init(LabourWords.owed, .number),
                .init(LabourWords.dueOn, .number),
            ], rows: rows, empty: EmptyState(LabourWords.noSeatYet))
    }

    private func available(_ request: PageRequest) -> DataTable {
        let rows = open.prefix(20).map { order -> [HTML] in
            [
                HTML.link(
                    request(LabourWords.iGo), to: "/labour/workers/\(worker.id)/orders/\(order.id)/take"),
                HTML(text: order.terms.work), HTML(text: OrderPhrase.time(order.terms.start, request.format)),
                HTML(text: order.terms.address), HTML(text: OrderPhrase.pay(order.terms, request)),
                HTML(text: request(order.terms.insurance.label)),
            ]
        }
        return DataTable(
            columns: [
                .init(LabourWords.canTake), .init(LabourWords.work), .init(LabourWords.start),
                .init(LabourWords.where_), .init(LabourWords.pay, .number), .init(LabourWords.insurance),
            ], rows: Array(rows), empty: EmptyState(LabourWords.noOrders))
    }
}

/// Who looks for work, whoever waits longest first: the desk's list.
struct SeekingPage {
    let workers: [WorkerLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        workers = try LabourQueries.listSeeking(limit: 300, in: tx).filter { worker in
            try request.principal.map { try DivisionQueries.isWithin(worker.place, of: $0.division, in: tx) } ?? false
        }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let rows = workers.map { worker -> [HTML] in
            [
                HTML.link(worker.id.text, to: "/labour/workers/\(worker.id)"), HTML(text: worker.name),
                HTML(text: worker.trades.map { request($0.label) }.joined(separator: " ")),
                HTML(text: worker.seekingSince.map { OrderPhrase.time($0, format) } ?? "—"),
                worker.crew.map { HTML.link(request(CrewText.crew), to: "/labour/crews/\($0)") } ?? HTML(text: "—"),
            ]
        }
        return Page(
            LabourWords.standing, request,
            [
                Headline(
                    LabourWords.standingQuestion, answer: LabourWords.people(format.count(workers.count)),
                    in: request.language),
                DataTable(
                    columns: [
                        .init(LabourWords.worker), .init(LabourWords.name), .init(LabourWords.trade),
                        .init(LabourWords.since, .number), .init(CrewText.crew),
                    ], rows: rows, empty: EmptyState(LabourWords.nobody)),
                ActionBar([Action(CrewText.form, to: "/labour/crews/new")]),
            ])
    }
}

/// Wages past their day, the oldest first, for inspection and the offices of the place.
struct ArrearsPage {
    let lines: [EngagementLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        lines = try LabourQueries.listArrears(limit: 500, in: tx).filter { line in
            guard let principal = request.principal, let order = try LabourQueries.findOrder(line.order, in: tx) else {
                return false
            }
            return try DivisionQueries.isWithin(order.place, of: principal.division, in: tx)
        }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let owed = lines.reduce(Money.zero) { $0 + $1.owed }
        let rows = lines.map { line -> [HTML] in
            [
                HTML.link(line.employerName, to: "/labour/employers/\(line.employer)"),
                HTML.link(line.order.text, to: "/labour/orders/\(line.order)"),
                HTML.link(line.workerName, to: CasePage.path(line.worker, on: line.order)),
                HTML(text: format.money(line.owed)), HTML(text: line.dueOn.map { format.date($0) } ?? "—"),
                HTML(text: line.arrear.map { request($0.label) } ?? "—"),
            ]
        }
        return Page(
            LabourWords.arrears, request,
            [
                Headline(
                    LabourWords.arrearsQuestion,
                    answer: LabourWords.owes(format.money(owed), format.count(lines.count)), in: request.language),
                DataTable(
                    columns: [
                        .init(LabourWords.employer), .init(LabourWords.order), .init(LabourWords.worker),
                        .init(LabourWords.owed, .number), .init(LabourWords.dueOn, .number),
                        .init(LabourWords.step, .state),
                    ], rows: rows, empty: EmptyState(LabourWords.noArrears)),
            ])
    }
}
