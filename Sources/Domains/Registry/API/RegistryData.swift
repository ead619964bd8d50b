import Kernel
import Storage
import Web

/// The register for programs: the same facts as the pages, nothing personal.
enum RegistryData {
    static func routes(_ database: any Database) -> [Route] {
        [
            list("/api/v1/places", RegistryText.places, PlaceResource.self) { request in
                try database.read { tx in
                    try DivisionQueries.search(request.query["q"] ?? "", in: tx).map { match in
                        PlaceResource(match.division, path: match.ancestors + [match.division])
                    }
                }
            },
            one("/api/v1/places/{division}", RegistryText.place, PlaceResource.self) { request in
                guard let id = request.identifier("division", as: DivisionName.self) else { return nil }
                return try database.read { tx in
                    try DivisionQueries.find(id, in: tx).map {
                        PlaceResource($0, path: try DivisionQueries.listPath(to: $0, in: tx))
                    }
                }
            },
            one("/api/v1/organisations/{organisation}", RegistryText.organisation, OrganisationResource.self) {
                request in
                guard let id = request.identifier("organisation", as: OrganisationName.self) else { return nil }
                return try database.read { try OrganisationQueries.find(id, in: $0) }.map { OrganisationResource($0) }
            },
            list("/api/v1/assets", RegistryText.assets, AssetResource.self) { request in
                try database.read { try AssetQueries.list(within: request.place, in: $0) }.map {
                    AssetResource($0, on: request.now.date)
                }
            },
            one("/api/v1/assets/{asset}", RegistryText.assets, AssetResource.self) { request in
                guard let id = request.identifier("asset", as: AssetName.self) else { return nil }
                return try database.read { try AssetQueries.findLine(id, in: $0) }.map {
                    AssetResource($0, on: request.now.date)
                }
            },
            list("/api/v1/parameters", RegistryText.parameters, ParameterResource.self) { request in
                try database.read { try ParameterQueries.list(at: request.place, on: request.now.date, in: $0) }.map {
                    ParameterResource($0)
                }
            },
        ] + contractRoutes(database)
    }

    private static func contractRoutes(_ database: any Database) -> [Route] {
        [
            list("/api/v1/contracts", RegistryText.contracts, ContractResource.self) { request in
                let code = request.query["code"].flatMap { try? DivisionCode(field: .string($0), notation: .logged) }
                return try database.read { tx in
                    let lines =
                        try code.map { try ContractQueries.list(code: $0, in: tx) }
                        ?? ContractQueries.list(within: request.place, in: tx)
                    return try lines.map {
                        ContractResource($0, try ContractQueries.listInstalments(of: $0.contract.id, in: tx))
                    }
                }
            },
            one("/api/v1/contracts/{contract}", RegistryText.contract, ContractResource.self) { request in
                guard let id = request.identifier("contract", as: ContractName.self) else { return nil }
                return try database.read { tx in
                    try ContractQueries.findLine(id, in: tx).map {
                        ContractResource($0, try ContractQueries.listInstalments(of: id, in: tx))
                    }
                }
            },
            one("/api/v1/certificates/{number}", RegistryText.certificate, CertificateResource.self) { request in
                guard let id = request.identifier("number", as: CertificateName.self) else { return nil }
                return try database.read { try CertificateQueries.find(id, in: $0) }.map { CertificateResource($0) }
            },
        ]
    }

    private static func list<Resource: FieldRecord>(
        _ path: String, _ summary: Message, _ type: Resource.Type,
        _ find: @escaping @Sendable (PageRequest) throws -> [Resource]
    ) -> Route {
        Route(
            path, summary, .everyone,
            .json(shape: FieldShape(.list(Resource.shapes))) { request in
                .json(.array(try find(request).map { .object($0.openFields) }))
            })
    }

    private static func one<Resource: FieldRecord>(
        _ path: String, _ summary: Message, _ type: Resource.Type,
        _ find: @escaping @Sendable (PageRequest) throws -> Resource?
    ) -> Route {
        Route(
            path, summary, .everyone,
            .json(shape: FieldShape(.object(Resource.shapes))) { request in
                try find(request).map { .json(.object($0.openFields)) } ?? .notFound
            })
    }
}

extension PlaceResource {
    init(_ place: Division, path: [Division]) {
        self.init(
            place: place.id, name: place.name, level: place.level, kind: place.kind, code: place.code,
            parent: place.parent, path: path.map(\.name).joined(separator: " / "), opened: place.opened,
            closed: place.closed, successor: place.successor)
    }
}

extension OrganisationResource {
    init(_ body: Organisation) {
        self.init(
            organisation: body.id, place: body.division, kind: body.kind, name: body.name, creditCode: body.creditCode)
    }
}

extension AssetResource {
    init(_ line: AssetLine, on day: CivilDate) {
        let card = line.asset
        let status = card.status(on: day)
        let isLet = status == .leased
        self.init(
            asset: card.id, owner: card.owner, place: card.division, assetClass: card.assetClass, kind: card.kind,
            name: card.name, area: card.area, right: card.right, rightUntil: card.rightUntil, use: card.use,
            status: status, contract: isLet ? line.contract : nil, lessee: isLet ? line.lesseeName : nil,
            until: isLet ? line.contractEnd : nil, unitPrice: isLet ? line.unitPrice : nil)
    }
}

extension ContractResource {
    init(_ line: ContractLine, _ instalments: [Instalment]) {
        let contract = line.contract
        self.init(
            contract: contract.id, lot: contract.lot, asset: contract.asset, place: contract.division,
            lessor: contract.lessor, lessee: line.lesseeName, category: contract.category, way: contract.way,
            start: contract.start, end: contract.end, unitPrice: contract.unitPrice, total: contract.total,
            instalments: instalments, certificate: contract.certificate)
    }
}

extension CertificateResource {
    init(_ certificate: Certificate) {
        self.init(
            number: certificate.number, contract: certificate.contract, lot: certificate.lot, level: certificate.level,
            issued: certificate.issued, prints: Int64(certificate.prints))
    }
}

extension ParameterResource {
    init(_ value: ParameterValue) {
        self.init(
            key: value.key, value: value.value, unit: value.unit, place: value.division, validFrom: value.validFrom,
            version: value.version, source: value.source, article: value.article)
    }
}
