import Attachments
import Platform
import Storage

/// The numbers in Prometheus' text format, version 0.0.4 (decision record 0196).
struct MetricsText {
    private var lines: [String] = []
    var text: String { lines.joined(separator: "\n") + "\n" }

    init(_ installation: InstallationNumbers, _ readiness: Readiness, _ requests: RequestMeter) {
        add(
            "qianmo_build_info", "gauge", "What runs here.",
            [(#"{schema="\#(installation.schema)",version="\#(ProgramVersion.current)"}"#, "1")])
        add(
            "qianmo_ready", "gauge", "Whether commands are taken here.",
            [(#"{reason="\#(readiness.rawValue)"}"#, readiness == .ready ? "1" : "0")])
        add(requests.now)
        let commands = installation.commands
        add(
            "qianmo_commands_total", "counter", "Commands by answer.",
            [
                ("accepted", commands.accepted), ("refused", commands.refused), ("unavailable", commands.unavailable),
                ("unknown", commands.unknown),
            ].map { (#"{answer="\#($0)"}"#, "\($1)") })
        add("qianmo_queue_length", "gauge", "Commands that wait for their turn.", [("", "\(installation.queue)")])
        add(
            "qianmo_store_failures_total", "counter", "Transactions that failed as a whole.",
            [("", "\(commands.failures)")])
        add(
            "qianmo_slow_statements_total", "counter", "Statements of the store that took long.",
            [("", "\(SlowStatements.count)")])
        add("qianmo_log_entries", "gauge", "Entries of the log.", [("", "\(installation.logSize)")])
        add("qianmo_acts_waiting", "gauge", "Acts the clock will give.", [("", "\(installation.actsWaiting)")])
        add(
            "qianmo_acts_set_aside", "gauge", "Acts the clock was to give and did not.",
            [("", "\(installation.actsSetAside)")]
        )
        add(installation.scanner)
        add(installation.clockDifference)
    }

    /// Nothing of a difference that nobody knows; the number of answers tells whether anybody is asked.
    private mutating func add(_ difference: Int64?) {
        if let difference {
            add(
                "qianmo_ntp_difference_seconds", "gauge", "By how much the machine's clock and the time server differ.",
                [("", Self.seconds(abs(difference)))])
        }
        let counts = TimeServer.counts
        add(
            "qianmo_ntp_answers_total", "counter", "Questions to the time server, by answer.",
            [("agrees", counts.agrees), ("differs", counts.differs), ("none", counts.none)]
                .map { (#"{answer="\#($0)"}"#, "\($1)") })
    }

    /// Told also where there is no scanner, so that a rule about it always finds its name.
    private mutating func add(_ scanner: ScannerNumbers?) {
        add(
            "qianmo_scanner_away", "gauge", "Whether the scanner of papers does not answer.",
            [("", scanner.map { $0.isThere ? "0" : "1" } ?? "0")])
        add(
            "qianmo_papers_held", "gauge", "Papers that wait for the scanner.", [("", "\(scanner?.held ?? 0)")])
        let counts = scanner?.counts ?? .init()
        add(
            "qianmo_papers_scanned_total", "counter", "Papers shown to the scanner, by answer.",
            [("clean", counts.clean), ("found", counts.found), ("unavailable", counts.unavailable)]
                .map { (#"{answer="\#($0)"}"#, "\($1)") })
    }

    private mutating func add(
        _ requests: (requests: [RequestMeter.Key: Int64], times: [RequestMeter.Kind: RequestMeter.Times])
    ) {
        let ordered = requests.requests.sorted {
            ($0.key.kind.rawValue, $0.key.status) < ($1.key.kind.rawValue, $1.key.status)
        }
        add(
            "qianmo_requests_total", "counter", "Requests by kind of address and status.",
            ordered.map { (#"{kind="\#($0.kind.rawValue)",status="\#($0.status)"}"#, "\($1)") })
        var rows: [(String, String)] = []
        for (kind, times) in requests.times.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let label = #"kind="\#(kind.rawValue)""#
            for (bound, count) in zip(RequestMeter.bounds, times.within) {
                rows.append((#"_bucket{\#(label),le="\#(Self.seconds(bound))"}"#, "\(count)"))
            }
            rows.append((#"_bucket{\#(label),le="+Inf"}"#, "\(times.count)"))
            rows.append(("_sum{\(label)}", Self.seconds(times.milliseconds)))
            rows.append(("_count{\(label)}", "\(times.count)"))
        }
        add("qianmo_request_seconds", "histogram", "How long requests took.", rows)
    }

    private mutating func add(_ name: String, _ kind: String, _ help: String, _ rows: [(String, String)]) {
        guard !rows.isEmpty else { return }
        lines.append("# HELP \(name) \(help)")
        lines.append("# TYPE \(name) \(kind)")
        for (labels, value) in rows { lines.append("\(name)\(labels) \(value)") }
    }

    /// Milliseconds as seconds, without a rounding: `0.025`.
    private static func seconds(_ milliseconds: Int64) -> String {
        let rest = String(1_000 + milliseconds % 1_000).dropFirst()
        return "\(milliseconds / 1_000).\(rest)"
    }
}
