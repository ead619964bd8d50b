import Kernel
import Registry
import Storage
import Web

/// Balance sheet and income and distribution statement of a day, each row a door to the accounts that feed it.
struct StatementsPage {
    let organisation: Organisation
    let statements: Statements
    let notes: MethodNotes

    init?(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let statements = try StatementQueries.statements(organisation.id, at: request.day, in: tx) else {
            return nil
        }
        self.organisation = organisation
        self.statements = statements
        let year = AccountingYear(AccountingMonth(statements.date))
        notes = MethodNotes(changes: try AssetCardQueries.changes(organisation.id, year, in: tx))
    }

    static let sheetColumns = [BookText.atEnd, BookText.atYearStart]
    static let incomeColumns = [BookText.thisMonth, BookText.thisYear, BookText.lastYear]

    func page(_ request: PageRequest) -> Page {
        let left = statements.sheet[LedgerText.undistributed.zh]?.amount ?? .zero
        let total = statements.sheet[BookText.assetsRow]?.amount ?? .zero
        return Page(
            BookText.statements, request,
            [
                BookDesk.crumbs(organisation, request, BookText.statements),
                Headline(
                    BookText.whatIsItWorth, answer: BookText.worth(request.money(total), request.money(left)),
                    note: BookText.onDay(request.format.date(statements.date)), in: request.language),
                ActionBar([
                    Action(
                        BookText.takeWorkbook,
                        to: BookDesk.path(organisation.id, "/statements.xlsx?at=\(statements.date)")),
                    Action(
                        PrintText.takePrint,
                        to: BookDesk.path(organisation.id, "/statements.pdf?at=\(statements.date)")),
                ]),
                ActionBar(request.otherDays(byMonth: true)),
                Section(
                    BookText.balanceSheet,
                    [table(statements.sheet, Self.sheetColumns, request)]),
                Section(
                    BookText.incomeStatement,
                    [table(statements.income, Self.incomeColumns, request)]),
            ] + notes.parts(request) + [
                Callout(.info, BookText.edition(statements.sheet.edition), BookText.recalledNote)
            ])
    }

    private func table(_ statement: Statement, _ columns: [Message], _ request: PageRequest) -> DataTable {
        let rows = statement.shown.map { line -> [HTML] in
            let isSum = [.total, .grand].contains(line.row.kind)
            let mark = line.row.evidence == .recalled ? "*" : ""
            let words = HTML(text: "\(line.row.number)  \(request(line.row.label))\(mark)")
            let label = door(line.row, words)
            let amounts = line.amounts.map { HTML(text: $0.map { request.money($0) } ?? "") }
            return ([label] + amounts).map { isSum ? "<b>\($0)</b>" : $0 }
        }
        return DataTable(columns: [.init(BookText.line)] + columns.map { .init($0, .number) }, rows: rows)
    }

    /// A row of one account opens its ledger.
    private func door(_ row: ReportDefinition.Row, _ label: HTML) -> HTML {
        guard let account = row.accounts.first, account.count == 3 else { return label }
        return HTML.link(label, to: BookDesk.path(organisation.id, "/accounts/\(account)"))
    }
}
