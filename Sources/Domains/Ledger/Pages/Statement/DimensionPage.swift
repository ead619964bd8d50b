import Kernel
import Registry
import Storage
import Web

/// What stands with each contract, project or asset, account by account.
struct DimensionPage {
    let organisation: Organisation
    let dimension: Dimension
    let balances: [DimensionBalance]
    let accounts: [AccountCode: BookAccount]

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        dimension = request.query["by"].flatMap { Dimension(rawValue: $0) } ?? .contract
        balances = try DimensionQueries.list(dimension, of: organisation.id, through: request.day, in: tx)
        accounts = Dictionary(try BookQueries.accounts(organisation.id, in: tx).map { ($0.code, $0) }) { $1 }
    }

    func page(_ request: PageRequest) -> Page {
        let items = Set(balances.map(\.item)).count
        return Page(
            DimensionText.title, request,
            [
                BookDesk.crumbs(organisation, request, DimensionText.title),
                Headline(
                    DimensionText.question, answer: DimensionText.answer(items, dimension),
                    note: BookText.onDay(request.format.date(request.day)), in: request.language),
                ActionBar(
                    Dimension.allCases.filter { $0 != dimension }.map {
                        Action(DimensionText.by($0), to: request.link(setting: ["by": $0.rawValue]))
                    }),
                DataTable(
                    columns: [
                        .init(DimensionText.name(dimension)), .init(BookText.account), .init(BookText.debit, .number),
                        .init(BookText.credit, .number), .init(BookText.balance, .number),
                    ], rows: balances.map { row($0, request) }, empty: EmptyState(DimensionText.none)),
            ])
    }

    private func row(_ one: DimensionBalance, _ request: PageRequest) -> [HTML] {
        let account = "\(one.account) \(accounts[one.account].map { request($0.name) } ?? "")"
        return [
            HTML(text: one.name),
            HTML.link(account, to: BookDesk.path(organisation.id, "/accounts/\(one.account)")),
            HTML(text: request.money(one.debit)), HTML(text: request.money(one.credit)),
            HTML(text: request.money(one.balance)),
        ]
    }
}
