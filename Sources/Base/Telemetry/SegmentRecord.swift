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

    /// The record that lies at a range `SegmentSpan` found.
    init(_ file: UnsafeRawBufferPointer, _ range: Range<Int>) {
        let body = range.lowerBound + 4
        let name = Int(SegmentSpan.number(file, body + 1, UInt16.self))
        self.init(
            kind: RecordKind(rawValue: file[body]) ?? .junk, station: SegmentSpan.station(file, range),
            arrival: SegmentSpan.arrival(file, range), bytes: Array(file[body + 11 + name..<range.upperBound - 4]))
    }
}

/// What stands at an offset of a file, found by its lengths alone.
enum SegmentSpan {
    case record(Range<Int>)
    /// Fewer bytes than a record has: torn by a crash, or cut.
    case torn
    /// The length cannot be one.
    case unreadable
    case end

    init(_ file: UnsafeRawBufferPointer, at offset: Int) {
        guard offset < file.count else {
            self = .end
            return
        }
        guard offset + 8 <= file.count else {
            self = .torn
            return
        }
        let length = Int(Self.number(file, offset, UInt32.self))
        guard length >= 11, length <= SegmentRecord.longest else {
            self = .unreadable
            return
        }
        guard offset + 8 + length <= file.count else {
            self = .torn
            return
        }
        guard Int(Self.number(file, offset + 5, UInt16.self)) <= length - 11 else {
            self = .unreadable
            return
        }
        self = .record(offset..<offset + 8 + length)
    }

    static func number<Number: FixedWidthInteger>(
        _ file: UnsafeRawBufferPointer, _ offset: Int, _ type: Number.Type
    ) -> Number {
        Number(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: type))
    }

    static func arrival(_ file: UnsafeRawBufferPointer, _ range: Range<Int>) -> Instant {
        let name = Int(number(file, range.lowerBound + 5, UInt16.self))
        return Instant(milliseconds: number(file, range.lowerBound + 7 + name, Int64.self))
    }

    static func stationBytes(_ file: UnsafeRawBufferPointer, _ range: Range<Int>) -> UnsafeRawBufferPointer {
        let name = Int(number(file, range.lowerBound + 5, UInt16.self))
        return UnsafeRawBufferPointer(rebasing: file[range.lowerBound + 7..<range.lowerBound + 7 + name])
    }

    static func station(_ file: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
        String(decoding: stationBytes(file, range), as: UTF8.self)
    }

    /// Whether the record's own checksum holds.
    static func isWhole(_ file: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        CRC32C.of(UnsafeRawBufferPointer(rebasing: file[range.lowerBound..<range.upperBound - 4]))
            == number(file, range.upperBound - 4, UInt32.self)
    }

    /// Calls `body` with every record of the file from an offset on, and answers where and why the walk ended.
    @discardableResult
    static func walk(
        _ file: UnsafeRawBufferPointer, from start: Int = 0, _ body: (Range<Int>) throws -> Void
    ) rethrows -> (offset: Int, isAtEnd: Bool) {
        var offset = start
        while true {
            switch SegmentSpan(file, at: offset) {
            case .record(let range):
                try body(range)
                offset = range.upperBound
            case .torn, .unreadable: return (offset, false)
            case .end: return (offset, true)
            }
        }
    }
}

/// CRC-32C (Castagnoli), against torn and worn bytes; what somebody changed is found by the seal.
package enum CRC32C {
    /// Eight tables, so that eight bytes are taken at once.
    private static let tables: [UInt32] = {
        var tables: [UInt32] = (0..<256).map { index in
            (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0x82F6_3B78 : value >> 1 }
        }
        for slot in 256..<2_048 {
            let before = tables[slot - 256]
            tables.append((before >> 8) ^ tables[Int(before & 0xFF)])
        }
        return tables
    }()

    package static func of(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { of($0) } }

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { tables in
            var (sum, offset): (UInt32, Int) = (0xFFFF_FFFF, 0)
            while offset + 8 <= bytes.count {
                let low = SegmentSpan.number(bytes, offset, UInt32.self) ^ sum
                let high = SegmentSpan.number(bytes, offset + 4, UInt32.self)
                sum =
                    tables[1_792 + Int(low & 0xFF)] ^ tables[1_536 + Int(low >> 8 & 0xFF)]
                    ^ tables[1_280 + Int(low >> 16 & 0xFF)] ^ tables[1_024 + Int(low >> 24)]
                    ^ tables[768 + Int(high & 0xFF)] ^ tables[512 + Int(high >> 8 & 0xFF)]
                    ^ tables[256 + Int(high >> 16 & 0xFF)] ^ tables[Int(high >> 24)]
                offset += 8
            }
            while offset < bytes.count {
                sum = (sum >> 8) ^ tables[Int((sum ^ UInt32(bytes[offset])) & 0xFF)]
                offset += 1
            }
            return sum ^ 0xFFFF_FFFF
        }
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
