import Kernel
import Web

/// What contracts of haulers and their months are asked and told.
enum HaulageText {
    static let registerHaulage = Message(zh: "登记清运合同", en: "Enter a haulage contract")
    static let draftSettlement = Message(zh: "重新起草结算单", en: "Reckon the month again")
    static let agreeSettlement = Message(zh: "同意结算", en: "Agree with the settlement")
    static let disputeSettlement = Message(zh: "不同意结算", en: "Dispute the settlement")
    static let confirmSettlement = Message(zh: "确认结算", en: "Confirm the settlement")
    static let assessHaulage = Message(zh: "登记考核扣减", en: "Enter an assessment")
    static let withdrawAssessment = Message(zh: "撤销考核扣减", en: "Take an assessment back")

    static let haulages = Message(zh: "清运合同与结算", en: "Haulage contracts")
    static let haulage = Message(zh: "清运合同", en: "Haulage contract")
    static let settlement = Message(zh: "月结算单", en: "Settlement of a month")
    static let whoHauls = Message(zh: "谁来清运，按什么价？", en: "Who hauls, at what price?")
    static let noHaulages = Message(zh: "还没有登记清运合同。", en: "No contract is entered yet.")
    static let hauler = Message(zh: "清运单位", en: "Hauler")
    static let payer = Message(zh: "付款单位", en: "Payer")
    static let agent = Message(zh: "清运单位经办账号", en: "Account the hauler agrees with")
    static let agentHint = Message(zh: "清运单位用这个手机账号核对、同意每月结算", en: "The hauler checks each month with it")
    static let basis = Message(zh: "计价磅单", en: "Paid by which weighing")
    static let price = Message(zh: "每吨单价", en: "Price of a tonne")
    static let from = Message(zh: "合同起", en: "From")
    static let until = Message(zh: "合同止", en: "Until")
    static let term = Message(zh: "合同期", en: "Term")
    static let registerNote = Message(
        zh: "系统按清运单位名下车辆的磅单，在次月 3 日起草结算单；乡镇确认后，付款村的账上记应付款。",
        en: """
            The program reckons each month on the third day after it, from the tickets of the hauler’s vehicles. Once the \
            township has confirmed it, it is owed in the payer’s books.
            """)
    static let howMuch = Message(zh: "这个月该付多少？", en: "What is owed for the month?")
    static let settlements = Message(zh: "各月结算", en: "Its months")
    static let noSettlements = Message(zh: "还没有起草结算单，次月 3 日由系统起草。", en: "No month is reckoned yet.")
    static let month = Message(zh: "月份", en: "Month")
    static let weighed = Message(zh: "过磅（吨）", en: "Weighed (t)")
    static let tickets = Message(zh: "磅单（张）", en: "Tickets")
    static let due = Message(zh: "按价应付", en: "By the price")
    static let deducted = Message(zh: "考核扣减", en: "Taken off")
    static let net = Message(zh: "结算金额", en: "Owed")
    static let assessments = Message(zh: "考核扣减", en: "Assessments")
    static let noAssessments = Message(zh: "没有扣减。", en: "Nothing is taken off.")
    static let number = Message(zh: "序号", en: "Number")
    static let kind = Message(zh: "事由", en: "For")
    static let amount = Message(zh: "金额", en: "Amount")
    static let amountLabel = Message(zh: "扣减金额", en: "Amount taken off")
    static let withdrawn = Message(zh: "已撤销", en: "taken back")
    static let stands = Message(zh: "有效", en: "stands")
    static let counted = Message(zh: "计入的磅单", en: "Tickets that count")
    static let disputeReason = Message(zh: "哪里不对", en: "What is wrong")
    static let draftedAt = Message(zh: "起草时间", en: "Reckoned")
    static let agreedAt = Message(zh: "清运单位同意", en: "The hauler agreed")
    static let confirmedAt = Message(zh: "乡镇确认", en: "The township confirmed")
    static let assessNote = Message(
        zh: "起草以后登记的扣减，要重新起草才计入。", en: "Entered after the month was reckoned, it counts once it is reckoned again.")
    static let agreeNote = Message(zh: "同意以后，磅单和扣减不能再改。", en: "Its tickets and assessments stand from then on.")
    static let confirmNote = Message(zh: "确认以后，付款单位的账上记一笔应付款。", en: "It is owed in the payer’s books from then on.")
    static let stale = Message(
        zh: "起草以后磅单或考核有变动，请重新起草。", en: "Tickets or assessments have changed since: reckon it again.")

    static func count(_ count: String) -> Message { Message(zh: "\(count) 份合同", en: "\(count.of("contract"))") }
    static func perTonne(_ money: String) -> Message { Message(zh: "每吨 \(money)", en: "\(money) a tonne") }
    static func owed(_ money: String) -> Message { Message(zh: money, en: money) }
    static func reckoning(_ tonnes: String, _ price: String, _ deducted: String) -> Message {
        Message(
            zh: "过磅 \(tonnes) 吨 × 每吨 \(price) − 考核扣减 \(deducted)",
            en: "\(tonnes) t weighed × \(price) a tonne − \(deducted) taken off")
    }
    static func monthOf(_ hauler: String, _ month: String) -> Message {
        Message(zh: "\(hauler) \(month)", en: "\(hauler), \(month)")
    }
}

extension HaulageBasis {
    var label: Message {
        switch self {
        case .collected: Message(zh: "进转运站的磅单", en: "what came to the station")
        case .arrived: Message(zh: "进处理厂的磅单", en: "what arrived at the plant")
        }
    }
}

extension AssessmentKind {
    var label: Message {
        switch self {
        case .missedStop: Message(zh: "漏收", en: "a point was left out")
        case .lateComplaint: Message(zh: "投诉超时", en: "a complaint answered late")
        case .spill: Message(zh: "抛洒滴漏", en: "waste or liquid spilled")
        case .mixed: Message(zh: "混装混运", en: "sorted waste mixed")
        case .dirtySite: Message(zh: "点位不洁", en: "a point left dirty")
        case .other: Message(zh: "其他", en: "something else")
        }
    }
}

extension DisputeReason {
    var label: Message {
        switch self {
        case .weight: Message(zh: "重量不对", en: "the weight")
        case .ticketMissing: Message(zh: "少了磅单", en: "a ticket is missing")
        case .price: Message(zh: "单价不对", en: "the price")
        case .deduction: Message(zh: "扣减不对", en: "what is taken off")
        }
    }
}

extension SettlementPhase {
    var tag: Tag {
        switch self {
        case .drafted: Tag(Message(zh: "待清运单位同意", en: "waits for the hauler"), .warning)
        case .disputed: Tag(Message(zh: "清运单位不同意", en: "disputed"), .bad)
        case .agreed: Tag(Message(zh: "待乡镇确认", en: "waits for the township"), .warning)
        case .confirmed: Tag(Message(zh: "已确认", en: "confirmed"), .good)
        }
    }
}
