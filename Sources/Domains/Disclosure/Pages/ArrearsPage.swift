import Kernel
import Registry
import Storage
import Web

/// Every instalment that is late in a place and all below it, the longest late first: the rows behind the figures of its page.
struct ArrearsPage {
    private static let most = 2_000

    private let path: [Division]
    private let late: [LateInstalment]
    private let contracts: [ContractID: ContractLine]

    static func path(at place: DivisionID, _ age: ArrearsAge? = nil) -> String {
        Links.address("/arrears", query: ["at": place.text].merging(age.map { ["age": $0.rawValue] } ?? [:]) { $1 })
    }

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let id = request.query["at"].flatMap { DivisionID($0) }
        let place = try id.flatMap { try DivisionQueries.find($0, in: tx) }
        if id != nil, place == nil { return nil }
        path = try place.map { try DivisionQueries.listPath(to: $0, in: tx) } ?? []
        late = try PaymentQueries.listLate(
            within: place?.path ?? "/", request.query["age"].flatMap { ArrearsAge(rawValue: $0) },
            on: request.now.date, limit: Self.most, in: tx)
        contracts = try ContractQueries.list(Set(late.map(\.contract)), in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let sum = late.reduce(Money.zero) { $0 + $1.missing }
        let answer =
            late.isEmpty ? FrontText.noneLate : FrontText.allLate(format.count(late.count), format.money(sum))
        return Page(
            FrontText.arrearsTitle, request,
            [
                Breadcrumb(path.map { .init($0.name, "/places/\($0.id)") } + [.init(request(FrontText.arrearsTitle))]),
                Headline(FrontText.whoIsLate, answer: answer, in: request.language),
                ActionBar.filter("age", ArrearsAge.allCases.map { ($0.rawValue, FrontText.age($0)) }, request),
                table(request),
            ])
    }

    private func table(_ request: PageRequest) -> ListTable {
        let format = request.format
        return ListTable(
            request,
            columns: [
                .init("asset", PageText.asset), .init("place", PageText.place), .init("tenant", PageText.tenant),
                .init("number", PageText.instalment, .number), .init("due", PageText.due, .number),
                .init("late", FrontText.lateSum, .number), .init("days", FrontText.lateDays, .number),
            ],
            rows: late.map { payment in
                let line = contracts[payment.contract]
                return [
                    .text(line?.assetName ?? payment.contract.text, to: "/contracts/\(payment.contract)"),
                    .text(line?.divisionName ?? "", to: line.map { "/places/\($0.contract.division)" }),
                    .text(line?.lesseeName ?? ""), .count(payment.number, format), .date(payment.due, format),
                    .money(payment.missing, format), .count(payment.days(on: request.now.date), format),
                ]
            }, most: Self.most, empty: EmptyState(FrontText.noneLate))
    }
}
