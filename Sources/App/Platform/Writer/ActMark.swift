import Foundation
import Kernel

/// Which act of the clock is being carried out at this moment, in a file beside the keys: what a program that was
/// killed or trapped leaves behind for the next (decision record 0194).
///
/// It must outlive the process, not the power: after a power cut the store is as before the act and no program is to
/// blame, so nothing is flushed. One small write before an act and one after it, none where no act is due.
final class ActMark: Sendable {
    private let path: String
    private static let length = 256
    /// As far back as causes are written down.
    static let mostCauses = 8

    init(in dataDirectory: URL) {
        path = dataDirectory.appending(path: "keys/act-under-way").path
    }

    /// The act that was under way when the last program ended and, behind it, the acts that caused it, nearest first; empty
    /// when none was, or another program's words stand there.
    func left() -> [WaitingCommand.Place] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let words = String(decoding: data, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        let numbers = words.compactMap { Int64($0) }.filter { $0 >= 0 }
        guard numbers.count == words.count, numbers.count.isMultiple(of: 2) else { return [] }
        return stride(from: 0, to: numbers.count, by: 2).compactMap { position in
            Int(exactly: numbers[position + 1]).map {
                WaitingCommand.Place(entry: numbers[position], ordinal: $0)
            }
        }
    }

    /// Runs `body` with the mark set. It is taken away whether `body` returns or throws: only the end of the program
    /// leaves it.
    func during<Result>(_ places: [WaitingCommand.Place], _ body: () throws -> Result) throws -> Result {
        try write(places.prefix(ActMark.mostCauses).map { "\($0.entry) \($0.ordinal)" }.joined(separator: " "))
        defer { clear() }
        return try body()
    }

    func clear() { try? write("") }

    /// Always of the same length, over what stood there.
    private func write(_ text: String) throws {
        let line = text + String(repeating: " ", count: max(0, ActMark.length - 1 - text.utf8.count)) + "\n"
        try SecretFile.overwrite(line, at: URL(filePath: path))
    }
}
