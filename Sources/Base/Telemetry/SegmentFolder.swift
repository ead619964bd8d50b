package import Foundation
package import Kernel

/// The files of a folder of telemetry: as they were written, or packed.
package enum SegmentFolder {
    /// Oldest first; an hour that stands in both forms is read as it was written.
    package static func files(_ folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let all = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let plain = all.filter { $0.pathExtension == "seg" }
        let names = Set(plain.map(\.lastPathComponent))
        let packed = all.filter { $0.pathExtension == SegmentPacking.ending && !names.contains(name(of: $0)) }
        return (plain + packed).sorted { name(of: $0) < name(of: $1) }
    }

    /// Takes away the files of hours that were over at `instant`, in either form; answers how many. What names their
    /// stations stays: it is small, and the seals vouch for it.
    package static func remove(_ folder: URL, before instant: Instant) throws -> Int {
        let limit = SealWindow(of: instant).file
        let old = Set(try files(folder).map(name(of:)).filter { $0 < limit })
        for name in old {
            for file in [name, name + "z"].map({ folder.appendingPathComponent($0) })
            where FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
        }
        return old.count
    }

    /// `2026030208.seg`, in whichever form it lies there.
    package static func name(of file: URL) -> String { file.deletingPathExtension().lastPathComponent + ".seg" }

    /// Nothing where the file is not there or cannot be unpacked.
    package static func bytes(_ file: URL) -> [UInt8] { contents(file) ?? [] }

    /// Nil where the file is not there or cannot be unpacked.
    static func contents(_ file: URL) -> [UInt8]? {
        guard let bytes = FileManager.default.contents(atPath: file.path).map({ Array($0) }) else { return nil }
        return file.pathExtension == SegmentPacking.ending ? SegmentPacking.unpacked(bytes) : bytes
    }

    /// How long a file is that is not packed.
    package static func plainSize(_ file: URL) -> Int? {
        guard file.pathExtension != SegmentPacking.ending else { return nil }
        return (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
    }

    /// The bytes of a file, mapped where it is not packed.
    static func withBytes<Result>(_ file: URL, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        if file.pathExtension == SegmentPacking.ending { return try bytes(file).withUnsafeBytes(body) }
        let data = (try? Data(contentsOf: file, options: .alwaysMapped)) ?? Data()
        return try data.withUnsafeBytes(body)
    }

    /// The whole records of a file, in order.
    package static func records(_ file: URL) -> [SegmentRecord] {
        var records: [SegmentRecord] = []
        each(file) { records.append($0) }
        return records
    }

    /// Calls `body` with the whole records of a file from an offset on; answers the offset behind the last.
    @discardableResult
    package static func each(
        _ file: URL, from start: Int = 0, _ body: (SegmentRecord) throws -> Void
    ) rethrows -> Int {
        try withBytes(file) { bytes in
            try SegmentSpan.walk(bytes, from: start) { range in
                if SegmentSpan.isWhole(bytes, range) { try body(SegmentRecord(bytes, range)) }
            }.offset
        }
    }

    /// The last `most` records of a folder, oldest first; none from before `since`. The rest is walked over by its lengths.
    package static func latest(_ folder: URL, _ most: Int, since: Instant) throws -> [SegmentRecord] {
        var found: [[SegmentRecord]] = []
        var left = most
        let first = SealWindow(of: since).file
        for file in try files(folder).reversed() where left > 0 && name(of: file) >= first {
            let records = withBytes(file) { bytes in
                var ranges: [Range<Int>] = []
                SegmentSpan.walk(bytes) { ranges.append($0) }
                return ranges.suffix(left).filter { SegmentSpan.isWhole(bytes, $0) }.map { SegmentRecord(bytes, $0) }
            }
            found.append(records)
            left -= records.count
        }
        return found.reversed().flatMap(\.self)
    }

    /// What a crash can have torn was written by the last flush: of a longer file only so much is read by its checksums.
    static let tornTail = 16 << 20

    static func cutTornEnd(_ file: URL) throws {
        let (good, count) = withBytes(file) { bytes in
            var good = 0
            SegmentSpan.walk(bytes) { range in
                let isOld = range.upperBound + tornTail <= bytes.count
                if isOld || SegmentSpan.isWhole(bytes, range) { good = range.upperBound }
            }
            return (good, bytes.count)
        }
        guard good < count else { return }
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: UInt64(good))
        try handle.synchronize()
        try handle.close()
    }
}
