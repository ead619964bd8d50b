import Foundation
import TestSupport
import Testing

/// Every event leads to a table, or the code says why it leads to none.
@Suite("Projections") struct ProjectionTests {
    @Test(
        "Every event is projected or said not to be, by name and with a reason",
        arguments: ["Registry", "Exchange", "Ledger", "Disclosure"])
    func everyEvent(domain: String) throws {
        let files = Tree.files(in: "Sources/Domains/\(domain)", endings: [".swift"])
        var found: [Substring] = []
        var projection: Substring?
        for file in files {
            found += events(in: file.text)
            if file.path.contains("/Store/") { projection = projection ?? body(in: file.text) }
        }
        #expect(found.count >= 5, "\(domain) declares no enum of events")
        let cases = try #require(projection, "\(domain) has no projection")
        for event in found {
            #expect(cases.contains(".\(event)"), "\(domain).\(event) stands in no case of the projection")
        }
        #expect(!cases.contains("default"), "\(domain): a default case lets an event pass unseen")
        for line in cases.split(separator: "\n") where line.contains(": break") || line.hasSuffix("break") {
            #expect(line.contains("//"), "\(domain): \(line) says no reason")
        }
    }

    /// The cases of the enum of events in `text`; none when it declares no such enum.
    private func events(in text: String) -> [Substring] {
        guard let start = text.firstRange(of: /enum \w*Event: ModuleEvent \{/) else { return [] }
        let rest = text[start.upperBound...]
        let end = rest.firstRange(of: "static let forms")?.lowerBound ?? rest.endIndex
        return rest[..<end].matches(of: /(?m)^\s*case (\w+)\(/).map(\.1)
    }

    /// The body of the function that gives each event to its table.
    private func body(in text: String) -> Substring? {
        guard let start = text.firstRange(of: /package static func project\(_ event: \w+, _ entry: EntryHeader/) else {
            return nil
        }
        let rest = text[start.upperBound...]
        let end = rest.firstRange(of: /(?m)^    \}$/)?.lowerBound ?? rest.endIndex
        return rest[..<end]
    }
}
