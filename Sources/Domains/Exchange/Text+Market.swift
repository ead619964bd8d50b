import Kernel

/// The words of the exchange on the page of a place and on the first one.
enum MarketText {
    static let open = Message(zh: "正在交易的标的", en: "Lots on the market")
    static let openDefinition = Message(
        zh: "正在公告、等待竞价、正在竞价或正在公示结果的标的。",
        en: "Lots on notice, waiting for their auction, under auction, or with their result on display.")
    static let deals = Message(zh: "一年成交", en: "Deals of a year")
    static let dealsDefinition = Message(
        zh: "最近 365 天竞价结束并已签合同的标的，合同总价合计；溢价为成交单价之和比起始单价之和。",
        en: "Lots whose auction ended in the last 365 days and whose contract is signed: the sum of contract totals.")
    static func rise(_ count: String, _ percent: String) -> Message {
        Message(zh: "\(count) 宗，溢价 \(percent)", en: "\(count.of("deal")), \(percent) above the start")
    }
    static let nobody = Message(zh: "暂时没有人要办", en: "Nobody for now")
    static let clock = Message(zh: "系统到时自动办", en: "The clock, by itself")
    static func either(_ roles: [Message]) -> Message {
        Message(zh: roles.map(\.zh).joined(separator: "或"), en: roles.map(\.en).joined(separator: " or "))
    }
    static let now = Message(zh: "正在竞价和报名", en: "Auctions and registrations now")
    static let all = Message(zh: "全部标的", en: "All lots")
}

/// The words of a lot's page that say where things stand.
enum LotWords {
    static func clock(_ state: LotState) -> Message {
        switch state {
        case .auctionRunning: Message(zh: "竞价还剩", en: "Auction ends in")
        case .auctionScheduled: Message(zh: "距开始竞价", en: "Auction opens in")
        case .resultPublicity: Message(zh: "公示还剩", en: "Objections close in")
        case .contractPending: Message(zh: "签约期限还剩", en: "Contract due in")
        default: Message(zh: "报名还剩", en: "Registration closes in")
        }
    }
    static let held = Message(zh: "对公告的异议还没有答复", en: "An objection to the notice waits for its answer")
    static let heldUntilAnswered = Message(
        zh: "答复公开之前，不开始竞价，也不协商成交。", en: "Before the answer is public no auction opens and no price is agreed.")
    static let toNotice = Message(zh: "看公告和异议", en: "See the notice and the objection")
    /// After a sum in yuan: what it is for.
    static func per(_ unit: PriceUnit) -> Message {
        switch unit {
        case .fenPerMuYear: Message(zh: "/ 亩·年", en: "per mu and year")
        case .fenPerYear: Message(zh: "/ 年", en: "per year")
        case .fenTotal: Message(zh: "总价", en: "in total")
        case .fenPerSquareMetreMonth: Message(zh: "/ 平方米·月", en: "per m² and month")
        }
    }
    static let priceNow = Message(zh: "现价", en: "Price now")
    static let priceReached = Message(zh: "成交价", en: "Price reached")
    static let priceStart = Message(zh: "起始价", en: "Starts at")
    static func total(_ amount: String, _ years: String) -> Message {
        Message(zh: "全部期限合计 \(amount)（\(years)）", en: "\(amount) over the whole term (\(years))")
    }
    static func counts(_ unit: Message, _ total: Message) -> Message {
        Message(zh: "\(unit.zh)；\(total.zh)", en: "\(unit.en); \(total.en)")
    }
    static func leads(_ paddle: Int64) -> Message { Message(zh: "\(paddle) 号领先", en: "Bidder \(paddle) leads") }
    static let nobody = Message(zh: "还没有人出价", en: "No bid yet")
    static func registered(_ count: String) -> Message { Message(zh: "\(count) 人报名", en: "\(count) registered") }
    static let thing = Message(zh: "租的是什么", en: "What is let")
    static let money = Message(zh: "钱怎么算", en: "The money")
    static let rules = Message(zh: "怎么竞价", en: "How it is auctioned")
    static let outcome = Message(zh: "结果", en: "Outcome")
    static let progress = Message(zh: "走到哪一步了", en: "Where it stands")
    static let everyStep = Message(zh: "每一步的时间和经办岗位", en: "Every step, its time and its desk")
    static func allBids(_ count: String) -> Message { Message(zh: "全部 \(count) 次报价", en: "All \(count.of("bid"))") }
    static let paperDigest = Message(zh: "文件校验值", en: "Digest of the text")
    static let whatElse = Message(zh: "还可以办", en: "What else can be done")
    static let map = Message(zh: "地块", en: "The parcel")

    static let stops: [(Message, Set<LotState>)] = [
        (Message(zh: "申请受理", en: "Accepted"), [.draft, .resolving, .submitted, .returned]),
        (Message(zh: "审核", en: "Reviewed"), [.accepted, .reviewing, .rejected, .approved]),
        (Message(zh: "公告报名", en: "On notice"), [.listed, .closed, .relistDecision]),
        (
            Message(zh: "竞价", en: "Auction"),
            [.auctionScheduled, .atStation, .singleBidder, .auctionRunning, .failed, .awardProposed, .priorityWindow]
        ),
        (Message(zh: "结果公示", en: "Result"), [.resultPublicity, .objection, .awardConfirmed]),
        (Message(zh: "签合同", en: "Contract"), [.contractPending, .contractSigned, .settling, .breached]),
        (Message(zh: "鉴证归档", en: "Certified"), [.certified, .filed]),
        (
            Message(zh: "履约", en: "Performed"),
            [.performing, .expiring, .finished, .renewed, .earlyTerminated]
        ),
    ]
}
