package import Kernel

/// Files in one file, as `tar` reads them (ustar, POSIX.1-1988): no owner, one date for all, in the order they were added,
/// so that the same files give the same bytes.
package struct TapeArchive: Sendable {
    private let seconds: Int64
    private var blocks: [UInt8] = []

    private static let block = 512

    /// `at` becomes the date of every file.
    package init(at: Instant) {
        seconds = max(0, at.milliseconds / 1_000)
    }

    /// `path` is ASCII of at most 100 bytes: names are ours.
    package mutating func add(_ path: String, _ bytes: [UInt8]) {
        precondition(
            path.utf8.count <= 100 && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a name for tar: \(path)")
        blocks += header(path, bytes.count)
        blocks += bytes
        blocks += [UInt8](
            repeating: 0, count: (TapeArchive.block - bytes.count % TapeArchive.block) % TapeArchive.block)
    }

    /// The archive: two empty blocks end it.
    package var bytes: [UInt8] { blocks + [UInt8](repeating: 0, count: 2 * TapeArchive.block) }

    private func header(_ path: String, _ size: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: TapeArchive.block)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: Array(text.utf8))
        }
        put(path, at: 0)
        put(octal(0o644, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(Int64(size), 11), at: 124)
        put(octal(seconds, 11), at: 136)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        // The sum is taken with its own field full of spaces.
        put("        ", at: 148)
        let sum = header.reduce(Int64(0)) { $0 + Int64($1) }
        put(octal(sum, 6) + "\0", at: 148)
        return header
    }

    private func octal(_ number: Int64, _ width: Int) -> String {
        number.padded(to: width, radix: 8)
    }
}
