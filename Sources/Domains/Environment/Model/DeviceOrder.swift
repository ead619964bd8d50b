import HJ212
package import Kernel

/// What a person may ask of a logger.
package enum DeviceAct: String, FieldChoice {
    case setTime, realtimeInterval, minuteInterval, fetchHour, sampleNow

    /// The command's number (CN).
    package var command: Int {
        switch self {
        case .setTime: 1_012
        case .realtimeInterval: 1_062
        case .minuteInterval: 1_064
        case .fetchHour: 2_061
        case .sampleNow: 3_012
        }
    }
}

/// How a command to a logger ended.
package enum DeviceOutcome: String, FieldChoice {
    case done, failed, refused
    /// Connected, but nothing came back in time.
    case noAnswer
    /// It was not connected for as long as the command waited.
    case notConnected
}

/// A command to a logger as the state knows it.
package struct DeviceOrder: Sendable, Hashable {
    package let number: Int64
    package let mn: String
    package internal(set) var isAnswered = false
}

/// What a command says beside its number.
package struct DeviceWords: FieldRecord, Hashable {
    package let act: DeviceAct
    /// Seconds of the real-time data, minutes of the minute data.
    package var interval: Int64?
    /// The hour to fetch.
    package var hour: Instant?
    package var item: MeasuredItem?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            act: pass.value("act", \.act),
            interval: pass.optionalWhole("interval", \.interval, in: IntervalDomain.self),
            hour: pass.optional("hour", \.hour), item: pass.optional("item", \.item))
    }

    package init(act: DeviceAct, interval: Int64? = nil, hour: Instant? = nil, item: MeasuredItem? = nil) {
        self.act = act
        self.interval = interval
        self.hour = hour
        self.item = item
    }

    /// The body of the command (CP). The time is that of sending.
    package func body(at now: Instant) -> String {
        switch act {
        case .setTime: "SystemTime=\(FrameTime.text(now))"
        case .realtimeInterval: "RtdInterval=\(interval ?? 0)"
        case .minuteInterval: "MinInterval=\(interval ?? 0)"
        case .fetchHour:
            hour.map { "BeginTime=\(FrameTime.text($0));EndTime=\(FrameTime.text($0))" } ?? ""
        case .sampleNow: "PolId=\(item.map(FactorCode.code(of:)) ?? "")"
        }
    }
}

/// An interval: 1 to 3,600.
package enum IntervalDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...3_600
    package static let unit = "s or min"
}

extension FactorCode {
    /// The code of 2017 for an item.
    static func code(of item: MeasuredItem) -> String {
        items.filter { $0.value == item }.keys.first { $0.hasPrefix("w") } ?? ""
    }
}
