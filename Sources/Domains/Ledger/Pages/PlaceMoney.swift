import Kernel
import Registry
package import Storage
package import Web

extension Ledger {
    /// What the books show of a place: income and expense of twelve months. Sums are public, vouchers are not.
    package static func face(_ database: any Database) -> FaceSource {
        { place, request in
            try database.read { tx in try PlaceMoney(place, request, in: tx)?.face(request) ?? PlaceFace() }
        }
    }
}

struct PlaceMoney {
    private let place: PlaceView
    private let flows: [MonthFlow]
    private let books: Int64
    private let today: CivilDate
    /// The collective whose months hang on the wall; nil of a place with several, or with none closed.
    private let wall: OrganisationID?

    init?(_ place: PlaceView, _ request: PageRequest, in tx: any ReadTransaction) throws {
        books = try FlowQueries.countBooks(within: place.path, in: tx)
        guard books > 0 else { return nil }
        self.place = place
        wall = place.isVillage ? try WallQueries.shown(in: place.id, in: tx) : nil
        today = request.now.date
        let last = AccountingMonth(today)
        flows = try FlowQueries.months(
            within: place.path, from: AccountingMonth(index: last.index - 11), through: last, in: tx)
    }

    func face(_ request: PageRequest) -> PlaceFace {
        let format = request.format
        let income = flows.reduce(Money.zero) { $0 + $1.income }
        let expense = flows.reduce(Money.zero) { $0 + $1.expense }
        let tile = StatTiles.Stat(
            MoneyFaceText.income, "\(format.wholeMoney(income))", definition: MoneyFaceText.definition,
            to: "/places/\(place.id)#money",
            basis: .init(today, note: MoneyFaceText.expense(format.money(expense))))
        let columns = flows.map { flow in
            ColumnChart.Column(
                request(MoneyFaceText.month(flow.month.index % 12 + 1)), [flow.income.fen, flow.expense.fen],
                texts: [format.money(flow.income), format.money(flow.expense)])
        }
        let ways: [any Component] = wall.map { [ActionBar([Action(WallText.title, to: "/wall/\($0)")])] } ?? []
        let chart = ColumnChart(
            MoneyFaceText.chart, series: [MoneyFaceText.moneyIn, MoneyFaceText.moneyOut], columns)
        return PlaceFace(
            sentences: [(30, MoneyFaceText.sentence(format.money(income), format.money(expense)))],
            figures: [.init(50, tile)],
            parts: [.init(30, Section(MoneyFaceText.title, anchor: "money", [chart] + ways))])
    }
}
