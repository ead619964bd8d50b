import Kernel
import Web

extension ExchangeText {
    /// What waits for somebody, in a word beside its number.
    enum Waiting {
        static let overdue = Message(zh: "逾期未办的款项", en: "Money that others should have moved")
        /// What is late, how much, and of which lot.
        static func late(_ money: OpenMoney) -> Message {
            let kind = MoneyText.kind(money.kind)
            let place = "\(money.lotName) · \(money.villageName)"
            return Message(
                zh: "\(kind.zh) \(Format(.chinese).money(money.amount)) · \(place)",
                en: "\(kind.en) \(Format(.english).money(money.amount)) · \(place)")
        }
        static let lookInto = Message(zh: "去查看", en: "Look into it")
        static let lots = Message(zh: "标的等我办理", en: "Lots to act on")
        static func count(_ count: String) -> Message { Message(zh: "\(count) 个标的", en: "\(count.of("lot"))") }
        static func of(_ who: Message, _ act: Message) -> Message {
            Message(zh: "等\(who.zh)\(act.zh)", en: "\(who.en) to act: \(act.en)")
        }
        static let auctions = Message(zh: "正在竞价、不是您领先的标的", en: "Auctions under way in which somebody else leads")
        static let deposits = Message(zh: "要交的保证金", en: "Deposits to pay")
        static func payDeposit(_ amount: Money) -> Message {
            Message(
                zh: "交保证金 \(Format(.chinese).money(amount))", en: "Pay the deposit of \(Format(.english).money(amount))"
            )
        }
    }
}
