import CZlib

/// Looks for what the program that shows a PDF may carry out: scripts, programs to start, files inside (ISO 32000-2, 7.11.4, 12.6.4).
enum PDFContent {
    private static let words = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"]
    /// Nothing is unpacked beyond so many bytes in all.
    private static let most = 64 << 20
    /// So far before its bytes an object says what it is.
    private static let reach = 1_024

    /// Also where a name is written with numbers for letters (7.3.5), and in objects that are packed together (7.5.7). What is packed
    /// in a way that is not read here counts as active.
    static func mayAct(_ bytes: [UInt8]) -> Bool {
        if names(bytes) { return true }
        var room = most
        for start in Bytes.positions(of: Array("stream".utf8), in: bytes) {
            let before = plain(Array(bytes[max(0, start - reach)..<start]))
            // Of the object itself, not of the one before it.
            guard !before.suffix(3).elementsEqual("end".utf8),
                let object = Bytes.positions(of: Array("obj".utf8), in: before).last
            else { continue }
            let said = Array(before[object...])
            guard Bytes.contains("/ObjStm", in: said), Bytes.contains("/Filter", in: said) else { continue }
            guard Bytes.contains("/FlateDecode", in: said), !Bytes.contains("/DecodeParms", in: said),
                let content = unpack(bytes[(start + 6)...], atMost: room)
            else { return true }
            room -= content.count
            if names(content) { return true }
        }
        return false
    }

    private static func names(_ bytes: [UInt8]) -> Bool {
        let plain = plain(bytes)
        return words.contains { Bytes.contains($0, in: plain) }
    }

    /// `/JavaScri#70t` as `/JavaScript`.
    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "#")) else { return bytes }
        var (plain, position) = ([UInt8](), 0)
        plain.reserveCapacity(bytes.count)
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "#"), position + 2 < bytes.count,
                let high = digit(bytes[position + 1]), let low = digit(bytes[position + 2])
            {
                plain.append(high << 4 | low)
                position += 3
            } else {
                plain.append(bytes[position])
                position += 1
            }
        }
        return plain
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// What stands behind the word `stream`, up to the end of what was packed; nil where it cannot be read.
    private static func unpack(_ bytes: ArraySlice<UInt8>, atMost most: Int) -> [UInt8]? {
        let packed = Array(bytes.drop { $0 == 13 || $0 == 10 }.prefix(32 << 20))
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        return packed.withUnsafeBytes { source -> [UInt8]? in
            stream.next_in = UnsafeMutablePointer(
                mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.avail_in = UInt32(source.count)
            var (content, piece) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
            while true {
                let (status, count) = piece.withUnsafeMutableBytes { target -> (Int32, Int) in
                    stream.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
                    stream.avail_out = UInt32(target.count)
                    return (inflate(&stream, Z_NO_FLUSH), target.count - Int(stream.avail_out))
                }
                guard status == Z_OK || status == Z_STREAM_END, content.count + count <= most else { return nil }
                content += piece[..<count]
                if status == Z_STREAM_END { return content }
                if count == 0 { return nil }
            }
        }
    }
}
