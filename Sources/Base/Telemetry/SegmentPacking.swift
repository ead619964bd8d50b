import CZlib
package import Foundation
package import Kernel

/// A segment file packed: eight bytes that say so, the length as it was, and its bytes deflated (zlib). What is unpacked is
/// the file, byte for byte, so its seals hold as before.
package enum SegmentPacking {
    static let ending = "segz"
    private static let head = Array("QMSEGZ1\n".utf8)
    /// No file of an hour is longer; a length above it is no length.
    private static let longest = 1 << 34

    static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        var length = compressBound(uLong(bytes.count))
        var out = [UInt8](repeating: 0, count: Int(length))
        guard compress2(&out, &length, bytes, uLong(bytes.count), 9) == Z_OK else { return nil }
        let size = withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) }
        return head + size + out.prefix(Int(length))
    }

    static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: head), bytes.count > head.count + 8 else { return nil }
        let figures = bytes[head.count..<head.count + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let size = Int(clamping: figures)
        // Deflate cannot say more than about a thousandfold.
        guard size <= longest, size / 1_100 <= bytes.count else { return nil }
        var length = uLong(size)
        var out = [UInt8](repeating: 0, count: size)
        let status = bytes[(head.count + 8)...].withUnsafeBufferPointer { deflated in
            uncompress(&out, &length, deflated.baseAddress, uLong(deflated.count))
        }
        guard status == Z_OK, Int(length) == size else { return nil }
        return out
    }

    /// Packs the files whose hour was over at `instant`, at most `most` of them; answers how many. The packed file is read
    /// back and is on the disk before the other goes.
    @discardableResult
    package static func pack(_ folder: URL, before instant: Instant, most: Int = 24) throws -> Int {
        let limit = SealWindow(of: instant).file
        let plain = try SegmentFolder.files(folder).filter { $0.pathExtension == "seg" && $0.lastPathComponent < limit }
        for file in plain.prefix(most) { try pack(file) }
        return min(most, plain.count)
    }

    private static func pack(_ file: URL) throws {
        let bytes = try Array(Data(contentsOf: file))
        let target = file.deletingPathExtension().appendingPathExtension(ending)
        let half = target.appendingPathExtension("half")
        guard let packed = packed(bytes) else { throw CocoaError(.fileWriteUnknown) }
        try Data(packed).write(to: half)
        let handle = try FileHandle(forUpdating: half)
        try handle.synchronize()
        try handle.close()
        guard unpacked(Array(try Data(contentsOf: half))) == bytes else { throw CocoaError(.fileReadCorruptFile) }
        guard rename(half.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        let place = open(file.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if place >= 0 {
            fsync(place)
            close(place)
        }
        try FileManager.default.removeItem(at: file)
    }
}
