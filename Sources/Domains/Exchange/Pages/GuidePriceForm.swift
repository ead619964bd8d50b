import Kernel
import Registry
import Storage
import Web

/// The county's table of guide prices, filled with what the formula makes of the signed deals; the officer checks it
/// and gives it the number of its document.
struct GuidePriceForm {
    let county: DivisionID
    let deals: [GuideDeal]
    let before: [GuidePriceLine]

    /// Fewer deals than this and a cell borrows upward (domain notes, section 2.2).
    let least: Int
    private static let emptyRows = 2

    func page(_ request: PageRequest, in tx: any ReadTransaction) throws -> Page {
        let proposed = rows
        let townships = try DivisionQueries.list(.township, within: county, in: tx).map {
            FormField.Option($0.id.text, $0.name)
        }
        let places = [FormField.Option("", request(ExchangeText.Page.wholeCounty))] + townships
        let fields =
            [
                .hidden("division", county.text), .text("documentNumber", ExchangeText.Page.documentNumber),
                .date("validFrom", ExchangeText.Page.validFrom),
            ] + (0..<(proposed.count + Self.emptyRows)).flatMap { row(number: $0, proposed, places, request.language) }
        return Page(
            ExchangeText.Command.publishGuidePrices, request,
            [
                Breadcrumb([
                    .init(request(ExchangeText.Page.guidePrices), "/guide-prices"),
                    .init(request(ExchangeText.Command.publishGuidePrices)),
                ]),
                Headline(
                    ExchangeText.Page.guideDealsQuestion,
                    answer: ExchangeText.Page.guideDeals(Format(request.language).count(deals.count)),
                    note: ExchangeText.Page.guideDealsNote, in: request.language),
                FormBuilder(
                    request, submit: ExchangeText.Command.publishGuidePrices, note: ExchangeText.Page.guideRowsNote,
                    fields),
            ])
    }

    /// One row for each township and class of land that had a deal.
    private var rows: [GuidePriceRow] {
        let mine = deals.filter { $0.county == county }
        let cells = Set(mine.map { Cell(place: $0.township, assetClass: $0.assetClass) })
        return cells.sorted { ($0.place.text, $0.assetClass.rawValue) < ($1.place.text, $1.assetClass.rawValue) }
            .map { cell in
                let previous = before.first {
                    $0.row.place == cell.place && $0.row.assetClass == cell.assetClass
                }
                return GuidePriceFormula.row(
                    township: cell.place, county: county, cell.assetClass, deals: deals, least: least,
                    previous: previous?.row.middle)
            }
    }

    private struct Cell: Hashable {
        let place: DivisionID
        let assetClass: AssetClass
    }

    private func row(number: Int, _ proposed: [GuidePriceRow], _ places: [FormField.Option], _ language: Language)
        -> [FormField]
    {
        let row = number < proposed.count ? proposed[number] : nil
        let isOptional = row == nil
        func name(_ part: String) -> String { "rows[\(number)].\(part)" }
        func label(_ message: Message) -> Message { ExchangeText.Page.row(number + 1, message) }
        let classes = AssetClass.allCases.map { FormField.Option($0.rawValue, language($0.label)) }
        let none = FormField.Option("", language(ExchangeText.Page.noRow))
        let sources = LotAct.options(ExchangeText.guideSource, language)
        return [
            .choice(
                name("place"), label(ExchangeText.Field.place), places, optional: true, value: row?.place?.text ?? ""),
            .choice(
                name("class"), label(ExchangeText.Page.landClass), isOptional ? [none] + classes : classes,
                optional: isOptional, value: row?.assetClass.rawValue ?? ""),
            .money(name("floorFen"), label(ExchangeText.Page.floor), optional: isOptional, value: row?.floor),
            .money(name("midFen"), label(ExchangeText.Page.middle), optional: isOptional, value: row?.middle),
            .money(name("highFen"), label(ExchangeText.Page.high), optional: isOptional, value: row?.high),
            .money(name("previousMidFen"), label(ExchangeText.Page.before), optional: true, value: row?.previousMiddle),
            .number(name("samples"), label(ExchangeText.Page.samples), optional: isOptional, value: row?.samples),
            .choice(
                name("borrowedFrom"), label(ExchangeText.Page.borrowedFrom), isOptional ? [none] + sources : sources,
                optional: isOptional, value: row?.borrowedFrom.rawValue ?? ""),
        ]
    }
}
