import Kernel
import Web

extension LedgerText {
    static let changeWearMethod = Message(zh: "变更折旧方法", en: "Change the method of depreciation")
    static let software20 = LegalBasis(
        Message(
            zh: "《会计软件基本功能和服务规范》（财会〔2024〕12号）第二十条第一项（会计方法及其变更的记录）",
            en: "Caikuai 2024 no. 12, art. 20(1) (a change of method is recorded)"),
        source: "domain notes books 3.1, S-12")
}

/// Words of a change of method.
enum MethodText {
    static let question = Message(zh: "改按什么方法折旧？", en: "How is it to wear from now on?")
    static let note = Message(
        zh: "从下一个未计提的月份起执行，以前的折旧不改；变更和原因写进年度报表附注。",
        en:
            "It holds from the next month that is not booked; earlier wear stays. Change and reason stand in the notes of the year."
    )
    static let months = Message(zh: "剩余使用月数", en: "Months that are left")
    static let units = Message(zh: "剩余工作量", en: "Work that is left")
    static let reasonHint = Message(zh: "为什么新方法更符合实际", en: "Why the new method fits better")
    static let notes = Message(zh: "附注：折旧方法变更", en: "Notes: changes of the method of depreciation")
    static let from = Message(zh: "执行月份", en: "From")
    static let before = Message(zh: "原方法", en: "Before")
    static let after = Message(zh: "新方法", en: "After")
    static func line(_ change: WearChange, _ format: Format) -> Message {
        let (before, after) = (BookText.method(change.before), BookText.method(change.method))
        let net = format.money(change.net)
        return Message(
            zh: "折旧方法变更：\(change.name) 自 \(change.from) 起由\(before.zh)改为\(after.zh)，当时净值 \(net)；原因：\(change.reason)",
            en:
                "Change of method: \(change.name), from \(change.from) \(after.en) instead of \(before.en), net value \(net); \(change.reason)"
        )
    }
}
