import Kernel
import Registry
import Storage
import Web

enum CertificateTable {
    static func tag(_ line: CertificateLine, on day: CivilDate, _ suspensions: [Suspension] = []) -> Tag {
        let validity = line.validity(on: day, suspensions)
        let tone: Tag.Tone =
            switch validity {
            case .valid: .good
            case .revoked, .replaced: .bad
            case .expired, .notYet, .suspended: .warning
            }
        return Tag(validity.label, tone)
    }

    static func level(_ award: Award, _ request: PageRequest) -> String {
        award.level.map { request(CertificateText.levelName($0)) } ?? "—"
    }

    static func until(_ award: Award, _ request: PageRequest) -> String {
        award.until.map { request.format.date($0) } ?? request(CertificateText.withoutEnd)
    }

    /// One person's.
    static func held(_ lines: [CertificateLine], _ request: PageRequest) -> DataTable {
        let rows = lines.map { line -> [HTML] in
            [
                HTML.link(line.id.text, to: "/skills/certificates/\(line.id)"),
                HTML(text: request(line.award.occupation.label)), HTML(text: level(line.award, request)),
                HTML(text: request.format.date(line.award.issued)), HTML(text: until(line.award, request)),
                tag(line, on: request.now.date).html(request.language),
            ]
        }
        return DataTable(
            columns: [
                .init(CertificateText.serial), .init(SkillsText.occupation), .init(SkillsText.level),
                .init(CertificateText.issued), .init(CertificateText.until), .init(SkillsText.state, .state),
            ], rows: rows, empty: EmptyState(CertificateText.noCertificates))
    }
}

/// Every certificate, naming nobody; or the one whose serial was typed.
struct CertificateListPage {
    private static let most = 2_000
    let serial: String?
    let lines: [CertificateLine]

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let typed = request.query["serial"].map { $0.filter { !$0.isWhitespace } }
        serial = typed.flatMap { $0.isEmpty ? nil : $0 }
        if let serial {
            lines =
                try CertificateID(serial).flatMap { try SkillsQueries.findCertificate($0, in: tx) }.map { [$0] } ?? []
        } else {
            lines = try SkillsQueries.listCertificates(limit: Self.most, in: tx)
        }
    }

    func page(_ request: PageRequest) -> Page {
        let isMissed = serial != nil && lines.isEmpty
        let missed: [any Component] =
            isMissed
            ? [
                Callout(
                    .warning, CertificateText.notFound, parts: [EmptyState(CertificateText.checkSpelling)])
            ] : []
        let list: [any Component] = isMissed ? [] : [table(request)]
        return Page(
            CertificateText.certificates, request,
            [
                Breadcrumb([
                    .init(request(SkillsText.title), "/skills"), .init(request(CertificateText.certificates)),
                ]),
                Headline(
                    CertificateText.listQuestion,
                    answer: CertificateText.listAnswer(request.format.count(lines.count)), in: request.language),
                SearchBox(request, label: CertificateText.lookUp, name: "serial"),
            ] + missed + list)
    }

    private func table(_ request: PageRequest) -> ListTable {
        ListTable(
            request,
            columns: [
                .init("serial", CertificateText.serial), .init("occupation", SkillsText.occupation),
                .init("level", SkillsText.level), .init("kind", SkillsText.kind),
                .init("issued", CertificateText.issued), .init("until", CertificateText.until),
                .init("state", SkillsText.state, .state),
            ],
            rows: lines.map { line in
                [
                    .text(line.id.text, to: "/skills/certificates/\(line.id)"),
                    .text(request(line.award.occupation.label)),
                    .text(CertificateTable.level(line.award, request)), .text(request(line.award.kind.label)),
                    .date(line.award.issued, request.format), .date(line.award.until, request.format),
                    .tag(CertificateTable.tag(line, on: request.now.date), request.language),
                ]
            }, most: Self.most, empty: EmptyState(CertificateText.noCertificates))
    }
}

/// One certificate, for whoever has its serial: whether it holds, today or on a day they ask for. It prints on one sheet
/// with a code that leads back here.
struct CertificatePage {
    let line: CertificateLine
    let place: String
    let suspensions: [Suspension]
    /// What the reader may do with it.
    let acts: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("certificate", as: SkillCertificateName.self),
            let line = try SkillsQueries.findCertificate(id, in: tx)
        else { return nil }
        self.line = line
        place = try DivisionQueries.find(line.place, in: tx)?.name ?? ""
        suspensions = try SkillsQueries.listSuspensions(of: id, in: tx)
        acts = try Self.acts(line, request, tx)
    }

    private static func acts(_ line: CertificateLine, _ request: PageRequest, _ tx: any ReadTransaction) throws
        -> [Action]
    {
        guard line.revoked == nil else { return [] }
        let isRunning = line.award.until.map { $0 >= request.now.date } ?? true
        var verbs: [(command: any Command.Type, path: String)] = []
        let path = "/skills/certificates/\(line.id)"
        if isRunning {
            verbs =
                line.suspended == nil
                ? [(ReplaceCertificate.self, path + "/replace"), (SuspendCertificate.self, path + "/suspend")] : []
        }
        if line.suspended != nil { verbs.append((LiftSuspension.self, path + "/lift")) }
        verbs.append((RevokeCertificate.self, path + "/revoke"))
        let mayPrint =
            try request.principal.map { try Skills.printing.reaches(Belonging(at: line.place), for: $0, in: tx) }
            ?? false
        return (mayPrint ? [Action(CardText.original, to: path + "/original.pdf")] : [])
            + (try VerbForm.actions(verbs, request, at: line.place, in: tx))
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("certificate", as: SkillCertificateName.self).flatMap {
            try SkillsQueries.findCertificate($0, in: tx)
        }.map { Belonging(at: $0.place) }
    }

    func page(_ request: PageRequest) -> Page {
        let typed = request.query["on"].flatMap { $0.isEmpty ? nil : $0 }
        let asked = typed.flatMap { CivilDate($0) }
        let day = asked ?? request.now.date
        let unread: [any Component] =
            typed != nil && asked == nil
            ? [Callout(.warning, CertificateText.dayUnreadable, parts: [EmptyState(CertificateText.dayForm)])] : []
        let path = "/skills/certificates/\(line.id)"
        let code: [any Component] =
            QRCode(request.origin + path, label: CertificateText.code).map {
                [Section(CertificateText.code, [$0])]
            } ?? []
        let tail: [any Component] = [SearchBox(request, label: CertificateText.onDay, name: "on")]
        return Page(
            named: request(line.award.occupation.label), request,
            [
                Breadcrumb([
                    .init(request(SkillsText.title), "/skills"),
                    .init(request(CertificateText.certificates), "/skills/certificates"), .init(line.id.text),
                ]),
                Headline(
                    CertificateText.question, answer: line.validity(on: day, suspensions).label,
                    note: CertificateText.onThatDay(request.format.date(day)), in: request.language),
                ActionBar(
                    [
                        Action(CertificateText.card, to: path + "/card"),
                        Action(CardText.pdf, to: path + "/card.pdf"),
                        Action(CertificateText.token, to: path + "/credential.jwt"),
                    ] + (line.suspended == nil ? [Action(CertificateText.openBadge, to: path + "/badge.jwt")] : [])
                        + acts),
            ] + unread + [FactList(facts(request, on: day))] + code + tail)
    }

    /// One sheet to carry along.
    func card(_ request: PageRequest) -> Page {
        let path = "/skills/certificates/\(line.id)"
        let small = QRCode(request.origin + path, label: CertificateText.code).map {
            Section(CertificateText.code, [$0])
        }
        let codes = [small, Section(CertificateText.offlineCode, [OfflineCode(path: path + "/code.svg")])].compactMap {
            $0
        }
        return Page(
            named: request(line.award.occupation.label), request,
            [
                Breadcrumb([
                    .init(request(CertificateText.certificates), "/skills/certificates"), .init(line.id.text, path),
                    .init(request(CertificateText.card)),
                ]),
                Headline(
                    CertificateText.cardQuestion, answer: line.award.occupation.label, note: CertificateText.cardNote,
                    in: request.language), FactList(facts(request, on: request.now.date)),
            ] + codes)
    }

    private func facts(_ request: PageRequest, on day: CivilDate) -> [FactList.Fact] {
        let award = line.award
        let format = request.format
        return [
            .init(SkillsText.state, CertificateTable.tag(line, on: day, suspensions).html(request.language)),
            .init(CertificateText.serial, HTML(text: line.id.text)),
            .init(CertificateText.holder, HTML(text: line.name), note: CertificateText.holderNote),
            .init(SkillsText.kind, HTML(text: request(award.kind.label))),
            .init(SkillsText.occupation, HTML(text: request(award.occupation.label))),
            .init(SkillsText.level, award.level.map { HTML(text: request(CertificateText.levelName($0))) }),
            .init(SkillsText.provider, HTML(text: award.provider)), .init(SkillsText.place, HTML(text: place)),
            .init(CertificateText.issued, HTML(text: format.date(award.issued))),
            .init(CertificateText.until, HTML(text: CertificateTable.until(award, request))),
            .init(CertificateText.officialNumber, award.officialNumber.map { HTML(text: $0) }),
            .init(CertificateText.revokedOn, line.revoked.map { HTML(text: format.date($0)) }),
            .init(CertificateText.reason, line.reason.map { HTML(text: request($0.label)) }),
        ] + held(request)
    }
}

extension CertificatePage {
    /// What stands in its place, what it stands in the place of, and since when it does not count; each where it is so.
    private func held(_ request: PageRequest) -> [FactList.Fact] {
        func link(_ label: Message, _ other: CertificateID?) -> FactList.Fact? {
            other.map { .init(label, HTML.link($0.text, to: "/skills/certificates/\($0)")) }
        }
        let suspended = suspensions.last { $0.lifted == nil }.map { last in
            FactList.Fact(
                HoldText.suspendedSince,
                HTML(text: "\(request.format.date(last.from)) · \(request(last.reason.label))"))
        }
        return [
            link(HoldText.replacedBy, line.replacedBy), link(HoldText.replaces, line.replaces), suspended,
        ].compactMap { $0 }
    }
}

/// The picture of the token: too large to stand in the page, and signed anew for each who asks.
struct OfflineCode: Component {
    let path: String

    func html(_ language: Language) -> HTML {
        "<p><img src=\"\(path)\" alt=\"\(CertificateText.offlineCode, language)\" width=\"320\"></p>\n"
    }
}
