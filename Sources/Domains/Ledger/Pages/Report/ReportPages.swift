import Kernel
import Registry
import Storage
import Web

/// Who has the yearly report, and by which contract an agency keeps the books.
struct ReportPage {
    let organisation: Organisation
    let year: AccountingYear
    let filings: [ReportFiling]
    let agencies: [AgencyContract]
    let corrections: [ReportCorrection]
    let names: [PartyID: String]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        let last = AccountingYear(AccountingMonth(index: AccountingMonth(request.day).index - 12))
        guard let year = request.parameters["year"] == nil ? last : request.addressYear else { return nil }
        self.organisation = organisation
        self.year = year
        filings = try ReportQueries.filings(organisation.id, year, in: tx)
        corrections = try ReportQueries.corrections(organisation.id, year, in: tx)
        agencies = try ReportQueries.agencies(organisation.id, in: tx)
        var names: [PartyID: String] = [:]
        for party in Set(agencies.map(\.agency)) { names[party] = try PartyQueries.findDisplayName(party, in: tx) }
        self.names = names
    }

    func page(_ request: PageRequest) -> Page {
        func path(_ rest: String) -> String { BookDesk.path(organisation.id, rest) }
        var actions: [Action] = []
        if request.may(FileYearReport.self), filings.count < ReportRecipient.allCases.count {
            actions.append(Action(LedgerText.fileYearReport, to: path("/reports/\(year)/filed"), isPrimary: true))
        }
        if request.may(CorrectYearReport.self), !filings.isEmpty {
            actions.append(Action(LedgerText.correctYearReport, to: path("/reports/\(year)/corrected")))
        }
        if request.may(RecordAgency.self) {
            actions.append(Action(LedgerText.recordAgency, to: path("/agency-form")))
        }
        actions += [
            Action(BookText.yearBefore, to: path("/reports/\(year.number - 1)")),
            Action(BookText.yearAfter, to: path("/reports/\(year.number + 1)")),
        ]
        return Page(
            ReportText.reports, request,
            [
                BookDesk.crumbs(organisation, request, ReportText.reports),
                Headline(ReportText.which(year), answer: ReportText.answer(filings.count), in: request.language),
                ActionBar(actions),
                DataTable(
                    columns: [
                        .init(ReportText.recipient), .init(ReportText.receivedOn, .number),
                        .init(BookText.state, .state),
                    ], rows: ReportRecipient.allCases.map { row($0, request) }),
                Section(ReportText.corrections, [versions(request)]),
                Section(ReportText.agencies, [contracts(request)]),
            ])
    }

    private func versions(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(ReportText.recipient), .init(ReportText.version, .number),
                .init(ReportText.receivedOn, .number), .init(ReportText.whatWasWrong),
            ],
            rows: corrections.map {
                [
                    HTML(text: request(ReportText.recipient($0.recipient))),
                    HTML(text: request.format.count($0.version)),
                    HTML(text: request.format.date($0.date)), HTML(text: $0.reason),
                ]
            }, empty: EmptyState(ReportText.noCorrections))
    }

    private func row(_ recipient: ReportRecipient, _ request: PageRequest) -> [HTML] {
        let filed = filings.first { $0.recipient == recipient }
        return [
            HTML(text: request(ReportText.recipient(recipient))),
            HTML(text: filed.map { request.format.date($0.date) } ?? ""),
            (filed == nil ? Tag(ReportText.missing, .warning) : Tag(ReportText.filed, .good)).html(request.language),
        ]
    }

    private func contracts(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(ReportText.agency), .init(ReportText.from, .number), .init(ReportText.until, .number),
                .init(ReportText.keeper),
            ],
            rows: agencies.map {
                [
                    HTML(text: names[$0.agency] ?? $0.agency.text), HTML(text: request.format.date($0.from)),
                    HTML(text: request.format.date($0.until)), HTML(text: request(ReportText.keeper($0.keeper))),
                ]
            }, empty: EmptyState(ReportText.noAgency))
    }
}

/// The forms of reports and agency contracts.
extension LedgerForm {
    static let reports = [fileYearReport, correctReport, recordAgency]

    static let correctReport = LedgerForm(
        path: "/reports/{year}/corrected", command: CorrectYearReport.self, title: LedgerText.correctYearReport,
        target: "/reports/{year}",
        page: { organisation, request, tx in
            guard let page = try ReportPage(organisation, request, in: tx) else { return nil }
            let have = ReportRecipient.allCases.filter { one in page.filings.contains { $0.recipient == one } }
            return Page(
                LedgerText.correctYearReport, request,
                [
                    BookDesk.crumbs(organisation, request, ReportText.reports),
                    Headline(ReportText.whoWasTold, answer: HTML(text: page.year.description)),
                    have.isEmpty
                        ? EmptyState(LedgerRefusal.reportNotFiled.statement.next)
                        : FormBuilder(
                            request, submit: LedgerText.correctYearReport, note: ReportText.correctedNote,
                            [
                                .hidden("organisation", organisation.id.text), .hidden("year", page.year.description),
                                .choice(
                                    "recipient", ReportText.recipient,
                                    have.map { FormField.Option($0.rawValue, request(ReportText.recipient($0))) }),
                                .date("date", ReportText.receivedOn, value: request.now.date),
                                .text("reason", ReportText.whatWasWrong), .paper("report", ReportText.corrected),
                                .paper("receipt", ReportText.receipt),
                            ]),
                ])
        })

    static let fileYearReport = LedgerForm(
        path: "/reports/{year}/filed", command: FileYearReport.self, title: LedgerText.fileYearReport,
        target: "/reports/{year}",
        page: { organisation, request, tx in
            guard let page = try ReportPage(organisation, request, in: tx) else { return nil }
            let open = ReportRecipient.allCases.filter { recipient in
                !page.filings.contains { $0.recipient == recipient }
            }
            return Page(
                LedgerText.fileYearReport, request,
                [
                    BookDesk.crumbs(organisation, request, ReportText.reports),
                    Headline(ReportText.whoHasIt, answer: HTML(text: page.year.description)),
                    FormBuilder(
                        request, submit: LedgerText.fileYearReport,
                        [
                            .hidden("organisation", organisation.id.text), .hidden("year", page.year.description),
                            .choice(
                                "recipient", ReportText.recipient,
                                open.map { FormField.Option($0.rawValue, request(ReportText.recipient($0))) }),
                            .date("date", ReportText.receivedOn, value: request.now.date),
                            .paper("receipt", ReportText.receipt),
                        ]),
                ])
        })

    static let recordAgency = LedgerForm(
        path: "/agency-form", command: RecordAgency.self, title: LedgerText.recordAgency, target: "/reports",
        page: { organisation, request, tx in
            guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
            return Page(
                LedgerText.recordAgency, request,
                [
                    BookDesk.crumbs(organisation, request, ReportText.reports),
                    Headline(ReportText.whoKeeps, answer: LedgerText.recordAgency, in: request.language),
                    FormBuilder(
                        request, submit: LedgerText.recordAgency,
                        [
                            .hidden("organisation", organisation.id.text),
                            try .pick(
                                "agency", ReportText.agency, of: PartyName.self, request, tx,
                                hint: ClaimText.payeeHint),
                            .date("from", ReportText.from, value: request.now.date), .date("until", ReportText.until),
                            .choice(
                                "keeper", ReportText.keeper,
                                ArchiveKeeper.allCases.map {
                                    FormField.Option($0.rawValue, request(ReportText.keeper($0)))
                                }), .paper("contract", ReportText.contract),
                        ]),
                ])
        })
}
