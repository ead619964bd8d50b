package import Kernel

/// How much of a stranger's file is read. Bounds hold before anything is unpacked, and again while it is.
package struct ZipLimits: Sendable {
    /// Bytes of the file.
    package var packed = 20 * 1_048_576
    /// Bytes of everything unpacked together.
    package var unpacked = 200 * 1_048_576
    /// How many times its size an entry of more than a megabyte may unpack to.
    package var ratio = 200
    package var entries = 64

    package init() {}
}

/// A zip file in memory: its entries by the directory at its end, each unpacked in pieces. Local headers only say where the
/// content begins.
package struct ZipFile: Sendable {
    struct Entry: Sendable {
        let name: String
        let isEncrypted: Bool
        let method: Int
        let checksum: UInt32
        let packed: Int
        let unpacked: Int
        /// Where its local header stands.
        let offset: Int
    }

    private let bytes: [UInt8]
    private let entries: [String: Entry]
    private let limits: ZipLimits

    /// Throws where the directory is damaged or beyond `limits`.
    package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(Rejection) {
        guard bytes.count <= limits.packed else { throw KernelRejection.tooLarge(limit: limits.packed).rejection }
        self.bytes = bytes
        self.limits = limits
        let list = try ZipDirectory(bytes).entries(most: limits.entries)
        var entries: [String: Entry] = [:]
        var sum = 0
        for entry in list {
            // Two entries of one name would be read differently by different programs.
            guard entries.updateValue(entry, forKey: entry.name) == nil else {
                throw WorkbookRejection.damaged.rejection
            }
            sum += entry.unpacked
            let isSwollen = entry.unpacked > 1_048_576 && entry.unpacked / limits.ratio > entry.packed
            guard sum <= limits.unpacked, !isSwollen else { throw WorkbookRejection.swollen.rejection }
        }
        self.entries = entries
    }

    package var names: [String] { entries.keys.sorted() }

    package func has(_ name: String) -> Bool { entries[name] != nil }

    /// Gives `take` the content of the entry `name` in pieces; it answers whether to go on. Throws where it is not there,
    /// encrypted, damaged or larger than it says.
    package func read(_ name: String, _ take: (UnsafeRawBufferPointer) -> Bool) throws(Rejection) {
        guard let entry = entries[name] else { throw WorkbookRejection.missingPart(name: name).rejection }
        guard !entry.isEncrypted else { throw WorkbookRejection.password.rejection }
        guard let start = contentStart(entry), entry.packed <= bytes.count - start else {
            throw WorkbookRejection.damaged.rejection
        }
        var sum = Checksum()
        var count = 0
        let outcome = bytes.withUnsafeBytes { all in
            let content = UnsafeRawBufferPointer(rebasing: all[start..<(start + entry.packed)])
            func give(_ piece: UnsafeRawBufferPointer) -> Bool {
                count += piece.count
                guard count <= entry.unpacked else { return false }
                sum.add(piece)
                return take(piece)
            }
            switch entry.method {
            case 0: return give(content) ? Inflater.Outcome.done : .stopped
            case 8: return Inflater.inflate(content, give)
            default: return .damaged
            }
        }
        switch outcome {
        case .stopped where count <= entry.unpacked: return
        case .done where count == entry.unpacked && sum.value == entry.checksum: return
        default: throw WorkbookRejection.damaged.rejection
        }
    }

    /// The whole content of a small entry; throws where it is larger than `limit`.
    package func content(_ name: String, limit: Int) throws(Rejection) -> [UInt8] {
        var content: [UInt8] = []
        var isTooLarge = false
        try read(name) { piece in
            isTooLarge = content.count + piece.count > limit
            if !isTooLarge { content.append(contentsOf: piece) }
            return !isTooLarge
        }
        guard !isTooLarge else { throw WorkbookRejection.swollen.rejection }
        return content
    }

    private func contentStart(_ entry: Entry) -> Int? {
        let reader = LittleEndian(bytes)
        guard reader.number(entry.offset, 4) == 0x0403_4B50, let name = reader.number(entry.offset + 26, 2),
            let extra = reader.number(entry.offset + 28, 2)
        else { return nil }
        let start = entry.offset + 30 + name + extra
        return start <= bytes.count ? start : nil
    }
}

/// Whole numbers as zip writes them.
struct LittleEndian {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The number of `width` bytes at `position`; nil where it would lie outside the file or be too large.
    func number(_ position: Int, _ width: Int) -> Int? {
        guard position >= 0, position <= bytes.count - width else { return nil }
        var value: UInt64 = 0
        for index in (0..<width).reversed() { value = value << 8 | UInt64(bytes[position + index]) }
        return value <= UInt64(Int64.max) ? Int(value) : nil
    }
}

/// The list of entries at the end of a zip file.
private struct ZipDirectory {
    private let reader: LittleEndian

    init(_ bytes: [UInt8]) { reader = LittleEndian(bytes) }

    func entries(most: Int) throws(Rejection) -> [ZipFile.Entry] {
        guard let end = endRecord(), let place = place(end) else { throw WorkbookRejection.damaged.rejection }
        guard place.count <= most else { throw WorkbookRejection.tooManyParts(limit: most).rejection }
        var entries: [ZipFile.Entry] = []
        var position = place.offset
        for _ in 0..<place.count {
            guard let (entry, next) = entry(at: position) else { throw WorkbookRejection.damaged.rejection }
            entries.append(entry)
            position = next
        }
        return entries
    }

    /// The record at the very end, before a comment of at most 65,535 bytes.
    private func endRecord() -> Int? {
        let last = reader.bytes.count - 22
        guard last >= 0 else { return nil }
        return (max(0, last - 65_535)...last).reversed().first { reader.number($0, 4) == 0x0605_4B50 }
    }

    private func place(_ end: Int) -> (count: Int, offset: Int)? {
        guard let count = reader.number(end + 10, 2), let offset = reader.number(end + 16, 4) else { return nil }
        guard count == 0xFFFF || offset == 0xFFFF_FFFF else { return (count, offset) }
        // Zip64: a locator before the end record leads to a longer one.
        guard reader.number(end - 20, 4) == 0x0706_4B50, let long = reader.number(end - 12, 8),
            reader.number(long, 4) == 0x0606_4B50, let longCount = reader.number(long + 32, 8),
            let longOffset = reader.number(long + 48, 8)
        else { return nil }
        return (longCount, longOffset)
    }

    private func entry(at position: Int) -> (ZipFile.Entry, next: Int)? {
        guard reader.number(position, 4) == 0x0201_4B50, let flags = reader.number(position + 8, 2),
            let method = reader.number(position + 10, 2), let checksum = reader.number(position + 16, 4),
            let packed = reader.number(position + 20, 4), let unpacked = reader.number(position + 24, 4),
            let nameLength = reader.number(position + 28, 2), let extraLength = reader.number(position + 30, 2),
            let comment = reader.number(position + 32, 2), let offset = reader.number(position + 42, 4)
        else { return nil }
        let nameStart = position + 46
        let extraStart = nameStart + nameLength
        let next = extraStart + extraLength + comment
        guard next <= reader.bytes.count else { return nil }
        let long = longNumbers(extraStart..<(extraStart + extraLength))
        var rest = long[...]
        func real(_ short: Int) -> Int? {
            guard short == 0xFFFF_FFFF else { return short }
            return rest.popFirst()
        }
        guard let realUnpacked = real(unpacked), let realPacked = real(packed), let realOffset = real(offset),
            realUnpacked <= 1 << 40, realPacked <= reader.bytes.count
        else { return nil }
        let name = String(decoding: reader.bytes[nameStart..<extraStart], as: UTF8.self)
        return (
            ZipFile.Entry(
                name: name.replacing("\\", with: "/"), isEncrypted: flags & 1 == 1, method: method,
                checksum: UInt32(truncatingIfNeeded: checksum), packed: realPacked, unpacked: realUnpacked,
                offset: realOffset), next
        )
    }

    /// The eight-byte numbers of the Zip64 field, in its order.
    private func longNumbers(_ range: Range<Int>) -> [Int] {
        var position = range.lowerBound
        while let kind = reader.number(position, 2), let size = reader.number(position + 2, 2),
            position + 4 + size <= range.upperBound
        {
            if kind == 1 {
                return stride(from: position + 4, through: position + 4 + size - 8, by: 8)
                    .compactMap { reader.number($0, 8) }
            }
            position += 4 + size
        }
        return []
    }
}
