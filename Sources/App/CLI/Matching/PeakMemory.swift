import Foundation

/// How far a stretch of work raised the memory of this process; nothing where the system does not tell (not Linux).
struct PeakMemory {
    private let before: Int64?

    /// Begins a stretch: forgets the peak so far.
    init() {
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
        before = PeakMemory.read("VmRSS:")
    }

    /// What the peak lies above the beginning, in kB.
    var kilobytes: Int64? {
        before.flatMap { before in PeakMemory.read("VmHWM:").map { max(0, $0 - before) } }
    }

    private static func read(_ name: String) -> Int64? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int64($0) }
            ?? line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int64($0) }
    }
}
