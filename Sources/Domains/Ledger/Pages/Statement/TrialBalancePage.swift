import Kernel
import Registry
import Storage
import Web

/// The trial balance with its eight amounts, parents above their children; each account a door to its ledger.
struct TrialBalancePage {
    let organisation: Organisation
    let balance: FullTrialBalance
    let accounts: [AccountCode: BookAccount]

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        let last = request.query["through"].flatMap { AccountingMonth($0) } ?? AccountingMonth(request.day)
        let first = request.query["from"].flatMap { AccountingMonth($0) } ?? last
        balance = try TrialBalanceQueries.full(organisation.id, from: min(first, last), through: last, in: tx)
        accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0) }) { $1 }
    }

    static let heads = [BookText.opening, BookText.period, BookText.cumulative, BookText.closing].flatMap {
        [BookText.on($0, BookText.debit), BookText.on($0, BookText.credit)]
    }

    func page(_ request: PageRequest) -> Page {
        let answer =
            balance.isBalanced
            ? BookText.balanced(request.money(balance.total.period.debit)) : LedgerText.missingBalance
        let before = request.link(setting: ["through": balance.through.previous.description])
        let after = request.link(setting: ["through": balance.through.next.description])
        return Page(
            BookText.trialBalance, request,
            [
                BookDesk.crumbs(organisation, request, BookText.trialBalance),
                Headline(
                    BookText.doesItBalance, answer: answer,
                    note: BookText.months(balance.from.description, balance.through.description), in: request.language),
                ActionBar([
                    Action(BookText.monthBefore, to: before), Action(BookText.monthAfter, to: after),
                    Action(
                        BookText.wholeYear, to: request.link(setting: ["from": balance.through.january.description])),
                    Action(
                        BookText.takeWorkbook,
                        to: BookDesk.path(
                            organisation.id,
                            "/trial-balance.xlsx?from=\(balance.from)&through=\(balance.through)")),
                ]),
                table(request),
            ])
    }

    private func table(_ request: PageRequest) -> DataTable {
        func cells(_ line: FullTrialBalance.Line) -> [HTML] {
            [line.opening, line.period, line.year, line.closing].flatMap { pair in
                [pair.debit, pair.credit].map { HTML(text: $0 == .zero ? "" : request.money($0)) }
            }
        }
        let rows = balance.lines.map { line -> [HTML] in
            let name = accounts[line.account].map { request($0.name) } ?? ""
            let text = String(repeating: "\u{3000}", count: line.level - 1) + "\(line.account) \(name)"
            let path = BookDesk.path(organisation.id, "/accounts/\(line.account)")
            let row = [HTML.link(text, to: path)] + cells(line)
            return line.isParent ? row.map { "<b>\($0)</b>" } : row
        }
        return DataTable(
            columns: [.init(BookText.account)] + Self.heads.map { .init($0, .number) }, rows: rows,
            totals: rows.isEmpty ? nil : [HTML(text: request(BookText.total))] + cells(balance.total),
            empty: EmptyState(BookText.noMovement))
    }
}
