import Kernel
import Registry
import Storage
import Web

/// The year end in its seventeen steps: which are done, which are not, and what stands in the way.
struct YearEndPage {
    let organisation: Organisation
    let year: AccountingYear
    let steps: [YearEndStep]
    let done: Set<YearStep>
    let checks: [YearCheck]

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let books = try BookQueries.find(organisation.id, in: tx) else { return nil }
        self.organisation = organisation
        let next = books.closedThrough?.next ?? AccountingMonth(books.startDate)
        year = request.year ?? AccountingYear(next)
        done = try YearEndQueries.steps(organisation.id, year, in: tx)
        checks = try YearCheckQueries.list(organisation.id, year, in: tx)
        steps = try YearEndStep.list(books, year, done, checks, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let rows = steps.map { step in
            [
                HTML(text: "\(step.number)  \(request(step.label))"),
                step.tag.html(request.language), HTML(text: step.note.map { request($0) } ?? ""),
            ]
        }
        let open = steps.count { $0.state == .missing }
        func action(_ label: Message, _ rest: String, _ command: any LedgerCommand.Type, _ isOffered: Bool) -> [Action]
        {
            guard isOffered, request.may(command) else { return [] }
            return [Action(label, to: BookDesk.path(organisation.id, "/year-end/\(year)/\(rest)"))]
        }
        return Page(
            BookText.yearEnd, request,
            [
                BookDesk.crumbs(organisation, request, BookText.yearEnd),
                Headline(BookText.howFar(year), answer: BookText.stepsOpen(open), in: request.language),
                ActionBar(
                    action(LedgerText.transferResult, "transfer", TransferResult.self, !done.contains(.transfer))
                        + action(
                            LedgerText.distributeResult, "distribute", DistributeResult.self,
                            done.contains(.transfer) && !done.contains(.distribution))
                        + action(LedgerText.undoYearEnd, "undo", UndoYearEnd.self, !done.isEmpty)),
                DataTable(
                    columns: [.init(BookText.step), .init(BookText.state, .state), .init(BookText.whatIsMissing)],
                    rows: rows),
                Section(YearCheckText.checks, [checkTable(request)]),
            ])
    }

    /// The year's checks, each with who recorded it.
    private func checkTable(_ request: PageRequest) -> DataTable {
        let rows = YearCheckKind.allCases.map { kind -> [HTML] in
            guard let check = checks.first(where: { $0.kind == kind }) else {
                let form = BookDesk.path(organisation.id, "/year-end/\(year)/check/\(kind.rawValue)")
                let act =
                    request.may(RecordYearCheck.self) ? HTML.link(request(LedgerText.recordYearCheck), to: form) : ""
                return [
                    HTML(text: request(kind.label)), Tag(YearCheckText.notMade, .warning).html(request.language), "",
                    "", "", act,
                ]
            }
            return [
                HTML(text: request(kind.label)), Tag(YearCheckText.made, .good).html(request.language),
                HTML(text: request.format.date(check.date)), HTML(text: check.finding), HTML(text: check.office.text),
                "",
            ]
        }
        return DataTable(
            columns: [
                .init(YearCheckText.kind), .init(BookText.state, .state), .init(YearCheckText.date, .number),
                .init(YearCheckText.finding), .init(YearCheckText.office), .init(BookText.acts),
            ], rows: rows)
    }
}

/// One of the seventeen steps, as the program can see it; what only people can see is said to be theirs.
struct YearEndStep: Sendable {
    enum State: Sendable { case done, missing, people }

    let number: Int
    let label: Message
    let state: State
    let note: Message?

    var tag: Tag {
        switch state {
        case .done: Tag(BookText.stepDone, .good)
        case .missing: Tag(BookText.stepMissing, .bad)
        case .people: Tag(BookText.stepPeople)
        }
    }

    static func list(
        _ books: BookHeading, _ year: AccountingYear, _ done: Set<YearStep>, _ checks: [YearCheck],
        in tx: any ReadTransaction
    ) throws -> [YearEndStep] {
        let december = year.december
        let readiness = try MonthReadiness(books.organisation, december, in: tx)
        let missing = Dictionary(readiness.steps.map { ($0.step, $0.missing) }) { first, _ in first }
        let balances = try YearBalances(books.organisation, through: december, in: tx)
        let statements = try StatementQueries.statements(books.organisation, at: december.lastDay, in: tx)
        func nothing(on prefixes: String...) -> Message? {
            balances.standing(prefixes).first.map { LedgerText.leftOver($0.account, $0.amount) }
        }
        let closed = books.closedThrough ?? .opening
        let isOrdered = closed >= december.previous || AccountingMonth(books.startDate) >= december
        let made = Set(checks.map(\.kind))
        let notes: [String: Message?] = [
            "stockTake": YearCheckKind.beforeDistribution.first { !made.contains($0) }.map(YearCheckText.missing),
            "posted": missing[.posted].flatMap { $0 } ?? missing[.reviewed].flatMap { $0 }
                ?? (isOrdered ? nil : BookText.monthsOpen),
            "bank": missing[.bank].flatMap { $0 } ?? missing[.cash].flatMap { $0 },
            "depreciation": missing[.depreciation].flatMap { $0 }, "pending": nothing(on: "181"),
            "income": nothing(on: "501", "502", "503", "504"),
            "expense": nothing(on: "511", "512", "513", "514", "515", "521"),
            "result": done.contains(.transfer) ? nothing(on: "321") : BookText.notYet,
            "loss": balances.sum("322") > .zero ? BookText.lossLeft : nil,
            "fund": done.contains(.distribution) ? nil : BookText.notYet,
            "members": done.contains(.distribution) ? nil : BookText.notYet,
            "appropriated": done.contains(.distribution) ? nothing(on: "32202") : BookText.notYet,
            "statements": statements?.agree == true ? nil : LedgerText.missingBalance,
            "closed": closed >= december ? nil : BookText.notYet,
        ]
        return ShippedTable.rows(PackageResources.year_end_steps_csv, columns: ["step", "key", "zh", "en"]) { row in
            guard let number = Int(row.text("step")) else { return nil }
            let label = Message(zh: row.text("zh"), en: row.text("en"))
            guard let note = notes[row.text("key")] else {
                return YearEndStep(number: number, label: label, state: .people, note: nil)
            }
            return YearEndStep(number: number, label: label, state: note == nil ? .done : .missing, note: note)
        }
    }
}
