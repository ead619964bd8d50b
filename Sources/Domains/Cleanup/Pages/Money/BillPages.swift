import Kernel
import Registry
import Storage
import Web

/// What the found land of a place brings: bills, paid and not.
struct ChargesPage {
    private static let most = 5_000

    let place: Division
    let path: [Division]
    let bills: [BillLine]
    let sums: (billed: Money, paid: Money)
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("division", as: DivisionName.self),
            let place = try DivisionQueries.find(id, in: tx)
        else { return nil }
        self.place = place
        path = try DivisionQueries.listPath(to: place, in: tx)
        bills = try BillQueries.list(within: place.path, limit: Self.most, in: tx)
        sums = try BillQueries.sums(within: place.path, in: tx)
        actions = try VerbForm.actions([(BillHousehold.self, "/register/land-bill")], request, at: place.id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            CleanupText.charges, request,
            [
                Breadcrumb(path.map { .init($0.name, "/places/\($0.id)/charges") }),
                Headline(
                    CleanupText.chargesQuestion,
                    answer: CleanupText.summed(format.money(sums.billed), format.money(sums.paid)), in: request.language
                ),
                ListTable(
                    request,
                    columns: [
                        .init("household", CleanupText.household), .init("class", CleanupText.landClass),
                        .init("found", CleanupText.found, .number), .init("billed", CleanupText.billed, .number),
                        .init("paid", CleanupText.paid, .number),
                    ], rows: bills.map { row($0, format) }, most: Self.most, empty: EmptyState(CleanupText.nothingYet)),
                ActionBar(actions),
            ])
    }

    private func row(_ line: BillLine, _ format: Format) -> [ListCell] {
        [
            .text(line.household, to: "/land-bills/\(line.id)"), .text(line.charge.category),
            .area(line.charge.found, format), .money(line.billed, format), .money(line.paid, format),
        ]
    }
}

/// One bill, as it is handed to the household: how the amount comes about, and what paying soon saves.
struct BillPage {
    let line: BillLine
    let organisation: Organisation?
    let actions: [Action]

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("bill", as: BillName.self).flatMap { try BillQueries.find($0, in: tx) }.map {
            Belonging(at: $0.division)
        }
    }

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("bill", as: BillName.self), let line = try BillQueries.find(id, in: tx) else {
            return nil
        }
        self.line = line
        organisation = try OrganisationQueries.find(line.organisation, in: tx)
        actions =
            line.paid == nil
            ? try VerbForm.actions(
                [(PayBill.self, "/land-bills/\(line.id)/pay")], request, at: line.division, in: tx)
            : try NameForms.actions(
                "/land-bills/\(id)", line.displayName, isDone: true, request, at: line.division, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            CleanupText.bill, request,
            [
                Breadcrumb([
                    .init(request(CleanupText.charges), "/places/\(line.division)/charges"), .init(line.household),
                ]),
                Headline(
                    CleanupText.billQuestion, answer: HTML(text: format.money(line.paid ?? line.billed))),
                FactList([
                    .init(CleanupText.organisation, HTML(text: organisation?.name ?? line.organisation.text)),
                    .init(CleanupText.household, HTML(text: "\(line.household) \(line.displayName)")),
                    .init(CleanupText.landClass, HTML(text: line.charge.category)),
                    .init(CleanupText.found, HTML(text: format.area(line.charge.found))),
                    .init(CleanupText.guidePrice, HTML(text: format.money(line.charge.guidePrice))),
                    .init(CleanupText.priceBasis, HTML(text: line.priceBasis)),
                    .init(CleanupText.months, HTML(text: format.count(line.charge.months))),
                    .init(
                        CleanupText.hardship,
                        line.charge.isHardship
                            ? HTML(text: "−" + format.percent(basisPoints: line.charge.rules.hardship)) : nil),
                    .init(CleanupText.billedOn, HTML(text: format.date(line.billedOn))),
                    .init(CleanupText.paid, line.paid.map { HTML(text: format.money($0)) }),
                    .init(CleanupText.paidOn, line.paidOn.map { HTML(text: format.date($0)) }),
                ]),
                Section(CleanupText.discounts, [discounts(request)]), ActionBar(actions),
            ])
    }

    private func discounts(_ request: PageRequest) -> DataTable {
        let (format, rules) = (request.format, line.charge.rules)
        let rows = [Int64(1), 2, 3].map { step -> [HTML] in
            let days = rules.days * step
            let amount = (try? line.charge.amount(paidAfter: days)) ?? line.billed
            return [
                HTML(text: request(CleanupText.withinDays(format.count(days)))),
                HTML(text: format.date(line.billedOn.adding(days: Int(days)))), HTML(text: format.money(amount)),
            ]
        }
        let later = [HTML(text: request(CleanupText.later)), HTML(text: "—"), HTML(text: format.money(line.billed))]
        return DataTable(
            columns: [
                .init(CleanupText.discounts), .init(CleanupText.paidOn, .number), .init(CleanupText.amount, .number),
            ], rows: rows + [later])
    }
}
