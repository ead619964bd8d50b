/// A frame as somebody pasted it or a file holds it, judged on its own: length, checksum, dialect, reason.
package struct FrameVerdict: Sendable {
    /// The figures behind `##`, as written; nil where there are none.
    package private(set) var declaredLength: String?
    /// The bytes between the length and the last four characters.
    package private(set) var actualLength: Int = 0
    /// The last four characters, in upper case; nil where they are no hex figures.
    package private(set) var declaredChecksum: String?
    /// By annex A, over what really stands there.
    package private(set) var computedChecksum: String = ""
    /// The rule the checksum fits; nil for none.
    package private(set) var dialect: ChecksumDialect?
    package private(set) var fault: FrameFault?
    /// The plain segment; also of a refused frame where its structure can be read.
    package private(set) var segment: Segment?
    package private(set) var oddities: FrameOddities = []

    package var isAccepted: Bool { fault == nil }
    package var lengthHolds: Bool { declaredLength.flatMap { Int($0) } == actualLength }
    /// By annex A.
    package var checksumHolds: Bool { declaredChecksum == computedChecksum }

    package init(judging text: [UInt8], by profile: StationProfile) {
        let bytes = Self.trimmed(text)
        guard bytes.starts(with: [0x23, 0x23]) else {
            fault = .noMark
            return
        }
        let width = bytes.dropFirst(2).prefix(4).prefix { (0x30...0x39).contains($0) }.count
        guard width >= 3, let declared = Int(String(decoding: bytes[2..<2 + width], as: UTF8.self)) else {
            fault = .lengthNotFigures
            return
        }
        let segment = Array(bytes.dropFirst(2 + width).dropLast(4))
        let tail = bytes.count >= 6 + width ? Array(bytes.suffix(4)) : []
        let figures = tail.count == 4 ? tail.withUnsafeBytes { HexFigures.four($0, at: 0) } : nil
        declaredLength = String(decoding: bytes[2..<2 + width], as: UTF8.self)
        actualLength = segment.count
        declaredChecksum = figures.map(HexFigures.text)
        computedChecksum = HexFigures.text(ChecksumDialect.annexA.checksum(segment))
        let outcome = Self.outcome(segment, declared, figures, profile)
        var odd: FrameOddities = width == 3 ? .shortLengthField : []
        if tail.contains(where: { $0 >= 0x61 }) { odd.insert(.lowerCaseChecksum) }
        switch outcome {
        case .success(let passed):
            fault = nil
            self.segment = passed.segment
            // A deciphered frame's checksum is that of its plain text: its dialect is the station's.
            dialect = profile.dialect
            oddities = odd.union(passed.oddities).union(passed.segment.contentOddities)
        case .failure(let why):
            fault = why
            let read = Segment(segment)
            self.segment = read
            dialect = figures.flatMap { sum in ChecksumDialect.allCases.first { $0.checksum(segment) == sum } }
            oddities = odd.union(read?.contentOddities ?? [])
        }
    }

    private static func outcome(_ segment: [UInt8], _ declared: Int, _ figures: UInt16?, _ profile: StationProfile)
        -> Result<SegmentGate.Passed, FrameFault>
    {
        guard declared > 0 else { return .failure(.lengthZero) }
        guard declared <= profile.longestSegment else {
            return .failure(.lengthOverLimit(declared: declared, limit: profile.longestSegment))
        }
        guard declared == segment.count else {
            return .failure(.lengthWrong(declared: declared, actual: segment.count))
        }
        guard let figures else {
            let computed = HexFigures.text(profile.dialect.checksum(segment))
            return .failure(.checksumWrong(declared: "", computed: computed, fits: nil))
        }
        return segment.withUnsafeBytes { SegmentGate(profile: profile).pass($0, declared: figures) }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let isBlank: (UInt8) -> Bool = { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 || $0 == 0x09 }
        // A frame copied from a log shows its line end as the four characters \r\n.
        var rest = bytes.drop(while: isBlank)
        while rest.last.map(isBlank) == true { rest.removeLast() }
        while rest.suffix(2) == [0x5C, 0x6E] || rest.suffix(2) == [0x5C, 0x72] { rest.removeLast(2) }
        return Array(rest)
    }
}
