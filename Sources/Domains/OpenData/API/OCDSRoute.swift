import Kernel
import Exchange
import Registry
import Storage
import Web

/// What the addresses in a package lead to: the files of our extension, and the packages of each lot themselves.
enum OCDSRoute {
    private static let folder = "/ocds/ruralLease"

    /// The extension's files by their path below its address.
    static let files: [(path: String, contentType: String, bytes: [UInt8])] = [
        ("README.md", "text/markdown; charset=utf-8", PackageResources.README_md),
        ("extension.json", "application/json", PackageResources.extension_json),
        ("release-schema.json", "application/json", PackageResources.release_schema_json),
    ]

    /// By name: the one that adds to a codelist of the standard starts with a plus, as the standard wants it.
    static let codelists: [String: [UInt8]] = [
        "+awardCriteria.csv": PackageResources._awardCriteria_csv,
        "leaseDirection.csv": PackageResources.leaseDirection_csv,
        "leasePriceUnit.csv": PackageResources.leasePriceUnit_csv,
        "leaseTransferWay.csv": PackageResources.leaseTransferWay_csv,
    ]

    static func all(_ database: any Database) -> [Route] {
        files.map { file in
            Route(
                "\(folder)/\(file.path)", OCDSText.extensionFile, .everyone,
                .file(contentType: file.contentType) { _ in .file(file.bytes, name: file.path) })
        } + [
            Route(
                "\(folder)/codelists/{name}", OCDSText.extensionFile, .everyone,
                .file(contentType: "text/csv; charset=utf-8") { request in
                    guard let name = request.parameters["name"], let bytes = codelists[name] else { return .notFound }
                    return .file(bytes, name: name)
                }),
            package("releases", database) { try OCDSExport.releasePackage(lot: $0, publisher: $1, in: $2) },
            package("records", database) { try OCDSExport.recordPackage(lot: $0, publisher: $1, in: $2) },
        ]
    }

    /// `/ocds/releases/LOT.json`: the address the package itself gives as its own.
    private static func package(
        _ kind: String, _ database: any Database,
        _ make: @escaping @Sendable (LotID, OCDSPublisher, any ReadTransaction) throws -> JSON?
    ) -> Route {
        Route(
            "/ocds/\(kind)/{file}", OCDSText.package, .everyone,
            .file(contentType: "application/json") { request in
                guard let file = request.parameters["file"], file.hasSuffix(".json"),
                    let lot = LotID(String(file.dropLast(5))),
                    let package = try database.read({ try make(lot, OCDSPublisher(at: request.origin), $0) })
                else { return .notFound }
                return .file(package.canonicalBytes, name: file)
            })
    }
}
