package import Kernel

/// Vectors of HJ 212-2025: frames in hex, plain and enciphered, and what else a standard prints beside them.
package struct VectorReplay: Sendable {
    package struct Check: Sendable {
        package let id: String
        package let kind: String
        /// Nil where the vector is no frame.
        package let verdict: FrameVerdict?
        package let agrees: Bool
    }

    package let checks: [Check]

    package init(_ json: JSON) {
        let key = json["key_ascii"]?.string.flatMap { StationKey(Array($0.utf8)) }
        let station = StationProfile(
            version: .v2025, longestSegment: StationProfile.longest, cipher: key.map { .changeOver([$0]) } ?? .plain)
        let official = json["official"]?.array ?? []
        let derived = json["derived"]?.array ?? []
        let plain = Dictionary(
            (official + derived).map { ($0["id"]?.string ?? "", Self.judge($0, station).segment?.bytes) },
            uniquingKeysWith: { first, _ in first })
        checks =
            official.map { Self.check($0, "official", station, plain) }
            + derived.map { Self.check($0, "derived", station, plain) }
            + [json["sm4_single_block"].map(Self.block), json["multimedia_auth"].map(Self.signIn)].compactMap(\.self)
            + (json["flag_table"]?.array ?? []).map(Self.flag)
    }

    private static func judge(_ one: JSON, _ station: StationProfile) -> FrameVerdict {
        FrameVerdict(judging: one["frame_hex"]?.string.flatMap { HexFigures.bytes($0) } ?? [], by: station)
    }

    private static func check(
        _ one: JSON, _ kind: String, _ station: StationProfile, _ plain: [String: [UInt8]?]
    ) -> Check {
        let verdict = judge(one, station)
        var agrees = verdict.isAccepted
        if let sum = one["crc"]?.string { agrees = agrees && verdict.declaredChecksum == sum }
        if let other = one["plain"]?.string { agrees = agrees && plain[other] == verdict.segment?.bytes }
        if let cn = one["cn"]?.string { agrees = agrees && verdict.segment?.cn == cn }
        if let flag = one["flag"]?.integer { agrees = agrees && verdict.segment?.flag?.value == UInt8(clamping: flag) }
        return Check(id: one["id"]?.string ?? "", kind: kind, verdict: verdict, agrees: agrees)
    }

    private static func block(_ one: JSON) -> Check {
        let key = one["key"]?.string.flatMap { HexFigures.bytes($0) }.flatMap { StationKey($0) }
        let plain = one["plain"]?.string.flatMap { HexFigures.bytes($0) } ?? []
        let cipher = one["cipher"]?.string.flatMap { HexFigures.bytes($0) }
        let agrees = key.map { key in
            SM4.whole(plain, key, .encipher) == cipher && SM4.whole(cipher ?? [], key, .decipher) == plain
        }
        return Check(id: "SM4", kind: "cipher", verdict: nil, agrees: agrees ?? false)
    }

    private static func signIn(_ one: JSON) -> Check {
        let key = one["key"]?.string.flatMap { StationKey(Array($0.utf8)) }
        let word = key.flatMap { SM4.padded(Array((one["plain"]?.string ?? "").utf8), $0) }
        let agrees = word.map { Base64.text($0) == one["value"]?.string } ?? false
        return Check(id: "multimedia", kind: "signIn", verdict: nil, agrees: agrees)
    }

    private static func flag(_ one: JSON) -> Check {
        let value = one["flag"]?.integer ?? -1
        let flag = FrameFlag(UInt8(clamping: value))
        let agrees =
            flag.version.map { String($0.rawValue) } == one["version"]?.string
            && flag.hasPacketFields == one["packet_fields"]?.bool && flag.wantsAnswer == one["answer"]?.bool
        return Check(id: "Flag \(value)", kind: "flag", verdict: nil, agrees: agrees)
    }
}

/// RFC 4648, with padding.
enum Base64 {
    private static let figures = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(bytes.count, start + 3)]
            let padded = Array(part) + [UInt8](repeating: 0, count: 3 - part.count)
            let group = Int(padded[0]) << 16 | Int(padded[1]) << 8 | Int(padded[2])
            for index in 0..<4 {
                text.append(index <= part.count ? figures[(group >> (18 - 6 * index)) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
