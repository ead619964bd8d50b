import Foundation
import Kernel
import TestSupport
import Testing

/// The cases of the domain notes of the books against the tests that stand for their kind.
@Suite("The dev cases of the books") struct CaseTests {
    @Test("Each dev case of the books is named by a test", .enabled(if: sharedData("books") != nil))
    func cases() throws {
        let url = try #require(sharedData("books/cases_dev.json"))
        let file = try JSON(parsing: Array(Data(contentsOf: url)))
        let cases = try #require(file["cases"]?.array).compactMap { $0["id"]?.string }
        #expect(cases.count > 20)
        let tests = Tree.files(in: "Tests", endings: [".swift"])
            .filter { !$0.path.hasSuffix("TidyTests/CaseTests.swift") }.map(\.text).joined()
        for id in cases {
            #expect(tests.contains(id), "\(id)")
        }
    }
}
