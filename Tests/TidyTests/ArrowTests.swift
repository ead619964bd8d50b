import Foundation
import TestSupport
import Testing

/// Arrows go down: the table of who may import whom, held against the manifest and against every import.
@Suite("Arrows") struct ArrowTests {
    /// The house as `architecture.md` draws it. Kernel is open to all.
    private static let allowed: [String: Set<String>] = [
        "Kernel": [],
        "EventLog": ["Kernel", "Crypto"],
        "Storage": ["Kernel", "Crypto", "Dispatch"],
        "StorageSQLite": ["Kernel", "Storage", "GRDB", "GRDBSQLite"],
        "StoragePostgres": ["Kernel", "Storage", "CLibPQ"],
        "Web": ["Kernel", "Crypto", "CQREncode"],
        "Paper": ["Kernel", "Web", "CPangoCairo"],
        "Registry": ["Kernel", "EventLog", "Storage", "Web", "Paper"],
        "Exchange": ["Kernel", "EventLog", "Storage", "Web", "Paper", "Registry"],
        "Supervision": ["Kernel", "Storage", "Web", "Registry", "Exchange"],
        "OpenData": ["Kernel", "Storage", "Web", "Registry", "Exchange"],
        "Ledger": ["Kernel", "EventLog", "Storage", "Web", "Registry"],
        "Disclosure": ["Kernel", "EventLog", "Storage", "Web", "Registry"],
        "Platform": [
            "Kernel", "EventLog", "Storage", "Web", "Registry", "Exchange", "Supervision", "OpenData", "Ledger",
            "Disclosure", "Crypto", "Dispatch",
        ],
        "Server": [
            "Kernel", "EventLog", "Storage", "Web", "Platform", "Crypto", "CryptoExtras", "_CryptoExtras",
            "Hummingbird",
            "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOConcurrencyHelpers",
            "ServiceLifecycle",
            "UnixSignals", "Dispatch",
        ],
        "Bench": [
            "Kernel", "EventLog", "Storage", "StorageSQLite", "StoragePostgres", "Registry", "Exchange", "Ledger",
            "Disclosure", "Platform", "Server", "CEpoll", "Logging", "Dispatch",
        ],
        "CLI": [
            "Bench",
            "Kernel", "EventLog", "Storage", "StorageSQLite", "StoragePostgres", "Web", "Registry", "Exchange",
            "OpenData", "Ledger",
            "Disclosure", "Platform", "Server", "ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals",
            "Dispatch",
        ],
    ]
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
            for line in scan.code {
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
        #expect(rooms >= 11)
    }

    @Test(
        "Each kept library has one door",
        arguments: [
            ("GRDB", "StorageSQLite"), ("CLibPQ", "StoragePostgres"), ("Hummingbird", "Server"),
            ("ArgumentParser", "CLI"), ("CQREncode", "Web"), ("CPangoCairo", "Paper"),
        ])
    func doors(library: String, room: String) {
        let others = Self.allowed.filter { $0.value.contains(library) }.map(\.key)
        #expect(others == [room])
    }
}
