package import Kernel

/// The words of the page that takes a bank's file.
package enum DepositText {
    static let look = Message(zh: "先看一看", en: "Look at it first")
    static let lookNote = Message(
        zh: "先逐行显示会怎样；您确认之前什么也不写入。",
        en: "Row by row you see what would happen; nothing is written before you confirm.")
    static let whatWouldCome = Message(zh: "文件里有哪些到账？", en: "Which arrivals are in the file?")
    static let whatCame = Message(zh: "登记了哪些，还剩哪些？", en: "What was recorded, and what is left?")
    static let takeNote = Message(
        zh: "可登记的一次登记；搁置的行不登记，下面写明下一步。",
        en: "What can be recorded is recorded at once; rows set aside are not, and the next step stands beside each.")
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
    /// Why a row that names a registration brings no deposit, by the number of its refusal, and what to do.
    package static func reason(_ number: Int64) -> Message {
        switch Int(number) {
        case ExchangeRefusal.depositTooSmall.number:
            Message(
                zh: "不是本人账户付的，金额也不足保证金。联系付款人核对，退回或补足。",
                en:
                    "Not from the bidder’s own account, and less than is due. Ask the payer: it goes back or is made up."
            )
        case ExchangeRefusal.arrivalRecorded.number:
            Message(
                zh: "这笔流水已登记在另一个报名或另一笔款上，一笔款不能记两次。请核对附言。",
                en: "Entered for another registration or as other money; one arrival is booked once. Check the remark.")
        case ExchangeRefusal.bankUnmatched.number, ExchangeRefusal.depositStep.number:
            Message(
                zh: "这个报名现在不等保证金。联系付款人核对，多付的退回。",
                en: "The registration waits for no deposit now. Ask the payer; what was paid too much goes back.")
        case ExchangeRefusal.datedBefore.number:
            Message(
                zh: "到账日期早于报名日期。请核对附言，或逐笔登记。",
                en: "Dated before the registration. Check the remark, or enter it by hand.")
        case ExchangeRefusal.datedAhead.number:
            Message(zh: "到账日期晚于今天。请核对流水。", en: "Dated after today. Check the statement.")
        default:
            Message(
                zh: "有一格读不出。改正后再交这个文件，或逐笔登记。",
                en: "A cell cannot be read. Correct it and give the file again, or enter the arrival by hand.")
        }
    }
    static let otherFile = Message(zh: "换一个文件", en: "Choose another file")

    static func take(_ count: Int) -> Message {
        Message(zh: "登记这 \(count) 笔到账", en: "Record these \(count.of("arrival"))")
    }
    static func counts(_ deposits: Int, _ open: Int) -> Message {
        Message(zh: "保证金 \(deposits) 笔，搁置待办 \(open) 笔", en: "\(deposits.of("deposit")), \(open) set aside")
    }
}
