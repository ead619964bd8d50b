import Foundation
import TestSupport
import Testing

/// A figure that a county can fix steers something.
@Suite struct ParameterTests {
    @Test("Each figure of a county is read by a rule, a query or a page")
    func eachIsRead() throws {
        let keys = try #require(Tree.text("Sources/Domains/Registry/Model/ParameterKey.swift")).matches(
            of: #/case (?<key>[a-zA-Z]+) =/#
        ).map { String($0.output.key) }
        let sources = Tree.files(in: "Sources/Domains", endings: [".swift"]).filter {
            !$0.path.hasSuffix("ParameterKey.swift") && !$0.path.hasSuffix("Text+Parameter.swift")
        }.map(\.text).joined()
        let idle = keys.filter { !sources.contains(".\($0)") }
        #expect(keys.count > 50)
        #expect(idle == [], "can be set and steers nothing")
    }
}
