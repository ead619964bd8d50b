import Kernel
import Paper
import Registry
import Storage
import Web

/// Account books on paper: one account, or all of a year as a bound volume with cover and contents (Order 98, arts. 58–60).
struct LedgerPaper {
    private struct Book {
        let account: BookAccount
        let leaves: BookLeaves
    }

    private let organisation: Organisation
    private let months: (from: AccountingMonth, through: AccountingMonth)
    private let isDayBook: Bool
    private let isVolume: Bool
    private let books: [Book]
    /// Who is chief accountant and cashier on the last day; nil where nobody is named.
    private let people: BookPeople?

    /// `only`: one account; else every account of the first level on which something stands or moved in the year.
    init?(
        _ organisation: Organisation, only: AccountCode?, daily: Bool, through day: CivilDate,
        in tx: any ReadTransaction
    ) throws {
        guard try BookQueries.find(organisation.id, in: tx) != nil else { return nil }
        let last = AccountingMonth(day)
        let accounts = try BookQueries.accounts(organisation.id, in: tx).filter { account in
            only.map { $0 == account.code } ?? (account.code.text.count == 3)
        }
        guard only == nil || !accounts.isEmpty else { return nil }
        self.organisation = organisation
        months = (last.january, last)
        people = try BookPeopleQueries.list(organisation.id, in: tx).on(last.lastDay)
        isDayBook = daily
        isVolume = only == nil
        books = try accounts.compactMap { account in
            let ledger = try AccountLedgerQueries.get(
                organisation.id, account.code, from: last.january, through: last, daily: daily, in: tx)
            let isEmpty = ledger.opening == .zero && ledger.rows.allSatisfy { $0.debit == .zero && $0.credit == .zero }
            guard only != nil || !isEmpty else { return nil }
            let isResult = account.code.text.hasPrefix("5")
            let leaves = BookLeaves(
                ledger, carry: daily ? .month : .year, endsYear: last.next.january == last.next && !isResult)
            return Book(account: account, leaves: leaves)
        }
    }

    func paper(_ format: Format) -> RuledPaper {
        let sheets = books.flatMap { book in book.leaves.pages.map { (book.account, $0) } }
        let leaves = sheets.enumerated().map { number, sheet in
            leaf(sheet.0, sheet.1, (number + 1, sheets.count), format)
        }
        let title = format.language(isDayBook ? BookText.dayBook : BookText.ledger)
        return RuledPaper(
            title: title, subject: "\(organisation.name) \(months.through)",
            forms: (isVolume ? [cover(title, sheets.count, format)] + contents(format) : []) + leaves,
            at: months.through.lastDay.start)
    }

    private func cover(_ title: String, _ pages: Int, _ format: Format) -> RuledPaper.Form {
        let words = format.language
        return RuledPaper.Form(
            title: title, head: [organisation.name, "", period(format)],
            notes: [words(PrintText.volumePages(pages))] + PrintText.volumeSigners(people).map { words($0) })
    }

    private static let contentsPerPage = 22

    private func contents(_ format: Format) -> [RuledPaper.Form] {
        let words = format.language
        var page = 1
        let rows = books.map { book -> RuledPaper.Row in
            defer { page += book.leaves.pages.count }
            return .init([book.account.code.text, words(book.account.name), String(page)])
        }
        let columns: [RuledPaper.Column] = [
            .init(words(BookText.accountCode), 2), .init(words(BookText.account), 6),
            .init(words(PrintText.page), 1, isNumber: true),
        ]
        return stride(from: 0, to: rows.count, by: Self.contentsPerPage).map { start in
            RuledPaper.Form(
                title: words(PrintText.contents), head: [organisation.name, "", period(format)], columns: columns,
                rows: Array(rows.dropFirst(start).prefix(Self.contentsPerPage)), ruled: Self.contentsPerPage)
        }
    }

    private func period(_ format: Format) -> String {
        format.language(BookText.months(months.from.description, months.through.description))
    }

    private func leaf(
        _ account: BookAccount, _ lines: [BookLeaves.Line], _ page: (number: Int, count: Int), _ format: Format
    ) -> RuledPaper.Form {
        let words = format.language
        return RuledPaper.Form(
            title: "\(account.code) \(words(account.name))",
            head: [organisation.name, period(format), words(PrintText.pageOf(page.number, page.count))],
            columns: [
                .init(words(BookText.date), 3), .init(words(BookText.number), 3), .init(words(BookText.summary), 7),
                .init(words(BookText.debit), 4, isNumber: true), .init(words(BookText.credit), 4, isNumber: true),
                .init(words(PrintText.side), 1), .init(words(BookText.balance), 4, isNumber: true),
            ], rows: lines.map { row($0, format) }, ruled: BookLeaves.linesPerPage,
            signatures: [words(PrintText.chief) + (people?.chief ?? "")]
                + (isDayBook ? [words(PrintText.cashier) + (people?.cashier ?? "")] : [])
                + [words(PrintText.reviewer), words(PrintText.bookkeeper)])
    }

    private func row(_ line: BookLeaves.Line, _ format: Format) -> RuledPaper.Row {
        let words = format.language
        func cells(_ date: String, _ number: String, _ summary: String, isSum: Bool) -> RuledPaper.Row {
            .init(
                [
                    date, number, summary, PrintText.amount(line.pair.debit, format),
                    PrintText.amount(line.pair.credit, format), words(PrintText.side(line.balance)),
                    PrintText.amount(line.balance < .zero ? -line.balance : line.balance, format),
                ], isSum: isSum)
        }
        switch line.kind {
        case .opening:
            return cells(format.date(months.from.firstDay), "", words(PrintText.fromLastYear), isSum: true)
        case .carriedOver: return cells("", "", words(PrintText.carriedOver), isSum: true)
        case .broughtForward: return cells("", "", words(PrintText.broughtForward), isSum: true)
        case .nextYear:
            return cells(format.date(months.through.lastDay), "", words(PrintText.toNextYear), isSum: true)
        case .row(.entry(let entry)):
            return cells(format.date(entry.date), "\(entry.month)-\(entry.number)", entry.summary, isSum: false)
        case .row(.day(let day)): return cells(format.date(day), "", words(BookText.dayTotal), isSum: true)
        case .row(.month(let month)): return cells(month.description, "", words(BookText.monthTotal), isSum: true)
        case .row(.year(let month)): return cells(month.description, "", words(BookText.yearTotal), isSum: true)
        }
    }
}
