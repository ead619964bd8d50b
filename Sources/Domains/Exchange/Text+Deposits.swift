import Kernel

/// The words of the page that takes a bank's file.
enum DepositText {
    static let look = Message(zh: "先看一看", en: "Look at it first")
    static let lookNote = Message(
        zh: "先逐行显示会怎样；您确认之前什么也不写入。",
        en: "Row by row you see what would happen; nothing is written before you confirm.")
    static let whatWouldCome = Message(zh: "文件里有哪些到账？", en: "Which arrivals are in the file?")
    static let whatCame = Message(zh: "登记了哪些，还剩哪些？", en: "What was recorded, and what is left?")
    static let takeNote = Message(
        zh: "整个文件一次登记；搁置的行不登记，下面写明下一步。",
        en: "The file is taken at once; rows set aside are not recorded, and the next step stands beside each.")
    static let row = Message(zh: "行", en: "Row")
    static let rows = Message(zh: "逐行", en: "Row by row")
    static let arrival = Message(zh: "到账", en: "Arrival")
    static let remark = Message(zh: "附言", en: "Remark")
    static let fate = Message(zh: "结果", en: "Result")
    static let next = Message(zh: "下一步", en: "Next step")
    static let ready = Message(zh: "可登记保证金", en: "A deposit")
    static let taken = Message(zh: "已登记", en: "Recorded")
    static let notTaken = Message(zh: "未登记", en: "Not recorded")
    static let known = Message(zh: "早已登记", en: "Recorded before")
    static let foreign = Message(zh: "附言对不上报名", en: "Names no registration")
    static let foreignNext = Message(
        zh: "联系付款人核对；是保证金的，到标的的“报名名单”逐笔登记，不是的（如租金）交村里入账。",
        en:
            "Ask the payer. A deposit is entered by hand under the lot’s registrations; anything else, such as rent, belongs to the village’s books."
    )
    static let otherFile = Message(zh: "换一个文件", en: "Choose another file")

    static func take(_ count: Int) -> Message {
        Message(zh: "登记这 \(count) 笔到账", en: "Record these \(count) arrivals")
    }
    static func counts(_ deposits: Int, _ open: Int) -> Message {
        Message(zh: "保证金 \(deposits) 笔，搁置待办 \(open) 笔", en: "\(deposits) deposits, \(open) set aside")
    }
}
