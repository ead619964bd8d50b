package import Kernel

/// The instants credentials carry: XML dateTimeStamp (W3C data model 2.0, 4.9), which always names its zone, and seconds
/// since 1970 in the claims of RFC 7519.
package enum CredentialMoment {
    /// From `2026-03-01T00:00:00Z` or `…+08:00`, with any number of decimals of a second; nil for anything else, above all
    /// for a time without a zone, which is not one instant.
    package static func stamp(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let day = CivilDate(recorded: String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), minute < 60,
            let second = number(bytes[17..<19]), second < 60
        else { return nil }
        var rest = bytes[19...]
        guard let fraction = milliseconds(&rest), let zone = zone(rest) else { return nil }
        // 24:00:00 is the end of the day (XML Schema 1.1 part 2, 3.3.7).
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction == 0) else { return nil }
        let clock = Int64(hour * 3_600 + minute * 60 + second) * 1_000 + fraction
        return Instant(milliseconds: Int64(day.dayNumber) * 86_400_000 + clock - zone)
    }

    /// A claim of RFC 7519: seconds, whole or with decimals; nil for what is no number.
    package static func claim(_ json: JSON) -> Instant? {
        switch json {
        case .integer(let seconds): Instant(milliseconds: 0).adding(seconds: seconds)
        case .decimal(let units, let scale): Instant(milliseconds: scaled(units, scale: scale - 3))
        default: nil
        }
    }

    /// `2026-03-01T00:00:00Z`, as our own credentials have it: whole seconds.
    package static func text(_ instant: Instant) -> String {
        let utc = Instant(milliseconds: instant.milliseconds - shanghai)
        let (hour, minute, second, _) = utc.clock
        return "\(utc.date)T\(pair(hour)):\(pair(minute)):\(pair(second))Z"
    }

    /// Seconds since 1970, for the claims.
    package static func seconds(_ instant: Instant) -> JSON {
        .integer(instant.milliseconds / 1_000)
    }

    private static let shanghai: Int64 = 8 * 3_600_000

    private static func scaled(_ units: Int64, scale: Int) -> Int64 {
        var value = units
        if scale < 0 { for _ in 0..<min(-scale, 3) { value = Whole.product(value, 10) } }
        if scale > 0 { for _ in 0..<scale { value /= 10 } }
        return value
    }

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The decimals of a second, cut to milliseconds; nil for a point without digits.
    private static func milliseconds(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest = rest.dropFirst()
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let three = digits.prefix(3) + Array(repeating: 0x30, count: max(0, 3 - digits.count))
        return number(three).map(Int64.init)
    }

    /// Milliseconds east of Greenwich; at most 14 hours either way.
    private static func zone(_ bytes: ArraySlice<UInt8>) -> Int64? {
        if bytes.elementsEqual("Z".utf8) { return 0 }
        let bytes = Array(bytes)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1..<3]), let minutes = number(bytes[4..<6]),
            minutes < 60, hours < 14 || (hours == 14 && minutes == 0)
        else { return nil }
        return Int64(hours * 60 + minutes) * (bytes[0] == UInt8(ascii: "-") ? -60_000 : 60_000)
    }
}
