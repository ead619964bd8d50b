package import HJ212
import Kernel

extension StationReading {
    /// The readings of frames of which some are parts of one message (PNUM, PNO). Parts repeat header and DataTime and carry
    /// QN of their own, so they are put together by station, command, time and number of parts, whatever came first and
    /// however often. Of one part that came twice with other bytes the first sent counts. Where a part is missing, a value
    /// counts only if its mark came with it: the mark may stand in the part that is not there.
    package static func joining(_ segments: some Sequence<Segment>) -> [StationReading] {
        var readings: [StationReading] = []
        var split: [SplitKey: [Int: Segment]] = [:]
        for segment in segments where segment.cn.map(commands.contains) ?? false {
            guard let part = segment.part, part.of > 1 else {
                readings += of(segment)
                continue
            }
            let key = SplitKey(segment, of: part.of)
            if let before = split[key]?[part.number], !precedes(segment, before) { continue }
            split[key, default: [:]][part.number] = segment
        }
        for (key, parts) in split { readings += joined(parts, key.command, of: key.count) }
        return readings
    }

    private static func joined(
        _ parts: [Int: Segment], _ command: String, of count: Int
    ) -> [StationReading] {
        let inOrder = parts.sorted { $0.key < $1.key }.map(\.value)
        guard let at = inOrder.first?.dataInstant else { return [] }
        var factors: [FactorReading] = []
        var places: [String: Int] = [:]
        for factor in inOrder.flatMap(\.factors) {
            if let place = places[factor.factor] {
                factors[place].readings += factor.readings
            } else {
                places[factor.factor] = factors.count
                factors.append(factor)
            }
        }
        if parts.count < count { factors = factors.filter { $0.text("Flag") != nil } }
        let sent = inOrder.compactMap { $0.qn.flatMap { FrameTime($0)?.instant } }.min()
        return of(factors, command, at: at, sent: sent)
    }

    private static func precedes(_ left: Segment, _ right: Segment) -> Bool {
        let (a, b) = (left.qn ?? "~", right.qn ?? "~")
        return a == b ? left.bytes.lexicographicallyPrecedes(right.bytes) : a < b
    }
}

/// What the parts of one message have in common.
private struct SplitKey: Hashable {
    let mn: String
    let command: String
    let time: String
    let count: Int

    init(_ segment: Segment, of count: Int) {
        mn = segment.mn ?? ""
        command = segment.cn ?? ""
        time = segment.dataTime.map { String($0.prefix(14)) } ?? ""
        self.count = count
    }
}
