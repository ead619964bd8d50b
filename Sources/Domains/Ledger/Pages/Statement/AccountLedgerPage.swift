import Kernel
import Registry
import Storage
import Web

/// The ledger of an account through the year: general, of one household, or as a day book; every line opens its voucher.
struct AccountLedgerPage {
    let organisation: Organisation
    let account: BookAccount
    let ledger: AccountLedger
    let party: PartyID?
    let isDayBook: Bool
    let parties: [PartyID: String]

    /// Nil when the account of the address does not exist.
    init?(_ organisation: Organisation, _ request: PageRequest, daily: Bool = false, in tx: any ReadTransaction) throws
    {
        let code = request.identifier("account", as: AccountName.self)
        guard let account = try BookQueries.accounts(organisation.id, in: tx).first(where: { $0.code == code }) else {
            return nil
        }
        self.organisation = organisation
        self.account = account
        isDayBook = daily
        party = request.query["party"].flatMap { PartyID($0) }
        let last = AccountingMonth(request.day)
        let first = request.query["from"].flatMap { AccountingMonth($0) } ?? last.january
        ledger = try AccountLedgerQueries.get(
            organisation.id, account.code, party: party, from: min(first, last), through: last, daily: daily, in: tx)
        var parties: [PartyID: String] = [:]
        for row in ledger.rows {
            guard case .entry(let entry) = row.kind, let party = entry.party, parties[party] == nil else { continue }
            parties[party] = try PartyQueries.findDisplayName(party, in: tx)
        }
        self.parties = parties
    }

    func page(_ request: PageRequest) -> Page {
        let paper =
            (isDayBook ? "/daybook/\(account.code)/daybook.pdf" : "/accounts/\(account.code)/ledger.pdf")
            + "?at=\(request.day)"
        let name = "\(account.code) \(request(account.name))"
        let rows =
            [line(HTML(text: request(BookText.broughtForward)), "", nil, ledger.opening, request)]
            + ledger.rows.compactMap { row($0, request) }
        return Page(
            named: name, request,
            [
                BookDesk.crumbs(organisation, request, isDayBook ? BookText.dayBook : BookText.ledger),
                Headline(
                    BookText.whatHappenedOn(name), answer: BookText.standsAt(side(ledger.closing, request)),
                    in: request.language),
                ActionBar(
                    [Action(PrintText.takePrint, to: BookDesk.path(organisation.id, paper))] + wide(request)
                        + request.otherDays(byMonth: false)),
                DataTable(
                    columns: [
                        .init(BookText.number), .init(BookText.summary), .init(BookText.debit, .number),
                        .init(BookText.credit, .number), .init(BookText.balance, .number),
                    ], rows: rows),
            ])
    }

    /// Prints with a column for each account below, or with quantities, where there are such.
    private func wide(_ request: PageRequest) -> [Action] {
        guard !isDayBook, party == nil else { return [] }
        let entries = ledger.rows.compactMap { row -> AccountLedger.Entry? in
            guard case .entry(let entry) = row.kind else { return nil }
            return entry
        }
        func action(_ label: Message, _ file: String) -> Action {
            Action(
                label, to: BookDesk.path(organisation.id, "/accounts/\(account.code)/\(file).pdf?at=\(request.day)"))
        }
        return (entries.contains { $0.account != account.code } ? [action(PrintText.takeColumns, "columns")] : [])
            + (entries.contains { $0.quantity != nil } ? [action(PrintText.takeQuantity, "quantity")] : [])
    }

    private func row(_ row: AccountLedger.Row, _ request: PageRequest) -> [HTML]? {
        let pair = FullTrialBalance.Pair(debit: row.debit, credit: row.credit)
        switch row.kind {
        case .entry(let entry):
            let number = HTML.link(
                "\(request.format.date(entry.date)) \(entry.month)-\(entry.number)",
                to: BookDesk.path(organisation.id, "/vouchers/\(entry.voucher)"))
            let who = entry.party.map { " · " + (parties[$0] ?? $0.text) } ?? ""
            return line(number, entry.summary + who, pair, row.balance, request)
        case .day(let day):
            return line(
                HTML(text: request.format.date(day)), request(BookText.dayTotal), pair, row.balance, request,
                isSum: true)
        case .month(let month):
            return line(
                HTML(text: month.description), request(BookText.monthTotal), pair, row.balance, request, isSum: true)
        case .year(let month):
            return line(
                HTML(text: month.description), request(BookText.yearTotal), pair, row.balance, request, isSum: true)
        }
    }

    private func line(
        _ number: HTML, _ summary: String, _ pair: FullTrialBalance.Pair?, _ balance: Money, _ request: PageRequest,
        isSum: Bool = false
    ) -> [HTML] {
        func amount(_ amount: Money?) -> HTML {
            HTML(text: amount.map { $0 == .zero ? "" : request.money($0) } ?? "")
        }
        let cells = [
            number, HTML(text: summary), amount(pair?.debit), amount(pair?.credit),
            HTML(text: side(balance, request)),
        ]
        return isSum ? cells.map { "<b>\($0)</b>" } : cells
    }

    /// Debit, credit or flat must be written (Order 98, art. 60(7)).
    private func side(_ amount: Money, _ request: PageRequest) -> String {
        let text = request.format.money(fen: Int64(amount.fen.magnitude))
        if amount == .zero { return request(BookText.flat) }
        return request(amount > .zero ? BookText.debitSide(text) : BookText.creditSide(text))
    }
}
