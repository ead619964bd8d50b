import Kernel
import Platform
import Testing

@Suite("Lines of a scenario") struct ScenarioLineTests {
    private func lines(_ more: String) throws -> [Scenario.Line] {
        let text = #"{"at":"2026-03-02T09:00:00+08:00","by":"admin","do":"registry.openOffice"\#(more)}"#
        return try Scenario(parsing: Array(text.utf8)).lines
    }

    @Test(
        "An expected refusal that is no number, and a key that is no text, are a bad line",
        arguments: [#","expect":"3004""#, #","expect":null"#, #","expect":true"#, #","key":5"#, #","key":null"#])
    func wrongTypes(_ more: String) {
        let rejection = #expect(throws: Rejection.self) { try lines(more) }
        #expect(rejection?.number == 1210)
    }

    @Test("A number is expected, and without it nothing is")
    func rightTypes() throws {
        #expect(try lines(#","expect":3004,"key":"k""#).first?.expected == 3_004)
        #expect(try lines("").first?.expected == nil)
    }
}
