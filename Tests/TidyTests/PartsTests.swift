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

    @Test("The manifest names each package in one exact version, and that is the one that is resolved")
    func exact() throws {
        let manifest = try #require(Tree.text("Package.swift"))
        let versions = Dictionary(uniqueKeysWithValues: try pins().map { ($0.location, $0.state.version) })
        var count = 0
        for line in manifest.split(separator: "\n") where line.contains(".package(url:") {
            let found = try #require(line.firstMatch(of: /url: "([^"]+)", exact: "([^"]+)"/), "not exact:\(line)")
            #expect(versions[String(found.1)] == String(found.2), "\(found.1)")
            count += 1
        }
        #expect(count > 5)
    }

    /// Package.resolved is not kept: what a package brings along may be newer elsewhere, so its version is `make sbom`'s to say.
    @Test("docs/parts.md has every resolved package with a licence, and those of the manifest in their version")
    func table() throws {
        let manifest = try #require(Tree.text("Package.swift"))
        let rows = try #require(Tree.text("docs/parts.md"), "make sbom").split(separator: "\n").filter {
            $0.hasPrefix("| `")
        }
        for pin in try pins() {
            let name = pin.location.split(separator: "/").last.map { $0.replacing(".git", with: "") } ?? ""
            let version = try #require(pin.state.version, "\(name) is a branch")
            let isNamed = manifest.contains("exact: \"\(version)\"") && manifest.contains("/\(name)\"")
            #expect(
                rows.contains { row in
                    row.hasPrefix(isNamed ? "| `\(name)` | \(version) | " : "| `\(name)` | ")
                        && row.contains(/\| (Apache-2.0|MIT) \|/)
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
