import Foundation
import HJ212
import Testing

/// Numbers from a seed (SplitMix64), so that a failure can be seen again.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("Damaged streams")
struct FuzzTests {
    static func frame(_ number: Int) -> [UInt8] {
        let values = ["w01018", "w21003", "w21011", "w21001", "w00000"].enumerated().map { index, factor in
            "\(factor)-Rtd=\(number % 97 + index).\(number % 10),\(factor)-Flag=N"
        }
        let segment =
            "QN=20240601085857\(String(format: "%03d", number % 1000));ST=32;CN=2011;PW=123456;"
            + "MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20240601085800;\(values.joined(separator: ";"))&&"
        return Composer.frame(Array(segment.utf8))
    }

    struct Tally {
        var streams = 0
        var recovered = 0
        /// Damaged inside the segment, and taken by length and checksum alone.
        var single = 0, singleTaken = 0
        var multiple = 0, multipleTaken = 0
    }

    /// Damages one frame, puts intact ones behind it and junk before, cuts the bytes anywhere.
    static func run(_ count: Int, seed: UInt64) -> Tally {
        var dice = Dice(state: seed)
        var tally = Tally()
        let frames = (0..<64).map { frame($0 * 31) }
        for _ in 0..<count {
            let good = frames[Int.random(in: 0..<frames.count, using: &dice)]
            var bad = frames[Int.random(in: 0..<frames.count, using: &dice)]
            let kind = Int.random(in: 0..<6, using: &dice)
            damage(&bad, kind, &dice, &tally)
            var stream = bad + good
            if Bool.random(using: &dice) {
                stream =
                    (0..<Int.random(in: 0..<40, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
                    + stream
            }
            var decoder = StreamDecoder()
            var found = false
            let wanted = good.dropLast(2)
            let take: (StreamEvent) -> Void = { event in
                if case .frame(let frame) = event, frame.received.elementsEqual(wanted) { found = true }
            }
            var rest = stream[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...max(1, stream.count), using: &dice))
                decoder.feed(piece, take)
                rest = rest.dropFirst(piece.count)
            }
            decoder.close(take)
            tally.streams += 1
            if found { tally.recovered += 1 }
        }
        return tally
    }

    static func damage(_ bad: inout [UInt8], _ kind: Int, _ dice: inout Dice, _ tally: inout Tally) {
        let segment = 6..<bad.count - 6
        let before = Array(bad[segment])
        switch kind {
        case 0:
            let place = Int.random(in: segment, using: &dice)
            bad[place] ^= UInt8.random(in: 1...255, using: &dice)
            tally.single += 1
            if ChecksumDialect.annexA.checksum(bad[segment]) == ChecksumDialect.annexA.checksum(before) {
                tally.singleTaken += 1
            }
        case 1:
            for _ in 0..<Int.random(in: 2...12, using: &dice) {
                bad[Int.random(in: segment, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            guard Array(bad[segment]) != before else { return }
            tally.multiple += 1
            if ChecksumDialect.annexA.checksum(bad[segment]) == ChecksumDialect.annexA.checksum(before) {
                tally.multipleTaken += 1
            }
        case 2: bad.removeSubrange(Int.random(in: 0..<bad.count, using: &dice)..<bad.count)
        case 3: bad.removeSubrange(0..<Int.random(in: 1..<bad.count, using: &dice))
        case 4:
            let length = Array(String(format: "%04d", Int.random(in: 0...9_999, using: &dice)).utf8)
            bad.replaceSubrange(2..<6, with: length)
        default:
            let place = Int.random(in: 0..<bad.count, using: &dice)
            bad.insert(contentsOf: Array("##0\(Int.random(in: 1...999, using: &dice))".utf8), at: place)
        }
    }

    /// 10^5 streams at hand; `QIANMO_FUZZ=10000000` before a release.
    @Test("no damage hides the next intact frame, and single bytes never pass the checksum")
    func damagedStreams() {
        #if DEBUG
            let standard = 20_000
        #else
            let standard = 100_000
        #endif
        let count = ProcessInfo.processInfo.environment["QIANMO_FUZZ"].flatMap { Int($0) } ?? standard
        let tally = Self.run(count, seed: 212)
        #expect(tally.streams == count && tally.recovered == count)
        #expect(tally.single > count / 10 && tally.singleTaken == 0)
        let share = Double(tally.multipleTaken) / Double(max(1, tally.multiple))
        print(
            "streams \(tally.streams), recovered \(tally.recovered), single bytes \(tally.single) taken \(tally.singleTaken),",
            "several bytes \(tally.multiple) taken \(tally.multipleTaken) (\(share * 100) %)")
        #expect(share <= 0.005)
    }
}
