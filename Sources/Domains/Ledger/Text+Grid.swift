import Kernel

/// Words of the voucher grid.
extension BookText {
    static let gridTitle = Message(zh: "录凭证", en: "Enter a voucher")
    static let gridHint = Message(
        zh: "科目可打编码、名称或拼音首字母", en: "Accounts by code, name or the first letters of the pinyin")
    static let addUp = Message(zh: "核一下", en: "Add it up")
    static let bothEqual = Message(zh: "借贷相等", en: "Both sides are equal")
    static let nextVoucher = Message(zh: "录下一张", en: "The next voucher")
    static let templates = Message(zh: "常用分录", en: "Typical entries")
    static let template = Message(zh: "业务", en: "What happened")
    static let copyVoucher = Message(zh: "照此再录一张", en: "Another like this")
}
