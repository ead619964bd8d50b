import HJ212
package import Kernel

/// What a record of a segment file is.
package enum RecordKind: UInt8, Sendable, Hashable, CaseIterable {
    case frame = 1
    /// The same exchange or time with other contents: evidence, not counted.
    case conflict = 2
    /// What was no frame: probes, damaged frames.
    case junk = 3
    case rejected = 4
}

/// One record: `u32 length, u8 kind, u16 length of the station's number, number, i64 arrival ms, bytes, u32 CRC-32C`, all
/// little-endian. The length counts what lies between itself and the checksum.
package struct SegmentRecord: Sendable, Hashable {
    package let kind: RecordKind
    /// MN; empty for junk of nobody.
    package let station: String
    package let arrival: Instant
    /// As received.
    package let bytes: [UInt8]

    package init(kind: RecordKind, station: String, arrival: Instant, bytes: [UInt8]) {
        self.kind = kind
        self.station = String(station.prefix(64))
        self.arrival = arrival
        self.bytes = bytes
    }

    static let longest = 1 << 20

    /// What goes into the file, and what its leaf is made of.
    package var encoded: [UInt8] {
        let number = Array(station.utf8)
        var body: [UInt8] = []
        body.reserveCapacity(bytes.count + number.count + 32)
        body.append(kind.rawValue)
        Self.put(UInt16(clamping: number.count), to: &body)
        body += number
        Self.put(UInt64(bitPattern: arrival.milliseconds), to: &body)
        body += bytes
        var out: [UInt8] = []
        out.reserveCapacity(body.count + 8)
        Self.put(UInt32(body.count), to: &out)
        out += body
        Self.put(CRC32C.of(out), to: &out)
        return out
    }

    private static func put(_ value: some FixedWidthInteger, to out: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
    }

    /// What stands at an offset of a file.
    package enum Found: Sendable {
        /// The record, its bytes in the file, and whether its checksum holds.
        case record(SegmentRecord, range: Range<Int>, isWhole: Bool)
        /// Fewer bytes than a record has: torn by a crash, or cut.
        case torn
        /// The length cannot be one.
        case unreadable
        case end
    }

    package static func read(_ file: [UInt8], at offset: Int) -> Found {
        guard offset < file.count else { return .end }
        guard offset + 8 <= file.count else { return .torn }
        let length = Int(number(file, offset, 4))
        guard length >= 11, length <= longest else { return .unreadable }
        guard offset + 8 + length <= file.count else { return .torn }
        let body = offset + 4
        let name = Int(number(file, body + 1, 2))
        guard name <= length - 11 else { return .unreadable }
        let kind = RecordKind(rawValue: file[body]) ?? .junk
        let station = String(decoding: file[body + 3..<body + 3 + name], as: UTF8.self)
        let arrival = Int64(bitPattern: number(file, body + 3 + name, 8))
        let record = SegmentRecord(
            kind: kind, station: station, arrival: Instant(milliseconds: arrival),
            bytes: Array(file[body + 11 + name..<body + length]))
        let sum = UInt32(truncatingIfNeeded: number(file, body + length, 4))
        let range = offset..<body + length + 4
        return .record(record, range: range, isWhole: CRC32C.of(file[offset..<body + length]) == sum)
    }

    private static func number(_ file: [UInt8], _ offset: Int, _ width: Int) -> UInt64 {
        (0..<width).reduce(0) { $0 | UInt64(file[offset + $1]) << UInt64(8 * $1) }
    }
}

/// CRC-32C (Castagnoli), against torn and worn bytes; what somebody changed is found by the seal.
package enum CRC32C {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0x82F6_3B78 : value >> 1 }
    }

    package static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        table.withUnsafeBufferPointer { table in
            for byte in bytes { sum = (sum >> 8) ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
        }
        return sum ^ 0xFFFF_FFFF
    }
}

/// Ten minutes of arrival, aligned to the civil clock.
package struct SealWindow: Sendable, Hashable, Comparable {
    package static let length: Int64 = 600_000
    package let from: Instant

    package init(of instant: Instant) {
        let ms = instant.milliseconds
        let rest = ((ms % Self.length) + Self.length) % Self.length
        from = Instant(milliseconds: ms - rest)
    }

    package var to: Instant { from.adding(milliseconds: Self.length) }
    /// The segment file it lies in: one file an hour of arrival, `2026030208.seg`.
    package var file: String { String(FrameTime.text(from).prefix(10)) + ".seg" }

    package static func < (left: Self, right: Self) -> Bool { left.from < right.from }
}
