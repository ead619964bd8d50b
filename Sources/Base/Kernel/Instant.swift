/// A moment: milliseconds since 1970-01-01T00:00:00Z. Shown to people in Asia/Shanghai, which is UTC+8 all year.
///
/// Instants arrive as parameters: the writer's sequenced stamp is the only clock a rule ever sees. Those that enter lie in
/// the years 1900 to 2199 (`earliest`…`latest`). Arithmetic never stops the program: beyond ±`Whole.widest` an instant
/// stays at the end, so the difference of two fits 64 bits.
package struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let milliseconds: Int64

    /// UTC+8 (GB/T 7408); China has kept no summer time since 1991.
    static let shanghaiOffset: Int64 = 8 * 3_600_000

    /// The first and the last instant that can be entered: the ends of the days `CivilDate.earliest` and `.latest`.
    package static let earliest = CivilDate.earliest.start
    package static let latest = CivilDate.latest.end

    package init(milliseconds: Int64) {
        self.milliseconds = Whole.clamped(milliseconds)
    }

    /// From `2026-03-01T09:30:00+08:00`, `…Z`, without zone (then Shanghai), with or without seconds and milliseconds.
    package init?(_ text: String) {
        guard text.utf8.count >= 16, let date = CivilDate(String(text.prefix(10))) else { return nil }
        let bytes = Array(text.utf8)
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
        guard let (clock, zone) = Instant.clock(bytes[11...]), let offset = Instant.offset(zone) else { return nil }
        self.init(milliseconds: Int64(date.dayNumber) * 86_400_000 + clock - offset)
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    package func adding(milliseconds delta: Int64) -> Instant {
        Instant(milliseconds: milliseconds + Whole.clamped(delta))
    }
    package func adding(seconds delta: Int64) -> Instant { adding(milliseconds: Whole.product(delta, 1_000)) }
    /// As many times 24 hours later; China has no summer time.
    package func adding(days delta: Int64) -> Instant { adding(milliseconds: Whole.product(delta, 86_400_000)) }

    /// The day it is in Shanghai; `CivilDate.first` or `.last` where there is no day so far away.
    package var date: CivilDate {
        let local = milliseconds + Instant.shanghaiOffset
        return CivilDate(dayNumber: Int(local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000))
    }

    /// Hours, minutes, seconds and milliseconds on the clock in Shanghai.
    package var clock: (hour: Int, minute: Int, second: Int, millisecond: Int) {
        let local = Int(milliseconds + Instant.shanghaiOffset) % 86_400_000
        let rest = local >= 0 ? local : local + 86_400_000
        return (rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60, rest % 1_000)
    }

    /// `2026-03-01T09:30:00.000+08:00`.
    package var description: String {
        let (hour, minute, second, millisecond) = clock
        let time = "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))"
        return "\(date)T\(time).\(millisecond.padded(to: 3))+08:00"
    }

    /// Milliseconds of `HH:MM[:SS[.mmm]]`, and what follows.
    private static func clock(_ bytes: ArraySlice<UInt8>) -> (Int64, ArraySlice<UInt8>)? {
        let start = bytes.startIndex
        guard bytes.count >= 5, bytes[start + 2] == 0x3A,
            let hour = Digits.number(bytes[start..<start + 2]), hour < 24,
            let minute = Digits.number(bytes[start + 3..<start + 5]), minute < 60
        else { return nil }
        var total = Int64(hour * 3_600 + minute * 60) * 1_000
        var rest = bytes[(start + 5)...]
        guard rest.first == 0x3A else { return (total, rest) }
        rest = rest.dropFirst()
        guard rest.count >= 2, let second = Digits.number(rest.prefix(2)), second < 60 else { return nil }
        total += Int64(second) * 1_000
        rest = rest.dropFirst(2)
        guard rest.first == 0x2E else { return (total, rest) }
        rest = rest.dropFirst()
        guard rest.count >= 3, let fraction = Digits.number(rest.prefix(3)) else { return nil }
        return (total + Int64(fraction), rest.dropFirst(3))
    }

    private static func offset(_ zone: ArraySlice<UInt8>) -> Int64? {
        if zone.isEmpty { return shanghaiOffset }
        if zone.count == 1 && zone.first == UInt8(ascii: "Z") { return 0 }
        let bytes = Array(zone)
        guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
            let hours = Digits.number(bytes[1..<3]), hours <= 14, let minutes = Digits.number(bytes[4..<6]),
            minutes < 60
        else { return nil }
        return Int64(hours * 60 + minutes) * 60_000 * (bytes[0] == 0x2D ? -1 : 1)
    }
}

extension Instant: FieldValue {
    /// Milliseconds in the log; ISO text from people and, because it reads better, from scenarios too.
    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        switch field {
        case .integer(let number) where notation != .typed:
            let instant = Instant(milliseconds: number)
            guard notation == .logged || (Instant.earliest...Instant.latest).contains(instant) else {
                throw KernelRejection.instantOutOfRange(field: "").rejection
            }
            self = instant
        case .string(let text):
            guard let instant = notation == .typed ? Instant(typed: text) : Instant(text) else {
                throw KernelRejection.badInstant(field: "").rejection
            }
            guard (Instant.earliest...Instant.latest).contains(instant) else {
                throw KernelRejection.instantOutOfRange(field: "").rejection
            }
            self = instant
        default: throw KernelRejection.badInstant(field: "").rejection
        }
    }

    package var field: JSON { .integer(milliseconds) }
    package static var shape: FieldShape {
        FieldShape(
            .instant, unit: "ms UTC, or ISO 8601",
            range: Instant.earliest.milliseconds...Instant.latest.milliseconds)
    }
    package static var example: Instant { Instant(milliseconds: 0) }
}
