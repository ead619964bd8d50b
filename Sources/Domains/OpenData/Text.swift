package import Kernel
import Exchange
import Registry

/// The few words an OCDS release says that are not data. Releases are written in Chinese and say so.
package enum OCDSText {
    package static let title = Message(zh: "开放合同数据", en: "Open contracting data")
    static let extensionFile = Message(zh: "开放合同数据扩展 ruralLease 的文件", en: "Files of the OCDS extension ruralLease")
    static let package = Message(zh: "一宗标的的开放合同数据", en: "One lot as open contracting data")
    package static let mu = Message(zh: "亩", en: "mu")

    static func paddle(_ number: Int64) -> Message { Message(zh: "\(number) 号竞买人", en: "Bidder \(number)") }

    static func rationale(_ resolution: ResolutionID?) -> Message {
        guard let resolution else {
            return Message(zh: "农户以自己的权利挂牌", en: "Offered by a household in its own right")
        }
        return Message(zh: "依集体决议 \(resolution) 交易", en: "Traded under the collective's resolution \(resolution)")
    }
}
