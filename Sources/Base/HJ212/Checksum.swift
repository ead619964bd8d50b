/// The rule by which a station seals its frames: a registered fact, chosen by a person. Never tried in turn: that would
/// triple the chance of taking damage for data.
package enum ChecksumDialect: String, Sendable, Hashable, CaseIterable {
    /// Annex A of HJ 212: high byte first.
    case annexA
    /// The CRC of Modbus, as some loggers send it: low byte first.
    case modbusLowFirst = "modbus-low-first"
    case modbusHighFirst = "modbus-high-first"

    /// The four figures as a number, high figure first.
    package func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt16 {
        Self.table.withUnsafeBufferPointer { table in
            var register: UInt16 = 0xFFFF
            switch self {
            case .annexA:
                // The byte meets the high half shifted down, so the old low byte is thrown away: 256 values can occur.
                for byte in bytes { register = table[Int((register >> 8) ^ UInt16(byte))] }
                return register
            case .modbusLowFirst, .modbusHighFirst:
                for byte in bytes {
                    register = (register >> 8) ^ table[Int((register ^ UInt16(byte)) & 0xFF)]
                }
                return self == .modbusHighFirst ? register : register.byteSwapped
            }
        }
    }

    package func checksum(_ bytes: some Collection<UInt8>) -> UInt16 {
        bytes.withContiguousStorageIfAvailable { checksum(UnsafeRawBufferPointer($0)) }
            ?? Array(bytes).withUnsafeBytes { checksum($0) }
    }

    private static let table: [UInt16] = (0..<256).map { index in
        (0..<8).reduce(UInt16(index)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xA001 : value >> 1 }
    }
}

/// Figures as frames write them.
package enum HexFigures {
    /// The value of one hex figure, of either case.
    @inline(__always)
    static func figure(_ byte: UInt8) -> UInt16? {
        switch byte {
        case 0x30...0x39: UInt16(byte - 0x30)
        case 0x41...0x46: UInt16(byte - 0x37)
        case 0x61...0x66: UInt16(byte - 0x57)
        default: nil
        }
    }

    /// Four hex figures at `start`, which must lie inside.
    @inline(__always)
    static func four(_ bytes: UnsafeRawBufferPointer, at start: Int) -> UInt16? {
        guard let first = figure(bytes[start]), let second = figure(bytes[start + 1]),
            let third = figure(bytes[start + 2]), let fourth = figure(bytes[start + 3])
        else { return nil }
        return first << 12 | second << 8 | third << 4 | fourth
    }

    /// `1C80`.
    package static func text(_ value: UInt16) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// The bytes of an even number of hex figures; nil for anything else.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let figures = Array(text.utf8)
        guard figures.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(figures.count / 2)
        for index in stride(from: 0, to: figures.count, by: 2) {
            guard let high = figure(figures[index]), let low = figure(figures[index + 1]) else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}
