/// Frames we send: answers and commands. The same header as the frame they answer, ST=91 and the version bits alone.
package enum Composer {
    /// The whole frame of a segment, with its line end.
    package static func frame(_ segment: [UInt8], dialect: ChecksumDialect = .annexA) -> [UInt8] {
        let length = String(segment.count)
        let figures = String(repeating: "0", count: max(0, 4 - length.utf8.count)) + length
        let sum = HexFigures.text(dialect.checksum(segment))
        return Array("##\(figures)".utf8) + segment + Array("\(sum)\r\n".utf8)
    }

    /// `9014`: what was sent is kept. Only after it is on the disk.
    package static func received(_ segment: Segment) -> [UInt8] { answer(segment, cn: 9_014, body: "") }

    /// `9013`: a notice was understood; a heartbeat is answered so.
    package static func noticed(_ segment: Segment) -> [UInt8] { answer(segment, cn: 9_013, body: "") }

    /// `9011`, what we make of a request: 1 ready, 2 refused, 3 PW, 4 MN, 5 ST, 6 Flag, 7 QN, 8 CN, 9 CRC, 100 unknown.
    package static func request(_ segment: Segment, result: Int) -> [UInt8] {
        answer(segment, cn: 9_011, body: "QnRtn=\(result)")
    }

    /// `9012`: how a command ended. 1 done, 2 failed, 3 condition, 4 too late, 5 busy, 6 fault, 100 no data.
    package static func done(_ segment: Segment, result: Int) -> [UInt8] {
        answer(segment, cn: 9_012, body: "ExeRtn=\(result)")
    }

    private static func answer(_ segment: Segment, cn: Int, body: String) -> [UInt8] {
        var fields: [Segment.Field] = []
        if let qn = segment.qn { fields.append(.init("QN", qn)) }
        fields += [.init("ST", "91"), .init("CN", String(cn))]
        if let password = segment.password { fields.append(.init("PW", password)) }
        if let mn = segment.mn { fields.append(.init("MN", mn)) }
        fields.append(.init("Flag", String((segment.flag ?? FrameFlag(0)).versionOnly.value)))
        fields.append(.init("CP", "&&\(body)&&"))
        return frame(Segment.bytes(of: fields))
    }

    /// A command to a device, with an answer wanted.
    package static func command(
        qn: String, st: String, cn: Int, password: String, mn: String, version: ProtocolVersion, body: String
    ) -> [UInt8] {
        let bits = [ProtocolVersion.v2005: 0, .v2017: 4, .v2025: 8][version] ?? 4
        return frame(
            Segment.bytes(of: [
                .init("QN", qn), .init("ST", st), .init("CN", String(cn)), .init("PW", password), .init("MN", mn),
                .init("Flag", String(bits | 1)), .init("CP", "&&\(body)&&"),
            ]))
    }
}

/// Joins messages that came in parts (PNUM, PNO), in whatever order. Parts carry QN of their own and share DataTime.
package struct PartJoiner: Sendable {
    struct Key: Sendable, Hashable {
        let mn: String
        let st: String
        let cn: String
        let time: String
        let count: Int
    }

    private var open: [Key: (since: Int64, parts: [Int: Segment])] = [:]

    package init() {}

    package enum Outcome: Sendable {
        /// The parts of a whole message in order; one segment where it was not split.
        case whole([Segment])
        case waiting(have: Int, of: Int)
    }

    package mutating func take(_ segment: Segment, at now: Int64) -> Outcome {
        guard let part = segment.part else { return .whole([segment]) }
        let key = Key(
            mn: segment.mn ?? "", st: segment.st ?? "", cn: segment.cn ?? "", time: segment.dataTime ?? "",
            count: part.of)
        var held = open[key] ?? (now, [:])
        if held.parts[part.number] == nil { held.parts[part.number] = segment }
        if held.parts.count == part.of {
            open[key] = nil
            return .whole((1...part.of).compactMap { held.parts[$0] })
        }
        open[key] = held
        return .waiting(have: held.parts.count, of: part.of)
    }

    /// Messages of which a part has not come since `limit` milliseconds: what is there, and how many parts were due.
    package mutating func expire(at now: Int64, limit: Int64) -> [(parts: [Segment], of: Int)] {
        let late = open.filter { now - $0.value.since >= limit }
        for key in late.keys { open[key] = nil }
        return late.map { key, held in (held.parts.sorted { $0.key < $1.key }.map(\.value), key.count) }
    }
}
