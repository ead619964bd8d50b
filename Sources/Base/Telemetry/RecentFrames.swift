package import HJ212

/// Which frames have come before, over a start: those kept before it are known by exchange number and time, and read only
/// when a frame comes that may repeat them.
package struct RecentFrames: Sendable {
    /// So many of the records before a start are known again.
    package static let most = 65_536
    /// A device sends again at once; what is older is told by its day, which counts each time once.
    package static let seconds: Int64 = 3 * 3_600

    private struct Key: Hashable {
        let station: String
        let number: String
    }

    private var memory = RepeatMemory()
    private var unread: [Key: [[UInt8]]] = [:]
    private let profile: @Sendable (_ mn: [UInt8]) -> StationProfile?

    package init(_ recent: [SegmentRecord], profile: @escaping @Sendable (_ mn: [UInt8]) -> StationProfile?) {
        self.profile = profile
        unread.reserveCapacity(2 * recent.count)
        for record in recent where record.kind == .frame {
            let (exchange, time) = RawFields.identity(of: record.bytes)
            guard exchange != nil || time != nil else {
                read(record.bytes)
                continue
            }
            for number in [exchange, time].compactMap(\.self) {
                unread[Key(station: record.station, number: number), default: []].append(record.bytes)
            }
        }
    }

    package mutating func judge(_ segment: Segment) -> RepeatMemory.Finding {
        if !unread.isEmpty {
            let numbers = [segment.qn, segment.dataTime.map { String($0.prefix(14)) }]
            for number in numbers.compactMap(\.self) {
                for frame in unread.removeValue(forKey: Key(station: segment.mn ?? "", number: number)) ?? [] {
                    read(frame)
                }
            }
        }
        return memory.judge(segment)
    }

    package mutating func forget(_ segment: Segment) { memory.forget(segment) }

    private mutating func read(_ bytes: [UInt8]) {
        var decoder = StreamDecoder(profile: profile)
        var segments: [Segment] = []
        let take: (StreamEvent) -> Void = { if case .frame(let frame) = $0 { segments.append(frame.segment) } }
        decoder.feed(bytes, take)
        decoder.close(take)
        for segment in segments { _ = memory.judge(segment) }
    }
}
