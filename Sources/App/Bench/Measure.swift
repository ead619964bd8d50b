import Dispatch
import Foundation
import Glibc

/// Time, memory and order statistics. Integers throughout: nanoseconds, kilobytes, thousandths.
enum Measure {
    /// Nanoseconds of a clock that never goes back.
    static func now() -> Int64 {
        Int64(DispatchTime.now().uptimeNanoseconds)
    }

    /// Nanoseconds `body` took.
    static func time(_ body: () throws -> Void) rethrows -> Int64 {
        let start = now()
        try body()
        return now() - start
    }

    /// Thousandths of things per second.
    static func rate(_ count: Int, _ nanoseconds: Int64) -> Int64 {
        Int64((Double(count) * 1e12 / Double(max(1, nanoseconds))).rounded())
    }

    static func median(_ values: [Int64]) -> Int64 {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }

    /// The value that `percent` of all do not exceed.
    static func percentile(_ percent: Int, of values: [Int64]) -> Int64 {
        guard !values.isEmpty else { return 0 }
        return values.sorted()[min(values.count - 1, values.count * percent / 100)]
    }

    /// A figure of `/proc/PID/status` in kilobytes: `VmRSS`, `VmHWM`. 0 where there is none.
    static func memory(_ name: String, of process: Int32 = getpid()) -> Int64 {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return 0 }
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }.flatMap { Int64($0) } ?? 0
    }

    /// Processor time of another process so far, in nanoseconds, to a hundredth of a second.
    static func processorTime(of process: Int32) -> Int64 {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return 0 }
        let fields = text[end...].split(separator: " ")
        guard fields.count > 13, let user = Int64(fields[12]), let system = Int64(fields[13]) else { return 0 }
        return (user + system) * 1_000_000_000 / Int64(max(1, sysconf(Int32(_SC_CLK_TCK))))
    }
}

/// What went wrong with a measurement: a figure of work that did not happen is no figure.
package struct BenchFailure: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }

    static func check(_ isRight: Bool, _ what: @autoclosure () -> String) throws {
        guard isRight else { throw BenchFailure(what()) }
    }
}
