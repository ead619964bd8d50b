import Kernel
import Registry
import Storage
import Web

/// The accountant's month on one page: every step with its state and its next click, down to the wall.
struct MonthPage {
    let organisation: Organisation
    let month: AccountingMonth
    let steps: [Step]

    /// One line of the list.
    struct Step {
        enum State { case done, missing, note, later }

        let label: Message
        let state: State
        let note: Message?
        let click: (label: Message, path: String)?

        var tag: Tag {
            switch state {
            case .done: Tag(BookText.stepDone, .good)
            case .missing: Tag(BookText.stepMissing, .bad)
            case .note: Tag(BookText.stepNote, .warning)
            case .later: Tag(BookText.stepPeople)
            }
        }
    }

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let books = try BookQueries.find(organisation.id, in: tx) else { return nil }
        self.organisation = organisation
        let next = books.closedThrough?.next ?? AccountingMonth(books.startDate)
        let month = request.query["month"].flatMap { AccountingMonth($0) } ?? next
        self.month = month
        let isClosed = books.closedThrough.map { month <= $0 } ?? false
        let isDecember = month.next == month.next.january
        let checks = try MonthReadiness(organisation.id, month, in: tx).steps.filter {
            $0.step != .yearEnd || isDecember
        }.map { step, missing in
            Step(
                label: LedgerText.step(step), state: missing == nil ? .done : .missing, note: missing,
                click: step == .depreciation && !request.may(Depreciate.self)
                    ? nil : MonthPage.click(step, month, organisation.id))
        }
        let overdue = try ReceivableQueries.list(organisation.id, in: tx).overdue(on: min(request.day, month.lastDay))
        let rents = Step(
            label: BookText.rentsCollected, state: overdue == .zero ? .done : .note,
            note: overdue == .zero ? nil : BookText.rentsLeft(request.money(overdue)),
            click: (BookText.receivables, BookDesk.path(organisation.id, "/receivables")))
        let isOver = month.lastDay < request.now.date
        let close = Step(
            label: LedgerText.closeMonth, state: isClosed ? .done : .missing,
            note: isClosed || isOver ? nil : BookText.monthRuns,
            click: request.may(CloseMonth.self)
                ? (LedgerText.closeMonth, BookDesk.path(organisation.id, "/close-month")) : nil)
        let wall = Step(
            label: BookText.onTheWall, state: isClosed ? .done : .later, note: isClosed ? nil : BookText.afterClosing,
            click: (WallText.title, "/wall/\(organisation.id)" + (isClosed ? "?month=\(month)" : "")))
        steps = checks + [rents, close, wall]
    }

    private static func click(_ step: MonthReadiness.Step, _ month: AccountingMonth, _ organisation: OrganisationID)
        -> (label: Message, path: String)
    {
        func path(_ rest: String) -> String { BookDesk.path(organisation, rest) }
        switch step {
        case .posted: return (BookText.drafts, path("/drafts"))
        case .reviewed: return (LedgerText.confirmVouchers, path("/drafts"))
        case .numbered: return (BookText.vouchers, path("/vouchers?at=\(month.lastDay)"))
        case .cash: return (BookText.cashBook, path("/daybook/101?at=\(month.lastDay)"))
        case .bank: return (BookText.bank, path("/bank?month=\(month)"))
        case .depreciation: return (LedgerText.depreciate, path("/depreciate?month=\(month)"))
        case .balanced: return (BookText.trialBalance, path("/trial-balance?through=\(month)"))
        case .yearEnd: return (BookText.yearEnd, path("/year-end?year=\(month.year)"))
        }
    }

    func page(_ request: PageRequest) -> Page {
        let open = steps.count { $0.state == .missing }
        let isClosed = steps.dropLast().last?.state == .done
        // What is left to do is the closing itself.
        let answer = isClosed ? BookText.monthIsClosed : BookText.monthOpen(open - 1)
        return Page(
            BookText.monthPage, request,
            [
                BookDesk.crumbs(organisation, request, BookText.monthPage),
                Headline(BookText.whatIsOpen(month.description), answer: answer, in: request.language),
                ActionBar([
                    Action(BookText.monthBefore, to: request.link(setting: ["month": month.previous.description])),
                    Action(BookText.monthAfter, to: request.link(setting: ["month": month.next.description])),
                ]),
                DataTable(
                    columns: [
                        .init(BookText.step), .init(BookText.state, .state), .init(BookText.whatIsMissing),
                        .init(BookText.nextClick),
                    ], rows: steps.enumerated().map { row($0 + 1, $1, request) }),
            ])
    }

    private func row(_ number: Int, _ step: Step, _ request: PageRequest) -> [HTML] {
        [
            HTML(text: "\(number)  \(request(step.label))"), step.tag.html(request.language),
            HTML(text: step.note.map { request($0) } ?? ""),
            step.click.map { HTML.link(request($0.label), to: $0.path) } ?? HTML(text: ""),
        ]
    }
}
