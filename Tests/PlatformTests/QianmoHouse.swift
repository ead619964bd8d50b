import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport

/// A practice house of the real modules for one test.
struct PracticeHouse {
    let workshop: Workshop
    let clock = ScenarioClock()
    let installation: Installation

    init(_ database: (any Database)? = nil) throws {
        workshop = try Workshop()
        installation = try Installation.open(
            .qianmo, dataDirectory: workshop.folder, database: database ?? temporaryDatabase(), clock: clock,
            random: .practice(seed: "qianmo practice"))
    }

    func run(_ file: String) async throws -> (steps: [ScenarioRunner.Step], summary: ScenarioRunner.Summary) {
        try await run(text: Self.text(file))
    }

    /// The lines of a file of `scenarios/`, to be changed by a test.
    static func text(_ file: String) throws -> String {
        try String(contentsOf: Tree.root.appending(path: "scenarios/\(file)"), encoding: .utf8)
    }

    func run(text: String) async throws -> (steps: [ScenarioRunner.Step], summary: ScenarioRunner.Summary) {
        var steps: [ScenarioRunner.Step] = []
        let scenario = try Scenario(parsing: Array(text.utf8))
        let summary = try await ScenarioRunner(installation, clock: clock).run(scenario) { steps.append($0) }
        return (steps, summary)
    }

    func verify() throws -> Verified {
        try Verifier(
            .qianmo, dataDirectory: workshop.folder, database: installation.database, scratch: temporaryDatabase()
        ).run()
    }

    /// Brings in the holidays of `year`: those whose dates the law names, and three of spring.
    func announce(_ year: Int) async throws -> Answer {
        try await installation.announce(year)
    }
}

extension Installation {
    func announce(_ year: Int) async throws -> Answer {
        let spring = ["02-05", "02-08", "02-09"].map { "\(year)-\($0),春节,off" }
        let days = StatutoryHolidays.days(of: year).map { "\($0),节日,off" } + spring
        return try await writer.submit(
            Submission(
                command: "registry.announceCalendar",
                arguments: ["file": .string((["date,name,kind"] + days).joined(separator: "\n"))],
                principal: .administrator, key: "calendar-\(year)"))
    }
}
