import Assembly
import Kernel

/// The words of oversight, and the articles behind its rules.
enum OversightText {
    static let closeRelatives = Message(zh: "中华人民共和国民法典第一千零四十五条", en: "Civil Code, art. 1045")
    static let supervisors = Message(
        zh: "中华人民共和国农村集体经济组织法第三十四条", en: "Rural Collective Economic Organisation Law, art. 34")

    static let title = Message(zh: "廉洁预警", en: "Integrity flags")
    static let question = Message(zh: "哪些交易和付款要有人去问一问？", en: "Which deals and payments should somebody ask about?")
    static func answer(_ red: String, _ orange: String, _ yellow: String) -> Message {
        Message(
            zh: "红色 \(red) 条，橙色 \(orange) 条，黄色 \(yellow) 条", en: "\(red) red, \(orange) orange, \(yellow) yellow")
    }
    static let caution = Message(
        zh: "预警只是线索：任职和亲属申报按交易当天核对，这里只显示规则，不显示谁是谁的亲属。",
        en:
            "A flag is a hint. Offices and declarations are held against the day of each deal; what is shown is the rule, never who is whose relative."
    )
    static let byPlace = Message(zh: "按地方", en: "By place")
    static let byRule = Message(zh: "按规则", en: "By rule")
    static let flags = Message(zh: "预警", en: "Flags")
    static let place = Message(zh: "地方", en: "Place")
    static let rule = Message(zh: "规则", en: "Rule")
    static let level = Message(zh: "等级", en: "Level")
    static let object = Message(zh: "交易或付款", en: "Deal or payment")
    static let date = Message(zh: "日期", en: "Day")
    static let beside = Message(zh: "对照", en: "Held against")
    static let inLog = Message(zh: "日志", en: "Log")
    static let entries = Message(zh: "日志记录", en: "Entries")
    static let total = Message(zh: "合计", en: "All")
    static let nothing = Message(zh: "没有预警。", en: "No flags.")
    static let showAll = Message(zh: "看全部规则", en: "Show all rules")
    static let rules = Message(zh: "廉洁预警规则", en: "Rules of integrity flags")
    static let rulesQuestion = Message(zh: "什么样的交易和付款会被提醒？", en: "Which deals and payments are flagged?")
    static let redWaits = Message(zh: "还没有答复的红色预警", en: "Red flags without an answer")
    static func rulesAnswer(_ count: String) -> Message { Message(zh: "\(count) 条规则", en: "\(count.of("rule"))") }
    static let rulesNote = Message(
        zh: "规则对所有人公开；哪一笔被提醒，只有监督人员和乡镇、县经办人看得到。",
        en:
            "The rules are open to everybody; what was flagged by them is seen by supervisors and the desks above the village."
    )
    static let raisedWhen = Message(zh: "什么情况", en: "Raised when")
    static let article = Message(zh: "依据", en: "Article")

    /// Two offices of one village.
    static func offices(_ one: VillageOffice, _ other: VillageOffice) -> Message {
        Message(zh: "\(one.label.zh)、\(other.label.zh)", en: "\(one.label.en), \(other.label.en.lowercased())")
    }
    static func voucher(_ number: String, _ summary: String) -> Message {
        Message(zh: "凭证 \(number)：\(summary)", en: "Voucher \(number): \(summary)")
    }
    static func claim(_ matter: String) -> Message { Message(zh: "报账：\(matter)", en: "Claim: \(matter)") }
    static func lot(_ name: String) -> Message { Message(zh: "标的：\(name)", en: "Lot: \(name)") }
    static func contract(_ name: String) -> Message { Message(zh: "合同：\(name)", en: "Contract: \(name)") }

    static func name(_ rule: OversightRule) -> Message {
        switch rule {
        case .officeHolderLeases: Message(zh: "任职的人承租、受让或报名", en: "Somebody in office leases, buys or bids")
        case .relativeLeases: Message(zh: "近亲属承租、受让或报名", en: "A close relative of somebody in office does")
        case .inLawLeases: Message(zh: "姻亲承租、受让或报名", en: "An in-law of somebody in office does")
        case .belowGuidePrice: Message(zh: "低于指导价（W12）", en: "Below the guide price (W12)")
        case .aloneThrice: Message(zh: "一年内三次独家成交", en: "Alone three times in a year")
        case .splitPayment: Message(zh: "拆分付款", en: "A payment in parts")
        case .invoiceTwice: Message(zh: "发票重复使用", en: "An invoice used twice")
        case .cash: Message(zh: "现金支付", en: "Paid in cash")
        case .personalAccount: Message(zh: "付到个人账户", en: "Paid to somebody’s own account")
        case .payeeInOffice: Message(zh: "收款人任职或是近亲属", en: "The payee is in office, or a close relative")
        case .invoicesInRow: Message(zh: "发票连号", en: "Invoices in a row")
        case .closeToBoth: Message(zh: "监督与被监督是近亲属或同一人", en: "Watcher and watched are one, or close relatives")
        case .noCompetitionTwice: Message(zh: "连续两次无人竞争", en: "No competition twice")
        }
    }

    static func when(_ rule: OversightRule) -> Message {
        switch rule {
        case .officeHolderLeases:
            Message(
                zh: "成交、报名或合同起始那天，承租方（受让方、报名人）在县内任一村任职：红色",
                en:
                    "On the day of the deal, of registering or of the contract’s start the party held an office of a village of the county: red"
            )
        case .relativeLeases:
            Message(
                zh: "那天有人任职，其申报的近亲属是承租方：橙色；只有一人报名或者低于指导价：红色",
                en:
                    "The party is a declared close relative of somebody in office that day: orange; with one bidder or below the guide price: red"
            )
        case .inLawLeases:
            Message(
                zh: "那天有人任职，承租方是其申报的姻亲：黄色",
                en: "The party is a declared relative by marriage of somebody in office that day: yellow")
        case .belowGuidePrice:
            Message(
                zh: "每亩每年的成交价低于当天指导价的下限：黄色",
                en: "The price per mu and year lies below the lowest guide price of the day: yellow"
            )
        case .aloneThrice:
            Message(
                zh: "365 天内，同一人第三次作为唯一报名人成交：黄色",
                en: "The third deal within 365 days in which the same party was alone: yellow")
        case .splitPayment:
            Message(
                zh: "30 天内付给同一收款人两笔，每笔都不到审批限额，合计达到：橙色",
                en:
                    "Two payments to one payee within 30 days, each below the limit of approval and together at it: orange"
            )
        case .invoiceTwice:
            Message(
                zh: "同一张发票已在县内另一个组织报过账：红色", en: "Another body of the county has claimed on the same invoice: red")
        case .cash:
            Message(
                zh: "手工凭证从库存现金付出、没有存入银行：橙色",
                en: "A voucher made by hand pays out of the cash box, not into a bank: orange")
        case .personalAccount: Message(zh: "报账款付给自然人：红色", en: "A claim is paid to a natural person: red")
        case .payeeInOffice:
            Message(
                zh: "付款那天收款人任职：红色；是任职的人申报的近亲属：橙色",
                en: "The payee was in office that day: red; a declared close relative: orange")
        case .invoicesInRow:
            Message(
                zh: "同一收款人连续三笔发票号码相连：黄色",
                en: "Three payments running to one payee have invoice numbers in a row: yellow")
        case .closeToBoth:
            Message(
                zh: "同村监事与理事会成员、会计出纳是同一人或近亲属：红色",
                en:
                    "A supervisor and a council member or accountant of one village are the same person or close relatives: red"
            )
        case .noCompetitionTwice:
            Message(zh: "同一资产连续两次都只有一人报名成交：橙色", en: "The same asset went to the only bidder twice running: orange")
        }
    }

    static func level(_ level: OversightLevel) -> Message {
        switch level {
        case .red: Message(zh: "红色", en: "Red")
        case .orange: Message(zh: "橙色", en: "Orange")
        case .yellow: Message(zh: "黄色", en: "Yellow")
        }
    }
}
