package import Kernel

/// How a device marked a value. The mark never changes the value.
package enum Mark: String, Sendable, Hashable, CaseIterable {
    case normal = "N"
    case stopped = "F"
    case maintenance = "M"
    case manual = "S"
    case fault = "D"
    case calibrating = "C"
    case overRange = "T"
    case linkFault = "B"

    /// Devices write `d` as well.
    package init?(loose text: String) { self.init(rawValue: text.uppercased()) }
}

/// One field of a factor: `w01018-Avg=23.4`, or of a sub-code: `a21026-i22004-Info=1`.
package struct Reading: Sendable, Hashable {
    /// Empty for a parameter without a factor, such as `RtdInterval`.
    package let factor: String
    package let sub: String?
    package let field: String
    /// As it was sent.
    package let text: String

    /// The value of a field that holds a number; nil for times, marks and words.
    package var value: Result<Micro, NumberFault>? {
        Self.numbers.contains(field) ? Micro.read(text) : nil
    }

    static let numbers: Set<String> = [
        "Rtd", "Min", "Avg", "Max", "Cou", "ZsRtd", "ZsMin", "ZsAvg", "ZsMax", "SampleRd", "StandardValue",
    ]

    init(name: String, text: String) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
        self.text = text
        factor = parts.count > 1 ? parts[0] : ""
        field = parts[parts.count - 1]
        sub = parts.count > 2 ? parts[1..<parts.count - 1].joined(separator: "-") : nil
    }
}

/// What a frame says of one factor.
package struct FactorReading: Sendable, Hashable {
    package let factor: String
    package var readings: [Reading]

    package func text(_ field: String) -> String? { readings.first { $0.field == field && $0.sub == nil }?.text }

    package func value(_ field: String) -> Micro? {
        text(field).flatMap { try? Micro.read($0).get() }
    }

    package var mark: Mark? { text("Flag").flatMap { Mark(loose: $0) } }
    /// The mark of a sub-code's values is the one sent with it; without one, the factor's.
    package func mark(of sub: String?) -> Mark? {
        let own = readings.first { $0.field == "Flag" && $0.sub == sub }
        return own.map { Mark(loose: $0.text) } ?? mark
    }
    /// When the water was drawn; nil where the device did not say.
    package var sampledAt: Instant? { text("SampleTime").flatMap { FrameTime($0)?.instant } }
}

/// A time as frames write it, 14 or 17 figures, always of the civil clock (UTC+8), whatever the machine's zone.
package struct FrameTime: Sendable, Hashable {
    package let instant: Instant
    /// Milliseconds where 17 figures stood.
    package let figures: Int

    package init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 14 || digits.count == 17, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
        guard let day = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)), hour < 24,
            minute < 60, second < 60
        else { return nil }
        instant = day.start.adding(milliseconds: Int64((hour * 60 + minute) * 60 + second) * 1_000)
        figures = digits.count
    }

    /// The 14 figures of an instant.
    package static func text(_ instant: Instant) -> String {
        String(instant.description.prefix(19).filter(\.isNumber))
    }

    /// The 17 figures of an instant, as QN has them.
    package static func qn(_ instant: Instant) -> String {
        String(instant.description.prefix(23).filter(\.isNumber))
    }
}

extension Segment {
    /// The body by factor, in the order the factors first appear; parameters without a factor are left to `value(of:)`.
    package var factors: [FactorReading] {
        var order: [FactorReading] = []
        var places: [String: Int] = [:]
        for reading in readings where !reading.factor.isEmpty {
            if let place = places[reading.factor] {
                order[place].readings.append(reading)
            } else {
                places[reading.factor] = order.count
                order.append(FactorReading(factor: reading.factor, readings: [reading]))
            }
        }
        return order
    }

    package var readings: [Reading] {
        var readings: [Reading] = []
        forEachField { name, value, _ in
            readings.append(Reading(name: text(name) ?? "", text: text(value) ?? ""))
        }
        return readings
    }

    /// The instant of `DataTime`; nil where it is missing or no time.
    package var dataInstant: Instant? { dataTime.flatMap { FrameTime($0)?.instant } }

    /// What is odd about the contents: asked where a person looks or a value is stored, not while frames stream by.
    package var contentOddities: FrameOddities {
        var odd: FrameOddities = []
        if header.qn == nil, value(of: "QN") != nil { odd.insert(.qnInBody) }
        if let qn = text(header.qn), FrameTime(qn)?.figures != 17 { odd.insert(.badQN) }
        if let flag, flag.version == nil { odd.insert(.unknownVersion) }
        if header.flag != nil, flag == nil { odd.insert(.unknownVersion) }
        if let mn, !Self.isStandard(mn: mn) { odd.insert(.unusualMN) }
        if !FrameKind.isKnown(st: st, cn: cn) { odd.insert(.unknownKind) }
        if isSentAgain { odd.insert(.sentAgain) }
        var time: FrameTime?
        if let text = dataTime {
            time = FrameTime(text)
            if time == nil { odd.insert(.badDataTime) }
            if time?.figures == 17 { odd.insert(.longDataTime) }
        }
        for factor in factors { odd.formUnion(Self.oddities(of: factor, at: time?.instant)) }
        return odd
    }

    private static func oddities(of factor: FactorReading, at time: Instant?) -> FrameOddities {
        var odd: FrameOddities = []
        for reading in factor.readings {
            if case .failure? = reading.value { odd.insert(.badNumber) }
            if reading.field == "Flag", reading.text != reading.text.uppercased() { odd.insert(.lowerCaseMark) }
        }
        if let time, let sampled = factor.sampledAt, time.milliseconds - sampled.milliseconds > 1_800_000 {
            odd.insert(.oldSample)
        }
        return odd
    }

    /// 24 characters of 0-9 and A-F; real devices send 4 to 24 of any kind.
    private static func isStandard(mn: String) -> Bool {
        mn.utf8.count == 24 && mn.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
    }
}

/// The system and command numbers that HJ 212 gives a meaning.
package enum FrameKind {
    static let systems: Set<Int> = Set(21...27).union(31...39).union([41, 44, 45, 51, 52, 91])
    static let commands: Set<Int> = [
        1_000, 1_001, 1_002, 1_011, 1_012, 1_013, 1_014, 1_061, 1_062, 1_063, 1_064, 1_072, 2_011, 2_012, 2_013, 2_021,
        2_022, 2_031, 2_041, 2_051, 2_052, 2_061, 2_062, 2_063, 2_081, 2_111, 3_011, 3_012, 3_013, 3_014, 3_015, 3_016,
        3_017, 3_018, 3_019, 3_020, 3_021, 3_022, 3_024, 9_011, 9_012, 9_013, 9_014, 9_015, 9_021,
    ]

    static func isKnown(st: String?, cn: String?) -> Bool {
        st.flatMap { Int($0) }.map(systems.contains) ?? false && cn.flatMap { Int($0) }.map(commands.contains) ?? false
    }

    /// Whether a device sends it to be kept: data, states and what it announces.
    package static func isUpload(cn: String?) -> Bool {
        guard let cn = cn.flatMap({ Int($0) }) else { return false }
        return (2_000...2_999).contains(cn) || (3_000...3_999).contains(cn) || cn == 1_001 || cn == 1_014
    }
}
