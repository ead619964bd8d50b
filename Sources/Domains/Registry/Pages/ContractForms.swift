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
            .share("schedule.stepBasisPoints", RegistryText.stepBasisPoints, optional: true),
            .choice(
                "schedule.years", RegistryText.rentYears,
                VerbForm.options(request) { (choice: RentYears) in choice.label },
                optional: true),
            .text("schedule.good", RegistryText.good, optional: true),
            .kilograms("schedule.gramsPerYear", RegistryText.quantityPerYear, optional: true),
        ]
    }

    static let amendment = RegistryForm(
        path: "/contracts/{contract}/amend", command: AmendContract.self, title: RegistryText.amendContract,
        note: RegistryText.amendNote, target: "/contracts/{id}", thing: ofContract,
        fields: { request, tx in
            let id = request.parameters["contract"] ?? ""
            let lessor = try ContractID(id).flatMap { try ContractQueries.find($0, in: tx)?.lessor }
            let unused = try lessor.map { try free($0, request, tx) } ?? []
            return [
                .hidden("contract", id), .date("from", RegistryText.amendFrom, hint: RegistryText.amendFromHint),
                .date("end", RegistryText.amendEnd, optional: true),
            ] + schedule(request) + [
                .paper("paper", RegistryText.amendPaper),
                .choice(
                    "resolution", RegistryText.amendResolution, unused,
                    hint: unused.isEmpty ? RegistryText.amendNoResolution : RegistryText.amendResolutionHint,
                    optional: true),
            ]
        })

    /// A body's resolutions that nothing has used, told by their day and matter.
    private static func free(_ lessor: OrganisationID, _ request: PageRequest, _ tx: any ReadTransaction) throws
        -> [FormField.Option]
    {
        try ResolutionQueries.listFree(of: lessor, in: tx).map {
            FormField.Option(
                $0.id.text, "\(request.format.date($0.date)) · \(request($0.matter.label)) · \(request($0.body.label))")
        }
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
    /// The rule it was signed with; supplementary agreements may have put others in its place.
    let schedule: RentSchedule?
    let endedOn: CivilDate?
    let subleases: [Sublease]
    let amendments: [Amendment]

    init(_ contract: Contract, in tx: any ReadTransaction) throws {
        self.contract = contract
        schedule = try ContractQueries.findSchedule(of: contract.id, in: tx)
        endedOn = try ContractQueries.findEnd(of: contract.id, in: tx)
        subleases = try ContractQueries.listSubleases(of: contract.id, in: tx)
        amendments = try ContractQueries.listAmendments(of: contract.id, in: tx)
    }

    func facts(_ request: PageRequest) -> [FactList.Fact] {
        let format = request.format
        var facts: [FactList.Fact] = []
        if let endedOn { facts.append(.init(RegistryText.endedOn, HTML(text: format.date(endedOn)))) }
        guard let schedule = amendments.last(where: { $0.schedule != nil })?.schedule ?? schedule else { return facts }
        facts.append(.init(RegistryText.annualRent, HTML(text: format.money(schedule.annual))))
        if schedule.stepYears > 0 {
            let percent = format.percent(basisPoints: schedule.stepBasisPoints)
            facts.append(
                .init(
                    RegistryText.rise,
                    HTML(text: request(RegistryText.rise(format.count(schedule.stepYears), percent)))))
        }
        if let good = schedule.good, let grams = schedule.gramsPerYear {
            let text = RegistryText.perYear(good, format.kilograms(grams: grams))
            facts.append(.init(RegistryText.inKind, HTML(text: request(text))))
        }
        return facts
    }

    func sections(_ request: PageRequest) -> [any Component] {
        var sections: [any Component] = []
        if !amendments.isEmpty { sections.append(Section(RegistryText.versions, [versions(request)])) }
        let lines = RentHistory(
            start: contract.start, end: contract.end, rule: schedule, amendments: amendments
        ).lines
        if !lines.isEmpty {
            sections.append(Section(RegistryText.yearsTable, [years(lines, request)]))
        }
        if !subleases.isEmpty { sections.append(Section(RegistryText.subleases, [passedOn(request)])) }
        return sections
    }

    /// The contract as it was signed and after each supplementary agreement, the newest first.
    private func versions(_ request: PageRequest) -> DataTable {
        let format = request.format
        let first: [HTML] = [
            HTML(text: request(RegistryText.firstVersion)), HTML(text: format.date(contract.start)),
            HTML(text: format.date(amendments.first?.endBefore ?? contract.end)),
            HTML(text: schedule.map { format.money($0.annual) } ?? "–"),
            HTML(text: format.money(amendments.first?.totalBefore ?? contract.total)), "–",
        ]
        let later = amendments.map { amendment -> [HTML] in
            [
                HTML(text: request(RegistryText.supplement(format.count(amendment.number)))),
                HTML(text: format.date(amendment.from)), HTML(text: format.date(amendment.end)),
                HTML(text: amendment.schedule.map { format.money($0.annual) } ?? request(RegistryText.asBefore)),
                HTML(text: format.money(amendment.total)), HTML(text: format.date(amendment.enteredOn)),
            ]
        }
        return DataTable(
            columns: [
                .init(RegistryText.contractVersion), .init(RegistryText.start, .number),
                .init(RegistryText.end, .number),
                .init(RegistryText.annualRent, .number), .init(RegistryText.total, .number),
                .init(RegistryText.enteredOn, .number),
            ],
            rows: later.reversed() + [first])
    }

    private func years(_ lines: [RentLine], _ request: PageRequest) -> DataTable {
        let format = request.format
        return DataTable(
            columns: [
                .init(RegistryText.number, .number), .init(RegistryText.start, .number),
                .init(RegistryText.end, .number), .init(RegistryText.amount, .number),
            ],
            rows: zip(1..., lines).map { position, line in
                [
                    HTML(text: format.count(Int64(position))), HTML(text: format.date(line.from)),
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
