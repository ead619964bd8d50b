package import Kernel
package import Storage
package import Web

enum ContractTable {
    static func table(_ lines: [ContractLine], _ request: PageRequest) -> DataTable {
        let format = request.format
        return DataTable(
            columns: [
                .init(RegistryText.contract), .init(RegistryText.name), .init(RegistryText.lessee),
                .init(RegistryText.start, .number), .init(RegistryText.end, .number),
                .init(RegistryText.unitPrice, .number), .init(RegistryText.total, .number),
            ],
            rows: lines.map { line in
                [
                    .link(line.contract.id.text, to: Paths.contract(line.contract.id)), HTML(text: line.assetName),
                    HTML(text: line.lesseeName), HTML(text: format.date(line.contract.start)),
                    HTML(text: format.date(line.contract.end)), HTML(text: format.money(line.contract.unitPrice)),
                    HTML(text: format.money(line.contract.total)),
                ]
            })
    }

    /// All contracts of a place, to look through.
    static func list(_ lines: [ContractLine], most: Int, _ request: PageRequest) -> ListTable {
        let format = request.format
        let today = request.now.date
        return ListTable(
            request,
            columns: [
                .init("name", RegistryText.name), .init("place", RegistryText.place),
                .init("lessee", RegistryText.lessee), .init("start", RegistryText.start, .number),
                .init("end", RegistryText.end, .number), .init("total", RegistryText.total, .number),
                .init("state", RegistryText.status, .state),
            ],
            rows: lines.map { line in
                [
                    .text(line.assetName, to: Paths.contract(line.contract.id)), .text(line.divisionName),
                    .text(line.lesseeName), .date(line.contract.start, format), .date(line.contract.end, format),
                    .money(line.contract.total, format), .tag(state(line.contract, today), request.language),
                ]
            }, most: most)
    }

    /// Where the term stands on `day`; the last ninety days are told.
    private static func state(_ contract: Contract, _ day: CivilDate) -> Tag {
        let standing = TermStanding(contract, on: day)
        let tone: Tag.Tone =
            switch standing {
            case .running: .good
            case .ending: .warning
            case .over, .ahead: .neutral
            }
        return Tag(standing.label, tone)
    }

    /// What a contract and its certificate say alike, on the page and on paper.
    /// `place` is the village with its county and township, where the reader has no page around it.
    static func facts(_ line: ContractLine, _ format: Format, place: String? = nil) -> [ContractFact] {
        let contract = line.contract
        let language = format.language
        let term = "\(format.date(contract.start)) – \(format.date(contract.end))"
        let facts: [ContractFact?] = [
            .init(RegistryText.lessor, line.lessorName, Paths.organisation(contract.lessor)),
            .init(RegistryText.lessee, line.lesseeName),
            .init(RegistryText.name, line.assetName, Paths.asset(contract.asset)),
            .init(RegistryText.place, place ?? line.divisionName, Paths.place(contract.division)),
            line.area.map { .init(RegistryText.area, format.area($0)) },
            .init(RegistryText.use, contract.use),
            .init(RegistryText.category, "\(contract.category.rawValue) \(language(contract.category.label))"),
            .init(RegistryText.way, language(contract.way.label)),
            .init(RegistryText.term, term),
            .init(
                RegistryText.unitPrice,
                format.money(contract.unitPrice)
                    + language(line.area == nil ? RegistryText.aYear : RegistryText.aMuAndYear)),
            .init(RegistryText.total, format.money(contract.total)),
            contract.lot.map {
                .init(
                    RegistryText.lot, language(RegistryText.howItCameAbout), Links.path("/lots/{lot}", ["lot": $0.text])
                )
            },
        ]
        return facts.compactMap { $0 }
    }
}

/// One line of what a contract says, and where its subject is shown.
struct ContractFact {
    let label: Message
    let text: String
    let path: String?

    init(_ label: Message, _ text: String, _ path: String? = nil) {
        self.label = label
        self.text = text
        self.path = path
    }

    var onPage: FactList.Fact { .init(label, path.map { .link(text, to: $0) } ?? HTML(text: text)) }
}

/// The contracts of a place, by its present identity or by any code it ever had.
struct ContractIndexPage {
    private static let most = 5_000

    private let path: [Division]
    private let lines: [ContractLine]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        var place: Division?
        let code = request.query["code"].flatMap { try? DivisionCode(field: .string($0), notation: .logged) }
        if let code {
            place = try DivisionQueries.find(code: code, in: tx)
            guard place != nil else { return nil }
        } else if request.place != .root {
            place = try DivisionQueries.find(request.place, in: tx)
            guard place != nil else { return nil }
        }
        path = try place.map { try DivisionQueries.listPath(to: $0, in: tx) } ?? []
        let standing = request.query["state"].flatMap { TermStanding(rawValue: $0) }
        lines = try ContractQueries.list(
            within: place?.id ?? .root, only: standing?.condition(on: request.now.date), limit: Self.most, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let name = path.last?.name ?? request(RegistryText.everywhere)
        return Page(
            RegistryText.contracts, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(
                    RegistryText.contractsQuestion,
                    answer:
                        "\(name)\(request.language == .chinese ? "" : ": ")\(RegistryText.contractCount(request.format.count(lines.count)), request.language)"
                ),
                ActionBar.filter("state", TermStanding.allCases.map { ($0.rawValue, $0.label) }, request),
                ContractTable.list(lines, most: Self.most, request),
            ])
    }
}

/// Who knows how the instalments of a contract stand on a day, by their numbers: the board of payments, which the register does
/// not know.
package typealias InstalmentStandings =
    @Sendable (_ contract: ContractID, _ day: CivilDate, _ tx: any ReadTransaction) throws -> [Int64: Tag]

/// One contract with its payments and its certificate.
struct ContractPage {
    private let line: ContractLine
    private let path: [Division]
    private let instalments: [Instalment]
    private let extras: ContractExtras
    private let standings: [Int64: Tag]
    private let paper: String?
    private let land: [LandParcel]

    init?(_ id: ContractID, standings: [Int64: Tag] = [:], in tx: any ReadTransaction) throws {
        guard let line = try ContractQueries.findLine(id, in: tx),
            let place = try DivisionQueries.find(line.contract.division, in: tx)
        else { return nil }
        self.line = line
        self.standings = standings
        path = try DivisionQueries.listPath(to: place, in: tx)
        instalments = try ContractQueries.listInstalments(of: id, in: tx)
        extras = try ContractExtras(line.contract, in: tx)
        paper = try ContractQueries.findPaper(of: id, in: tx)
        land = try ParcelQueries.list(of: line.contract.asset, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let certificate = line.contract.certificate.map { HTML.link($0.text, to: Paths.certificate($0)) }
        let facts = [
            FactList.Fact(
                RegistryText.certificate, certificate ?? HTML(text: request(RegistryText.noCertificate)))
        ]
        let original = paper.map { mark in
            FactList.Fact(RegistryText.contractPaper, PaperCard(mark, request).html(request.language))
        }
        return Page(
            RegistryText.contract, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(
                    RegistryText.contractQuestion,
                    answer: "\(line.assetName) · \(request.format.money(line.contract.total))"),
                FactList(
                    facts + ContractTable.facts(line, request.format).map(\.onPage) + extras.facts(request)
                        + (original.map { [$0] } ?? [])),
            ] + map(request) + extras.sections(request)
                + [Section(RegistryText.instalments, [table(request)]), ActionBar(actions(request))])
    }

    /// Where the land lies that is let.
    private func map(_ request: PageRequest) -> [any Component] {
        guard !land.isEmpty else { return [] }
        let parcels = land.map { LandMap.parcel($0, isHighlighted: true, to: Paths.parcel($0.id)) }
        return [LandMap.map(RegistryText.parcel, parcels, hasKeys: false)]
    }

    private func actions(_ request: PageRequest) -> [Action] {
        let path = Paths.contract(line.contract.id)
        let sublet = RegistryForm.action(.sublease, at: path + "/sublet", in: self.path, for: request)
        let isOver = extras.endedOn != nil || line.contract.end < request.now.date
        let amend =
            isOver ? [] : RegistryForm.action(.amendment, at: path + "/amend", in: self.path, for: request)
        return amend + sublet
            + (line.contract.certificate == nil
                ? RegistryForm.action(.authentication, at: path + "/authenticate", in: self.path, for: request)
                : RegistryForm.action(.reprint, at: path + "/reprint", in: self.path, for: request))
    }

    private func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(RegistryText.number, .number), .init(RegistryText.due, .number),
                .init(RegistryText.amount, .number),
            ] + (standings.isEmpty ? [] : [.init(RegistryText.paidOrNot, .state)]),
            rows: zip(1..., instalments).map { position, part in
                [
                    "\(position)", HTML(text: request.format.date(part.due)),
                    HTML(text: request.format.money(part.amount)),
                ] + (standings.isEmpty ? [] : [standings[Int64(position)].map { $0.html(request.language) } ?? ""])
            },
            totals: [
                HTML(text: request(RegistryText.total)), "", HTML(text: request.format.money(line.contract.total)),
            ] + (standings.isEmpty ? [] : [""]))
    }
}
