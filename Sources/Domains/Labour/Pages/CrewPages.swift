import Kernel
import Registry
import Storage
import Web

/// A group's page, for its leader and the desks: who goes along, what it is asked, where there are seats for all.
struct CrewPage {
    let crew: CrewLine
    /// What it is asked now.
    let asked: OrderLine?
    let open: [OrderLine]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("crew", as: CrewName.self), let crew = try CrewQueries.findCrew(id, in: tx)
        else { return nil }
        self.crew = crew
        asked = try CrewQueries.findAsked(id, in: tx).flatMap { try LabourQueries.findOrder($0, in: tx) }
        let size = Int64(crew.members.count)
        open =
            crew.isOver || asked != nil
            ? [] : try LabourQueries.listOpen(at: request.now, limit: 100, in: tx).filter { $0.free >= size }
    }

    /// The desks' and the leader's.
    static let thing: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("crew", as: CrewName.self) else { return nil }
        return try CrewQueries.findCrew(id, in: tx).map { crew in
            Belonging(at: crew.place, of: crew.members.first.flatMap { PersonID($0.id.text) })
        }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let isDesk = request.principal?.role.isPrivate == false
        let rows = crew.members.enumerated().map { position, worker -> [HTML] in
            let leave = "/labour/crews/\(crew.id)/workers/\(worker.id)/leave"
            return [
                isDesk ? HTML.link(worker.name, to: "/labour/workers/\(worker.id)") : HTML(text: worker.name),
                HTML(text: position == 0 ? request(CrewText.leader) : ""),
                HTML(text: worker.seekingSince.map { OrderPhrase.time($0, format) } ?? "—"),
                isDesk || position == 0 ? HTML.link(request(CrewText.leave), to: leave) : "",
            ]
        }
        let count = LabourWords.people(format.count(crew.members.count))
        return Page(
            CrewText.crew, request,
            [
                Breadcrumb([.init(request(LabourWords.board), "/labour"), .init(request(CrewText.crew))]),
                Headline(
                    CrewText.question, answer: crew.isOver ? CrewText.over : count, note: CrewText.note,
                    in: request.language),
                DataTable(
                    columns: [
                        .init(LabourWords.name), .init(CrewText.leader), .init(LabourWords.since, .number),
                        .init(LabourWords.actions),
                    ], rows: rows, empty: EmptyState(LabourWords.nobody)), work(request),
            ])
    }

    /// What it is asked; otherwise what has seats for all.
    private func work(_ request: PageRequest) -> DataTable {
        let rows = (asked.map { [$0] } ?? Array(open.prefix(20))).map { order -> [HTML] in
            [
                answers(order, request), HTML(text: order.terms.work),
                HTML(text: OrderPhrase.time(order.terms.start, request.format)), HTML(text: order.terms.address),
                HTML(text: OrderPhrase.pay(order.terms, request)), HTML(text: request.format.count(order.free)),
            ]
        }
        return DataTable(
            columns: [
                .init(asked == nil ? CrewText.canTake : CrewText.asked), .init(LabourWords.work),
                .init(LabourWords.start), .init(LabourWords.where_), .init(LabourWords.pay, .number),
                .init(LabourWords.seatsLeft, .number),
            ], rows: rows, empty: EmptyState(LabourWords.noOrders))
    }

    private func answers(_ order: OrderLine, _ request: PageRequest) -> HTML {
        let yes = HTML.link(request(CrewText.weGo), to: "/labour/crews/\(crew.id)/orders/\(order.id)/take")
        guard asked != nil, let leader = crew.members.first else { return yes }
        let no = HTML.link(
            request(CrewText.iDoNotGo), to: "/labour/workers/\(leader.id)/orders/\(order.id)/decline")
        return HTML.joined([yes, no], by: " · ")
    }
}

/// What somebody may answer to her work: to an offer yes or no, to a seat she took that she cannot come.
enum SeatAnswers {
    static func links(_ line: EngagementLine, _ request: PageRequest) -> HTML {
        let own = "/labour/workers/\(line.worker)/orders/\(line.order)"
        let no = HTML.link(request(CrewText.iDoNotGo), to: own + "/decline")
        switch line.phase {
        case .offered:
            let yes =
                line.crew.map { HTML.link(request(CrewText.weGo), to: "/labour/crews/\($0)/orders/\(line.order)/take") }
                ?? HTML.link(request(LabourWords.iGo), to: own + "/take")
            return HTML.joined([yes, no], by: " · ")
        case .accepted where line.start > request.now:
            return HTML.link(
                request(CrewText.iGiveUp), to: "/labour/orders/\(line.order)/workers/\(line.worker)/giveup")
        default: return HTML(text: "—")
        }
    }
}

extension LabourForm {
    static let crews = [formCrew, leaveCrew, seatCrew]

    static let formCrew = form(
        "/labour/crews/new", FormCrew.self, note: CrewText.note, target: "/labour/crews/{id}",
        fields: { request, tx in
            let place = request.principal?.division ?? .root
            let people = try CrewQueries.listAlone(within: place, limit: 100, in: tx).map { worker in
                FormField.Option(worker.id.text, "\(worker.name) · \(worker.id)")
            }
            return [
                .hidden("place", place.text), .choice("leader", CrewText.leader, people, hint: CrewText.alone),
                .several("members", CrewText.members, people, hint: CrewText.alone),
                .checkbox("consent", CrewText.consent),
            ]
        })

    static let leaveCrew = form(
        "/labour/crews/{crew}/workers/{worker}/leave", LeaveCrew.self, note: CrewText.leaveNote,
        target: "/labour/workers/{worker}",
        of: { request, tx in
            guard let crew = try CrewPage.thing(request, tx), let worker = try WorkerPage.thing(request, tx) else {
                return nil
            }
            return Belonging(at: crew.place, of: worker.holder)
        },
        fields: { request, _ in VerbForm.hidden("crew", "worker", of: request) })

    static let seatCrew = form(
        "/labour/crews/{crew}/orders/{order}/take", SeatCrew.self, note: CrewText.note,
        target: "/labour/crews/{crew}",
        of: { request, tx in
            guard let order = try ofOrder(request, tx), let crew = try CrewPage.thing(request, tx) else { return nil }
            return Belonging(at: order.place, of: crew.holder)
        },
        fields: { request, tx in
            let leader = try request.identifier("crew", as: CrewName.self).flatMap {
                try CrewQueries.listMembers(of: $0, in: tx).first
            }
            return VerbForm.hidden("order", of: request) + [.hidden("worker", leader?.text ?? "")]
        })
}
