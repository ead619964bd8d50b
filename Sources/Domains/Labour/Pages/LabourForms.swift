import Kernel
import Registry
import Storage
import Web

/// The forms of the market.
enum LabourForm {
    /// A form as every other, with whom it is about above it.
    static func form(
        _ path: String, _ command: any LabourCommand.Type, note: Message? = nil, target: String,
        of thing: VerbForm.Thing? = nil, fields: @escaping VerbForm.Fields
    ) -> VerbForm {
        VerbForm(
            path, command, note: note, target: target, of: thing, above: about, fields: fields)
    }

    /// Whom or what the form is about: the employer, the order and the worker of its address, as far as the reader sees them
    /// on their pages.
    private static let about: VerbForm.Above = { request, tx in
        var facts: [FactList.Fact] = []
        let order = request.identifier("order", as: LabourOrderName.self)
        if let id = request.identifier("employer", as: EmployerName.self),
            let line = try LabourQueries.findEmployer(id, in: tx)
        {
            facts.append(.init(LabourWords.employer, HTML(text: line.name)))
        }
        if let order, let line = try LabourQueries.findOrder(order, in: tx) {
            facts += [
                .init(LabourWords.work, HTML(text: line.terms.work)),
                .init(LabourWords.start, HTML.time(line.terms.start, request.language)),
                .init(LabourWords.employer, HTML(text: line.employerName)),
            ]
        }
        if let name = try workerName(request, order, tx) { facts.append(.init(LabourWords.name, HTML(text: name))) }
        return facts.isEmpty ? [] : [FactList(facts)]
    }

    /// Of a worker on the order, or of one whose own page the reader may open.
    private static func workerName(_ request: PageRequest, _ order: OrderID?, _ tx: any ReadTransaction) throws
        -> String?
    {
        guard let id = request.identifier("worker", as: WorkerName.self), let principal = request.principal else {
            return nil
        }
        if let order, let work = try LabourQueries.findEngagement(id, on: order, in: tx) { return work.workerName }
        guard let thing = try WorkerPage.thing(request, tx), try SeekWork.access.reaches(thing, for: principal, in: tx)
        else { return nil }
        return try LabourQueries.findWorker(id, in: tx)?.name
    }
}

extension LabourForm {
    static let all = [
        employer, verify, block, unblock, eraseEmployer, worker, seek, conditions, post, again, seats, cancel, take,
        decline,
        giveUp, checkIn,
        noShow,
        hours,
        pay, figures,
    ]

    static let employer = form(
        "/labour/employers/new", RegisterEmployer.self,
        target: "/labour/employers/{id}",
        fields: { request, tx in
            let units = EmployerKind.allCases.filter { $0 != .household }
            return [
                .choice("kind", LabourWords.kind, VerbForm.options(request) { (kind: EmployerKind) in kind.label }),
                .text("publicName", LabourWords.publicName).only("kind", units),
                .text("name", LabourWords.householdName).only("kind", [EmployerKind.household]),
                .text("phone", LabourWords.phone, optional: true),
                try .pick("place", LabourWords.place, of: DivisionName.self, request, tx),
                try .pick(
                    "organisation", LabourWords.organisation, of: OrganisationName.self, request, tx, optional: true
                ).only("kind", [EmployerKind.cooperative, .collective]),
            ]
        })

    static let verify = employerPaper("/verify", VerifyEmployer.self)
    static let unblock = employerPaper("/unblock", UnblockEmployer.self)

    private static func employerPaper(_ path: String, _ command: any LabourCommand.Type) -> VerbForm {
        form(
            "/labour/employers/{employer}" + path, command,
            target: "/labour/employers/{employer}", of: EmployerPage.thing,
            fields: { request, _ in VerbForm.hidden("employer", of: request) + [.text("paper", LabourWords.paper)] })
    }

    static let block = form(
        "/labour/employers/{employer}/block", BlockEmployer.self,
        target: "/labour/employers/{employer}", of: EmployerPage.thing,
        fields: { request, _ in
            VerbForm.hidden("employer", of: request) + [
                .choice("ground", LabourWords.groundLabel, VerbForm.options(request) { LabourWords.block($0) }),
                .text("paper", LabourWords.paper),
            ]
        })

    static let eraseEmployer = form(
        "/labour/employers/{employer}/erase", EraseEmployer.self, note: LabourText.eraseEmployerNote,
        target: "/labour/employers/{employer}", of: EmployerPage.thing,
        fields: { request, _ in VerbForm.hidden("employer", of: request) })

    static let worker = form(
        "/labour/workers/new", RegisterWorker.self,
        note: LabourWords.boardNote, target: "/labour/workers/{id}",
        fields: { request, tx in
            [
                .text("name", LabourWords.name), .text("identityNumber", LabourWords.identityNumber, limit: 18),
                .text("phone", LabourWords.phone, optional: true),
                .choice(
                    "trades[0]", LabourWords.trade, VerbForm.options(request) { (trade: Trade) in trade.label },
                    value: "general"
                ),
                try .pick(
                    "place", LabourWords.place, of: DivisionName.self, request, tx,
                    value: request.principal?.division.text ?? ""), .checkbox("consent", LabourWords.consent),
            ]
        })

    static let seek = form(
        "/labour/workers/{worker}/seek", SeekWork.self,
        target: "/labour/workers/{worker}", of: WorkerPage.thing,
        fields: { request, tx in
            let id = request.identifier("worker", as: WorkerName.self)
            let isSeeking = try id.flatMap { try LabourQueries.findWorker($0, in: tx) }?.seekingSince != nil
            return VerbForm.hidden("worker", of: request) + [.hidden("isSeeking", isSeeking ? "false" : "true")]
        })

    static let conditions = form(
        "/labour/workers/{worker}/conditions", StateConditions.self, note: ConditionText.note,
        target: "/labour/workers/{worker}", of: WorkerPage.thing,
        fields: { request, tx in
            let said = try request.identifier("worker", as: WorkerName.self).map {
                try LabourQueries.conditions(of: $0, in: tx)
            }
            return VerbForm.hidden("worker", of: request) + [
                .money(
                    "reserveFen", ConditionText.reserve, hint: ConditionText.reserveHint, optional: true,
                    value: said?.reserve),
                .choice(
                    "reach", ConditionText.reach, VerbForm.options(request) { (reach: WorkReach) in reach.label },
                    value: (said?.reach ?? .anywhere).rawValue),
            ]
        })

    static let figures = form(
        "/labour/statistics/file", FileFigures.self,
        note: StatisticsText.note, target: "/labour/statistics",
        fields: { request, tx in
            [
                try .pick("place", LabourWords.place, of: DivisionName.self, request, tx),
                .date("from", LabourWords.from), .date("until", LabourWords.until),
                .number("employers", StatisticsText.label(.employers)), .number("posts", StatisticsText.label(.posts)),
                .number("served", StatisticsText.label(.served)), .number("persons", StatisticsText.label(.persons)),
                .number("intentions", StatisticsText.label(.intentions)), .text("source", LabourWords.source),
            ]
        })
}
