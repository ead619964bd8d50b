import Kernel

/// What a paper is by its own bytes; the name and the type that the sender claims are labels and are not believed.
package enum PaperKind: String, Sendable, CaseIterable {
    case pdf, jpeg, png, heic, tiff, webp, ofd

    /// As HTTP names it.
    package var type: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .heic: "image/heic"
        case .tiff: "image/tiff"
        case .webp: "image/webp"
        case .ofd: "application/ofd"
        }
    }

    /// Whether it is a picture, of which only a picture made anew is ever served.
    package var isPicture: Bool { self != .pdf && self != .ofd }

    /// What a file chooser offers; a phone offers its camera too.
    package static let accept = "image/*,.heic,application/pdf,.pdf,.ofd"

    /// Nil for what is none of these.
    static func sniff(_ bytes: [UInt8]) -> PaperKind? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return .tiff
        }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .webp }
        if isHEIC(bytes) { return .heic }
        // Some programs write a few bytes before the head (ISO 32000-2, annex I).
        if let head = Bytes.positions(of: Array("%PDF-".utf8), in: Array(bytes.prefix(1_024))).first {
            // A page that names a PDF somewhere is still a page.
            return bytes[..<head].contains(UInt8(ascii: "<")) ? nil : .pdf
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), isOFD(bytes) { return .ofd }
        return nil
    }

    private static func isHEIC(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return false }
        let brands: Set<String> = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]
        return brands.contains(String(decoding: bytes[8..<12], as: UTF8.self))
    }

    /// A zip with `OFD.xml` at its root (GB/T 33190), by the names in its list; nothing is unpacked.
    private static func isOFD(_ bytes: [UInt8]) -> Bool {
        // A name stands 46 bytes behind the mark of its entry, its length 28 behind.
        let name = Array("OFD.xml".utf8)
        let mark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
        return Bytes.positions(of: mark, in: bytes).contains { start in
            start + 46 + name.count <= bytes.count && bytes[start + 28] == UInt8(name.count) && bytes[start + 29] == 0
                && bytes[(start + 46)..<(start + 46 + name.count)].elementsEqual(name)
        }
    }
}

/// Looking for words in bytes.
enum Bytes {
    static func contains(_ word: String, in bytes: some RandomAccessCollection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        return positions(of: Array(word.utf8), in: bytes).first != nil
    }

    static func positions(of needle: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        var found: [Int] = []
        bytes.withUnsafeBufferPointer { all in
            var position = 0
            let last = all.count - needle.count
            while position <= last {
                if all[position] == first, (1..<needle.count).allSatisfy({ all[position + $0] == needle[$0] }) {
                    found.append(position)
                }
                position += 1
            }
        }
        return found
    }
}
