import Kernel
import Registry
import Storage
import Web

/// The checks of every procedure as they stand at a place today: on or off, from which day, by whom and on what basis.
struct CheckPage {
    let organisation: Organisation
    let values: [(check: BookCheck, value: ParameterValue)]

    init(_ organisation: Organisation, _ request: PageRequest, in tx: any ReadTransaction) throws {
        self.organisation = organisation
        let figures = try ParameterQueries.values(
            BookCheck.allCases.map(\.figure), at: organisation.division, on: request.day, in: tx)
        values = BookCheck.allCases.compactMap { check in figures[check.figure].map { (check, $0) } }
    }

    func page(_ request: PageRequest) -> Page {
        Page(
            CheckText.title, request,
            [
                BookDesk.crumbs(organisation, request, CheckText.title),
                Headline(
                    CheckText.question, answer: CheckText.answer(values.count { $0.value.value > 0 }, values.count),
                    note: CheckText.note, in: request.language),
                DataTable(
                    columns: [
                        .init(CheckText.procedure), .init(CheckText.check), .init(CheckText.figure, .number),
                        .init(BookText.state, .state), .init(CheckText.since, .number), .init(CheckText.basis),
                    ], rows: values.map { row($0.check, $0.value, request) }),
            ])
    }

    private func row(_ check: BookCheck, _ value: ParameterValue, _ request: PageRequest) -> [HTML] {
        let isOn = value.value > 0 || check.procedure == .claim
        let figure = value.unit == .fen && value.value > 0 ? request.money(value.money) : ""
        return [
            HTML(text: request(CheckText.procedure(check.procedure))), HTML(text: request(value.key.title)),
            HTML(text: figure),
            (isOn ? Tag(CheckText.on, .good) : Tag(CheckText.off)).html(request.language),
            HTML(text: request.format.date(value.validFrom)),
            HTML(text: request(CheckText.basis(check).article)),
        ]
    }
}
