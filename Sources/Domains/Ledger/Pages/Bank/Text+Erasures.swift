import Kernel
import Web

/// Words of the erasure of names in the books' files.
extension LedgerText {
    static let eraseCounterparty = Message(zh: "删除流水对方信息", en: "Erase whom a bank line names")
    static let eraseSeller = Message(zh: "删除开票方信息", en: "Erase who wrote an invoice")
    static let archives14 = LegalBasis(
        Message(
            zh: "《会计档案管理办法》（财政部令第79号）第十四条（保管期限从会计年度终了后第一天算起）",
            en: "Measures on Accounting Archives (Order 79), art. 14 (terms run from the end of the accounting year)"),
        source: "domain notes books 2.2, S-79")
    static let personalData47 = LegalBasis(
        Message(zh: "个人信息保护法第四十七条", en: "Personal Information Protection Law, art. 47"),
        source: "rural-exchange 1.11")
}

extension BookText {
    static let erase = Message(zh: "删除对方信息", en: "erase the name")
    static let eraseSeller = Message(zh: "删除开票方", en: "erase the seller")
    static let nameErased = Message(zh: "对方信息已删除", en: "name erased")
    static let sellerErased = Message(zh: "开票方已删除", en: "seller erased")
    static let whatGoes = Message(zh: "删除什么，留下什么？", en: "What goes, and what stays?")
    static let partyGoes = Message(zh: "对方户名、账号和摘要", en: "The other side’s name and account, and the remark")
    static let sellerGoes = Message(zh: "开票方名称和税号", en: "The seller’s name and tax number")
    static let fileStays = Message(
        zh: "日期、金额和编号保留。删除后不能恢复；已保存的备份到期销毁前仍有。",
        en: "Day, amount and number stay. It cannot be brought back; backups made before keep it until they end.")
    static let order = Message(zh: "要求提前删除的文书文号", en: "Order that asks for it early")
    static let orderHint = Message(zh: "会计档案保管期未满时填", en: "Where the years of the files are not over")
}
