import Foundation

/// Which build this program is. `scripts/package.sh` writes it behind the program's own bytes, so that it stays with a
/// file that is copied alone; a program that was not packaged has none.
package enum ProgramVersion {
    static let mark = "\nqianmo-version "
    private static let longest = 160

    /// `0.1~20261201.110000.336da7f0`; `unpackaged` for a build of somebody's own.
    package static let current = read(URL(filePath: "/proc/self/exe")) ?? "unpackaged"

    /// What stands at the end of the program in `file`.
    static func read(_ file: URL) -> String? {
        guard let handle = try? FileHandle(forReadingFrom: file), let size = try? handle.seekToEnd() else { return nil }
        defer { try? handle.close() }
        try? handle.seek(toOffset: size - min(size, UInt64(longest)))
        guard let end = try? handle.readToEnd(), let start = end.firstRange(of: Data(mark.utf8))?.upperBound else {
            return nil
        }
        let text = String(decoding: end[start...], as: UTF8.self)
        // Nothing but what may stand in a Debian version, and a label of a metric.
        guard text.hasSuffix("\n"),
            text.dropLast().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.~".contains($0)) })
        else { return nil }
        return String(text.dropLast())
    }
}
