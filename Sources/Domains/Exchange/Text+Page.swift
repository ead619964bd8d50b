import Kernel

extension ExchangeText {
    /// Words of the pages.
    enum Page {
        static let lots = Message(zh: "交易标的", en: "Lots")
        static let lot = Message(zh: "标的详情", en: "A lot")
        static let bids = Message(zh: "报价记录", en: "Bids")
        static let mine = Message(zh: "我的报名", en: "My registrations")
        static let desk = Message(zh: "交易待办", en: "Exchange desk")
        static let redFlags = Message(zh: "这个标的的预警", en: "Red flags of this lot")
        static let bidders = Message(zh: "报名名单", en: "Registrations")
        static let biddersQuestion = Message(zh: "谁报了名？", en: "Who has registered?")
        static let mineQuestion = Message(zh: "我报名了哪些标的？", en: "Which lots have I registered for?")
        static func registrations(_ count: String) -> Message {
            Message(zh: "\(count) 个报名", en: count == "1" ? "1 registration" : "\(count) registrations")
        }
        static let dealsQuestion = Message(zh: "一年来成交了哪些？", en: "What was dealt within a year?")
        static let chosenQuestion = Message(zh: "符合条件的标的有哪些？", en: "Which lots are these?")
        static let lotsQuestion = Message(zh: "现在有什么可以参加？", en: "What can be had now?")
        static func openLots(_ count: String) -> Message {
            Message(zh: "\(count) 个标的正在公告或竞价", en: "\(count.of("lot")) open")
        }
        static let searchLots = Message(zh: "查找标的（名称、村、用途）", en: "Find a lot (name, village, use)")
        static let all = Message(zh: "全部", en: "All")
        static let noLots = Message(zh: "没有符合条件的标的。", en: "No lot matches.")
        static let newResolution = Message(zh: "降价须有新的决议", en: "a lower price needs a new resolution")
        static let resolutionHint = Message(
            zh: "先“登记决议”；也可以到提交时再选", en: "recorded beforehand; may also be chosen on submitting")
        static let reasonsToReject = Message(zh: "不予通过的，必须写明理由", en: "needed where it is rejected")
        static let judge = Message(zh: "评委", en: "Judge")
        static let points = Message(zh: "得分", en: "Points")
        static let pointsHint = Message(zh: "0 到 10000", en: "0 to 10,000")
        static let documentNumber = Message(zh: "文号", en: "Document number")
        static let borrowedFrom = Message(zh: "样本来源", en: "Sample from")
        static let noRow = Message(zh: "不填", en: "leave out")
        static let emptyIsCountys = Message(zh: "不填则按本县标准计算", en: "empty = the county's figure")
        static let takeDates = Message(zh: "把日期放进我的日历", en: "Add the dates to my calendar")
        static let objectionsUntil = Message(zh: "异议截止", en: "Objections until")
        static let signUntil = Message(zh: "签约期限", en: "To be signed by")
        static let partyHint = Message(
            zh: "还没有登记过的人，先登记当事人，再回到这里。", en: "Whoever is not registered yet is registered first, as a party.")
        static let guideDealsNote = Message(
            zh: "近 24 个月已签约的按亩计租成交；各行已按公式算好，核对后发布。",
            en: "signed deals per mu of the last 24 months; the rows are computed from them, check and publish")
        static let guideRowsNote = Message(
            zh: "发布后不能改旧表，只能再发布新表。", en: "A published table is never changed; a new one follows it.")
        static func row(_ number: Int, _ field: Message) -> Message {
            Message(zh: "第 \(number) 行 \(field.zh)", en: "Row \(number): \(field.en)")
        }
        static let course = Message(zh: "价格走势", en: "Course of the price")
        static let clock = Message(zh: "服务器时间", en: "Server clock")
        static let clockNote = Message(zh: "以此为准", en: "this clock decides")
        static let endsNote = Message(zh: "临近结束有更高报价时顺延", en: "moves when a higher bid comes late")
        static let bidCount = Message(zh: "有效报价", en: "Bids")
        static func bidCountNote(_ bidders: String) -> Message {
            Message(zh: "\(bidders) 人参加", en: "\(bidders) take part")
        }
        static let extensions = Message(zh: "延时次数", en: "Extensions")
        static func extensionsNote(_ each: String) -> Message {
            Message(zh: "每次延至报价后 \(each)", en: "each to \(each) after the bid")
        }
        static func youLead(_ paddle: Int64) -> Message {
            Message(zh: "您（\(paddle) 号）领先", en: "You (bidder \(paddle)) lead")
        }
        static let noNeedToBid = Message(
            zh: "没有人出更高的价以前，不用再出价。", en: "There is no need to bid until somebody goes beyond.")
        static let bidAgainstMyself = Message(zh: "我要自己再加价", en: "Bid beyond my own price")
        static let registeredNow = Message(zh: "您已报名这个标的", en: "You are registered for this lot")
        static let payNext = Message(
            zh: "保证金还没有到账：收款账户和附言在“我的报名”里。",
            en: "Your deposit has not arrived: account and remark stand with your registrations.")
        static let waitNext = Message(
            zh: "等竞价开始；开始的时间在下面“进度”里。", en: "The auction is next; its day stands below.")
        static func outbid(_ paddle: Int64) -> Message {
            Message(zh: "您（\(paddle) 号）已被超过", en: "You (bidder \(paddle)) are outbid")
        }
        static func notYetBid(_ paddle: Int64) -> Message {
            Message(zh: "您是 \(paddle) 号，还没有出价", en: "You are bidder \(paddle) and have not bid yet")
        }
        static let startQuestion = Message(zh: "起始价是多少？", en: "What does it start at?")
        static let soldQuestion = Message(zh: "成交价是多少？", en: "What was it let for?")
        static let priceQuestion = Message(zh: "现在是什么价？", en: "What is the price now?")
        static func running(leader: Int64?, endsAt: String) -> Message {
            guard let leader else {
                return Message(zh: "还没有人出价，\(endsAt) 结束", en: "No bid yet; ends \(endsAt)")
            }
            return Message(zh: "\(leader) 号领先，\(endsAt) 结束", en: "Bidder \(leader) leads; ends \(endsAt)")
        }
        static func listed(until end: String) -> Message {
            Message(zh: "报名截止 \(end)", en: "Registrations until \(end)")
        }
        static func paddle(_ number: Int64) -> Message { Message(zh: "\(number) 号竞买人", en: "Bidder \(number)") }
        static let history = Message(zh: "办理过程", en: "How it came about")
        static let extendedTo = Message(zh: "延时至", en: "extended to")
        static let bySlip = Message(zh: "工作人员凭本人签字单据代为出价", en: "entered by a clerk from a signed slip")
        static let objections = Message(zh: "异议与答复", en: "Objections and answers")
        static let nextBidQuestion = Message(zh: "下一个有效报价是多少？", en: "What is the next valid bid?")
        static let bidIsFinal = Message(
            zh: "报价提交后不能撤回，以服务器时间为准。", en: "A bid cannot be taken back; the server's clock counts.")
        static let backToLot = Message(zh: "返回标的", en: "Back to the lot")
        static let registerQuestion = Message(zh: "参加需要交多少保证金？", en: "What deposit is needed to take part?")
        static let ownAccount = Message(
            zh: "保证金只能从本人账户转入，并退回本账户。", en: "The deposit must come from your own account and goes back to it.")
        static let sharedAccount = Message(zh: "同一账户", en: "shared account")
        static let standIn = Message(zh: "代他人办理时填写", en: "only when acting for somebody")
        static let flags = Message(zh: "异常信号", en: "Red flags")
        static let flagsQuestion = Message(zh: "有多少信号需要核查？", en: "How many signals need a look?")
        static let flagsNote = Message(
            zh: "信号不是结论；公式与阈值见决策记录 0055。", en: "A signal is no verdict; formulas and fences: decision 0055.")
        static let noFlags = Message(zh: "没有异常信号。", en: "No signal.")
        static let guidePrices = Message(zh: "土地流转指导价", en: "Guide prices")
        static let guideQuestion = Message(zh: "地租一般是多少？", en: "What is land let for here?")
        static let guidesBefore = Message(zh: "以前的指导价", en: "Guide prices before these")
        static let guideNone = Message(zh: "还没有发布指导价", en: "No guide prices yet")
        static func guideRange(from low: String, to high: String) -> Message {
            let range = low == high ? low : "\(low) – \(high)"
            return Message(zh: "\(range) / 亩·年", en: "\(range) a mu a year")
        }
        static let guideDealsQuestion = Message(zh: "依据多少宗成交？", en: "How many deals is this drawn from?")
        static func guideDeals(_ count: String) -> Message {
            Message(zh: "\(count) 宗成交", en: count == "1" ? "1 deal" : "\(count) deals")
        }
        static let guideNote = Message(
            zh: "下限、中位、上限为近期成交价的 25%、50%、75% 分位；农户自行流转价格由双方商定。",
            en:
                "Floor, middle and high are the 25th, 50th and 75th percentile of recent deals; households agree freely."
        )
        static let floor = Message(zh: "下限", en: "Floor")
        static let middle = Message(zh: "中位", en: "Middle")
        static let high = Message(zh: "上限", en: "High")
        static let before = Message(zh: "上期中位", en: "Middle before")
        static let samples = Message(zh: "样本", en: "Samples")
        static let validFrom = Message(zh: "执行日期", en: "Valid from")
        static let landClass = Message(zh: "地类", en: "Class")
        static let wholeCounty = Message(zh: "全县", en: "whole county")
        static let deskQuestion = Message(zh: "有多少标的等我办理？", en: "How many lots wait for me?")
        static let nothingWaits = Message(zh: "没有待办事项。", en: "Nothing waits.")
        static let draftNote = Message(zh: "台账里已有的内容已自动填入，无需重复录入。", en: "What the register knows is already filled in.")
        static let yearsOrEnd = Message(zh: "年限与截止日期填一项", en: "either years or a last day")
        static let planHint = Message(zh: "各期合计 100%；不填则按年预付", en: "100 % in all; empty = each year in advance")
    }

    /// Names of fields.
    enum Field {
        static let priority = Message(zh: "同等条件下谁优先", en: "Who comes first at the same price")
        static let drawSeed = Message(zh: "抽签用的一句话", en: "The words of the draw")
        static let drawSeedHint = Message(
            zh: "自己想一句，记好并保密；公告只写它的指纹，抽签时填同一句，谁都能验算。",
            en:
                "Words of your own, noted and kept secret. The notice shows their fingerprint; at the draw you type the same words, and anyone can check."
        )
        static let lot = Message(zh: "标的", en: "Lot")
        static let place = Message(zh: "所在村", en: "Place")
        static let owner = Message(zh: "转出方", en: "Owner")
        static let asset = Message(zh: "资产台账", en: "Register card")
        static let category = Message(zh: "交易品种", en: "Category")
        static let way = Message(zh: "流转方式", en: "Way of transfer")
        static let mode = Message(zh: "交易方式", en: "Mode")
        static let area = Message(zh: "面积", en: "Area")
        static let use = Message(zh: "用途", en: "Use")
        static let term = Message(zh: "期限", en: "Term")
        static let years = Message(zh: "年限", en: "Years")
        static let startsOn = Message(zh: "起始日", en: "First day")
        static let endsOn = Message(zh: "截止日", en: "Last day")
        static let price = Message(zh: "价格", en: "Price")
        static let startPrice = Message(zh: "起始价", en: "Start price")
        static let unit = Message(zh: "计价单位", en: "Unit")
        static let step = Message(zh: "加价幅度", en: "Step")
        static let `extension` = Message(zh: "延时（秒）", en: "Extension")
        static let deposit = Message(zh: "保证金", en: "Deposit")
        static let depositState = Message(zh: "保证金状态", en: "Deposit")
        static let handling = Message(zh: "办理层级", en: "Handled by")
        static let closesAt = Message(zh: "报名截止", en: "Registrations until")
        static let opensAt = Message(zh: "竞价开始", en: "Auction opens")
        static let endsAt = Message(zh: "竞价结束", en: "Auction ends")
        static let byDefault = Message(zh: "不填则按本县规定计算", en: "empty = as the county rules")
        static let bidders = Message(zh: "竞买人数", en: "Bidders")
        static let bidder = Message(zh: "竞买人", en: "Bidder")
        static let winner = Message(zh: "拟成交", en: "Proposed winner")
        static let lessee = Message(zh: "受让方", en: "Transferee")
        static let total = Message(zh: "总价", en: "Total")
        static let contract = Message(zh: "合同", en: "Contract")
        static let state = Message(zh: "状态", en: "State")
        static let lotState = Message(zh: "标的进度", en: "The lot")
        static let number = Message(zh: "序号", en: "No.")
        static let time = Message(zh: "时间", en: "Time")
        static let remark = Message(zh: "备注", en: "Remark")
        static let digest = Message(zh: "凭据", en: "Paper")
        static let decision = Message(zh: "处理意见", en: "Decision")
        static let answer = Message(zh: "答复", en: "Answer")
        static let reasons = Message(zh: "理由", en: "Reasons")
        static let grounds = Message(zh: "异议内容", en: "Grounds")
        static let cause = Message(zh: "原因", en: "Cause")
        static let resolution = Message(zh: "决议编号", en: "Resolution")
        static let witness = Message(zh: "见证人", en: "Witness")
        static let amount = Message(zh: "金额", en: "Amount")
        static let reference = Message(zh: "银行流水号", en: "Bank reference")
        static let account = Message(zh: "银行账号", en: "Bank account")
        static let payerName = Message(zh: "付款人", en: "Payer")
        static let party = Message(zh: "主体编号", en: "Party")
        static let paddle = Message(zh: "竞买号", en: "Paddle")
        static let slip = Message(zh: "本人签字的单据", en: "The slip they signed")
        static let protocolPaper = Message(zh: "现场记录", en: "Record of the session")
        static let decisionPaper = Message(zh: "决定书", en: "The decision")
        static let seed = Message(zh: "抽签种子", en: "Seed")
        static let limit = Message(zh: "出价上限", en: "Limit")
        static let flag = Message(zh: "信号", en: "Signal")
        static let subject = Message(zh: "对象", en: "Subject")
        static let value = Message(zh: "数值", en: "Value")
        static let act = Message(zh: "办理", en: "Act")
        static func planYear(_ row: Int) -> Message { Message(zh: "第 \(row) 期付款年份", en: "Instalment \(row): year") }
        static func planShare(_ row: Int) -> Message { Message(zh: "第 \(row) 期付款比例", en: "Instalment \(row): share") }
    }

    /// Words of the generated document.
    enum Document {
        static let title = Message(zh: "标的的状态", en: "The states of a lot")
        static let origin = Message(
            zh: "本文由 Rules/Transitions.swift 的表生成，测试保证一致；表中没有的转换一律拒绝。",
            en: "Generated from the table in `Rules/Transitions.swift` and held against it by a test. "
                + "Every pair of states that is not in it is refused. Source: domain notes, section 1.6; decision 0050."
        )
        static let publisher = Message(zh: "阡陌农村产权交易", en: "Qianmo rural exchange")
        static let mu = Message(zh: "亩", en: "mu")
        static func stops(_ states: String) -> Message {
            Message(
                zh: "以下状态均可中止、终止或撤牌：\(states)。",
                en:
                    "From each of these the lot may be `suspended` (by supervision, for a listed cause; only `resumeLot` leads "
                    + "back, and only to where it stood), `terminated` (by supervision) or `withdrawn` (by the village): "
                    + "\(states). A suspended lot may also be terminated.")
        }
    }

    static func forfeiture(_ cause: ForfeitureCause) -> Message {
        switch cause {
        case .notSigned: Message(zh: "未按期签约", en: "did not sign")
        case .notPaid: Message(zh: "未按期付款", en: "did not pay")
        case .collusion: Message(zh: "串通", en: "collusion")
        case .falsePapers: Message(zh: "材料虚假", en: "false papers")
        case .withdrawal: Message(zh: "成交后反悔", en: "withdrawal")
        }
    }

    static func guideSource(_ source: GuidePriceSource) -> Message {
        switch source {
        case .township: Message(zh: "本乡镇", en: "the township")
        case .county: Message(zh: "全县同类", en: "the county's same class")
        case .landClass: Message(zh: "各地同类", en: "the same class anywhere")
        case .none: Message(zh: "样本不足", en: "too few deals")
        }
    }

    static func review(_ decision: ReviewDecision) -> Message {
        switch decision {
        case .approve: Message(zh: "通过", en: "approve")
        case .reject: Message(zh: "不予通过", en: "reject")
        }
    }

    static func objection(_ decision: ObjectionDecision) -> Message {
        switch decision {
        case .dismissed: Message(zh: "不成立", en: "dismissed")
        case .upheld: Message(zh: "成立", en: "upheld")
        }
    }

    static func bidder(_ state: BidderState) -> Message {
        switch state {
        case .registered: Message(zh: "已报名", en: "registered")
        case .docsPending: Message(zh: "待补材料", en: "papers missing")
        case .qualified: Message(zh: "合格", en: "qualified")
        case .refused: Message(zh: "未通过", en: "refused")
        }
    }

    static func cause(_ cause: StopCause) -> Message {
        switch cause {
        case .systemFailure: Message(zh: "系统故障", en: "failure of the system")
        case .ownershipDispute: Message(zh: "权属争议", en: "dispute over ownership")
        case .forceMajeure: Message(zh: "不可抗力", en: "force majeure")
        case .noRightOfDisposal: Message(zh: "无权处分", en: "no right of disposal")
        case .objectDestroyed: Message(zh: "标的灭失", en: "object destroyed")
        case .sellerAtFault: Message(zh: "转出方过错", en: "seller at fault")
        case .sellerRequest: Message(zh: "转出方申请", en: "seller's request")
        case .fraud: Message(zh: "弄虚作假或串通", en: "fraud or collusion")
        case .requisition: Message(zh: "征收", en: "requisition")
        case .naturalDelisting: Message(zh: "自然撤牌", en: "natural delisting")
        case .otherLegal: Message(zh: "其他法定情形", en: "other legal cause")
        }
    }
}
