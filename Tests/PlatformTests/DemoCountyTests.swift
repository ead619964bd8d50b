import Kernel
import TestSupport
import Testing

@testable import Platform

@Suite("The demo county") struct DemoCountyTests {
    /// Among them days near the end of the last year whose holidays the program was shipped with, and long after it.
    @Test(
        "It stands on whatever day it is begun, with nothing refused",
        arguments: ["2026-12-15", "2027-01-20", "2031-06-02"])
    func anyDay(_ day: String) async throws {
        let base = try #require(CivilDate(day)).start.adding(seconds: 34_200)
        let practice = try PracticeHouse()
        let scenario = DemoCounty.scenario(endingAt: base)
        var refused: [String] = []
        let summary = try await ScenarioRunner(practice.installation, clock: practice.clock).run(scenario) { step in
            if !step.isAsExpected { refused.append("\(step.line.at) \(step.line.command): \(step.answer)") }
        }
        #expect(refused.isEmpty)
        #expect(summary.accepted == scenario.lines.count && summary.accepted > 700)
    }
}
