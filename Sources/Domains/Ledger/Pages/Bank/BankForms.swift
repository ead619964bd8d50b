import Kernel
import Registry
import Storage
import Web

/// The forms of bank and books side by side.
extension LedgerForm {
    static let bank = [matchBankClear, matchBank, unmatchBank, reconcileBank, eraseCounterparty]

    private static func form(
        _ path: String, _ command: any LedgerCommand.Type, _ title: Message,
        _ body: @escaping @Sendable (BankAccountPage, PageRequest) throws -> [any Component]?
    ) -> LedgerForm {
        LedgerForm(
            path: "/bank/{account}\(path)", command: command, title: title, target: "/bank/{account}",
            page: { organisation, request, tx in
                guard let page = try BankAccountPage(organisation, request, in: tx), let parts = try body(page, request)
                else { return nil }
                let name = "\(page.account.code) \(request(page.account.name))"
                return Page(title, request, [BookDesk.bankCrumbs(organisation, name, request)] + parts)
            })
    }

    private static func hidden(_ page: BankAccountPage) -> [FormField] {
        [.hidden("organisation", page.organisation.id.text), .hidden("account", page.account.code.text)]
    }

    static let matchBankClear = form("/match-clear", MatchBankClear.self, LedgerText.matchBankClear) { page, request in
        let matches = page.matching.clear
        let lines = Dictionary(page.matching.lines.map { ($0.id, $0) }) { $1 }
        let entries = Dictionary(page.matching.entries.map { ($0.voucher, $0) }) { $1 }
        let rows = matches.map { match in
            let bank = match.lines.compactMap { lines[$0] }.map { request.format.date($0.date) }
            let book = match.vouchers.compactMap { entries[$0] }
            return [
                HTML(text: bank.joined(separator: " ")),
                HTML(
                    text: book.map { "\(request.format.date($0.date)) \($0.month)-\($0.number) \($0.summary)" }
                        .joined(separator: " · ")),
                HTML(text: request.money(book.reduce(.zero) { $0 + $1.amount })),
            ]
        }
        return [
            Headline(BookText.clearQuestion, answer: BookText.pairs(matches.count), in: request.language),
            DataTable(
                columns: [.init(BookText.atBank), .init(BookText.inBooks), .init(BookText.amount, .number)],
                rows: rows, empty: EmptyState(BookText.nothingOpen)),
            FormBuilder(request, submit: LedgerText.matchBankClear, note: BookText.clearNote, hidden(page)),
        ]
    }

    private static func line(_ page: BankAccountPage, _ request: PageRequest) -> BankLine? {
        let id = request.identifier("line", as: StatementLineName.self)
        return page.matching.lines.first { $0.id == id }
    }

    static let matchBank = form("/lines/{line}/match", MatchBank.self, LedgerText.matchBank) { page, request in
        guard let line = line(page, request) else { return nil }
        let candidates = page.matching.candidates(for: line)
        let vouchers = candidates.map { entry in
            FormField.Option(
                entry.voucher.text,
                "\(request.money(entry.amount)) · \(request.format.date(entry.date)) · \(entry.summary)")
        }
        let others = page.matching.openLines.filter { $0.id != line.id }.map {
            FormField.Option($0.id.text, "\(request.money($0.amount)) · \(request.format.date($0.date))")
        }
        let best = candidates.first { $0.amount == line.amount }?.voucher.text ?? ""
        let rows = (0..<min(3, max(1, vouchers.count))).map { row in
            FormField.choice(
                "vouchers[\(row)]", BookText.voucherChoice(row + 1), vouchers, optional: row > 0,
                value: row == 0 ? best : "")
        }
        return [
            Headline(
                BookText.isItVoucher,
                answer: BookText.bankLine(request.format.date(line.date), request.money(line.amount)),
                in: request.language),
            FormBuilder(
                request, submit: LedgerText.matchBank,
                hidden(page) + [.hidden("lines[0]", line.id.text)] + rows
                    + (others.isEmpty ? [] : [.choice("lines[1]", BookText.lineChoice, others, optional: true)])),
        ]
    }

    static let unmatchBank = form("/lines/{line}/unmatch", UnmatchBank.self, LedgerText.unmatchBank) { page, request in
        guard let line = line(page, request) else { return nil }
        return [
            Headline(
                BookText.whyUnmatch,
                answer: BookText.bankLine(request.format.date(line.date), request.money(line.amount)),
                in: request.language),
            FormBuilder(request, submit: LedgerText.unmatchBank, hidden(page) + [.hidden("line", line.id.text)]),
        ]
    }

    static let eraseCounterparty = form("/lines/{line}/erase", EraseCounterparty.self, LedgerText.eraseCounterparty) {
        page, request in
        guard let line = line(page, request) else { return nil }
        return [
            Headline(BookText.whatGoes, answer: BookText.partyGoes, in: request.language),
            FactList([
                .init(BookText.date, HTML(text: request.format.date(line.date))),
                .init(BookText.amount, HTML(text: request.money(line.amount))),
            ]),
            FormBuilder(
                request, submit: LedgerText.eraseCounterparty, note: BookText.fileStays,
                [
                    .hidden("organisation", page.organisation.id.text), .hidden("line", line.id.text),
                    .text("order", BookText.order, hint: BookText.orderHint, optional: true),
                ]),
        ]
    }

    static let reconcileBank = form("/reconcile", ReconcileBank.self, LedgerText.reconcileBank) { page, request in
        let comparison = page.comparison
        func items(_ name: String, _ items: [(CivilDate, Money, String)]) -> [FormField] {
            items.prefix(500).enumerated().flatMap { row, item -> [FormField] in
                [
                    .hidden("\(name)[\(row)].date", item.0.description),
                    .hidden("\(name)[\(row)].amountFen", Format.typedMoney(fen: item.1.fen)),
                    .hidden("\(name)[\(row)].text", String(item.2.prefix(100))),
                ]
            }
        }
        let bank = comparison.onlyBank.map { ($0.date, $0.amount, $0.serial ?? request(BookText.bankItem)) }
        let book = comparison.onlyBook.map { ($0.date, $0.amount, "\($0.month)-\($0.number) \($0.summary)") }
        return [
            Headline(
                BookText.doTheyAgree, answer: BookText.atEnd(page.month.description), in: request.language),
            BankStatementTable(comparison).table(request),
            FormBuilder(
                request, submit: LedgerText.reconcileBank, note: BookText.reconcileNote,
                hidden(page) + [
                    .hidden("month", page.month.description),
                    .money("statementFen", BookText.statementBalance, value: comparison.statement),
                ] + items("onlyBook", book) + items("onlyBank", bank)),
        ]
    }
}
