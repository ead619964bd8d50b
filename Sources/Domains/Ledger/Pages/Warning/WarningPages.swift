import Kernel
import Registry
import Storage
import Web

/// What the rules of supervision point at in one book: each with its level, its owner and how long there is to answer.
struct WarningListPage {
    let organisation: Organisation
    let warnings: [BookWarning]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        self.organisation = organisation
        warnings = try WarningQueries.list(organisation.id, on: request.now.date, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let today = request.now.date
        return Page(
            WarningText.warnings, request,
            [
                BookDesk.crumbs(organisation, request, WarningText.warnings),
                Headline(
                    WarningText.which,
                    answer: WarningText.answer(
                        warnings.count { $0.closure == nil }, warnings.count { $0.isLate(on: today) }),
                    note: WarningText.note, in: request.language),
                DataTable(
                    columns: [
                        .init(WarningText.rule), .init(WarningText.about), .init(WarningText.owner),
                        .init(WarningText.since, .number), .init(WarningText.due, .number),
                        .init(BookText.state, .state), .init(BookText.acts),
                    ], rows: warnings.map { row($0, request) }, empty: EmptyState(WarningText.none)),
            ])
    }

    private func row(_ warning: BookWarning, _ request: PageRequest) -> [HTML] {
        func path(_ rest: String) -> String { BookDesk.path(organisation.id, rest) }
        let level = Tag(warning.rule.level.label, warning.rule.level.tone).html(request.language)
        let close = path("/warnings/\(warning.id)/close")
        return [
            "\(level) \(request(WarningText.rule(warning.rule)))",
            HTML.link(request(warning.about), to: warning.isInRegister ? warning.path : path(warning.path)),
            HTML(text: request(warning.rule.owner.label)), HTML(text: request.format.date(warning.since)),
            HTML(text: request.format.date(warning.due)), state(warning, request),
            warning.closure == nil && warning.mayClose(request)
                ? HTML.link(request(LedgerText.closeWarning), to: close) : "",
        ]
    }

    private func state(_ warning: BookWarning, _ request: PageRequest) -> HTML {
        guard let closure = warning.closure else {
            let isLate = warning.isLate(on: request.now.date)
            return Tag(isLate ? WarningText.late : WarningText.open, isLate ? .bad : .warning).html(request.language)
        }
        let tag = Tag(WarningText.closed(request.format.date(closure.date)), .good).html(request.language)
        return "\(tag) \(closure.note)"
    }
}

extension BookWarning {
    /// Its owner, and whoever is above.
    func mayClose(_ request: PageRequest) -> Bool {
        guard let role = request.principal?.role, request.may(CloseWarning.self) else { return false }
        return role == rule.owner || role == .stationReviewer || role == .countyOfficer
    }
}

extension LedgerForm {
    static let closeWarning = LedgerForm(
        path: "/warnings/{warning}/close", command: CloseWarning.self, title: LedgerText.closeWarning,
        target: "/warnings",
        page: { organisation, request, tx in
            let id = request.identifier("warning", as: WarningName.self)
            let all = try WarningQueries.list(organisation.id, on: request.now.date, in: tx)
            guard let warning = all.first(where: { $0.id == id }) else { return nil }
            return Page(
                LedgerText.closeWarning, request,
                [
                    BookDesk.crumbs(organisation, request, WarningText.warnings),
                    Headline(
                        WarningText.whatFound, answer: HTML(text: request(warning.about)),
                        note: WarningText.rule(warning.rule)),
                    FormBuilder(
                        request, submit: LedgerText.closeWarning, note: WarningText.note,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("warning", warning.id.text),
                            .textarea("note", WarningText.finding, limit: 500),
                            .paper("paper", WarningText.evidence, optional: true),
                        ]),
                ])
        })
}
