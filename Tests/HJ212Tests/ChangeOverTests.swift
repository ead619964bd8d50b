import HJ212
import TestSupport
import Testing

/// While a station changes over, plain and enciphered frames come on one line, and nothing in a frame says which it is.
@Suite("Frames of a station that changes over to cipher") struct ChangeOverTests {
    private func segment(_ random: inout SeededRandom) -> [UInt8] {
        let values = (0..<Int.random(in: 1...5, using: &random)).map { number in
            "w0100\(number)-Rtd=\(Int.random(in: 0...99_999, using: &random)).5,w0100\(number)-Flag=N"
        }
        let time = "202606010\(Int.random(in: 10_000...99_999, using: &random))"
        return Array(
            ("QN=\(time)000;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&DataTime=\(time);"
                + values.joined(separator: ";") + "&&").utf8)
    }

    private func frame(_ segment: [UInt8], _ checksum: UInt16) -> [UInt8] {
        Array("##\(String(10_000 + segment.count).dropFirst())".utf8) + segment + Array(HexFigures.text(checksum).utf8)
    }

    @Test("4,000 frames give their plain text, though one cipher text in 256 fits the checksum as it stands")
    func plainText() throws {
        let key = try #require(StationKey(Array("0123456789abcdef".utf8)))
        let states: [CipherState] = [.changeOver([key]), .enciphered([key])]
        var random = SeededRandom(seed: 212)
        var fitting = 0
        for _ in 0..<2_000 {
            let plain = segment(&random)
            let sum = ChecksumDialect.annexA.checksum(plain)
            let start = try #require(plain.indices.first { plain[$0...].starts(with: Array("CP=&&".utf8)) }) + 5
            let body = try #require(SM4.whole(Array(plain[start..<plain.count - 2]), key, .encipher))
            let sent = Array(plain[..<start]) + body + Array("&&".utf8)
            if ChecksumDialect.annexA.checksum(sent) == sum { fitting += 1 }
            for state in states {
                let station = StationProfile(version: .v2025, longestSegment: StationProfile.longest, cipher: state)
                for bytes in [plain, sent] {
                    let verdict = FrameVerdict(judging: frame(bytes, sum), by: station)
                    #expect(verdict.isAccepted && verdict.segment?.bytes == plain)
                    #expect(verdict.oddities.contains(.enciphered) == (bytes != plain))
                }
            }
        }
        #expect(fitting > 0)
    }
}

@Suite("Marks of sub-codes") struct SubCodeTests {
    @Test("Each value has the mark that was sent with its sub-code, or else its factor's: 324 frames")
    func marks() throws {
        let marks = ["", "N", "D", "d", "T", "X"]
        for (whole, sub) in marks.flatMap({ whole in marks.map { (whole, $0) } }) {
            for order in 0..<9 {
                let fields = [
                    "a-Rtd=1", whole.isEmpty ? "a-Info=x" : "a-Flag=\(whole)", "a-s-Rtd=2",
                    sub.isEmpty ? "a-s-Info=y" : "a-s-Flag=\(sub)",
                ]
                let turned = Array(fields[(order % 4)...] + fields[..<(order % 4)])
                let body = turned.joined(separator: order < 4 ? "," : ";")
                let segment = try #require(Segment(Array("ST=32;CN=2011;CP=&&\(body)&&".utf8)))
                let factor = try #require(segment.factors.first)
                #expect(segment.factors.count == 1 && factor.mark(of: nil) == Mark(loose: whole))
                #expect(factor.mark(of: "s") == (sub.isEmpty ? Mark(loose: whole) : Mark(loose: sub)))
            }
        }
    }
}
