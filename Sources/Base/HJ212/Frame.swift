/// A frame that was read and held: its plain segment, and what is odd about it.
package struct Frame: Sendable {
    package let segment: Segment
    /// From `##` to the last figure of the checksum, as received; this is what is kept and sealed.
    package let received: [UInt8]
    package let dialect: ChecksumDialect
    package var oddities: FrameOddities
    /// The frame's place in its stream, from 1.
    package let number: Int
}

/// What a frame that holds still did otherwise than its station's registration says. Never a reason to refuse it.
package struct FrameOddities: OptionSet, Sendable, Hashable, CaseIterable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let noLineEnd = Self(rawValue: 1 << 0)
    package static let lineFeedOnly = Self(rawValue: 1 << 1)
    package static let lowerCaseChecksum = Self(rawValue: 1 << 2)
    package static let shortLengthField = Self(rawValue: 1 << 3)
    package static let overStandardLength = Self(rawValue: 1 << 4)
    package static let otherDialect = Self(rawValue: 1 << 5)
    package static let enciphered = Self(rawValue: 1 << 6)
    package static let noFlag = Self(rawValue: 1 << 7)
    package static let noQN = Self(rawValue: 1 << 8)
    package static let qnInBody = Self(rawValue: 1 << 9)
    package static let untidyHeader = Self(rawValue: 1 << 10)
    package static let unknownVersion = Self(rawValue: 1 << 11)
    package static let longDataTime = Self(rawValue: 1 << 12)
    package static let badDataTime = Self(rawValue: 1 << 13)
    package static let unusualMN = Self(rawValue: 1 << 14)
    package static let sentAgain = Self(rawValue: 1 << 15)
    package static let unknownKind = Self(rawValue: 1 << 16)
    package static let badQN = Self(rawValue: 1 << 17)
    package static let lowerCaseMark = Self(rawValue: 1 << 18)
    package static let oldSample = Self(rawValue: 1 << 19)
    package static let badNumber = Self(rawValue: 1 << 20)
    package static let flagAfterBody = Self(rawValue: 1 << 21)

    package static let allCases: [Self] = (0...21).map { Self(rawValue: 1 << $0) }
}

/// Why bytes that began like a frame are none. Values, so that messages can name the right figure.
package enum FrameFault: Error, Sendable, Hashable {
    /// After `##` stand no three or four figures.
    case lengthNotFigures
    case lengthZero
    case lengthOverLimit(declared: Int, limit: Int)
    /// At the declared end stands no checksum; `actual` is the true length where the end can be found.
    case lengthWrong(declared: Int, actual: Int?)
    case checksumWrong(declared: String, computed: String, fits: ChecksumDialect?)
    /// Length and checksum hold, but there is no `CP=&&` … `&&`.
    case noBody
    case noMark
    case undecipherable

    /// A short name for machines.
    package var name: String {
        switch self {
        case .lengthNotFigures: "lengthNotFigures"
        case .lengthZero: "lengthZero"
        case .lengthOverLimit: "lengthOverLimit"
        case .lengthWrong: "lengthWrong"
        case .checksumWrong: "checksumWrong"
        case .noBody: "noBody"
        case .noMark: "noMark"
        case .undecipherable: "undecipherable"
        }
    }
}

/// Reads one candidate segment by what its station registered; shared by the stream and by the desk where a frame is
/// pasted.
struct SegmentGate {
    let profile: StationProfile

    struct Passed {
        let segment: Segment
        var oddities: FrameOddities
    }

    /// `bytes` is the segment as received, `declared` the four figures behind it.
    func pass(_ bytes: UnsafeRawBufferPointer, declared: UInt16) -> Result<Passed, FrameFault> {
        guard bytes.count <= profile.longestSegment else {
            return .failure(.lengthOverLimit(declared: bytes.count, limit: profile.longestSegment))
        }
        if case .enciphered(let keys) = profile.cipher, let passed = decipher(bytes, declared, keys) { return passed }
        let fits = profile.dialect.checksum(bytes) == declared
        let header = fits ? SegmentHeader(bytes) : nil
        // One cipher text in 256 fits the checksum as it stands: what is no text is deciphered before it is believed.
        if case .changeOver(let keys) = profile.cipher, !(header.map { Self.isText(bytes, $0.body) } ?? false),
            let passed = decipher(bytes, declared, keys)
        {
            if case .success = passed { return passed }
            if !fits { return passed }
        }
        guard fits else { return .failure(mismatch(bytes, declared)) }
        guard let header, !Self.reachesOver(bytes, header.body) else { return .failure(.noBody) }
        return .success(
            Passed(segment: Segment(bytes: [UInt8](bytes), header: header), oddities: oddities(header, bytes.count)))
    }

    /// Whether the end of another frame, `&&` and four hex figures, stands before or in the body: then a wrong length, or a
    /// `##` that is none, reached into the next frame, and its sum fits by chance.
    private static func reachesOver(_ bytes: UnsafeRawBufferPointer, _ body: Range<Int>) -> Bool {
        func isEnd(_ index: Int, before end: Int) -> Bool {
            bytes[index] == 0x26 && bytes[index + 1] == 0x26 && index + 6 <= end
                && HexFigures.four(bytes, at: index + 2) != nil
        }
        let first = body.lowerBound - 5
        return (first > 6 && (0..<first - 5).contains { isEnd($0, before: first) })
            || (body.count > 6
                && (body.lowerBound..<body.upperBound - 5).contains { isEnd($0, before: body.upperBound) })
    }

    /// Whether no control character stands there but the ends of lines and tabs.
    private static func isText(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// Nil where this frame is of no kind that is enciphered; then it is judged as plain.
    private func decipher(_ bytes: UnsafeRawBufferPointer, _ declared: UInt16, _ keys: [StationKey])
        -> Result<Passed, FrameFault>?
    {
        guard let header = SegmentHeader(bytes), header.body.count >= 16, isEncipheredKind(bytes, header) else {
            return nil
        }
        for key in keys {
            guard let body = SM4.whole([UInt8](bytes[header.body]), key, .decipher) else {
                return .failure(.undecipherable)
            }
            let plain = [UInt8](bytes[..<header.body.lowerBound]) + body + bytes[header.body.upperBound...]
            guard profile.dialect.checksum(plain) == declared, let segment = Segment(plain),
                plain.withUnsafeBytes({ Self.isText($0, segment.header.body) })
            else { continue }
            var oddities = oddities(segment.header, bytes.count)
            oddities.insert(.enciphered)
            return .success(Passed(segment: segment, oddities: oddities))
        }
        return nil
    }

    /// Section 6.4: what devices send of the commands 2000 to 2999, and 1014 and 3020, of a version 2025 frame.
    private func isEncipheredKind(_ bytes: UnsafeRawBufferPointer, _ header: SegmentHeader) -> Bool {
        func number(_ range: Range<Int>?) -> Int? { range.flatMap { Int(String(decoding: bytes[$0], as: UTF8.self)) } }
        guard let cn = number(header.cn), (2_000...2_999).contains(cn) || cn == 1_014 || cn == 3_020 else {
            return false
        }
        return number(header.flag).map { $0 >> 2 == 2 } ?? false
    }

    private func oddities(_ header: SegmentHeader, _ length: Int) -> FrameOddities {
        var odd: FrameOddities = []
        if length > StationProfile.standardLength { odd.insert(.overStandardLength) }
        if profile.dialect != .annexA { odd.insert(.otherDialect) }
        if header.isUntidy { odd.insert(.untidyHeader) }
        if profile.version != .v2005 {
            if header.flag == nil { odd.insert(.noFlag) }
            if header.qn == nil { odd.insert(.noQN) }
        }
        if header.rf != nil { odd.insert(.sentAgain) }
        if let flag = header.flag, flag.lowerBound > header.body.upperBound { odd.insert(.flagAfterBody) }
        return odd
    }

    func mismatch(_ bytes: UnsafeRawBufferPointer, _ declared: UInt16) -> FrameFault {
        let fits = ChecksumDialect.allCases.first { $0 != profile.dialect && $0.checksum(bytes) == declared }
        return .checksumWrong(
            declared: HexFigures.text(declared), computed: HexFigures.text(profile.dialect.checksum(bytes)), fits: fits)
    }
}
