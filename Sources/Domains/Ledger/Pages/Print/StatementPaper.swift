import Kernel
import Paper
import Registry
import Storage
import Web

/// The two statements with their cover, as they are signed and handed in.
struct StatementPaper {
    private let organisation: Organisation
    private let statements: Statements
    /// Who is chief accountant and cashier on the day of the statements; nil where nobody is named.
    private let people: BookPeople?
    private let notes: MethodNotes

    init?(_ organisation: Organisation, at day: CivilDate, in tx: any ReadTransaction) throws {
        guard let statements = try StatementQueries.statements(organisation.id, at: day, in: tx) else { return nil }
        self.organisation = organisation
        self.statements = statements
        notes = MethodNotes(
            changes: try AssetCardQueries.changes(organisation.id, AccountingYear(AccountingMonth(day)), in: tx))
        people = try BookPeopleQueries.list(organisation.id, in: tx).on(day)
    }

    func paper(_ format: Format) -> RuledPaper {
        let words = format.language
        let day = words(BookText.onDay(format.date(statements.date)))
        let cover = RuledPaper.Form(
            title: words(PrintText.report), head: [organisation.name, day, words(BookText.inYuan)],
            notes: [words(BookText.edition(statements.sheet.edition)), words(BookText.recalledNote)]
                + notes.lines(format) + PrintText.reportSigners(people).map { words($0) })
        return RuledPaper(
            title: words(PrintText.report), subject: "\(organisation.name) \(statements.date)",
            forms: [
                cover, form(BookText.balanceSheet, statements.sheet, StatementsPage.sheetColumns, format),
                form(BookText.incomeStatement, statements.income, StatementsPage.incomeColumns, format),
            ], at: statements.date.start)
    }

    private func form(_ title: Message, _ statement: Statement, _ columns: [Message], _ format: Format)
        -> RuledPaper.Form
    {
        let words = format.language
        return RuledPaper.Form(
            title: words(title),
            head: [
                organisation.name, words(BookText.onDay(format.date(statements.date))), words(BookText.inYuan),
            ],
            columns: [.init(words(PrintText.rowNumber), 1), .init(words(BookText.line), 8)]
                + columns.map { .init(words($0), 4, isNumber: true) },
            rows: statement.shown.map { line in
                let mark = line.row.evidence == .recalled ? "*" : ""
                return .init(
                    [String(line.row.number), words(line.row.label) + mark]
                        + line.amounts.map { $0.map { PrintText.amount($0, format) } ?? "" },
                    isSum: [.total, .grand].contains(line.row.kind))
            }, notes: [words(BookText.recalledNote)],
            signatures: [
                words(PrintText.head), words(PrintText.chief) + (people?.chief ?? ""),
                words(PrintText.cashier) + (people?.cashier ?? ""), words(PrintText.maker),
            ])
    }
}
