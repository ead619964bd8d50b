import COpenSSL

/// The 16 bytes a station enciphers with. Shows nothing of itself: keys stand in no log, no message and no page.
package struct StationKey: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    let bytes: [UInt8]

    /// Nil unless there are exactly 16 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    package var description: String { "•" }
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// SM4 block by block (ECB) without padding, as section 6.4 of HJ 212-2025 has it: whole blocks are enciphered, a rest of
/// fewer than 16 bytes stays as it is. The arithmetic is OpenSSL's.
package enum SM4 {
    package enum Direction: Int32, Sendable {
        case decipher = 0
        case encipher = 1
    }

    /// Nil where the system's OpenSSL has no SM4.
    package static func whole(_ bytes: [UInt8], _ key: StationKey, _ direction: Direction) -> [UInt8]? {
        let blocks = bytes.count & ~15
        guard blocks > 0 else { return bytes }
        guard let cipher = EVP_sm4_ecb(), let context = EVP_CIPHER_CTX_new() else { return nil }
        defer { EVP_CIPHER_CTX_free(context) }
        guard EVP_CipherInit_ex(context, cipher, nil, key.bytes, nil, direction.rawValue) == 1,
            EVP_CIPHER_CTX_set_padding(context, 0) == 1
        else { return nil }
        var done = bytes
        var count: Int32 = 0
        let worked = bytes.withUnsafeBufferPointer { input in
            done.withUnsafeMutableBufferPointer { output in
                EVP_CipherUpdate(context, output.baseAddress, &count, input.baseAddress, Int32(blocks)) == 1
            }
        }
        return worked && Int(count) == blocks ? done : nil
    }

    /// With PKCS #7 padding, for the sign-in of pictures and video (annex H).
    package static func padded(_ bytes: [UInt8], _ key: StationKey) -> [UInt8]? {
        let rest = UInt8(16 - bytes.count % 16)
        return whole(bytes + [UInt8](repeating: rest, count: Int(rest)), key, .encipher)
    }
}

/// SHA-256 of bytes as they came, by the library that is here for SM4.
package enum FrameDigest {
    package static func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let input = Array(bytes)
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        _ = EVP_Digest(input, input.count, &digest, &length, EVP_sha256(), nil)
        return digest
    }

    package static func hex(_ bytes: some Collection<UInt8>) -> String {
        let figures = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
    }
}
