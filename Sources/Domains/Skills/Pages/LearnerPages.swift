import Kernel
import Registry
import Storage
import Web

/// A learner's own page: courses and certificates.
struct LearnerPage {
    let line: LearnerLine
    let courses: [EnrolmentLine]
    let certificates: [CertificateLine]
    /// The latest that holds and for which nothing was claimed.
    let claimable: CertificateID?

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("learner", as: LearnerName.self),
            let line = try SkillsQueries.findLearner(id, in: tx)
        else { return nil }
        self.line = line
        courses = try SkillsQueries.listEnrolments(of: id, in: tx)
        certificates = try SkillsQueries.listCertificates(of: id, in: tx)
        claimable = try certificates.first { certificate in
            try certificate.validity(on: request.now.date) == .valid
                && [certificate.id, certificate.replaces ?? certificate.id].allSatisfy {
                    try SkillsQueries.findClaim(of: $0, in: tx) == nil
                }
                && SubsidyRate.of(certificate.award, on: request.now.date) != nil
        }?.id
    }

    static let thing: VerbForm.Thing = { request, tx in
        guard let id = request.identifier("learner", as: LearnerName.self) else { return nil }
        return try SkillsQueries.findLearner(id, in: tx).map {
            Belonging(at: $0.learner.place, of: PersonID($0.learner.id.text))
        }
    }

    func page(_ request: PageRequest) -> Page {
        let today = request.now.date
        let held = certificates.filter { $0.validity(on: today) == .valid }
        let base = "/skills/learners/\(line.learner.id)"
        var actions: [Action] = []
        if !line.learner.isErased {
            if Enrol.isOffered(to: request) {
                actions.append(Action(Enrol.title, to: base + "/enrol", isPrimary: true))
            }
            if let certificate = claimable, ClaimSubsidy.isOffered(to: request) {
                actions.append(Action(ClaimSubsidy.title, to: "/skills/certificates/\(certificate)/claim"))
            }
            if CorrectLearnerName.isOffered(to: request) {
                actions.append(Action(CorrectLearnerName.title, to: base + "/name"))
            }
            if EraseLearner.isOffered(to: request) { actions.append(Action(EraseLearner.title, to: base + "/erase")) }
        }
        return Page(
            SkillsText.myLearning, request,
            [
                Headline(
                    SkillsText.learnerQuestion,
                    answer: SkillsText.certificatesHeld(request.format.count(held.count)), note: SkillsText.free,
                    in: request.language), ActionBar(actions),
                FactList([
                    .init(SkillsText.learner, HTML(text: line.learner.id.text)),
                    .init(SkillsText.name, HTML(text: line.name)),
                ]), Section(CertificateText.certificates, [CertificateTable.held(certificates, request)]),
                Section(SkillsText.myCourses, [courseTable(request)]),
            ])
    }

    private func courseTable(_ request: PageRequest) -> DataTable {
        let isHerself = request.principal?.person.text == line.learner.id.text
        let rows = courses.map { course -> [HTML] in
            let base = "/skills/learners/\(line.learner.id)/courses/\(course.course)"
            var acts: [(label: String, path: String)] = []
            if course.points == nil, WithdrawEnrolment.isOffered(to: request) {
                acts.append((request(WithdrawEnrolment.title), base + "/withdraw"))
            }
            if isHerself, course.points == nil { acts.append((request(SignIn.title), base + "/sign-in")) }
            return [
                HTML.link(course.title, to: "/skills/courses/\(course.course)"),
                course.starts.map { HTML.time($0, request.language) } ?? "—",
                HTML(text: course.points.map { request.format.count($0) } ?? "—"),
                HTML(text: request(course.resultText)), HTML.acts(acts),
            ]
        }
        return DataTable(
            columns: [
                .init(SkillsText.course), .init(SkillsText.starts), .init(SkillsText.points, .number),
                .init(SkillsText.result, .state), .init(SkillsText.act),
            ], rows: rows, empty: EmptyState(SkillsText.notOnACourse))
    }
}

/// Who teaches and who examines, for the desks.
struct TrainersPage {
    private static let most = 2_000
    let trainers: [TrainerLine]
    /// The places at which the reader may name a trainer's account.
    let own: Set<DivisionID>

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        trainers = try SkillsQueries.listTrainers(limit: Self.most, in: tx)
        own = try Set(trainers.map(\.trainer.place)).filter {
            try NameTrainerAccount.isOffered(to: request, at: $0, in: tx)
        }
    }

    /// Somebody who teaches or examines, at the place they were registered for.
    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("trainer", as: TrainerName.self).flatMap { try SkillsQueries.findTrainer($0, in: tx) }
            .map { Belonging(at: $0.trainer.place) }
    }

    func page(_ request: PageRequest) -> Page {
        let mayRegister = RegisterTrainer.isOffered(to: request)
        let mayErase = EraseTrainer.isOffered(to: request)
        return Page(
            SkillsText.trainers, request,
            [
                Breadcrumb([.init(request(SkillsText.title), "/skills"), .init(request(SkillsText.trainers))]),
                Headline(
                    SkillsText.trainersQuestion,
                    answer: SkillsText.peopleCount(request.format.count(trainers.count)), in: request.language),
                ActionBar(mayRegister ? [Action(RegisterTrainer.title, to: "/skills/trainers/new")] : []),
                ListTable(
                    request,
                    columns: [
                        .init("id", SkillsText.number), .init("name", SkillsText.name), .init("body", SkillsText.body),
                        .init("examines", SkillsText.mayExamine), .init("account", ExamText.account),
                    ] + (mayErase ? [.init("act", SkillsText.act)] : []),
                    rows: trainers.map { row($0, mayErase, request) }, most: Self.most,
                    empty: EmptyState(SkillsText.noTrainers)),
            ])
    }

    private func row(_ line: TrainerLine, _ mayErase: Bool, _ request: PageRequest) -> [ListCell] {
        let base = "/skills/trainers/\(line.trainer.id)"
        let account = line.account?.text ?? request(ExamText.noAccount)
        let isErased = line.trainer.isErased
        var cells: [ListCell] = [
            .text(line.trainer.id.text), .text(line.name), .text(line.trainer.body),
            .text(request.format.flag(line.trainer.mayExamine)),
            own.contains(line.trainer.place) && !isErased
                ? .text(account, to: base + "/account") : .text(account),
        ]
        if mayErase { cells.append(isErased ? .text("") : .text(request(EraseTrainer.title), to: base + "/erase")) }
        return cells
    }
}
