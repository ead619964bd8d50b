package import Kernel

/// Byte streams as they reached one connection, with the hashes of the segments that must come out.
package struct StreamReplay: Sendable {
    package struct Outcome: Sendable {
        package let id: String
        package let station: StationProfile
        /// SHA-256 of each segment that is kept, in order; a frame that came before is kept once.
        package var frames: [String] = []
        /// What is odd about the frames, each once, in the order they show.
        package var flags: [Message] = []
        package var events: [Message] = []
        package var eventNames: [String] = []
        package let expected: [String]?
        package var agrees: Bool? { expected.map { $0 == frames } }
        /// What cannot be read of the case itself.
        package var problem: String?
    }

    package let outcomes: [Outcome]

    /// An object with `cases` (each `id`, `chunks_hex`, perhaps `station`, `frames_out`) and `key_ascii`, or a list of cases.
    package init(_ json: JSON) {
        let key = json["key_ascii"]?.string.flatMap { StationKey(Array($0.utf8)) }
        outcomes = (json["cases"]?.array ?? json.array ?? []).enumerated().map { Self.run($1, number: $0 + 1, key) }
    }

    private static func run(_ one: JSON, number: Int, _ key: StationKey?) -> Outcome {
        let expected = one["frames_out"]?.array?.compactMap(\.string)
        let station = station(of: one, key)
        var outcome = Outcome(
            id: one["id"]?.string ?? String(number), station: station, expected: expected)
        guard let chunks = one["chunks_hex"]?.array else {
            outcome.problem = "chunks_hex"
            return outcome
        }
        var decoder = StreamDecoder(station)
        var memory = RepeatMemory()
        for (index, chunk) in chunks.enumerated() {
            guard let bytes = chunk.string.flatMap({ HexFigures.bytes($0) }) else {
                outcome.problem = "chunks_hex[\(index)]"
                return outcome
            }
            decoder.feed(bytes) { outcome.take($0, &memory) }
        }
        decoder.close { outcome.take($0, &memory) }
        return outcome
    }

    /// What the case says is registered: `station` names it; without it, the flags that can only come of a registration.
    /// An older device with a checksum of its own is registered as 2005, as such devices are.
    private static func station(of one: JSON, _ key: StationKey?) -> StationProfile {
        let said = one["station"]
        let flags = one["flags"]?.array?.compactMap(\.string) ?? []
        let named = said?["dialect"]?.string ?? flags.first { $0.hasPrefix("dialect ") }.map { String($0.dropFirst(8)) }
        var station = StationProfile()
        if let dialect = named.flatMap({ ChecksumDialect(rawValue: $0) }) {
            station.dialect = dialect
            if dialect != .annexA { station.version = .v2005 }
        }
        if let version = said?["version"]?.integer.flatMap({ ProtocolVersion(rawValue: Int($0)) }) {
            station.version = version
        }
        let longest = said?["longest"]?.integer.map { Int($0) }
        station = StationProfile(
            version: station.version, dialect: station.dialect,
            longestSegment: longest
                ?? (flags.contains { $0.hasPrefix("over 1,024") }
                    ? StationProfile.longest : StationProfile.standardLength))
        let own = said?["key"]?.string.flatMap {
            StationKey(Array($0.utf8)) ?? HexFigures.bytes($0).flatMap { StationKey($0) }
        }
        if let key = own ?? key { station.cipher = .changeOver([key]) }
        return station
    }
}

extension StreamReplay.Outcome {
    fileprivate mutating func take(_ event: StreamEvent, _ memory: inout RepeatMemory) {
        switch event {
        case .frame(let frame): take(frame, &memory)
        case .junk(let count, _): note("junk", HJ212Text.junk(count))
        case .rejected(let fault, _): note(fault.name, HJ212Text.fault(fault))
        case .incomplete(let count): note("incomplete", HJ212Text.incomplete(count))
        case .lineEnd(_, let odd): flag(odd)
        }
    }

    private mutating func take(_ frame: Frame, _ memory: inout RepeatMemory) {
        for odd in FrameOddities.allCases where frame.oddities.contains(odd) {
            if odd == .otherDialect {
                flag(HJ212Text.dialect(frame.dialect))
            } else {
                flag(odd)
            }
        }
        let finding = memory.judge(frame.segment)
        switch finding {
        case .new: break
        case .duplicate: note("duplicate", HJ212Text.finding(finding))
        case .sentAgain: note("sentAgain", HJ212Text.finding(finding))
        case .conflictOfExchange, .conflictOfValues: note("conflict", HJ212Text.finding(finding))
        }
        if finding != .duplicate { frames.append(FrameDigest.hex(FrameDigest.sha256(frame.segment.bytes))) }
    }

    private mutating func flag(_ odd: FrameOddities) { flag(HJ212Text.oddity(odd)) }

    private mutating func flag(_ message: Message) {
        if !flags.contains(message) { flags.append(message) }
    }

    private mutating func note(_ name: String, _ message: Message) {
        eventNames.append(name)
        events.append(message)
    }
}
