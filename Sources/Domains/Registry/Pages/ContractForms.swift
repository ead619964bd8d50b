import Kernel
import Storage
import Web

extension RegistryForm {
    /// The rule a rent runs by; empty where the paper names one sum.
    static func schedule(_ request: PageRequest) -> [FormField] {
        [
            .money(
                "schedule.annualFen", RegistryText.annualRent, hint: RegistryText.annualRentHint, optional: true),
            .number("schedule.stepYears", RegistryText.stepYears, optional: true),
            .number("schedule.stepBasisPoints", RegistryText.stepBasisPoints, optional: true),
            .choice(
                "schedule.years", RegistryText.rentYears,
                VerbForm.options(request) { (choice: RentYears) in choice.label },
                optional: true),
            .text("schedule.good", RegistryText.good, optional: true),
            .number("schedule.gramsPerYear", RegistryText.gramsPerYear, optional: true),
        ]
    }

    static let sublease = RegistryForm(
        path: "/contracts/{contract}/sublet", command: SubletContract.self, title: RegistryText.subletContract,
        target: "/contracts/{id}", thing: ofContract,
        fields: { request, tx in
            [
                .hidden("contract", request.parameters["contract"] ?? ""),
                try .pick("sublessee", RegistryText.sublessee, of: PartyName.self, request, tx),
                .date("start", RegistryText.start), .date("end", RegistryText.end),
                .money("annualFen", RegistryText.annualRent), .paper("consent", RegistryText.consent),
            ]
        })
}

/// What a contract's page says beyond its terms: the rule of its rent, its early end, and who uses the thing meanwhile.
struct ContractExtras {
    let contract: Contract
    let schedule: RentSchedule?
    let endedOn: CivilDate?
    let subleases: [Sublease]

    init(_ contract: Contract, in tx: any ReadTransaction) throws {
        self.contract = contract
        schedule = try ContractQueries.findSchedule(of: contract.id, in: tx)
        endedOn = try ContractQueries.findEnd(of: contract.id, in: tx)
        subleases = try ContractQueries.listSubleases(of: contract.id, in: tx)
    }

    func facts(_ request: PageRequest) -> [FactList.Fact] {
        let format = request.format
        var facts: [FactList.Fact] = []
        if let endedOn { facts.append(.init(RegistryText.endedOn, HTML(text: format.date(endedOn)))) }
        guard let schedule else { return facts }
        facts.append(.init(RegistryText.annualRent, HTML(text: format.money(schedule.annual))))
        if schedule.stepYears > 0 {
            let percent = format.percent(basisPoints: schedule.stepBasisPoints)
            facts.append(
                .init(
                    RegistryText.rise,
                    HTML(text: request(RegistryText.rise(format.count(schedule.stepYears), percent)))))
        }
        if let good = schedule.good, let grams = schedule.gramsPerYear {
            let text = RegistryText.perYear(good, format.count(grams))
            facts.append(.init(RegistryText.inKind, HTML(text: request(text))))
        }
        return facts
    }

    func sections(_ request: PageRequest) -> [any Component] {
        var sections: [any Component] = []
        if let lines = schedule?.lines(from: contract.start, to: contract.end) {
            sections.append(Section(RegistryText.yearsTable, [years(lines, request)]))
        }
        if !subleases.isEmpty { sections.append(Section(RegistryText.subleases, [passedOn(request)])) }
        return sections
    }

    private func years(_ lines: [RentLine], _ request: PageRequest) -> DataTable {
        let format = request.format
        return DataTable(
            columns: [
                .init(RegistryText.number, .number), .init(RegistryText.start, .number),
                .init(RegistryText.end, .number), .init(RegistryText.amount, .number),
            ],
            rows: lines.map { line in
                [
                    HTML(text: format.count(line.number)), HTML(text: format.date(line.from)),
                    HTML(text: format.date(line.to)), HTML(text: format.money(line.amount)),
                ]
            })
    }

    private func passedOn(_ request: PageRequest) -> DataTable {
        let format = request.format
        return DataTable(
            columns: [
                .init(RegistryText.sublessee), .init(RegistryText.start, .number), .init(RegistryText.end, .number),
                .init(RegistryText.annualRent, .number),
            ],
            rows: subleases.map { line in
                [
                    HTML(text: line.sublesseeName), HTML(text: format.date(line.start)),
                    HTML(text: format.date(line.end)), HTML(text: format.money(line.annual)),
                ]
            })
    }
}
