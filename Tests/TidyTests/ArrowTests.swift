import Foundation
import TestSupport
import Testing

/// Arrows go down: the table of who may import whom, held against the manifest and against every import.
@Suite("Arrows") struct ArrowTests {
    /// What each field of work may import beside Kernel, Storage and Web.
    private static let domains: [String: Set<String>] = [
        "Registry": ["EventLog", "Geometry", "Paper", "Workbook"],
        "Exchange": ["EventLog", "Paper", "Registry", "Workbook"],
        "Supervision": ["Assembly", "EventLog", "Exchange", "Ledger", "Registry"],
        "OpenData": ["Registry", "Exchange"],
        "Ledger": ["EventLog", "Paper", "Registry", "Workbook"],
        "Disclosure": ["EventLog", "Registry"],
        "Assembly": ["EventLog", "Registry", "Workbook"],
        "Labour": ["EventLog", "Matching", "Paper", "Registry"],
        "Environment": ["EventLog", "HJ212", "Registry", "Telemetry"],
        "Skills": ["Credentials", "EventLog", "Paper", "Registry"],
        "Cleanup": ["EventLog", "Geometry", "Registry", "Workbook"],
        "Waste": ["EventLog", "Registry", "Weighing"],
        // new-domain: the next room stands above.
    ]

    private static let base: [String: Set<String>] = [
        "Kernel": [],
        "EventLog": ["Kernel", "Crypto"],
        "Storage": ["Kernel", "Crypto", "Dispatch"],
        "StorageSQLite": ["Kernel", "Storage", "GRDB", "GRDBSQLite"],
        "StoragePostgres": ["Kernel", "Storage", "CLibPQ"],
        "Web": ["Kernel", "Crypto", "CQREncode"],
        "Paper": ["Kernel", "Web", "CPangoCairo"],
        "Attachments": ["Kernel", "CZlib", "Crypto", "Dispatch"], "Matching": [],
        "HJ212": ["Kernel", "COpenSSL"],
        "Telemetry": ["Kernel", "EventLog", "HJ212", "CZlib", "Dispatch"],
        "Routing": ["Kernel", "Glibc", "Darwin"],
        "Weighing": ["Kernel"],
        "Geometry": ["Kernel", "CGEOS", "CShapelib"],
        "Credentials": ["Kernel", "CZlib", "Crypto", "CryptoExtras"],
        "Workbook": ["Kernel", "CZlib", "CExpat", "CXlsxWriter"],
    ]

    /// Beside every domain, where `knowsDomains`.
    private static let app: [(room: String, knowsDomains: Bool, imports: Set<String>)] = [
        ("Platform", true, ["Kernel", "Attachments", "EventLog", "Storage", "Web", "Crypto", "Dispatch"]),
        (
            "Server", false,
            [
                "Kernel", "Attachments", "EventLog", "HJ212", "Telemetry", "Storage", "Web", "Platform", "Crypto",
                "CryptoExtras",
                "_CryptoExtras",
                "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOPosix", "NIOHTTP1",
                "NIOConcurrencyHelpers", "ServiceLifecycle", "UnixSignals", "Dispatch",
            ]
        ),
        (
            "Bench", true,
            [
                "Kernel", "EventLog", "Storage", "StorageSQLite", "StoragePostgres", "Web", "Platform", "Server",
                "CEpoll",
                "Logging", "Dispatch",
            ]
        ),
        (
            "CLI", true,
            [
                "Bench", "Kernel", "Attachments", "Credentials", "EventLog", "HJ212", "Matching", "Telemetry",
                "Storage",
                "StorageSQLite", "StoragePostgres", "Web",
                "Platform",
                "Server", "Routing", "Weighing", "Geometry",
                "ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals", "Dispatch",
            ]
        ),
    ]

    private static let allowed: [String: Set<String>] = {
        let fields = domains.mapValues { $0.union(["Kernel", "Storage", "Web"]) }
        let rooms = app.map { ($0.room, $0.knowsDomains ? $0.imports.union(domains.keys) : $0.imports) }
        return base.merging(fields) { $1 }.merging(rooms) { $1 }
    }()

    /// What ships with the toolchain; domains take none of it but Foundation's essentials.
    private static let toolchain: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Synchronization"]

    @Test("Every import of every room is in the table")
    func imports() {
        for file in Tree.files(in: "Sources", endings: [".swift"]) {
            let scan = SourceScan(path: file.path, text: file.text)
            guard let allowed = Self.allowed[scan.target] else {
                Issue.record("\(file.path): the room \(scan.target) is not in the table")
                continue
            }
            for line in scan.code where line.contains("import ") {
                guard
                    let match = line.firstMatch(
                        of:
                            /^(?:@\w+ )?(?:package |private |internal |fileprivate )?import (?:struct |enum |class |func )?(\w+)/
                    )
                else { continue }
                let module = String(match.1)
                #expect(allowed.contains(module) || Self.toolchain.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test("The manifest draws no arrow that the table does not have")
    func manifest() throws {
        let manifest = try #require(Tree.text("Package.swift"))
            .replacing(/package: "[^"]*"/, with: "").replacing(/\s+/, with: " ")
        var rooms = 0
        for part in manifest.split(separator: "room( ").flatMap({ $0.split(separator: "room(") }).dropFirst() {
            guard let head = part.prefixMatch(of: /\s*"\w+", "(\w+)"(?:, \[([^\]]*)\])?/) else { continue }
            rooms += 1
            let name = String(head.1)
            let allowed = try #require(Self.allowed[name], "\(name) is not in the table")
            for dependency in (head.2 ?? "").matches(of: /"(\w+)"/) {
                #expect(allowed.contains(String(dependency.1)), "the manifest lets \(name) import \(dependency.1)")
            }
        }
        #expect(rooms >= 9)
    }

    @Test("A domain of the manifest imports what its row says, and has a row")
    func fields() throws {
        let manifest = try #require(Tree.text("Package.swift")).replacing(/\s+/, with: " ")
        var found: Set<String> = []
        for match in manifest.matches(of: /Domain\( ?"(\w+)"(?:, \[([^\]]*)\])?/) {
            let name = String(match.1)
            found.insert(name)
            let allowed = try #require(Self.domains[name], "\(name) is not in the table")
            for dependency in (match.2 ?? "\"EventLog\", \"Registry\"").matches(of: /"(\w+)"/) {
                #expect(allowed.contains(String(dependency.1)), "the manifest lets \(name) import \(dependency.1)")
            }
        }
        #expect(found == Set(Self.domains.keys))
    }

    @Test(
        "Each kept library has one door",
        arguments: [
            ("GRDB", "StorageSQLite"), ("CLibPQ", "StoragePostgres"), ("Hummingbird", "Server"),
            ("ArgumentParser", "CLI"), ("CQREncode", "Web"), ("CPangoCairo", "Paper"),
        ])
    func endpoints(library: String, room: String) {
        let others = Self.allowed.filter { $0.value.contains(library) }.map(\.key)
        #expect(others == [room])
    }
}
