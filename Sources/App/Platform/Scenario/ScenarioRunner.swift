package import EventLog
package import Kernel
import Synchronization

/// A clock that a scenario sets; it never goes back.
package final class ScenarioClock: WriterClock {
    private let instant: Mutex<Instant>

    package init(_ start: Instant = Instant(milliseconds: 0)) {
        instant = Mutex(start)
    }

    package func now() -> Instant { instant.withLock { $0 } }

    package func set(_ instant: Instant) {
        self.instant.withLock { $0 = max($0, instant) }
    }
}

/// Runs a scenario through the house's writer, line by line, on the scenario's own clock.
package struct ScenarioRunner: Sendable {
    /// One line and its answer.
    package struct Step: Sendable {
        package let line: Scenario.Line
        package let answer: Answer

        /// Accepted where nothing was expected, or refused exactly as expected.
        package var isAsExpected: Bool {
            switch answer {
            case .accepted: line.expected == nil
            case .rejected(let rejection): line.expected == rejection.number
            }
        }
    }

    package struct Summary: Sendable, Hashable {
        package let accepted: Int
        package let refused: Int
        /// Lines whose answer was not the expected one.
        package let unexpected: Int
        package let size: Int64
        package let root: Hash
    }

    private let installation: Installation
    private let clock: ScenarioClock

    /// `clock` must be the one `house` was opened with.
    package init(_ installation: Installation, clock: ScenarioClock) {
        self.installation = installation
        self.clock = clock
    }

    /// Gives every line in order, the next when the last is flushed and answered; `each` is told of every answer.
    package func run(_ scenario: Scenario, each: (Step) throws -> Void) async throws -> Summary {
        var (accepted, refused, unexpected) = (0, 0, 0)
        for line in scenario.lines {
            clock.set(line.at)
            let step = Step(line: line, answer: try await give(line))
            if case .accepted = step.answer { accepted += 1 } else { refused += 1 }
            if !step.isAsExpected { unexpected += 1 }
            try each(step)
        }
        let head = try installation.log.head()
        return Summary(
            accepted: accepted, refused: refused, unexpected: unexpected, size: head.size, root: head.root)
    }

    /// The same, but what has one hour goes to the writer together and is flushed together: a large county in seconds.
    package func runInGroups(_ scenario: Scenario, each: (Step) throws -> Void) async throws -> Summary {
        var (accepted, refused, unexpected) = (0, 0, 0)
        var rest = scenario.lines[...]
        while let first = rest.first {
            let group = Array(rest.prefix { $0.at == first.at && $0.command == first.command })
            rest = rest.dropFirst(group.count)
            clock.set(first.at)
            for step in try await give(group) {
                if case .accepted = step.answer { accepted += 1 } else { refused += 1 }
                if !step.isAsExpected { unexpected += 1 }
                try each(step)
            }
        }
        let head = try installation.log.head()
        return Summary(
            accepted: accepted, refused: refused, unexpected: unexpected, size: head.size, root: head.root)
    }

    private func give(_ group: [Scenario.Line]) async throws -> [Step] {
        var principals: [OfficeID: Principal] = [:]
        for office in Set(group.map(\.office)) { principals[office] = try installation.findPrincipal(office: office) }
        let known = group.filter { principals[$0.office] != nil }
        let answers = try await installation.writer.submit(
            all: known.compactMap { line in
                principals[line.office].map {
                    Submission(command: line.command, arguments: line.arguments, principal: $0, key: line.key)
                }
            })
        let unknown = group.filter { principals[$0.office] == nil }.map {
            Step(
                line: $0,
                answer: .rejected(PlatformRejection.unknownOffice(office: $0.office.text).rejection))
        }
        return zip(known, answers).map { Step(line: $0, answer: $1) } + unknown
    }

    private func give(_ line: Scenario.Line) async throws -> Answer {
        guard let principal = try installation.findPrincipal(office: line.office) else {
            return .rejected(PlatformRejection.unknownOffice(office: line.office.text).rejection)
        }
        return try await installation.writer.submit(
            Submission(command: line.command, arguments: line.arguments, principal: principal, key: line.key))
    }
}
