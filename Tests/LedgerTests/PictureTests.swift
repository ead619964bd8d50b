import Foundation
import Kernel
@testable import Ledger
import Paper
import Registry
import Storage
import TestSupport
import Testing
import Web

/// The printed statements as pictures, beside those that people have looked at (issue 15, must show 8). `QIANMO_RECORD=1`
/// writes them anew.
@Suite("Statements as pictures", .enabled(if: PDFTools.areThere, "needs poppler-utils")) struct PictureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Pictures")

    /// A village with a little of everything a statement shows.
    private func statements(_ language: Language, spent: Int64 = 1_234) throws -> [UInt8] {
        let village = try Village(at: "2026-12-31", openings: [debit("102", 50_000), credit("311", 50_000)])
        try village.post("2026-02-03", [debit("102", 8_600), credit("501", 8_600)])
        try village.post("2026-03-04", [debit("513", spent), credit("102", spent)])
        try village.post("2026-05-06", [debit("151", 12_000), credit("102", 12_000)])
        try village.give(
            NameBookPeople(
                organisation: village.organisation, from: day("2026-01-01"), chief: id("review", OfficeName.self),
                cashier: id("clerk", OfficeName.self)))
        let paper = try village.database.read { tx in
            let organisation = try #require(try OrganisationQueries.find(village.organisation, in: tx))
            return try StatementPaper(organisation, at: day("2026-12-31"), in: tx)?.paper(Format(language))
        }
        return try #require(paper?.pdf())
    }

    /// Cells that differ by more than two of ten steps.
    private func different(_ left: [String], _ right: [String]) -> Int {
        zip(left.joined(), right.joined()).count { a, b in
            abs((a.wholeNumberValue ?? 0) - (b.wholeNumberValue ?? 0)) > 2
        }
    }

    @Test(
        "Cover and both statements look as they did, in both languages, but for one cell in a thousand",
        arguments: [Language.chinese, .english])
    func asTheyWere(_ language: Language) throws {
        let pdf = try statements(language)
        #expect(try PDFTools.pages(pdf) == 3)
        for page in 1...3 {
            let picture = try PDFTools.picture(pdf, page: page)
            #expect(picture.count == 99 && picture.allSatisfy { $0.count == 70 })
            let file = Self.folder.appending(path: "statements-\(page).\(language == .chinese ? "zh" : "en").txt")
            if ProcessInfo.processInfo.environment["QIANMO_RECORD"] == "1" {
                try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
                try (picture.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
                continue
            }
            let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
            #expect(kept.count == picture.count)
            #expect(different(kept, picture) <= 7, "page \(page)")
        }
    }

    @Test("Another sum, and the other language, are another picture")
    func tellsApart() throws {
        let (first, other) = (try statements(.chinese), try statements(.chinese, spent: 9_876))
        let (sheet, changed) = (try PDFTools.picture(first, page: 2), try PDFTools.picture(other, page: 2))
        #expect(sheet != changed)
        #expect(different(sheet, try PDFTools.picture(try statements(.english), page: 2)) > 7)
    }
}
