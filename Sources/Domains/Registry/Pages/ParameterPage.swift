import Kernel
import Storage
import Web

/// The figures that apply to a place today, who fixed each, and what it rests on.
struct ParameterPage {
    private let path: [Division]
    private let values: [ParameterValue]
    private let names: [DivisionID: String]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        let id = request.place
        if id == .root {
            path = []
        } else {
            guard let place = try DivisionQueries.find(id, in: tx) else { return nil }
            path = try DivisionQueries.listPath(to: place, in: tx)
        }
        values = try ParameterQueries.list(at: id, on: request.now.date, in: tx)
        names = Dictionary(path.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func page(_ request: PageRequest) -> Page {
        var parts: [any Component] = [
            Breadcrumb(Paths.crumbs(path)),
            Headline(
                RegistryText.parametersQuestion,
                answer: "\(path.last?.name ?? request(RegistryText.root))"),
            table(request),
        ]
        let actions =
            RegistryForm.action(.parameter, at: RegistryForm.parameter.path, isPrimary: true, for: request)
            + [Action(RegistryText.calendar, to: "/calendar")]
            + RegistryForm.action(.erasure, at: RegistryForm.erasure.path, for: request)
        if !actions.isEmpty { parts.append(ActionBar(actions)) }
        return Page(RegistryText.parameters, request, parts)
    }

    private func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(RegistryText.parameter), .init(RegistryText.value, .number), .init(RegistryText.fixedBy),
                .init(RegistryText.validFrom, .number), .init(RegistryText.version, .number),
                .init(RegistryText.source),
            ],
            rows: values.map { value in
                [
                    "\(value.key.title, request.language)",
                    HTML(text: value.text(request)),
                    HTML(text: value.division.map { names[$0] ?? $0.text } ?? request(RegistryText.shipped)),
                    HTML(text: request.format.date(value.validFrom)), "\(value.version)",
                    HTML(text: request(RegistryText.basis(of: value))),
                ]
            })
    }
}

extension ParameterValue {
    /// The figure with its unit, as people write it.
    func text(_ request: PageRequest) -> String {
        switch unit {
        case .fen: request.format.money(money)
        case .area: request.format.area(area)
        case .basisPoints: request.format.percent(basisPoints: value)
        case .flag: request.format.flag(flag)
        case .workingDays, .days, .months, .years, .seconds, .count, .metres:
            counted(request(unit.label), request)
        }
    }

    /// `2 年`, `1 year`.
    private func counted(_ unit: String, _ request: PageRequest) -> String {
        let count = request.format.count(value)
        return request.language == .chinese ? "\(count) \(unit)" : count.of(String(unit.dropLast()), unit)
    }
}
