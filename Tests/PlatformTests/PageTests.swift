import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// Every kind of page of every room as somebody looked at it, and the way its lists are read.
/// `QIANMO_RECORD=1` writes the pages anew, `QIANMO_RECORD=Exchange` those of one room; the difference is then looked at.
@Suite("Pages of the rooms") struct PageTests {
    private static let folder = Tree.root.appending(path: "Tests/PlatformTests/Snapshots")
    private static let recorded = ProcessInfo.processInfo.environment["QIANMO_RECORD"]

    @Test("Every page and form of every room is as it was looked at, in both languages")
    func snapshots() async throws {
        let walk = try await PageWalk()
        let (opened, missed) = try walk.open(on: walk.practice.installation.database)
        #expect(missed.isEmpty, "no name of the deal opens \(missed.joined(separator: ", "))")
        #expect(opened.count > 70)
        for page in opened {
            for (language, markup) in page.markup {
                try check(markup, "\(page.room)/\(Self.slug(page.route.path)).\(language.rawValue).html", page)
            }
        }
    }

    /// Keys, signatures and numbers of a day are new in every installation: they stand as `…`.
    private static func masked(_ markup: String) -> String {
        markup.replacing(StaticAsset.uploadScript.path, with: "/static/upload.js")
            .replacing(/[A-Za-z0-9+\/]{40,}=*/, with: "…").replacing(/\b\d{9,13}\b/, with: "…")
    }

    private func check(_ shown: String, _ name: String, _ page: PageWalk.Opened) throws {
        let markup = Self.masked(shown)
        #expect(!markup.contains("HTML(markup"), "\(name) shows markup as words")
        let file = Self.folder.appending(path: name)
        if Self.recorded == "1" || Self.recorded == page.room {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try markup.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("\(page.route.path) has never been looked at: no \(name)")
            return
        }
        let difference = zip(kept.split(separator: "<"), markup.split(separator: "<")).first { $0 != $1 }
        #expect(kept == markup, "\(name): \(difference.map { "\($0.0) ≠ \($0.1)" } ?? "length")")
    }

    /// `/lots/{lot}/bid` as `lots-lot-bid`.
    private static func slug(_ path: String) -> String {
        path.split(separator: "/").map { $0.replacing("{", with: "").replacing("}", with: "") }.joined(separator: "-")
    }

    /// Tables that are small by nature: a county has tens of their rows, not thousands.
    private static let small: Set<String> = [
        "parameter", "books", "guide_price", "calendar_year", "calendar_day", "environment_facility", "waste_site",
        "waste_scale", "waste_vehicle", "waste_haulage", "skills_issuer_key", "flag_answer",
    ]

    @Test("No page reads a whole table to find its rows", .enabled(if: !TestPostgres.isDefault, "SQLite's plans"))
    func plans() async throws {
        let walk = try await PageWalk()
        let listening = ListeningDatabase(walk.practice.installation.database)
        _ = try walk.open(on: listening)
        #expect(listening.statements.count > 60)
        try walk.practice.installation.database.read { tx in
            for statement in listening.statements {
                for row in try tx.rows("EXPLAIN QUERY PLAN \(statement)") {
                    let step: String = try row.get(3)
                    guard step.hasPrefix("SCAN "), !step.contains("USING") else { continue }
                    let table = step.dropFirst(5).split(separator: " ").first.map(String.init) ?? ""
                    // What a statement itself has found is small by its limit.
                    guard table != "found", !table.hasPrefix("(subquery") else { continue }
                    #expect(Self.small.contains(table), "\(step): \(statement.text)")
                }
            }
        }
    }
}
