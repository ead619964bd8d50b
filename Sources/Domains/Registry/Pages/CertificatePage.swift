import Kernel
import Storage
import Web

/// The public page behind a certificate's number: anyone holding the paper can compare. Printable.
struct CertificatePage {
    private let certificate: Certificate
    private let line: ContractLine
    private let path: [Division]
    private let prints: [CertificatePrint]
    private let desks: [String: String]
    /// The reader's desk hands out the original.
    private let isHolder: Bool
    /// What the card was called before, where it was put right after the paper was printed.
    private let formerNames: [String]

    /// The desks that give certificates and print them again.
    static let holders: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)

    init?(_ number: CertificateNumber, _ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let certificate = try CertificateQueries.find(number, in: tx),
            let line = try ContractQueries.findLine(certificate.contract, in: tx),
            let place = try DivisionQueries.find(line.contract.division, in: tx)
        else { return nil }
        self.certificate = certificate
        self.line = line
        path = try DivisionQueries.listPath(to: place, in: tx)
        isHolder =
            try request.principal.map { try Self.holders.reaches(Belonging(at: place.id), for: $0, in: tx) } ?? false
        prints = try CertificateQueries.listPrints(of: number, in: tx)
        formerNames = try CardQueries.listCorrections(of: line.contract.asset, in: tx).filter {
            $0.before.name != $0.after.name && $0.day >= certificate.issued.date
        }.map(\.before.name)
        desks = try OfficeQueries.titles(of: Array(Set(prints.map(\.office.text))), in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let head: [FactList.Fact] = [
            .init(RegistryText.certificateNumber, "<strong>\(certificate.number)</strong>"),
            .init(RegistryText.certificateLevel, HTML(text: request(certificate.level.label))),
            .init(RegistryText.issued, .time(certificate.issued, request.language)),
            .init(
                RegistryText.contract, .link(line.assetName, to: Paths.contract(line.contract.id))),
        ]
        let former = formerNames.map { FactList.Fact(RegistryText.formerName, HTML(text: $0)) }
        return Page(
            RegistryText.certificate, request,
            [
                Breadcrumb(Paths.crumbs(path)),
                Headline(
                    RegistryText.certificateQuestion, answer: RegistryText.certificateAnswer,
                    note: RegistryText.certificateNote, in: request.language),
                FactList(head + ContractTable.facts(line, request.format).map(\.onPage) + former),
                ActionBar(
                    (isHolder
                        ? [Action(RegistryText.certificateOriginal, to: Paths.original(certificate.number))] : [])
                        + [Action(RegistryText.certificatePaper, to: Paths.paper(certificate.number))]),
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
                    "\(entry.print)", .time(entry.at, request.language),
                    DeskName.html(entry.office.text, desks[entry.office.text], request.language),
                    HTML(text: entry.reason.isEmpty ? request(RegistryText.firstPrint) : entry.reason),
                ]
            })
    }
}
