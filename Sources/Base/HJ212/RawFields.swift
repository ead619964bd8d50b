package import Kernel

/// Fields of a frame found in its bytes as they came, without reading the frame: to know where it belongs. An enciphered
/// frame has none.
package enum RawFields {
    /// The figures behind each `NAME=`, at most `most` of them; those with fewer than `least` are left out.
    package static func figures(
        behind name: StaticString, in bytes: [UInt8], least: Int = 8, most: Int = 17, _ found: (String) -> Void
    ) {
        bytes.withUnsafeBufferPointer { bytes in
            let length = name.utf8CodeUnitCount
            let first = name.utf8Start.pointee
            var at = 0
            while at + length + least <= bytes.count {
                guard bytes[at] == first, isName(name, at: at, in: bytes) else {
                    at += 1
                    continue
                }
                var end = at + length
                while end < bytes.count, end - at - length < most, (0x30...0x39).contains(bytes[end]) { end += 1 }
                if end - at - length >= least {
                    found(String(decoding: bytes[at + length..<end], as: UTF8.self))
                }
                at = end
            }
        }
    }

    private static func isName(_ name: StaticString, at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 1..<name.utf8CodeUnitCount where bytes[place + index] != name.utf8Start[index] { return false }
        return true
    }

    /// The days of its measuring times and sampling times.
    package static func days(in bytes: [UInt8]) -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        let take: (String) -> Void = { figures in
            let digits = figures.utf8.prefix(8).map { Int($0 - 0x30) }
            func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
            if let day = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)) { days.insert(day) }
        }
        figures(behind: "DataTime=", in: bytes, take)
        figures(behind: "SampleTime=", in: bytes, take)
        return days
    }

    /// The exchange number and the measuring time, by which a repeat of the frame is known.
    package static func identity(of bytes: [UInt8]) -> (exchange: String?, time: String?) {
        var (exchange, time): (String?, String?)
        figures(behind: "QN=", in: bytes, least: 17) { if exchange == nil { exchange = $0 } }
        figures(behind: "DataTime=", in: bytes, least: 14, most: 14) { if time == nil { time = $0 } }
        return (exchange, time)
    }
}
