import Kernel
import Paper
package import Storage
package import Web

extension Registry {
    /// Every address of the register. `faces`: what all rooms show of a place, on its page and on the first one;
    /// `finds`: what all rooms find to somebody's words; `late`: who knows which contracts are late with their rent;
    /// `paid`: who knows how each instalment of one stands.
    package static func routes(
        database: any Database, desk: DeskReading = .none, faces: [FaceSource] = [], finds: [FindSource] = [],
        late: @escaping LateContracts = { _, _, _ in [] },
        paid: @escaping InstalmentStandings = { _, _, _ in [:] }
    ) -> [Route] {
        facedPages(database, faces.isEmpty ? [face(database)] : faces) + landPages(database, desk, late)
            + placePages(database) + thingPages(database)
            + contractPages(database, desk, paid) + peoplePages(database) + RegistryForm.routes(database)
            + RegistryData.routes(database)
            + [
                Route(
                    SearchPage.path, RegistryText.search, .everyone,
                    .page { request in .page(try SearchPage.page(request, finds)) })
            ]
    }

    /// The first page, the places and each of them.
    /// Certificates as the public is given them: the same for everybody, so drawn once.
    private static let prints = PrintCache(most: 100)

    private static func facedPages(_ database: any Database, _ faces: [FaceSource]) -> [Route] {
        let look: @Sendable (PlaceView, PageRequest) throws -> PlaceFace = { place, request in
            try faces.reduce(PlaceFace()) { $0 + (try $1(place, request)) }
        }
        return [
            Route(
                "/county", FrontText.title, .everyone,
                .page { request in
                    let front = try database.read { try FrontPage(request, in: $0) }
                    return .page(front.page(try front.view.map { try look($0, request) } ?? PlaceFace(), request))
                }
            ).inHead(FrontText.title, rank: 10),
            // The large screen of a hall shows the county; any other page does with `?view=wall`.
            Route("/wall", FrontText.wall, .everyone, .page { _ in .redirect("/county?view=wall") }),
            Route(
                "/places", RegistryText.places, .everyone,
                .page { request in
                    let index = try database.read { try PlaceIndexPage(request, in: $0) }
                    return index.only.map { .redirect(Paths.place($0)) } ?? .page(index.page(request))
                }
            ).inHead(RegistryText.places, rank: 30),
            Route(
                "/places/{division}", RegistryText.place, .everyone,
                .page { request in
                    guard let id = request.identifier("division", as: DivisionName.self),
                        let page = try database.read({ try PlacePage(id, on: request.now.date, in: $0) })
                    else { return .notFound }
                    return .page(page.page(try look(page.view, request), request))
                }),
        ]
    }

    private static func placePages(_ database: any Database) -> [Route] {
        [
            Route(
                "/organisations/{organisation}", RegistryText.organisation, .everyone,
                .page { request in
                    guard let id = request.identifier("organisation", as: OrganisationName.self) else {
                        return .notFound
                    }
                    let page = try database.read { try OrganisationPage(id, in: $0) }
                    return shown(page?.page(request))
                }),
            Route(
                "/parameters", RegistryText.parameters, .everyone,
                .page { request in
                    shown(try database.read { try ParameterPage(request, in: $0) }?.page(request))
                }),
            Route(
                "/calendar", RegistryText.calendar, .everyone,
                .page { request in .page(try database.read { try CalendarPage(in: $0) }.page(request)) }),
        ]
    }

    private static func thingPages(_ database: any Database) -> [Route] {
        [
            Route(
                "/assets", RegistryText.assets, .everyone,
                .page { request in
                    shown(try database.read { try AssetIndexPage(request, in: $0) }?.page(request))
                }),
            Route(
                "/assets/{asset}", RegistryText.assets, .everyone,
                .page { request in
                    guard let id = request.identifier("asset", as: AssetName.self) else { return .notFound }
                    return shown(try database.read { try AssetPage(id, in: $0) }?.page(request))
                }),
        ]
    }

    private static func peoplePages(_ database: any Database) -> [Route] {
        [
            Route(
                "/parties", RegistryText.parties, .roles(PartyIndexPage.readers),
                .page { request in .page(try database.read { try PartyIndexPage(request, in: $0) }.page(request)) }),
            Route(
                "/offices", RegistryText.offices, .roles(OpenOffice.access.roles),
                .page { request in .page(try database.read { try OfficeIndexPage(request, in: $0) }.page(request)) }),
        ]
    }

    private static func contractPages(
        _ database: any Database, _ desk: DeskReading, _ paid: @escaping InstalmentStandings
    ) -> [Route] {
        [
            Route(
                "/contracts", RegistryText.contracts, .everyone,
                .page { request in
                    shown(try database.read { try ContractIndexPage(request, in: $0) }?.page(request))
                }
            ).inHead(RegistryText.contracts, rank: 40),
            Route(
                "/contracts/{contract}", RegistryText.contract, .everyone,
                .page { request in
                    guard let id = request.identifier("contract", as: ContractName.self) else { return .notFound }
                    return shown(
                        try database.read { try ContractPage(id, standings: paid(id, request.now.date, $0), in: $0) }?
                            .page(request))
                }),
            Route(
                "/certificates/{number}", RegistryText.certificate, .everyone,
                .page { request in
                    guard let number = request.identifier("number", as: CertificateName.self) else {
                        return .notFound
                    }
                    return shown(try database.read { try CertificatePage(number, request, in: $0) }?.page(request))
                }),
            Route(
                "/certificates/{number}/paper.pdf", RegistryText.certificatePaper, .everyone,
                .file(contentType: "application/pdf") { request in
                    guard let number = request.identifier("number", as: CertificateName.self),
                        let paper = try database.read({ try CertificatePaper(number, in: $0) }),
                        let bytes = prints.pdf(of: paper.sheet(origin: request.origin))
                    else { return .notFound }
                    return .file(bytes, name: "\(number).pdf")
                }),
            Route(
                "/certificates/{number}/original.pdf", RegistryText.certificateOriginal, CertificatePage.holders,
                database,
                of: { request, tx in
                    guard let number = request.identifier("number", as: CertificateName.self),
                        let certificate = try CertificateQueries.find(number, in: tx),
                        let contract = try ContractQueries.find(certificate.contract, in: tx)
                    else { return nil }
                    return Belonging(at: contract.division)
                },
                .file(contentType: "application/pdf") { request in
                    guard let number = request.identifier("number", as: CertificateName.self),
                        let paper = try database.read({ try CertificatePaper(number, original: desk, in: $0) }),
                        let bytes = paper.pdf(origin: request.origin)
                    else { return .notFound }
                    return .file(bytes, name: "\(number).pdf")
                }),
        ]
    }

    private static func shown(_ page: Page?) -> PageResult { page.map { .page($0) } ?? .notFound }
}

extension PageRequest {
    /// The place a list is asked for: `?at=`, by default where the reader works, else everywhere.
    var place: DivisionID {
        query["at"].flatMap { DivisionID($0) } ?? principal?.division ?? .root
    }
}
