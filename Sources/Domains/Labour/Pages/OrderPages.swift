import Kernel
import Registry
import Storage
import Web

/// What work there is, by its start. Public, and the hall's large screen with `?view=wall`: orders, and nobody's name.
struct BoardPage {
    let orders: [OrderLine]
    let own: OwnRecord

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        orders = try LabourQueries.listOpen(at: request.now, limit: 200, in: tx)
        own = try OwnRecord(of: request, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let left = orders.reduce(0) { $0 + $1.free }
        let rows = orders.map { order -> [HTML] in
            [
                HTML(text: OrderPhrase.time(order.terms.start, format)),
                HTML.link(order.terms.work, to: "/labour/orders/\(order.id)"), HTML(text: order.terms.address),
                HTML(text: OrderPhrase.pay(order.terms, request)), HTML(text: request(order.terms.cycle.label)),
                HTML(text: request(order.terms.insurance.label)), HTML(text: format.count(order.free)),
            ]
        }
        return Page(
            LabourWords.board, request,
            [
                Headline(
                    LabourWords.boardQuestion,
                    answer: LabourWords.open(format.count(orders.count), format.count(left)),
                    note: LabourWords.boardNote, in: request.language),
                DataTable(
                    columns: [
                        .init(LabourWords.start), .init(LabourWords.work), .init(LabourWords.where_),
                        .init(LabourWords.pay, .number), .init(LabourWords.paidWhen), .init(LabourWords.insurance),
                        .init(LabourWords.seatsLeft, .number),
                    ], rows: rows, empty: EmptyState(LabourWords.noOrders)), ActionBar(actions(request)),
            ])
    }

    private func actions(_ request: PageRequest) -> [Action] {
        var actions =
            own.actions(isPrimary: true) + [
                Action(RoundText.rounds, to: "/labour/rounds"), Action(StatisticsText.title, to: "/labour/statistics"),
            ]
        guard let role = request.principal?.role else { return actions }
        if RegisterWorker.isOffered(to: request) {
            actions += [
                Action(LabourText.registerWorker, to: "/labour/workers/new", isPrimary: true),
                Action(LabourWords.standing, to: "/labour/seeking"), Action(MessageText.calls, to: CallsPage.path),
                Action(LabourText.registerEmployer, to: "/labour/employers/new"),
            ]
        }
        if LabourDesks.arrears.contains(role) { actions.append(Action(LabourWords.arrears, to: "/labour/arrears")) }
        return actions
    }
}

/// What the market knows of whoever reads: her own page as a worker, as an employer. Nothing of most people.
struct OwnRecord {
    let worker: WorkerID?
    let employer: EmployerID?

    init(of request: PageRequest, in tx: any ReadTransaction) throws {
        let person = request.principal.flatMap { $0.role.signsInByPhone ? $0.person.text : nil }
        worker = try person.flatMap { try WorkerID($0).flatMap { try LabourQueries.findWorker($0, in: tx)?.id } }
        employer = try person.flatMap {
            try EmployerID($0).flatMap { try LabourQueries.findEmployer($0, in: tx)?.employer.id }
        }
    }

    func actions(isPrimary: Bool) -> [Action] {
        let mine = worker.map { Action(LabourWords.myDay, to: "/labour/workers/\($0)", isPrimary: isPrimary) }
        let orders = employer.map { Action(LabourWords.myOrders, to: "/labour/employers/\($0)", isPrimary: isPrimary) }
        return [mine, orders].compactMap { $0 }
    }
}

/// Words of an order that several pages say.
enum OrderPhrase {
    /// `3 March 2026 07:00`; seconds say nothing at the kerb.
    static func time(_ instant: Instant, _ format: Format) -> String {
        "\(format.date(instant)) \(format.time(instant).prefix(5))"
    }

    static func pay(_ terms: OrderTerms, _ request: PageRequest) -> String {
        "\(terms.rate.plainYuan) \(request(terms.unit.label))"
    }
}

/// One order: the facts that art. 24 of Order 700 asks for; to its employer and its desks also who comes.
struct OrderPage {
    let order: OrderLine
    let people: [EngagementLine]
    /// What filled its seats again, for whoever sees who comes.
    let refill: RoundLine?
    let maySeeList: Bool
    let own: OwnRecord

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("order", as: LabourOrderName.self),
            let order = try LabourQueries.findOrder(id, in: tx)
        else { return nil }
        self.order = order
        let thing = Belonging(at: order.place, of: PersonID(order.terms.employer.text))
        maySeeList = try request.principal.map { try ConfirmHours.access.reaches(thing, for: $0, in: tx) } ?? false
        people = maySeeList ? try LabourQueries.listEngagements(on: id, in: tx) : []
        own = try OwnRecord(of: request, in: tx)
        refill = maySeeList ? try RoundQueries.findRefill(of: id, in: tx) : nil
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let answer = order.isCancelled ? LabourWords.cancelled : LabourWords.wanted(format.count(order.free))
        var parts: [any Component] = [
            Breadcrumb([.init(request(LabourWords.board), "/labour"), .init(order.id.text)]),
            Headline(LabourWords.orderQuestion, answer: answer, note: LabourWords.boardNote, in: request.language),
            FactList(facts(request)),
        ]
        if maySeeList {
            parts.append(table(request))
            parts.append(
                ActionBar([
                    Action(LabourText.repeatOrder, to: "/labour/orders/\(order.id)/repeat", isPrimary: true),
                    Action(LabourText.changeSeats, to: "/labour/orders/\(order.id)/seats"),
                    Action(LabourText.cancelOrder, to: "/labour/orders/\(order.id)/cancel"),
                    Action(TransferText.files, to: "/labour/orders/\(order.id)/files"),
                ]))
        } else if let worker = own.worker {
            let take = Action(
                LabourWords.iGo, to: "/labour/workers/\(worker)/orders/\(order.id)/take", isPrimary: true)
            parts.append(ActionBar((order.free > 0 ? [take] : []) + own.actions(isPrimary: false)))
        }
        return Page(LabourWords.order, request, parts)
    }

    private func facts(_ request: PageRequest) -> [FactList.Fact] {
        let format = request.format
        let terms = order.terms
        var facts: [FactList.Fact] = [
            .init(LabourWords.work, HTML(text: terms.work)),
            .init(LabourWords.trade, HTML(text: request(terms.trade.label))),
            .init(LabourWords.employer, employerLink),
            .init(LabourWords.start, HTML(text: OrderPhrase.time(terms.start, format))),
            .init(LabourWords.end, HTML(text: OrderPhrase.time(terms.end, format))),
            .init(LabourWords.where_, HTML(text: terms.address)),
            .init(LabourWords.conditions, HTML(text: terms.conditions)),
            .init(LabourWords.pay, HTML(text: OrderPhrase.pay(terms, request))),
            .init(LabourWords.paidWhen, HTML(text: request(terms.cycle.label))),
            .init(LabourWords.shortDay, HTML(text: request(terms.shortDay.label))),
            .init(LabourWords.insurance, HTML(text: request(terms.insurance.label))),
            .init(LabourWords.policy, terms.policy.map { HTML(text: $0) }),
            .init(LabourWords.seats, HTML(text: format.count(terms.seats))),
            .init(LabourWords.taken, HTML(text: format.count(order.taken))),
            .init(LabourWords.waitingCount, HTML(text: format.count(order.waiting))),
        ]
        if let refill {
            let link = HTML.link(OrderPhrase.time(refill.at, format), to: "/labour/rounds/\(refill.id)")
            facts.append(.init(RoundText.lastFilled, link))
        }
        return facts
    }

    private var employerLink: HTML {
        guard maySeeList else { return HTML(text: order.employerName) }
        return HTML.link(order.employerName, to: "/labour/employers/\(order.terms.employer)")
    }

    private func table(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = people.map { line -> [HTML] in
            [
                HTML(text: line.workerName), HTML(text: line.worker.text), HTML(text: request(line.phase.label)),
                HTML(text: line.came.map { String(format.time($0).prefix(5)) } ?? "—"),
                HTML(text: line.minutes.map { format.count($0) } ?? "—"), HTML(text: format.money(line.net)),
                HTML(text: format.money(line.owed)), Self.links(line, request),
            ]
        }
        return DataTable(
            columns: [
                .init(LabourWords.name), .init(LabourWords.worker), .init(LabourWords.phase, .state),
                .init(LabourWords.came, .number), .init(LabourWords.minutes, .number), .init(LabourWords.net, .number),
                .init(LabourWords.owed, .number), .init(LabourWords.actions),
            ], rows: rows, empty: EmptyState(LabourWords.nobody))
    }

    private static func links(_ line: EngagementLine, _ request: PageRequest) -> HTML {
        let base = "/labour/orders/\(line.order)/workers/\(line.worker)"
        switch line.phase {
        // The desk checks in for her; an employer does not.
        case .offered where request.principal?.role.isPrivate == false: return SeatAnswers.links(line, request)
        case .accepted where request.principal?.role.isPrivate == false:
            let isBefore = line.start > request.now
            return HTML.joined(
                [
                    HTML.link(request(LabourText.checkIn), to: base + "/checkin"),
                    isBefore
                        ? HTML.link(request(LabourText.giveUpSeat), to: base + "/giveup")
                        : HTML.link(request(LabourText.recordNoShow), to: base + "/noshow"),
                ], by: " · ")
        case .arrived: return HTML.link(request(LabourText.confirmHours), to: base + "/hours")
        case .worked, .cancelled:
            return line.owed > .zero ? HTML.link(request(LabourText.payWages), to: base + "/pay") : HTML(text: "—")
        case .offered, .accepted, .withdrawn, .declined, .lapsed, .noShow: return HTML(text: "—")
        }
    }
}
