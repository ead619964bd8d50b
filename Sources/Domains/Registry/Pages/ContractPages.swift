import Kernel
import Storage
import Web

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

    /// What a contract and its certificate say alike.
    static func facts(_ line: ContractLine, _ request: PageRequest) -> [FactList.Fact] {
        let format = request.format
        let contract = line.contract
        let term = "\(format.date(contract.start)) – \(format.date(contract.end))"
        return [
            .init(RegistryText.lessor, .link(line.lessorName, to: Paths.organisation(contract.lessor))),
            .init(RegistryText.lessee, HTML(text: line.lesseeName)),
            .init(RegistryText.name, .link(line.assetName, to: Paths.asset(contract.asset))),
            .init(RegistryText.place, .link(line.divisionName, to: Paths.place(contract.division))),
            .init(RegistryText.area, line.area.map { HTML(text: format.area($0)) }),
            .init(RegistryText.use, HTML(text: contract.use)),
            .init(
                RegistryText.category,
                "\(contract.category.rawValue) \(contract.category.label, request.language)"),
            .init(RegistryText.way, HTML(text: request(contract.way.label))),
            .init(RegistryText.term, HTML(text: term)),
            .init(RegistryText.unitPrice, HTML(text: format.money(contract.unitPrice))),
            .init(RegistryText.total, HTML(text: format.money(contract.total))),
            .init(
                RegistryText.lot,
                contract.lot.map { .link($0.text, to: Links.path("/lots/{lot}", ["lot": $0.text])) }),
        ]
    }
}

/// The contracts of a place, by its present identity or by any code it ever had.
struct ContractIndexPage {
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
        lines = try ContractQueries.list(within: place?.id ?? .root, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let name = path.last?.name ?? request(RegistryText.root)
        return Page(
            RegistryText.contracts, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(
                    RegistryText.contractsQuestion,
                    answer: "\(name) · \(request.format.count(lines.count)) \(RegistryText.listed, request.language)"),
                ContractTable.table(lines, request),
            ])
    }
}

/// One contract with its payments and its certificate.
struct ContractPage {
    private let line: ContractLine
    private let path: [Division]
    private let instalments: [Instalment]

    init?(_ id: ContractID, in tx: any ReadTransaction) throws {
        guard let line = try ContractQueries.findLine(id, in: tx),
            let place = try DivisionQueries.find(line.contract.division, in: tx)
        else { return nil }
        self.line = line
        path = try DivisionQueries.listPath(to: place, in: tx)
        instalments = try ContractQueries.listInstalments(of: id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let certificate = line.contract.certificate.map { HTML.link($0.text, to: Paths.certificate($0)) }
        let facts = [
            FactList.Fact(
                RegistryText.certificate, certificate ?? HTML(text: request(RegistryText.noCertificate)))
        ]
        return Page(
            RegistryText.contract, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(
                    RegistryText.contractQuestion,
                    answer: "\(line.assetName) · \(request.format.money(line.contract.total))"),
                FactList(facts + ContractTable.facts(line, request)),
                Section(RegistryText.instalments, [table(request)]), ActionBar(actions(request)),
            ])
    }

    private func actions(_ request: PageRequest) -> [Action] {
        let path = Paths.contract(line.contract.id)
        return line.contract.certificate == nil
            ? RegistryForm.action(.authentication, at: path + "/authenticate", for: request)
            : RegistryForm.action(.reprint, at: path + "/reprint", for: request)
    }

    private func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(RegistryText.number, .number), .init(RegistryText.due, .number),
                .init(RegistryText.amount, .number),
            ],
            rows: instalments.map { part in
                [
                    "\(part.number)", HTML(text: request.format.date(part.due)),
                    HTML(text: request.format.money(part.amount)),
                ]
            }, totals: ["", "", HTML(text: request.format.money(line.contract.total))])
    }
}

/// The public page behind a certificate's number: anyone holding the paper can compare. Printable.
struct CertificatePage {
    private let certificate: Certificate
    private let line: ContractLine
    private let path: [Division]
    private let prints: [CertificatePrint]

    init?(_ number: CertificateNumber, in tx: any ReadTransaction) throws {
        guard let certificate = try CertificateQueries.find(number, in: tx),
            let line = try ContractQueries.findLine(certificate.contract, in: tx),
            let place = try DivisionQueries.find(line.contract.division, in: tx)
        else { return nil }
        self.certificate = certificate
        self.line = line
        path = try DivisionQueries.listPath(to: place, in: tx)
        prints = try CertificateQueries.listPrints(of: number, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let head: [FactList.Fact] = [
            .init(RegistryText.certificateNumber, "<strong>\(certificate.number)</strong>"),
            .init(RegistryText.certificateLevel, HTML(text: request(certificate.level.label))),
            .init(RegistryText.issued, .time(certificate.issued, request.language)),
            .init(
                RegistryText.contract, .link(line.contract.id.text, to: Paths.contract(line.contract.id))),
        ]
        return Page(
            RegistryText.certificate, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(
                    RegistryText.certificateQuestion, answer: RegistryText.certificateAnswer,
                    note: RegistryText.certificateNote, in: request.language),
                FactList(head + ContractTable.facts(line, request)),
                Section(RegistryText.prints, [table(request)]),
            ])
    }

    private func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(RegistryText.number, .number), .init(RegistryText.issued, .number),
                .init(RegistryText.office), .init(RegistryText.printReason),
            ],
            rows: prints.map { entry in
                [
                    "\(entry.print)", .time(entry.at, request.language), "\(entry.office)",
                    HTML(text: entry.reason.isEmpty ? request(RegistryText.firstPrint) : entry.reason),
                ]
            })
    }
}
