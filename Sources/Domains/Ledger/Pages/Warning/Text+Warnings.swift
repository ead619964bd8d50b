import Kernel
import Registry
import Web

/// Words of warnings.
extension LedgerText {
    static let closeWarning = Message(zh: "办结预警", en: "Answer a warning")
}

enum WarningText {
    static let warnings = Message(zh: "预警", en: "Warnings")
    static let hint = Message(zh: "按规则查出来、要有人说明的事", en: "What the rules point at and somebody has to answer")
    static let which = Message(zh: "账上有什么要说明的？", en: "What in the books has to be answered?")
    static func answer(_ open: Int, _ late: Int) -> Message {
        Message(zh: "待办结 \(open) 条，其中超期 \(late) 条", en: "\(open) open, \(late) of them late")
    }
    static let note = Message(
        zh: "预警由账上的数字算出，不能删改；办结只写明情况，数字不变。",
        en:
            "Warnings are reckoned from the books and cannot be taken away; an answer says what was found and changes no figure."
    )
    static let none = Message(zh: "没有预警。", en: "There are no warnings.")
    static let rule = Message(zh: "规则", en: "Rule")
    static let about = Message(zh: "事项", en: "About")
    static let owner = Message(zh: "责任岗位", en: "Owner")
    static let since = Message(zh: "发生日", en: "Since")
    static let due = Message(zh: "办结期限", en: "Due")
    static let whatFound = Message(zh: "查明了什么，怎么办的？", en: "What was found, and what was done?")
    static let finding = Message(zh: "情况说明", en: "Answer")
    static let evidence = Message(zh: "佐证照片或文件", en: "Photo or file that shows it")
    static let open = Message(zh: "待办结", en: "Open")
    static let late = Message(zh: "已超期", en: "Late")
    static func closed(_ date: String) -> Message { Message(zh: "\(date) 已办结", en: "Answered on \(date)") }
    static func rule(_ rule: WarningRule) -> Message {
        let (code, version) = (rule.code.rawValue, rule.version)
        return Message(
            zh: "\(code)（第 \(version) 版）\(rule.name.zh)", en: "\(code) (version \(version)) \(rule.name.en)")
    }

    private static func words(_ zh: (Format) -> String, _ en: (Format) -> String) -> Message {
        Message(zh: zh(Format(.chinese)), en: en(Format(.english)))
    }
    static func payment(_ number: String, _ amount: Money) -> Message {
        words({ "凭证 \(number) 付出 \($0.money(amount))" }, { "Voucher \(number) paid \($0.money(amount))" })
    }
    static func cash(_ amount: Money) -> Message {
        words({ "库存现金 \($0.money(amount))" }, { "\($0.money(amount)) in cash" })
    }
    static func reversed(_ count: Int64) -> Message {
        Message(zh: "今年红冲 \(count) 张", en: "\(count.of("voucher")) reversed this year")
    }
    static func claim(_ matter: String, _ amount: Money) -> Message {
        words({ "\(matter) \($0.money(amount))" }, { "\(matter) \($0.money(amount))" })
    }
    static func split(_ count: Int, _ amount: Money) -> Message {
        words({ "\(count) 张报账单，合计 \($0.money(amount))" }, { "\(count) claims, \($0.money(amount)) together" })
    }
    static func rent(_ due: CivilDate, _ amount: Money) -> Message {
        words(
            { "\($0.date(due)) 到期，欠 \($0.money(amount))" }, { "Due on \($0.date(due)), \($0.money(amount)) owed" })
    }
    static func month(_ month: AccountingMonth) -> Message {
        Message(zh: "\(month) 还没有结账", en: "\(month) is not closed")
    }
    static func bank(_ account: AccountCode, _ month: AccountingMonth) -> Message {
        Message(zh: "\(account) \(month) 还没有对账", en: "\(account) is not reconciled for \(month)")
    }
    static func wrongSide(_ account: AccountCode, _ amount: Money) -> Message {
        words({ "\(account) 余额 \($0.money(amount))" }, { "\(account) stands at \($0.money(amount))" })
    }
    static func idle(_ account: AccountCode, _ amount: Money) -> Message {
        words({ "\(account) 结存 \($0.money(amount))" }, { "\($0.money(amount)) left on \(account)" })
    }
    static func notShown(_ month: AccountingMonth) -> Message {
        Message(zh: "\(month) 的收支还没有上墙公开", en: "The money of \(month) does not hang on the wall")
    }
    static func received(_ number: String, _ amount: Money) -> Message {
        words(
            { "凭证 \(number) 收租 \($0.money(amount))，没有写合同" },
            { "Voucher \(number): rent of \($0.money(amount)) without a contract" })
    }
    /// How accounts of letting are called.
    static let lettingWords = ["发包", "租赁", "租金", "出租", "承包"]
    static func debt(_ amount: Money) -> Message {
        words({ "借款余额 \($0.money(amount))" }, { "\($0.money(amount)) borrowed" })
    }
    static func advance(_ who: String, _ amount: Money) -> Message {
        words({ "\(who) 未还 \($0.money(amount))" }, { "\(who) owes \($0.money(amount))" })
    }
    static func oddHours(_ month: AccountingMonth, _ count: Int) -> Message {
        Message(zh: "\(month) 有 \(count) 张", en: "\(count.of("voucher")) in \(month)")
    }
    static func ends(_ name: String, _ date: CivilDate) -> Message {
        words({ "\(name)，\($0.date(date)) 到期" }, { "\(name), until \($0.date(date))" })
    }
    static func outside(_ name: String, _ amount: Money) -> Message {
        words(
            { "\(name)，合同总额 \($0.money(amount))，没有进场交易" },
            { "\(name), \($0.money(amount)) in all, without a lot" })
    }
    static func idleAsset(_ name: String, _ since: CivilDate) -> Message {
        words({ "\(name)，\($0.date(since)) 后没有合同" }, { "\(name), without a contract since \($0.date(since))" })
    }
    static func winner(_ count: Int) -> Message {
        Message(zh: "两年内成交 \(count) 份", en: "\(count.of("contract")) in two years")
    }

    static let supervision = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第十六条（资金管理）",
            en: "Financial system of rural collectives (Cainong 2021 no. 121), art. 16 (care of money)"),
        source: "domain notes rural-exchange 4.4")
}

extension WarningLevel {
    var tone: Tag.Tone {
        switch self {
        case .blue: .neutral
        case .yellow, .orange: .warning
        case .red: .bad
        }
    }
    var label: Message {
        switch self {
        case .blue: Message(zh: "蓝", en: "Blue")
        case .yellow: Message(zh: "黄", en: "Yellow")
        case .orange: Message(zh: "橙", en: "Orange")
        case .red: Message(zh: "红", en: "Red")
        }
    }
}
