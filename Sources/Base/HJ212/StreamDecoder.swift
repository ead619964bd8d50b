/// What came out of a connection's bytes, in their order.
package enum StreamEvent: Sendable {
    case frame(Frame)
    /// Bytes that belong to no frame: probes, greetings. `sample` holds the first of them.
    case junk(count: Int, sample: [UInt8])
    /// What began like a frame and is none; no answer goes out, and the search goes on one byte behind its `##`.
    case rejected(FrameFault, sample: [UInt8])
    /// A frame whose rest never came: dropped at the close of the connection or after the longest wait.
    case incomplete(count: Int)
    /// How frame `number` ended, known only by the bytes behind it.
    case lineEnd(number: Int, FrameOddities)
}

/// Finds the frames in the bytes of one connection, whatever the cuts between reads (section 2.4 of the field's notes).
///
/// The length rules: bytes are never split at a line end or at `##`, both of which may stand inside a body.
package struct StreamDecoder: Sendable {
    /// How long a frame's rest is waited for, in milliseconds.
    package static let longestWait: Int64 = 10_000
    private static let sampleLength = 512

    package struct Counts: Sendable, Hashable {
        package var frames = 0
        package var rejected = 0
        package var junkBytes = 0
    }

    package private(set) var counts = Counts()
    private let station: StationProfile
    private let profile: (@Sendable (_ mn: [UInt8]) -> StationProfile?)?
    private var buffer: [UInt8] = []
    private var head = 0
    private var lineEnd = LineEnd.none
    private var junk = 0
    private var junkSample: [UInt8] = []
    private var isAfterRejection = false
    private var waitingSince: Int64?
    private var boundMN: [UInt8] = []
    private var bound: StationProfile

    private enum LineEnd { case none, expected, afterReturn }

    private enum Candidate {
        case incomplete
        case fault(FrameFault)
        case passed(SegmentGate.Passed, end: Int, shape: FrameOddities)
    }

    /// A decoder for one station, or for whoever calls: then `profile` answers by the frame's MN, and `station` is what
    /// holds for a station nobody registered.
    package init(
        _ station: StationProfile = StationProfile(), profile: (@Sendable (_ mn: [UInt8]) -> StationProfile?)? = nil
    ) {
        self.station = station
        self.profile = profile
        bound = station
    }

    /// Takes the bytes of one read, at `now` in milliseconds of any clock that does not go back.
    package mutating func feed(_ chunk: some Sequence<UInt8>, at now: Int64 = 0, _ emit: (StreamEvent) -> Void) {
        buffer.append(contentsOf: chunk)
        work(at: now, isLast: false, abandons: false, emit)
    }

    /// Gives up a frame whose rest has not come for `longestWait`.
    package mutating func expire(at now: Int64, _ emit: (StreamEvent) -> Void) {
        guard let since = waitingSince, now - since >= Self.longestWait else { return }
        work(at: now, isLast: false, abandons: true, emit)
    }

    /// The connection has ended: nothing more comes.
    package mutating func close(_ emit: (StreamEvent) -> Void) {
        work(at: 0, isLast: true, abandons: false, emit)
        if lineEnd == .expected { emit(.lineEnd(number: counts.frames, .noLineEnd)) }
        lineEnd = .none
        flushJunk(emit)
    }

    private mutating func work(at now: Int64, isLast: Bool, abandons: Bool, _ emit: (StreamEvent) -> Void) {
        let held = buffer
        held.withUnsafeBytes { scan($0, at: now, isLast: isLast, abandons: abandons, emit) }
        compact(held.count)
    }

    private mutating func compact(_ count: Int) {
        if head == count {
            buffer.removeAll(keepingCapacity: count <= 65_536)
            head = 0
        } else if head > 16_384 {
            buffer.removeFirst(head)
            head = 0
        }
    }

    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, at now: Int64, isLast: Bool, abandons: Bool, _ emit: (StreamEvent) -> Void
    ) {
        var mayAbandon = abandons
        while true {
            settleLineEnd(bytes, emit)
            guard let mark = Self.mark(in: bytes, from: head) else {
                let keeps = !isLast && head < bytes.count && bytes[bytes.count - 1] == 0x23
                discard(bytes, to: bytes.count - (keeps ? 1 : 0))
                waitingSince = nil
                return
            }
            if mark > head {
                discard(bytes, to: mark)
                waitingSince = nil
            }
            switch candidate(bytes, at: mark) {
            case .passed(let passed, let end, let shape):
                accept(bytes, mark..<end, passed, shape, emit)
                waitingSince = nil
            case .fault(let fault):
                reject(bytes, fault, emit)
                waitingSince = nil
            case .incomplete:
                guard isLast || mayAbandon else {
                    if waitingSince == nil { waitingSince = now }
                    return
                }
                mayAbandon = false
                giveUp(bytes, emit)
                waitingSince = nil
            }
        }
    }

    private static func mark(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index + 1] != 0x23 { index += 2 } else if bytes[index] == 0x23 { return index } else { index += 1 }
        }
        return nil
    }

    private mutating func candidate(_ bytes: UnsafeRawBufferPointer, at mark: Int) -> Candidate {
        var (length, width) = (0, 0)
        while width < 4 {
            let index = mark + 2 + width
            guard index < bytes.count else { return .incomplete }
            guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { break }
            length = length * 10 + Int(bytes[index] - 0x30)
            width += 1
        }
        guard width >= 3 else { return .fault(.lengthNotFigures) }
        guard length > 0 else { return .fault(.lengthZero) }
        // Whose frame it is shows only in the segment; until then the longest that any station may send is waited for.
        let limit = profile == nil ? station.longestSegment : StationProfile.longest
        guard length <= limit else { return .fault(.lengthOverLimit(declared: length, limit: limit)) }
        let start = mark + 2 + width
        guard start + length + 4 <= bytes.count else { return .incomplete }
        let segment = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
        guard let declared = HexFigures.four(bytes, at: start + length) else {
            return .fault(.lengthWrong(declared: length, actual: TrueLength.find(bytes, from: start, bound)))
        }
        bind(segment)
        switch SegmentGate(profile: bound).pass(segment, declared: declared) {
        case .success(let passed):
            var shape: FrameOddities = width == 3 ? .shortLengthField : []
            for index in start + length..<start + length + 4 where bytes[index] >= 0x61 {
                shape.insert(.lowerCaseChecksum)
            }
            return .passed(passed, end: start + length + 4, shape: shape)
        case .failure(.checksumWrong(let declared, let computed, nil)):
            if let actual = TrueLength.fitting(bytes, from: start, bound), actual != length {
                return .fault(.lengthWrong(declared: length, actual: actual))
            }
            return .fault(.checksumWrong(declared: declared, computed: computed, fits: nil))
        case .failure(let fault): return .fault(fault)
        }
    }

    /// The registration of whoever sent the segment; looked up once per station and connection.
    private mutating func bind(_ segment: UnsafeRawBufferPointer) {
        guard let profile, let mn = SegmentHeader(segment)?.mn else { return }
        if boundMN.elementsEqual(segment[mn]) { return }
        boundMN = [UInt8](segment[mn])
        bound = profile(boundMN) ?? station
    }

    /// Registrations have changed: each is looked up anew.
    package mutating func forgetProfiles() {
        boundMN = []
        bound = station
    }

    private mutating func accept(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ passed: SegmentGate.Passed, _ shape: FrameOddities,
        _ emit: (StreamEvent) -> Void
    ) {
        flushJunk(emit)
        counts.frames += 1
        emit(
            .frame(
                Frame(
                    segment: passed.segment, received: [UInt8](bytes[range]), dialect: bound.dialect,
                    oddities: passed.oddities.union(shape), number: counts.frames)))
        head = range.upperBound
        lineEnd = .expected
    }

    private mutating func reject(_ bytes: UnsafeRawBufferPointer, _ fault: FrameFault, _ emit: (StreamEvent) -> Void) {
        if Self.looksLikeFrame(bytes, at: head) {
            flushJunk(emit)
            counts.rejected += 1
            emit(.rejected(fault, sample: [UInt8](bytes[head..<min(bytes.count, head + Self.sampleLength)])))
            isAfterRejection = true
        }
        discard(bytes, to: head + 1)
    }

    private mutating func giveUp(_ bytes: UnsafeRawBufferPointer, _ emit: (StreamEvent) -> Void) {
        if !isAfterRejection || Self.looksLikeFrame(bytes, at: head) {
            flushJunk(emit)
            counts.rejected += 1
            emit(.incomplete(count: bytes.count - head))
            isAfterRejection = true
        }
        discard(bytes, to: head + 1)
    }

    /// Whether behind `##` and its figures a field name begins: false `##` inside a body are not reported one by one.
    private static func looksLikeFrame(_ bytes: UnsafeRawBufferPointer, at mark: Int) -> Bool {
        var index = mark + 2
        while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, index < mark + 6 { index += 1 }
        guard index > mark + 2 else { return false }
        let letters = index
        while index < bytes.count, index < letters + 5, (bytes[index] | 0x20) >= 0x61, (bytes[index] | 0x20) <= 0x7A {
            index += 1
        }
        return index > letters && (index == bytes.count || bytes[index] == 0x3D)
    }

    private mutating func discard(_ bytes: UnsafeRawBufferPointer, to end: Int) {
        guard end > head else { return }
        counts.junkBytes += end - head
        if !isAfterRejection {
            junk += end - head
            if junkSample.count < Self.sampleLength {
                junkSample += bytes[head..<min(end, head + Self.sampleLength - junkSample.count)]
            }
        }
        head = end
    }

    private mutating func flushJunk(_ emit: (StreamEvent) -> Void) {
        if junk > 0 {
            let isBlank = junk <= junkSample.count && junkSample.allSatisfy { $0 == 0x0D || $0 == 0x0A || $0 == 0x20 }
            if !isBlank { emit(.junk(count: junk, sample: junkSample)) }
            junk = 0
            junkSample = []
        }
        isAfterRejection = false
    }

    /// Swallows CR LF, LF or nothing behind a frame.
    private mutating func settleLineEnd(_ bytes: UnsafeRawBufferPointer, _ emit: (StreamEvent) -> Void) {
        if lineEnd == .expected, head < bytes.count {
            switch bytes[head] {
            case 0x0D:
                head += 1
                lineEnd = .afterReturn
            case 0x0A:
                head += 1
                lineEnd = .none
                emit(.lineEnd(number: counts.frames, .lineFeedOnly))
            default:
                lineEnd = .none
                emit(.lineEnd(number: counts.frames, .noLineEnd))
            }
        }
        if lineEnd == .afterReturn, head < bytes.count {
            if bytes[head] == 0x0A { head += 1 }
            lineEnd = .none
        }
    }
}

/// Where a frame of a wrong length really ends: at `&&`, four hex figures and then a line end, a new `##` or nothing.
enum TrueLength {
    static func find(_ bytes: UnsafeRawBufferPointer, from start: Int, _ profile: StationProfile) -> Int? {
        fitting(bytes, from: start, profile) ?? ends(bytes, from: start).first
    }

    /// The length at which the checksum fits.
    static func fitting(_ bytes: UnsafeRawBufferPointer, from start: Int, _ profile: StationProfile) -> Int? {
        ends(bytes, from: start).first { length in
            let segment = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
            return HexFigures.four(bytes, at: start + length) == profile.dialect.checksum(segment)
        }
    }

    /// At most four places: a stream made to waste our time does not.
    private static func ends(_ bytes: UnsafeRawBufferPointer, from start: Int) -> [Int] {
        let window = UnsafeRawBufferPointer(
            rebasing: bytes[start..<min(bytes.count, start + StationProfile.longest + 4)])
        guard let body = SegmentHeader.bodyStart(window) else { return [] }
        var ends: [Int] = []
        var index = body
        while index + 6 <= window.count, ends.count < 4 {
            let closes = window[index] == 0x26 && window[index + 1] == 0x26
            if closes, HexFigures.four(window, at: index + 2) != nil, isEnd(window, index + 6) {
                ends.append(index + 2)
            }
            index += 1
        }
        return ends
    }

    private static func isEnd(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == 0x0D || bytes[index] == 0x0A || bytes[index] == 0x23
    }
}
