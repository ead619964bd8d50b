import CZlib

/// Unpacks raw deflate in pieces, so that memory does not depend on the size of what comes out.
struct Inflater {
    enum Outcome { case done, damaged, stopped }

    /// Bytes that are given on at once.
    private static let piece = 65_536

    /// Gives `take` what `bytes` unpack to; it answers whether to go on. Data that end early or go on behind their end
    /// are damaged.
    static func inflate(_ bytes: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) -> Bool) -> Outcome {
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return .damaged
        }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.avail_in = UInt32(bytes.count)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.avail_out = UInt32(piece)
            let status = CZlib.inflate(&stream, Z_NO_FLUSH)
            guard status == Z_OK || status == Z_STREAM_END else { return .damaged }
            let count = piece - Int(stream.avail_out)
            if count > 0, !take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return .stopped }
            if status == Z_STREAM_END { return stream.avail_in == 0 ? .done : .damaged }
            if count == 0 && stream.avail_in == 0 { return .damaged }
        }
    }
}

/// The sum by which a zip file knows its content.
struct Checksum {
    private(set) var value: UInt32 = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        value = UInt32(
            crc32(UInt(value), bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(bytes.count)))
    }
}
