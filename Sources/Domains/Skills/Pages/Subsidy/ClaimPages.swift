import Kernel
import Registry
import Storage
import Web

/// What was applied for, checked and paid, naming nobody.
struct ClaimsPage {
    private static let most = 2_000
    let claims: [ClaimLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        claims = try SkillsQueries.listClaims(limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let paid = claims.filter { $0.paidOn != nil }
        let sum = paid.reduce(Money.zero) { $0 + $1.kept }
        var actions = [Action(SubsidyText.rates, to: "/skills/rates")]
        if AnswerFinding.isOffered(to: request) { actions.append(Action(SubsidyText.findings, to: "/skills/findings")) }
        return Page(
            SubsidyText.claims, request,
            [
                Breadcrumb([.init(request(SkillsText.title), "/skills"), .init(request(SubsidyText.claims))]),
                Headline(
                    SubsidyText.claimsQuestion,
                    answer: SubsidyText.paidAnswer(format.money(sum), format.count(paid.count)),
                    note: SubsidyText.claimsNote, in: request.language), ActionBar(actions),
                ListTable(
                    request,
                    columns: [
                        .init("claim", SubsidyText.claim), .init("occupation", SkillsText.occupation),
                        .init("place", SkillsText.place), .init("amount", SubsidyText.amount, .number),
                        .init("claimed", SubsidyText.claimedOn), .init("phase", SubsidyText.phase, .state),
                    ],
                    rows: claims.map { line in
                        [
                            .text(line.id.text, to: "/skills/claims/\(line.id)"),
                            .text(request(line.occupation.label)), .text(line.placeName),
                            .money(line.amount, format), .date(line.claimedOn, format),
                            .tag(line.phase.tag, request.language),
                        ]
                    }, most: Self.most, empty: EmptyState(SubsidyText.noClaims)),
            ])
    }
}

extension ClaimPhase {
    var tag: Tag {
        switch self {
        case .paid, .approved: Tag(label, .good)
        case .refused, .reclaimed, .recovered: Tag(label, .bad)
        case .claimed, .checked: Tag(label, .neutral)
        }
    }
}

/// One application: how far it is, and what comes next for whoever may do it.
struct ClaimPage {
    let line: ClaimLine
    /// Whether the reader sees whose it is.
    let isInside: Bool
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("claim", as: ClaimName.self),
            let line = try SkillsQueries.findClaim(id, in: tx)
        else { return nil }
        self.line = line
        isInside =
            try request.principal.map { try SkillsDesks.learner.reaches(Self.belonging(line), for: $0, in: tx) }
            ?? false
        var actions: [Action] = []
        func add(_ command: any SkillsCommand.Type, _ path: String, if isTime: Bool) throws {
            let action = try command.action(
                to: "/skills/claims/\(line.id)/\(path)", for: request, at: line.place, in: tx)
            if isTime, let action { actions.append(action) }
        }
        let person = request.principal?.person
        try add(CheckClaim.self, "check", if: line.phase == .claimed && line.claimant != person)
        try add(
            ApproveClaim.self, "approve",
            if: line.phase == .checked && line.checker != person && line.claimant != person)
        try add(PayClaim.self, "pay", if: line.phase == .approved && line.approver != person)
        try add(RefuseClaim.self, "refuse", if: [.claimed, .checked, .approved].contains(line.phase))
        try add(ReclaimSubsidy.self, "reclaim", if: line.phase == .paid && line.approver != person)
        try add(RecordRepayment.self, "repay", if: line.phase == .reclaimed && line.reclaimer != person)
        self.actions = actions
    }

    private static func belonging(_ line: ClaimLine) -> Belonging {
        Belonging(at: line.place, of: PersonID(line.learner.text))
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("claim", as: ClaimName.self).flatMap { try SkillsQueries.findClaim($0, in: tx) }.map(
            belonging)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        var facts: [FactList.Fact] = [
            .init(SubsidyText.phase, line.phase.tag.html(request.language)),
            .init(SubsidyText.amount, HTML(text: format.money(line.amount))),
            .init(SkillsText.occupation, HTML(text: request(line.occupation.label))),
            .init(SkillsText.place, HTML(text: line.placeName)),
            .init(SubsidyText.claimedOn, HTML(text: format.date(line.claimedOn))),
            .init(SubsidyText.checkedOn, line.checkedOn.map { HTML(text: format.date($0)) }),
            .init(SubsidyText.paidOn, line.paidOn.map { HTML(text: format.date($0)) }),
        ]
        if let reclaimed = line.reclaimed {
            facts += [
                .init(RecoveryText.reclaimedOn, line.reclaimedOn.map { HTML(text: format.date($0)) }),
                .init(RecoveryText.reclaimed, HTML(text: format.money(reclaimed))),
                .init(RecoveryText.repaid, HTML(text: format.money(line.repaid ?? .zero))),
            ]
        }
        if isInside {
            facts += [
                .init(SkillsText.learner, SkillsDesks.link(line.name, to: line.learner, for: request)),
                .init(
                    CertificateText.certificate,
                    HTML.link(line.certificate.text, to: "/skills/certificates/\(line.certificate)")),
                .init(SubsidyText.employer, line.employer.map { HTML(text: $0) }),
            ]
        }
        return Page(
            SubsidyText.claim, request,
            [
                Breadcrumb([
                    .init(request(SkillsText.title), "/skills"), .init(request(SubsidyText.claims), "/skills/claims"),
                    .init(line.id.text),
                ]),
                Headline(
                    SubsidyText.claimQuestion, answer: line.phase.label, note: SubsidyText.fourPeople,
                    in: request.language), ActionBar(actions), FactList(facts),
            ])
    }
}

/// The rows of the subsidy, with where they come from.
struct RatesPage {
    func page(_ request: PageRequest) -> Page {
        let rows = SubsidyRate.shipped.map { rate -> [HTML] in
            [
                HTML(text: request(rate.kind.label)), HTML(text: rate.scarcity),
                HTML(text: rate.level.map { request(CertificateText.levelName($0)) } ?? "—"),
                HTML(text: request.format.money(rate.amount)), HTML(text: request.format.date(rate.from)),
                HTML(text: rate.source),
            ]
        }
        return Page(
            SubsidyText.rates, request,
            [
                Breadcrumb([
                    .init(request(SkillsText.title), "/skills"), .init(request(SubsidyText.claims), "/skills/claims"),
                    .init(request(SubsidyText.rates)),
                ]),
                Headline(
                    SubsidyText.ratesQuestion, answer: SubsidyText.ratesAnswer, note: SubsidyText.ratesNote,
                    in: request.language),
                DataTable(
                    columns: [
                        .init(SkillsText.kind), .init(SubsidyText.scarcity), .init(SkillsText.level),
                        .init(SubsidyText.amount, .number), .init(SubsidyText.from), .init(SubsidyText.source),
                    ], rows: rows, empty: EmptyState(SubsidyText.noClaims)),
            ])
    }
}

/// What the detectors found in the county, the open ones first.
struct FindingsPage {
    let lines: [FindingLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let all = try FindingQueries.list(now: request.now, in: tx)
        lines = all.filter { $0.answer == nil } + all.filter { $0.answer != nil }
    }

    func page(_ request: PageRequest) -> Page {
        let open = lines.filter { $0.answer == nil }
        let mayAnswer = AnswerFinding.isOffered(to: request)
        let rows = lines.map { line -> [ListCell] in
            let number = line.finding.detector.rawValue
            let words = "F\(number) \(request(line.finding.detector.title))"
            let said = line.answer.map { request($0.label) } ?? request(SubsidyText.open)
            return [
                mayAnswer
                    ? .text(words, to: "/skills/findings/\(number)/\(line.subject)/answer") : .text(words),
                .text(line.finding.about), .text(line.finding.rows.prefix(6).joined(separator: " ")), .text(said),
            ]
        }
        return Page(
            SubsidyText.findings, request,
            [
                Breadcrumb([
                    .init(request(SkillsText.title), "/skills"), .init(request(SubsidyText.claims), "/skills/claims"),
                    .init(request(SubsidyText.findings)),
                ]),
                Headline(
                    SubsidyText.findingsQuestion,
                    answer: SubsidyText.findingsAnswer(request.format.count(open.count)),
                    note: SubsidyText.findingsNote, in: request.language),
                ListTable(
                    request,
                    columns: [
                        .init("what", SubsidyText.detector), .init("about", SubsidyText.about),
                        .init("rows", SubsidyText.rows), .init("answer", SubsidyText.answer),
                    ], rows: rows, empty: EmptyState(SubsidyText.noFindings)),
            ])
    }
}
