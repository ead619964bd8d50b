// swift-tools-version: 6.2
import PackageDescription

let installation: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// Optimised in debug builds, too: the ground floor, on which every test stands and which changes little in a day, and the
/// tests that read every source letter by letter.
let optimised: [SwiftSetting] = installation + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the house: a library target under `floor` that may import only what it names.
func room(_ floor: String, _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil)
    -> Target
{
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)", resources: resources,
        swiftSettings: floor == "Base" ? optimised : installation)
}

/// The tests of a room.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", exclude: exclude,
        swiftSettings: name == "Tidy" ? optimised : installation)
}

/// A field of work: a room under `Domains` and its tests. Domains never import each other, Registry excepted; two only read
/// what others keep.
struct Domain {
    let name: String
    let dependencies: [Target.Dependency]
    let resources: [Resource]?
    /// The tests in whose house its own tests live: a room that only reads another needs somebody who writes there.
    let testsOf: [Target.Dependency]

    init(
        _ name: String, _ more: [Target.Dependency] = ["EventLog", "Registry"], resources: [Resource]? = nil,
        testsOf: [Target.Dependency] = []
    ) {
        self.name = name
        dependencies = ["Kernel", "Storage", "Web"] + more
        self.resources = resources
        self.testsOf = testsOf
    }

    var target: Target { room("Domains", name, dependencies, resources: resources) }
    var tests: Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: dependencies + [.init(stringLiteral: name), "StorageSQLite", "Registry", "TestSupport"]
                + testsOf,
            path: "Tests/\(name)Tests", exclude: name == "Ledger" ? ["Pictures"] : [], swiftSettings: installation)
    }
}

let domains: [Domain] = [
    Domain(
        "Registry", ["EventLog", "Geometry", "Paper", "Workbook"],
        resources: [.embedInCode("Resources/parameters.csv")]),
    Domain(
        "Exchange", ["EventLog", "Paper", "Registry", "Workbook"], resources: [.embedInCode("Resources/materials.csv")]),
    Domain("Supervision", ["Assembly", "EventLog", "Exchange", "Ledger", "Registry"], testsOf: ["ExchangeTests"]),
    Domain(
        "OpenData", ["Registry", "Exchange"],
        resources: [
            .embedInCode("Resources/ruralLease/README.md"), .embedInCode("Resources/ruralLease/extension.json"),
            .embedInCode("Resources/ruralLease/release-schema.json"),
            .embedInCode("Resources/ruralLease/codelists/+awardCriteria.csv"),
            .embedInCode("Resources/ruralLease/codelists/leaseDirection.csv"),
            .embedInCode("Resources/ruralLease/codelists/leasePriceUnit.csv"),
            .embedInCode("Resources/ruralLease/codelists/leaseTransferWay.csv"),
        ], testsOf: ["ExchangeTests"]),
    Domain(
        "Ledger", ["EventLog", "Paper", "Registry", "Workbook"],
        resources: [
            .embedInCode("Resources/accounts.csv"), .embedInCode("Resources/balance_sheet_2023.csv"),
            .embedInCode("Resources/income_2023.csv"), .embedInCode("Resources/income_2023_below.csv"),
            .embedInCode("Resources/transition_2004_2023.csv"), .embedInCode("Resources/year_end_steps.csv"),
            .embedInCode("Resources/voucher_templates.csv"), .embedInCode("Resources/warning_rules.csv"),
        ]),
    Domain("Disclosure"),
    Domain("Assembly", ["EventLog", "Registry", "Workbook"]),
    Domain(
        "Labour", ["EventLog", "Matching", "Paper", "Registry"],
        resources: [.embedInCode("Resources/trades.csv"), .embedInCode("Resources/words.csv")]),
    Domain(
        "Environment", ["EventLog", "HJ212", "Registry", "Telemetry"],
        resources: [.embedInCode("Resources/limits.csv"), .embedInCode("Resources/rules.csv")]),
    Domain(
        "Skills", ["Credentials", "EventLog", "Paper", "Registry"],
        resources: [
            .embedInCode("Resources/subsidy_classes.csv"), .embedInCode("Resources/subsidy_rates.csv"),
            .embedInCode("Resources/training_rules.csv"),
        ]),
    Domain(
        "Cleanup", ["EventLog", "Geometry", "Registry", "Workbook"],
        resources: [
            .embedInCode("Resources/cleanup_parameters.csv"), .embedInCode("Resources/charge_rules.csv"),
            .embedInCode("Resources/time_bar.csv"),
        ]),
    Domain("Waste", ["EventLog", "Registry", "Weighing"]),
    // new-domain: the next room stands above.
]

/// Packages that the named ones bring along are pinned below, and SwiftPM calls a package that no target names unused. The
/// program names them for a platform it is never built for, so that nothing more is compiled or linked.
let broughtAlong: [Target.Dependency] = [
    ("AsyncHTTPClient", "async-http-client"),
    ("Algorithms", "swift-algorithms"),
    ("SwiftASN1", "swift-asn1"),
    ("AsyncAlgorithms", "swift-async-algorithms"),
    ("Atomics", "swift-atomics"),
    ("X509", "swift-certificates"),
    ("Collections", "swift-collections"),
    ("Configuration", "swift-configuration"),
    ("Tracing", "swift-distributed-tracing"),
    ("RawStructuredFieldValues", "swift-http-structured-headers"),
    ("HTTPTypes", "swift-http-types"),
    ("Metrics", "swift-metrics"),
    ("NIOExtras", "swift-nio-extras"),
    ("NIOHTTP2", "swift-nio-http2"),
    ("NIOSSL", "swift-nio-ssl"),
    ("NIOTransportServices", "swift-nio-transport-services"),
    ("Numerics", "swift-numerics"),
    ("ServiceContextModule", "swift-service-context"),
    ("SystemPackage", "swift-system"),
].map { .product(name: $0.0, package: $0.1, condition: .when(platforms: [.wasi])) }

/// Whatever puts the rooms together knows all of them.
let everyDomain = domains.map { Target.Dependency(stringLiteral: $0.name) }

let package = Package(
    name: "qianmo",
    products: [.executable(name: "qianmo", targets: ["CLI"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        // What those bring along, in the versions this commit was built and tried with. A row whose version none of them takes any
        // more does not resolve; one that is missing fails `PartsTests`. Traits are those the others ask for.
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0", traits: []),
        .package(url: "https://github.com/apple/swift-algorithms.git", exact: "1.2.1"),
        .package(url: "https://github.com/apple/swift-asn1.git", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-async-algorithms.git", exact: "1.1.4", traits: []),
        .package(url: "https://github.com/apple/swift-atomics.git", exact: "1.3.0"),
        .package(url: "https://github.com/apple/swift-certificates.git", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-collections.git", exact: "1.6.0", traits: []),
        .package(url: "https://github.com/apple/swift-configuration.git", exact: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", exact: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-structured-headers.git", exact: "1.7.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-metrics.git", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2.git", exact: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-transport-services.git", exact: "1.28.0"),
        .package(url: "https://github.com/apple/swift-numerics.git", exact: "1.1.1"),
        .package(url: "https://github.com/apple/swift-service-context.git", exact: "1.5.1"),
        .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
    ],
    targets: [
        // Base: knows nothing of villages' business.
        room("Base", "Kernel", resources: [.embedInCode("Resources/holidays.csv")]),
        room("Base", "EventLog", ["Kernel", crypto]),
        room("Base", "Storage", ["Kernel", crypto]),
        room(
            "Base", "StorageSQLite",
            [
                "Kernel", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .systemLibrary(
            name: "CLibPQ", path: "Sources/Base/CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        room("Base", "StoragePostgres", ["Kernel", "Storage", "CLibPQ"]),
        .systemLibrary(
            name: "CQREncode", path: "Sources/Base/CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        room(
            "Base", "Web", ["Kernel", "CQREncode"],
            resources: [
                .embedInCode("Resources/qianmo.css"), .embedInCode("Resources/live.js"),
                .embedInCode("Resources/later.js"), .embedInCode("Resources/upload.js"),
                .embedInCode("Resources/icon.svg"),
            ]),
        .systemLibrary(
            name: "CPangoCairo", path: "Sources/Base/CPangoCairo", pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev"])]),
        room("Base", "Paper", ["Kernel", "Web", "CPangoCairo"]),
        // Vehicle routing, and weighings that must balance: arithmetic that knows no village.
        room("Base", "Routing", ["Kernel"]),
        room("Base", "Weighing", ["Kernel"]),
        room("Base", "Attachments", ["Kernel", "CZlib", crypto]), room("Base", "Matching"),
        .systemLibrary(
            name: "CZlib", path: "Sources/Base/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CExpat", path: "Sources/Base/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", path: "Sources/Base/CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        room(
            "Base", "Credentials",
            ["Kernel", "CZlib", crypto, .product(name: "CryptoExtras", package: "swift-crypto")]),
        room("Base", "Workbook", ["Kernel", "CZlib", "CExpat", "CXlsxWriter"]),
        .systemLibrary(
            name: "COpenSSL", path: "Sources/Base/COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        room("Base", "HJ212", ["Kernel", "COpenSSL"]),
        // Land: outlines in whole centimetres; overlays by GEOS, shapefiles by shapelib.
        .systemLibrary(
            name: "CGEOS", path: "Sources/Base/CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(
            name: "CShapelib", path: "Sources/Base/CShapelib", pkgConfig: "shapelib", providers: [.apt(["libshp-dev"])]),
        room("Base", "Geometry", ["Kernel", "CGEOS", "CShapelib"]),
        room("Base", "Telemetry", ["Kernel", "EventLog", "HJ212", "CZlib"]),
        // App: puts the rooms together.
        room(
            "App", "Platform",
            ["Kernel", "Attachments", "EventLog", "Storage", "Web", crypto] + everyDomain),
        room(
            "App", "Server",
            [
                "Kernel", "Attachments", "EventLog", "HJ212", "Telemetry", "Storage", "Web", "Platform", crypto,
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], resources: [.embedInCode("Resources/common-passwords.txt")]),
        .systemLibrary(name: "CEpoll", path: "Sources/App/CEpoll"),
        // Measures all of the above; its own room, so that the program's commands stay small.
        room(
            "App", "Bench",
            [
                "Kernel", "EventLog", "Storage", "StorageSQLite", "StoragePostgres", "Web", "Platform", "Server",
                "CEpoll",
                .product(name: "Logging", package: "swift-log"),
            ] + everyDomain),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Kernel", "Attachments", "Credentials", "EventLog", "HJ212", "Matching", "Telemetry", "Storage",
                "StorageSQLite",
                "StoragePostgres",
                "Web", "Platform", "Server", "Bench", "Routing", "Weighing", "Geometry",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ] + everyDomain + broughtAlong, path: "Sources/App/CLI", swiftSettings: installation),
        // Tests mirror the sources.
        .target(
            name: "TestSupport", dependencies: ["Kernel", "Storage", "StorageSQLite", "StoragePostgres"],
            path: "Tests/TestSupport",
            swiftSettings: installation),
        tests("Kernel", ["Kernel", "TestSupport"]),
        tests("EventLog", ["Kernel", "EventLog", "TestSupport", crypto]),
        tests("Storage", ["Kernel", "Storage", "StorageSQLite", "StoragePostgres", "TestSupport"]),
        tests("Web", ["Kernel", "Web", "TestSupport"], exclude: ["Snapshots"]),
        tests("Paper", ["Kernel", "Web", "Paper", "TestSupport"]),
        tests("Workbook", ["Kernel", "Workbook", "TestSupport"]),
        tests("HJ212", ["Kernel", "HJ212", "TestSupport"]),
        tests("Telemetry", ["Kernel", "EventLog", "HJ212", "Telemetry", "TestSupport"]),
        tests("Routing", ["Kernel", "Routing", "TestSupport"]),
        tests("Weighing", ["Kernel", "Weighing", "TestSupport"]),
        tests("Geometry", ["Kernel", "Geometry", "TestSupport"]),
        tests("Credentials", ["Kernel", "Credentials", "TestSupport", crypto]),
        tests("Attachments", ["Kernel", "Attachments", "TestSupport"]),
        tests("Matching", ["Matching", "TestSupport"]),
        tests(
            "Platform",
            [
                "Kernel", "Attachments", "EventLog", "Storage", "StorageSQLite", "Web", "Platform", "TestSupport",
                crypto,
            ] + everyDomain,
            exclude: ["Snapshots", "Fixtures"]),
        tests(
            "Server",
            [
                "Kernel", "Attachments", "EventLog", "Storage", "StorageSQLite", "Web", "Platform", "Server",
                "TestSupport",
                crypto, .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        tests("CLI", ["CLI", "Attachments", "HJ212", "Kernel", "Server", "Telemetry", "TestSupport", "Workbook"]),
        tests("Tidy", ["TestSupport"]),
    ] + domains.flatMap { [$0.target, $0.tests] }
)
