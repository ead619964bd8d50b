import Kernel

extension ExchangeText {
    /// Words of the pages.
    enum Page {
        static let lots = Message(zh: "交易标的", en: "Lots")
        static let lot = Message(zh: "标的详情", en: "A lot")
        static let bids = Message(zh: "报价记录", en: "Bids")
        static let mine = Message(zh: "我的报名", en: "My registrations")
        static let desk = Message(zh: "交易待办", en: "Exchange desk")
        static let bidders = Message(zh: "报名名单", en: "Registrations")
        static let lotsQuestion = Message(zh: "现在有什么可以参加？", en: "What can be had now?")
        static func openLots(_ count: String) -> Message {
            Message(zh: "\(count) 个标的正在公告或竞价", en: "\(count) lots are open")
        }
        static let searchLots = Message(zh: "查找标的（名称、村、用途）", en: "Find a lot (name, village, use)")
        static let all = Message(zh: "全部", en: "All")
        static let noLots = Message(zh: "没有符合条件的标的。", en: "No lot matches.")
        static let startQuestion = Message(zh: "起始价是多少？", en: "What does it start at?")
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
        static let deskQuestion = Message(zh: "有多少标的等我办理？", en: "How many lots wait for me?")
        static let nothingWaits = Message(zh: "没有待办事项。", en: "Nothing waits.")
        static let draftQuestion = Message(zh: "要交易哪项资产？", en: "What is offered?")
        static let draftNote = Message(zh: "台账里已有的内容已自动填入，无需重复录入。", en: "What the register knows is already filled in.")
        static let yearsOrEnd = Message(zh: "年限与截止日期填一项", en: "either years or a last day")
        static let planHint = Message(zh: "万分比，合计 10000；不填则按年预付", en: "of 10,000 in all; empty = each year in advance")
    }

    /// Names of fields.
    enum Field {
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
        static let number = Message(zh: "序号", en: "No.")
        static let time = Message(zh: "时间", en: "Time")
        static let remark = Message(zh: "备注", en: "Remark")
        static let digest = Message(zh: "校验值", en: "Digest")
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
        static let slip = Message(zh: "签字单据校验值", en: "Digest of the signed slip")
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
