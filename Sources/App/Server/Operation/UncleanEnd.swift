package import Foundation
package import Kernel

/// Word of a program that ended without stopping: a trap, a kill, a power cut. While a house is served a mark stands in its
/// folder; a program that finds the mark of another writes a report beside it. It holds no value of a command and names nobody.
package struct UncleanEnd: Sendable {
    private let mark: URL
    private let folder: URL
    private static let mostReports = 20

    package init(in data: URL) {
        mark = data.appending(path: "serving")
        folder = data.appending(path: "crashes")
    }

    /// Sets the mark of this program; answers with the report about the one before, where that did not stop by itself.
    /// `facts`: what is known of the store now, a line each.
    package func begin(at now: Instant, facts: [String]) throws -> URL? {
        let left = FileManager.default.contents(atPath: mark.path).map { String(decoding: $0, as: UTF8.self) }
        let report = try left.flatMap { isAlive($0) ? nil : try write(about: $0, at: now, facts) }
        try Data("began \(now), process \(ProcessInfo.processInfo.processIdentifier)".utf8).write(to: mark)
        return report
    }

    /// A stand-by beside the program that serves finds its mark and has nothing to tell.
    private func isAlive(_ left: String) -> Bool {
        guard let number = left.split(separator: " ").last.flatMap({ Int32($0) }), number > 0 else { return false }
        return number != ProcessInfo.processInfo.processIdentifier && kill(number, 0) == 0
    }

    /// The program stops by itself.
    package func end() { try? FileManager.default.removeItem(at: mark) }

    private func write(about left: String, at now: Instant, _ facts: [String]) throws -> URL? {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let name = "\(now)".replacing(":", with: "-").prefix { $0 != "+" && $0 != "Z" }
        let report = folder.appending(path: "crash-\(name).txt")
        let lines =
            [
                "The program that \(left) did not stop by itself.",
                "Found at \(now).",
                "What the Swift runtime said of it stands in the journal (journalctl -u qianmo).",
            ] + facts
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: report, options: .atomic)
        try makeRoom()
        return report
    }

    /// The oldest reports go first; their names are their instants.
    private func makeRoom() throws {
        let reports = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("crash-") }
        for old in reports.sorted().dropLast(Self.mostReports) {
            try FileManager.default.removeItem(at: folder.appending(path: old))
        }
    }
}
