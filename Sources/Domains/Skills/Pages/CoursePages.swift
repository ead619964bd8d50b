import Kernel
import Registry
import Storage
import Web

/// What a course's page and list say of its state.
enum CoursePhase {
    case planned, open, full, running, closed

    init(_ line: CourseLine, at now: Instant) {
        if line.closedAt != nil {
            self = .closed
        } else if !line.isApproved {
            self = .planned
        } else if line.starts.map({ $0 <= now }) ?? false {
            self = .running
        } else {
            self = line.free > 0 ? .open : .full
        }
    }

    /// Whether there are seats to speak of.
    var isStillAhead: Bool { self == .planned || self == .open || self == .full }

    var words: Message {
        switch self {
        case .planned: SkillsText.planned
        case .open: SkillsText.open
        case .full: SkillsText.full
        case .running: SkillsText.running
        case .closed: SkillsText.closed
        }
    }

    var tag: Tag { Tag(words, self == .open ? .good : self == .full ? .warning : .neutral) }
}

/// The room's first page: what can be joined, and how many certificates hold.
struct CoursesPage {
    private static let most = 1_000
    let courses: [CourseLine]
    let places: [DivisionID: String]
    let inForce: [(Occupation, Int64)]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        courses = try SkillsQueries.listCourses(limit: Self.most, in: tx)
        var places: [DivisionID: String] = [:]
        for place in Set(courses.map(\.place)) { places[place] = try DivisionQueries.find(place, in: tx)?.name }
        self.places = places
        inForce = try SkillsQueries.countInForce(on: request.now.date, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let open = courses.filter { CoursePhase($0, at: request.now) == .open }
        let total = inForce.reduce(0) { $0 + $1.1 }
        let tiles =
            [
                StatTiles.Stat(
                    CertificateText.inForce, HTML(text: format.count(total)), definition: CertificateText.inForceMeans,
                    to: "/skills/certificates")
            ]
            + inForce.prefix(3).map {
                .init($0.0.label, HTML(text: format.count($0.1)), definition: CertificateText.inForceMeans)
            }
        return Page(
            SkillsText.title, request,
            [
                Headline(
                    SkillsText.coursesQuestion, answer: SkillsText.coursesAnswer(format.count(open.count)),
                    note: SkillsText.free, in: request.language), ActionBar(actions(request)), StatTiles(tiles),
                Section(SkillsText.courses, [table(request)]),
            ])
    }

    private func actions(_ request: PageRequest) -> [Action] {
        var actions = [
            Action(CertificateText.lookUp, to: "/skills/certificates"),
            Action(SubsidyText.claims, to: "/skills/claims"),
        ]
        if RegisterLearner.isOffered(to: request) {
            actions.append(Action(RegisterLearner.title, to: "/skills/learners/new", isPrimary: true))
        }
        if PlanCourse.isOffered(to: request) { actions.append(Action(PlanCourse.title, to: "/skills/courses/new")) }
        if request.principal.map({ SkillsDesks.list.roles.contains($0.role) }) ?? false {
            actions.append(Action(SkillsText.trainers, to: "/skills/trainers"))
        }
        return actions
    }

    private func table(_ request: PageRequest) -> ListTable {
        let format = request.format
        return ListTable(
            request,
            columns: [
                .init("title", SkillsText.courseTitle), .init("occupation", SkillsText.occupation),
                .init("level", SkillsText.level), .init("provider", SkillsText.provider),
                .init("place", SkillsText.place), .init("starts", SkillsText.starts),
                .init("free", SkillsText.seatsLeft, .number), .init("state", SkillsText.state, .state),
            ],
            rows: courses.map { line in
                let phase = CoursePhase(line, at: request.now)
                return [
                    .text(line.plan.title, to: "/skills/courses/\(line.id)"),
                    .text(request(line.plan.occupation.label)),
                    .text(line.plan.level.map { request(CertificateText.levelName($0)) } ?? "—"),
                    .text(line.plan.provider), .text(places[line.place] ?? ""),
                    .instant(line.starts, request.language),
                    phase.isStillAhead ? .count(line.free, format) : .text("—"), .tag(phase.tag, request.language),
                ]
            }, most: Self.most, empty: EmptyState(SkillsText.noCourses))
    }
}

/// Who sees the people of a course, and the list of those who teach.
enum SkillsDesks {
    static let list: Access = [
        .own(.villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .supervisor)
    ]
    static let learner: Access = [
        .own(.villageClerk, .stationAgent, .stationReviewer, .countyOfficer), .mine(.villager, .bidder),
    ]

    /// A learner's page where the reader's role may open it, the words alone where it may not.
    static func link(_ words: String, to learner: LearnerID, for request: PageRequest) -> HTML {
        let mayOpen = request.principal.map { self.learner.roles.contains($0.role) } ?? false
        return mayOpen ? .link(words, to: "/skills/learners/\(learner)") : HTML(text: words)
    }
}

/// One course: when it meets, and for its desks who is on it.
struct CoursePage {
    let line: CourseLine
    let place: String
    let sessions: [SessionLine]
    /// Nil for whoever has no business with the names.
    let people: [EnrolmentLine]?
    let examiners: [String]
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("course", as: CourseName.self),
            let line = try SkillsQueries.findCourse(id, in: tx)
        else { return nil }
        self.line = line
        place = try DivisionQueries.find(line.place, in: tx)?.name ?? ""
        sessions = try SkillsQueries.listSessions(of: id, in: tx)
        let isDesk =
            try request.principal.map { try SkillsDesks.list.reaches(Belonging(at: line.place), for: $0, in: tx) }
            ?? false
        people = isDesk ? try SkillsQueries.listEnrolments(of: id, in: tx) : nil
        examiners = isDesk ? try line.examiners.compactMap { try SkillsQueries.findTrainer($0, in: tx)?.name } : []
        actions = try Self.acts(line, sessions, request, tx)
    }

    private static func acts(
        _ line: CourseLine, _ sessions: [SessionLine], _ request: PageRequest, _ tx: any ReadTransaction
    ) throws -> [Action] {
        var actions: [Action] = []
        func add(_ command: any SkillsCommand.Type, _ path: String, if isTime: Bool) throws {
            let action = try command.action(
                to: "/skills/courses/\(line.id)/\(path)", for: request, at: line.place, in: tx)
            if isTime, let action { actions.append(action) }
        }
        let person = request.principal?.person
        try add(PlanSession.self, "session", if: !line.isApproved)
        try add(ApproveCourse.self, "approve", if: !line.isApproved && !sessions.isEmpty && line.planner != person)
        try add(SetExam.self, "exam", if: line.isApproved && line.markedBy == nil)
        let mayPrint =
            try request.principal.map { try Skills.printing.reaches(Belonging(at: line.place), for: $0, in: tx) }
            ?? false
        if mayPrint, line.closedAt != nil {
            actions.append(Action(CardText.ofCourse, to: "/skills/courses/\(line.id)/certificates.pdf"))
        }
        let isMarking = line.closedAt == nil && (line.examAt.map { $0 <= request.now } ?? false)
        try add(EnterMarks.self, "marks", if: isMarking)
        let isSigned = line.persons.isEmpty || line.signed.allSatisfy { $0 != nil }
        try add(CloseExam.self, "close", if: isMarking && isSigned && line.markedBy != nil && line.markedBy != person)
        if isMarking, line.markedBy != nil, let person, let place = line.persons.firstIndex(of: person),
            line.signed[place] == nil, SignMarks.isOffered(to: request)
        {
            actions.append(Action(SignMarks.title, to: "/skills/courses/\(line.id)/sign", isPrimary: true))
        }
        return actions
    }

    /// A course of the address lies where it is held.
    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("course", as: CourseName.self).flatMap { try SkillsQueries.findCourse($0, in: tx) }
            .map { Belonging(at: $0.place) }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let plan = line.plan
        let facts: [FactList.Fact] =
            [
                .init(SkillsText.state, CoursePhase(line, at: request.now).tag.html(request.language)),
                .init(SkillsText.kind, HTML(text: request(plan.kind.label))),
                .init(SkillsText.occupation, HTML(text: request(plan.occupation.label))),
                .init(SkillsText.level, plan.level.map { HTML(text: request(CertificateText.levelName($0))) }),
                .init(SkillsText.provider, HTML(text: plan.provider)), .init(SkillsText.place, HTML(text: place)),
                .init(SkillsText.seats, HTML(text: "\(format.count(line.enrolled))/\(format.count(plan.seats))")),
                .init(
                    CertificateText.until,
                    HTML(text: plan.years > 0 ? format.years(plan.years) : request(CertificateText.withoutEnd))),
                .init(SkillsText.examAt, line.examAt.map { HTML.time($0, request.language) }),
                .init(SkillsText.examiners, examiners.isEmpty ? nil : HTML(text: examiners.joined(separator: " "))),
            ] + (examiners.isEmpty ? [] : ExamFacts.list(line, names: examiners, request))
        let phase = CoursePhase(line, at: request.now)
        let list: [any Component] = people.map { [Section(SkillsText.people, [peopleTable($0, request)])] } ?? []
        return Page(
            named: plan.title, request,
            [
                Breadcrumb([.init(request(SkillsText.title), "/skills"), .init(plan.title)]),
                Headline(
                    SkillsText.courseQuestion,
                    answer: phase.isStillAhead ? SkillsText.seatsAnswer(format.count(line.free)) : phase.words,
                    note: SkillsText.free, in: request.language),
                ActionBar(actions), FactList(facts),
                Section(SkillsText.sessions, [sessionTable(request)]),
            ] + list)
    }

    private func sessionTable(_ request: PageRequest) -> DataTable {
        let isRunning = line.isApproved && line.markedBy == nil && people != nil
        let mayEnter = isRunning && SignIn.isOffered(to: request)
        let rows = sessions.map { session -> [HTML] in
            [
                HTML(text: request.format.count(session.number)), HTML.time(session.start, request.language),
                HTML.time(session.end, request.language), HTML(text: session.room),
                HTML(text: request.format.flag(session.isPractice)), HTML(text: request.format.count(session.signedIn)),
                mayEnter && session.start.adding(seconds: -1_800) <= request.now
                    ? HTML.link(
                        request(SignIn.title), to: "/skills/courses/\(line.id)/sessions/\(session.number)/sign-in")
                    : "",
            ]
        }
        return DataTable(
            columns: [
                .init(SkillsText.number, .number), .init(SkillsText.start), .init(SkillsText.end),
                .init(SkillsText.room), .init(SkillsText.practice), .init(SkillsText.signedIn, .number),
                .init(SkillsText.act),
            ], rows: rows, empty: EmptyState(SkillsText.noSessions))
    }

    private func peopleTable(_ people: [EnrolmentLine], _ request: PageRequest) -> DataTable {
        let format = request.format
        let minutes = sessions.reduce(0) { $0 + ($1.end.milliseconds - $1.start.milliseconds) / 60_000 }
        let mayIssue = IssueCertificate.isOffered(to: request)
        let rows = people.map { person -> [HTML] in
            let path = "/skills/courses/\(line.id)/learners/\(person.learner)/certificate"
            let act: HTML =
                if let certificate = person.certificate {
                    HTML.link(certificate.text, to: "/skills/certificates/\(certificate)")
                } else if mayIssue, person.hasPassed == true {
                    HTML.link(request(IssueCertificate.title), to: path)
                } else { "" }
            return [
                SkillsDesks.link(person.learner.text, to: person.learner, for: request), HTML(text: person.name),
                HTML(text: format.percent(person.minutes, of: minutes)),
                HTML(text: person.points.map { format.count($0) } ?? "—"),
                HTML(text: request(person.resultText)), act,
            ]
        }
        return DataTable(
            columns: [
                .init(SkillsText.learner), .init(SkillsText.name), .init(SkillsText.attendance, .number),
                .init(SkillsText.points, .number), .init(SkillsText.result, .state),
                .init(CertificateText.certificate),
            ], rows: rows, empty: EmptyState(SkillsText.nobody))
    }
}

extension EnrolmentLine {
    var resultText: Message {
        hasPassed.map { $0 ? SkillsText.passed : SkillsText.failed } ?? SkillsText.pending
    }
}
