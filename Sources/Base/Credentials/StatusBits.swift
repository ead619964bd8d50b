import CZlib

/// The bits of a Bitstring Status List 1.0: gzip, then base64url behind a `u`. Index 0 is the left-most bit of the first
/// byte; public readers have had it the other way round (Sphereon SSI-SDK#138).
package struct StatusBits: Sendable, Hashable {
    package private(set) var bytes: [UInt8]

    /// Unpacked beyond this, a list is refused: 128 million entries serve any county.
    package static let mostBytes = 16 * 1_048_576

    /// `count` entries, none set.
    package init(count: Int) { bytes = Array(repeating: 0, count: max(0, (count + 7) / 8)) }

    /// Throws `status list form` for what is no such text, is damaged, goes on behind its end or is too large.
    package init(encoded text: String) throws(CredentialFault) {
        guard text.utf8.first == UInt8(ascii: "u"), let packed = Base64URL.bytes(of: text.dropFirst()),
            let bytes = Self.unpacked(packed)
        else { throw CredentialFault(.statusForm, "encodedList") }
        self.bytes = bytes
    }

    package var count: Int { bytes.count * 8 }

    /// The entry of `size` bits; nil past the end.
    package func entry(_ index: Int, size: Int = 1) -> UInt64? {
        let (start, isTooFar) = index.multipliedReportingOverflow(by: size)
        guard index >= 0, (1...64).contains(size), !isTooFar, start <= count - size else { return nil }
        return (start..<start + size).reduce(0) { $0 << 1 | (isSet($1) ? 1 : 0) }
    }

    package mutating func set(_ index: Int, _ value: Bool = true) {
        guard index >= 0, index < count else { return }
        let mark: UInt8 = 0x80 >> (index % 8)
        if value { bytes[index / 8] |= mark } else { bytes[index / 8] &= ~mark }
    }

    private func isSet(_ bit: Int) -> Bool { bytes[bit / 8] & (0x80 >> (bit % 8)) != 0 }

    /// The indexes that are set, in order.
    package var indexes: [Int] {
        bytes.indices.filter { bytes[$0] != 0 }.flatMap { byte in
            (0..<8).map { byte * 8 + $0 }.filter(isSet)
        }
    }

    package var encoded: String { "u" + Base64URL.text(of: Self.packed(bytes)) }

    /// 16 more than the widest window asks zlib for gzip's frame and its sum.
    private static let gzip = MAX_WBITS + 16

    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 9, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            return []
        }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let room = output.count
        let left = input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { to in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = to.baseAddress
                stream.avail_out = UInt32(to.count)
                _ = deflate(&stream, Z_FINISH)
                return Int(stream.avail_out)
            }
        }
        return Array(output.prefix(room - left))
    }

    private static func unpacked(_ packed: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, gzip, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = packed
        var piece = [UInt8](repeating: 0, count: 65_536)
        var all: [UInt8] = []
        return input.withUnsafeMutableBufferPointer { from -> [UInt8]? in
            stream.next_in = from.baseAddress
            stream.avail_in = UInt32(from.count)
            while true {
                let (status, count) = piece.withUnsafeMutableBufferPointer { to in
                    stream.next_out = to.baseAddress
                    stream.avail_out = UInt32(to.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, to.count - Int(stream.avail_out))
                }
                guard status == Z_OK || status == Z_STREAM_END, all.count + count <= mostBytes else { return nil }
                all += piece.prefix(count)
                if status == Z_STREAM_END { return stream.avail_in == 0 ? all : nil }
                if count == 0 && stream.avail_in == 0 { return nil }
            }
        }
    }
}
