import Foundation
import TestSupport
import Testing

/// Two builds of one commit are made of the same parts, and anybody can say of which.
@Suite("Parts") struct PartsTests {
    private struct Resolved: Decodable {
        struct Pin: Decodable {
            struct State: Decodable {
                let version: String?
                let revision: String
            }
            let location: String
            let state: State
        }
        let pins: [Pin]
    }

    private func pins() throws -> [Resolved.Pin] {
        let data = try Data(contentsOf: Tree.root.appending(path: "Package.resolved"))
        return try JSONDecoder().decode(Resolved.self, from: data).pins
    }

    /// What of `manifest` does not pin what was resolved: rows that are not exact or of another version, packages without a row.
    private func differences(_ manifest: String, _ pins: [Resolved.Pin]) -> Set<String> {
        var rows: [String: String] = [:]
        var wrong: Set<String> = []
        for line in manifest.split(separator: "\n") where line.contains(".package(url:") {
            if let found = line.firstMatch(of: /url: "([^"]+)", exact: "([^"]+)"/) {
                rows[String(found.1)] = String(found.2)
            } else {
                wrong.insert(line.trimmingCharacters(in: .whitespaces))
            }
        }
        let resolved = Dictionary(uniqueKeysWithValues: pins.map { ($0.location, $0.state.version) })
        wrong.formUnion(rows.keys.filter { resolved[$0] != rows[$0] })
        return wrong.union(resolved.keys.filter { rows[$0] == nil })
    }

    @Test(
        "The manifest names each package in one exact version, those that come along too, and that is the one that is resolved"
    )
    func exact() throws {
        let manifest = try #require(Tree.text("Package.swift"))
        let pins = try pins()
        #expect(pins.count > 20)
        #expect(differences(manifest, pins) == [])
        // One that only comes along: in another version, floating, and without a row.
        let metrics = "https://github.com/apple/swift-metrics.git"
        let row = try #require(manifest.split(separator: "\n").first { $0.contains(metrics) })
        for (changed, named) in [
            (row.replacing(/exact: "[^"]+"/, with: #"exact: "2.0.0""#), metrics),
            (row.replacing("exact:", with: "from:"), #".package(url: "\#(metrics)", from:"#), ("", metrics),
        ] {
            let found = differences(manifest.replacing(row, with: changed), pins)
            #expect(found.contains { $0.hasPrefix(named) }, "\(changed)")
        }
    }

    @Test("docs/parts.md has every resolved package with a licence, in its version")
    func table() throws {
        let rows = try #require(Tree.text("docs/parts.md"), "make sbom").split(separator: "\n").filter {
            $0.hasPrefix("| `")
        }
        for pin in try pins() {
            let name = pin.location.split(separator: "/").last.map { $0.replacing(".git", with: "") } ?? ""
            let version = try #require(pin.state.version, "\(name) is a branch")
            #expect(
                rows.contains { row in
                    row.hasPrefix("| `\(name)` | \(version) | ") && row.contains(/\| (Apache-2.0|MIT) \|/)
                }, "\(name) \(version)")
        }
    }

    @Test("docs/asvs.md names each item once, and every suite it leans on exists")
    func asvs() throws {
        let text = try #require(Tree.text("docs/asvs.md"))
        let items = text.split(separator: "\n").filter { $0.hasPrefix("| V") }
            .flatMap { $0.split(separator: "|")[0].split(separator: ",") }
            .map { $0.filter { !$0.isWhitespace } }
        #expect(items.count == Set(items).count, "an item stands twice")
        // 253 of levels 1 and 2; chapters 10 and 17 stand as a whole.
        #expect(items.filter { $0.contains(".") }.count == 217)
        let tests = Tree.files(in: "Tests", endings: [".swift"]).map(\.text).joined()
        for suite in Set(text.matches(of: /`(\w+Tests)`/).map { String($0.1) }) {
            #expect(tests.contains("struct \(suite)") || tests.contains("class \(suite)"), "\(suite)")
        }
    }
}
