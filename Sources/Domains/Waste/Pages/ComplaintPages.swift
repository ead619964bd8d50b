import Kernel
import Registry
import Storage
import Web

/// Who may look at a complaint: the desks of its place, and whoever made it.
enum ComplaintDesks {
    static let access: Access = [
        .own(.villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .supervisor, .administrator),
        .mine(.villager, .bidder),
    ]
}

/// What is not answered in time: counts for everyone, the complaints themselves for the desks of the place and for whoever
/// made them.
struct ComplaintListPage {
    private static let days: Int64 = 90
    private static let most = 500
    let villages: [(name: String, tally: ComplaintTally)]
    let townships: [(name: String, tally: ComplaintTally)]
    let overdue: Int64
    /// Nil where the reader is nobody's desk and nobody in person.
    let lines: [ComplaintLine]?
    let isDesk: Bool
    let mayFile: Bool

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let tallies = try ComplaintQueries.tally(
            since: request.now.adding(days: -Self.days), at: request.now, in: tx)
        var (villages, townships): ([(String, ComplaintTally)], [DivisionID: (String, ComplaintTally)]) = ([], [:])
        for tally in tallies {
            guard let place = try DivisionQueries.find(tally.place, in: tx) else { continue }
            let above = try DivisionQueries.listPath(to: place, in: tx)
            let township = (above + [place]).last { $0.level == .township }
            let name = township.map { $0.id == place.id ? place.name : "\($0.name) · \(place.name)" } ?? place.name
            villages.append((name, tally))
            guard let township else { continue }
            var sum = townships[township.id]?.1 ?? ComplaintTally(place: township.id)
            sum.add(tally)
            townships[township.id] = (township.name, sum)
        }
        overdue = tallies.reduce(0) { $0 + $1.overdue }
        self.villages = Self.ordered(villages)
        self.townships = Self.ordered(Array(townships.values))
        let role = request.principal?.role
        isDesk = role.map { ComplaintDesks.access.roles.contains($0) && !$0.isPrivate } ?? false
        if let principal = request.principal, isDesk {
            lines = try ComplaintQueries.list(within: principal.division, limit: Self.most, in: tx)
        } else if let principal = request.principal, principal.role.isPrivate {
            lines = try ComplaintQueries.list(of: principal.person, limit: Self.most, in: tx)
        } else {
            lines = nil
        }
        mayFile = role == nil || FileComplaint.isOffered(to: request)
    }

    /// Where most is past its time first.
    private static func ordered(_ rows: [(String, ComplaintTally)]) -> [(name: String, tally: ComplaintTally)] {
        rows.map { (name: $0.0, tally: $0.1) }.sorted { left, right in
            (right.tally.overdue, right.tally.open, left.name) < (left.tally.overdue, left.tally.open, right.name)
        }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let own: [any Component] =
            lines.map { [Section(isDesk ? ComplaintText.toAnswer : ComplaintText.mine, [table($0, request)])] } ?? []
        let head: [any Component] = [
            Breadcrumb([.init(request(WasteText.title), "/waste"), .init(request(ComplaintText.complaints))]),
            Headline(
                ComplaintText.whatIsLate,
                answer: overdue == 0 ? ComplaintText.nothingIsLate : ComplaintText.late(format.count(overdue)),
                note: ComplaintText.countsOnly, in: request.language),
            ActionBar(
                mayFile ? [Action(ComplaintText.fileComplaint, to: "/waste/complaints/new", isPrimary: true)] : []),
        ]
        return Page(
            ComplaintText.complaints, request,
            head + own + [
                Section(
                    ComplaintText.byTownship,
                    [
                        DataTable(
                            columns: Self.columns(ComplaintText.township),
                            rows: townships.map { [HTML(text: $0.name)] + figures($0.tally, format) },
                            empty: EmptyState(ComplaintText.noComplaints))
                    ]),
                Section(
                    ComplaintText.byVillage,
                    [
                        DataTable(
                            columns: Self.columns(ComplaintText.village),
                            rows: villages.map { [HTML(text: $0.name)] + figures($0.tally, format) },
                            empty: EmptyState(ComplaintText.noComplaints))
                    ]),
            ])
    }

    private static func columns(_ place: Message) -> [DataTable.Column] {
        [
            .init(place), .init(ComplaintText.overdueCount, .number), .init(ComplaintText.openCount, .number),
            .init(ComplaintText.lateCount, .number), .init(ComplaintText.filedCount, .number),
        ]
    }

    private func figures(_ tally: ComplaintTally, _ format: Format) -> [HTML] {
        [tally.overdue, tally.open, tally.late, tally.filed].map { HTML(text: format.count($0)) }
    }

    private func table(_ lines: [ComplaintLine], _ request: PageRequest) -> DataTable {
        let rows = lines.map { line -> [HTML] in
            [
                HTML.link(request(line.kind.label), to: "/waste/complaints/\(line.id)"), HTML(text: line.placeName),
                ComplaintText.state(line, at: request.now).html(request.language),
                HTML.time(line.answerBy, request.language), HTML.time(line.filedAt, request.language),
            ]
        }
        return DataTable(
            columns: [
                .init(ComplaintText.kind), .init(WasteText.place), .init(WasteText.state, .state),
                .init(ComplaintText.answerBy), .init(ComplaintText.filedAt),
            ], rows: rows, empty: EmptyState(ComplaintText.noneOfMine))
    }
}

/// One complaint, for the desks of its place and whoever made it.
struct ComplaintPage {
    let line: ComplaintLine
    let siteName: String?
    let words: [ComplaintWord]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("complaint", as: ComplaintName.self),
            let line = try ComplaintQueries.find(id, in: tx)
        else { return nil }
        self.line = line
        siteName = try line.site.flatMap { try WasteQueries.findSite($0, in: tx) }?.name
        words = try ComplaintQueries.listWords(of: id, in: tx)
        actions = try Self.actions(line, request, in: tx)
    }

    /// Whose it is, for its page and its forms.
    static let thing: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("complaint", as: ComplaintName.self),
            let line = try ComplaintQueries.find(id, in: tx)
        else { return nil }
        return Belonging(at: line.place, of: try ComplaintQueries.findPerson(of: id, in: tx))
    }

    /// What the reader may do with it now, and nothing they would be refused.
    private static func actions(_ line: ComplaintLine, _ request: PageRequest, in tx: any ReadTransaction) throws
        -> [Action]
    {
        guard let role = request.principal?.role, let thing = try thing(request, tx) else { return [] }
        func may(_ command: any WasteCommand.Type) throws -> Bool {
            try request.principal.map { try command.access.reaches(thing, for: $0, in: tx) } ?? false
        }
        let base = "/waste/complaints/\(line.id)"
        let isForDesk = role.isPrivate || line.isCounter
        var actions: [Action] = []
        if line.phase == .filed, !line.isForgotten, try may(AnswerComplaint.self) {
            actions.append(Action(AnswerComplaint.title, to: base + "/answer", isPrimary: true))
        }
        if line.phase == .answered, !line.isForgotten, isForDesk, try may(ReopenComplaint.self) {
            actions.append(Action(ReopenComplaint.title, to: base + "/reopen"))
        }
        let mayEnd = role.isPrivate || role == .supervisor || (line.isCounter && line.phase == .answered)
        if line.phase != .closed, mayEnd, try may(CloseComplaint.self) {
            actions.append(Action(CloseComplaint.title, to: base + "/close"))
        }
        if line.isCounter, !line.isForgotten, try may(EraseComplaint.self) {
            actions.append(Action(EraseComplaint.title, to: base + "/erase"))
        }
        return actions
    }

    func page(_ request: PageRequest) -> Page {
        let state = ComplaintText.state(line, at: request.now)
        var facts: [FactList.Fact] = [
            .init(ComplaintText.kind, HTML(text: request(line.kind.label))),
            .init(WasteText.place, HTML(text: line.placeName)),
            .init(ComplaintText.site, line.site.map { HTML.link(siteName ?? $0.text, to: "/waste/sites/\($0)") }),
            .init(
                ComplaintText.way,
                HTML(text: request(line.isCounter ? ComplaintText.atCounter : ComplaintText.inPerson))),
            .init(ComplaintText.filedAt, HTML.time(line.filedAt, request.language)),
            .init(ComplaintText.answerBy, HTML.time(line.answerBy, request.language)),
            .init(
                ComplaintText.escalated,
                line.isOverdue(at: request.now) ? HTML(text: request(ComplaintText.escalatedTo)) : nil),
            .init(ComplaintText.answeredAt, line.answeredAt.map { HTML.time($0, request.language) }),
            .init(ComplaintText.closing, line.closing.map { HTML(text: request($0.label)) }),
        ]
        if let photo = line.photo {
            facts.append(.init(ComplaintText.photo, PaperCard(photo, request).html(request.language)))
        }
        return Page(
            ComplaintText.complaint, request,
            [
                Breadcrumb([
                    .init(request(WasteText.title), "/waste"),
                    .init(request(ComplaintText.complaints), "/waste/complaints"),
                    .init(request(ComplaintText.complaint)),
                ]), Headline(ComplaintText.howIsIt, answer: state.html(request.language)), ActionBar(actions),
                Section(ComplaintText.said, [said(request)]), FactList(facts),
            ])
    }

    private func said(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [.init(ComplaintText.who), .init(ComplaintText.words), .init(ComplaintText.when)],
            rows: words.map { word in
                [
                    HTML(text: request(word.isAnswer ? ComplaintText.desk : ComplaintText.complainant)),
                    HTML(text: word.text), HTML.time(word.at, request.language),
                ]
            }, empty: EmptyState(ComplaintText.destroyed))
    }
}
