import Kernel
import Registry
import Storage
import Web

/// Who owes and who is owed: every household and unit with what stands with it, by age.
struct PartyBalancePage {
    let organisation: Organisation
    let balances: [AgedBalance]
    let names: [PartyID: String]

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        balances = try PartyBalanceQueries.list(organisation.id, through: AccountingMonth(request.day), in: tx)
        var names: [PartyID: String] = [:]
        for party in Set(balances.compactMap(\.party)) {
            names[party] = try PartyQueries.findDisplayName(party, in: tx)
        }
        self.names = names
    }

    func page(_ request: PageRequest) -> Page {
        let owed = balances.filter { $0.amount > .zero }.reduce(Money.zero) { $0 + $1.amount }
        let owing = balances.filter { $0.amount < .zero }.reduce(Money.zero) { $0 - $1.amount }
        return Page(
            BookText.parties, request,
            [
                BookDesk.crumbs(organisation, request, BookText.parties),
                Headline(
                    BookText.whoOwesWhom, answer: BookText.bothWays(request.money(owed), request.money(owing)),
                    note: BookText.neverNetted, in: request.language),
                table(BookText.claims, balances.filter { $0.amount > .zero }, request),
                table(BookText.debts, balances.filter { $0.amount < .zero }, request),
            ])
    }

    private func table(_ title: Message, _ balances: [AgedBalance], _ request: PageRequest) -> DataTable {
        func amount(_ amount: Money) -> HTML {
            HTML(text: amount == .zero ? "" : request.format.money(fen: Int64(amount.fen.magnitude)))
        }
        let rows = balances.map { balance -> [HTML] in
            let name = balance.party.map { names[$0] ?? $0.text } ?? request(BookText.nobody)
            let query = balance.party.map { "?party=\($0)" } ?? ""
            let path = BookDesk.path(organisation.id, "/accounts/\(balance.account)") + query
            return [HTML.link(name, to: path), HTML(text: balance.account.text), amount(balance.amount)]
                + balance.ages.map { amount($0) }
        }
        let sums = (0..<AgedBalance.bounds.count).map { age in
            amount(balances.reduce(.zero) { $0 + $1.ages[age] })
        }
        let total = [HTML(text: request(BookText.total)), "", amount(balances.reduce(.zero) { $0 + $1.amount })]
        return DataTable(
            title,
            columns: [
                .init(BookText.party), .init(BookText.account), .init(BookText.balance, .number),
                .init(BookText.ageMonths, .number), .init(BookText.ageHalf, .number), .init(BookText.ageYear, .number),
                .init(BookText.ageOlder, .number),
            ], rows: rows, totals: rows.isEmpty ? nil : total + sums, empty: EmptyState(BookText.nobodyThere))
    }
}
