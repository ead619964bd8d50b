package import Kernel
import Exchange

/// The words of the red flags.
package enum RedFlagText {
    package static let title = Message(zh: "异常预警", en: "Red flags")
    package static let question = Message(zh: "哪些交易值得再看一眼？", en: "Which deals deserve a second look?")
    package static let caution = Message(
        zh: "预警只是线索，不是结论：每一条都要人去核实。", en: "A red flag is a hint, not a finding: somebody has to look into each.")

    package static func answer(_ flags: String, _ lots: String, of all: String) -> Message {
        Message(zh: "\(all) 个标的中 \(lots) 个有预警，共 \(flags) 条", en: "\(flags.of("flag")) on \(lots) of \(all.of("lot"))")
    }

    static let byIndicator = Message(zh: "按指标", en: "By indicator")
    static let byVillage = Message(zh: "按村", en: "By village")
    static let byClerk = Message(zh: "按经办窗口", en: "By desk")
    static let openedLots = Message(zh: "有预警的标的", en: "Flags that stand")
    static let indicator = Message(zh: "指标", en: "Indicator")
    static let formula = Message(zh: "怎么算", en: "How it is reckoned")
    static let line = Message(zh: "界线", en: "Where the line lies")
    static let lots = Message(zh: "标的数", en: "Lots")
    static let lot = Message(zh: "标的", en: "Lot")
    static let flags = Message(zh: "预警数", en: "Flags")
    static let village = Message(zh: "村", en: "Village")
    static let clerk = Message(zh: "经办窗口", en: "Desk")
    static let value = Message(zh: "数值", en: "Value")
    static let pointsAt = Message(zh: "指向", en: "Points at")

    static let everyIndicator = Message(zh: "全部指标和算法", en: "Every indicator and how it is reckoned")
    static let nothing = Message(zh: "没有预警。", en: "No red flags.")
    static func others(_ count: String) -> Message {
        Message(zh: "另有 \(count) 个，按此列看清单", en: "\(count) more: the list in this order")
    }
    static let showAll = Message(zh: "看全部预警", en: "Show all flags")
    static let lotQuestion = Message(zh: "这个标的有没有预警？", en: "Does anything about this lot deserve a second look?")
    static func lotAnswer(_ count: String) -> Message {
        Message(zh: "\(count) 条预警", en: count == "1" ? "1 red flag" : "\(count) red flags")
    }
    static func against(_ value: String, _ limit: String) -> Message {
        Message(zh: "\(value)，界线 \(limit)", en: "\(value), the line is at \(limit)")
    }
    /// A value with its unit; a share carries its own sign.
    static func measured(_ value: String, _ measure: RedFlag.Measure) -> Message {
        switch measure {
        case .days: Message(zh: "\(value) 天", en: value == "1" ? "1 day" : "\(value) days")
        case .count: Message(zh: "\(value) 个", en: value)
        case .share, .times: Message(zh: value, en: value)
        }
    }

    static func today(giving: String, buying: String) -> Message {
        Message(zh: "今日：出租 \(giving)，采购 \(buying)", en: "today: giving \(giving), buying \(buying)")
    }

    /// A bidder is not named here: whoever looks into it opens the lot.
    static func subject(_ subject: RedFlagSubject) -> Message {
        switch subject {
        case .lot: Message(zh: "标的", en: "the lot")
        case .owner: Message(zh: "权属人", en: "the owner")
        case .clerk: Message(zh: "经办窗口", en: "the desk")
        case .bidder: Message(zh: "报名人", en: "a bidder")
        }
    }

    static func name(_ flag: RedFlag) -> Message {
        switch flag {
        case .shortNotice: Message(zh: "公告期过短", en: "Short notice")
        case .singleBidder: Message(zh: "只有一人报名", en: "Single bidder")
        case .closeSecond: Message(zh: "次高价贴得太近", en: "Close second")
        case .largeGap: Message(zh: "与次高价差距过大", en: "Large gap")
        case .professionalLoser: Message(zh: "常来常不中", en: "Professional loser")
        case .identicalPrices: Message(zh: "报价完全相同", en: "Identical prices")
        case .lateWinner: Message(zh: "截止后报价却中选", en: "Late winner")
        case .allOthersDisqualified: Message(zh: "其他人全被否决", en: "All others disqualified")
        case .bestDisqualified: Message(zh: "最优报价被否决", en: "Best offer disqualified")
        case .disqualificationRate: Message(zh: "否决率偏高", en: "Disqualification rate")
        case .atReserveAndAlone: Message(zh: "独家且底价成交", en: "At reserve and alone")
        case .lowVariation: Message(zh: "最终报价过于接近", en: "Low variation of final offers")
        case .relativeDistance: Message(zh: "中选者远离抱团的落选者", en: "Winner far from huddled losers")
        case .rotation: Message(zh: "同场轮流中选", en: "Rotation and co-bidding")
        case .justUnderThreshold: Message(zh: "刚好低于分级标准", en: "Just under the threshold")
        case .variedSupplier: Message(zh: "什么都供的供应商", en: "Supplier of everything")
        }
    }

    /// The formula in words.
    static func definition(_ flag: RedFlag) -> Message {
        switch flag {
        case .shortNotice:
            Message(zh: "公告发布到报名截止的整天数", en: "Whole days from the notice to the end of registration")
        case .singleBidder:
            Message(zh: "公开竞价的标的，合格报名人数为 1", en: "Open procedures with exactly one admitted bidder")
        case .closeSecond:
            Message(zh: "（成交价－次优价）÷ 成交价，低得反常", en: "(winning price − second best) ÷ winning price, unusually low")
        case .largeGap:
            Message(zh: "（成交价－次优价）÷ 成交价，高得反常", en: "(winning price − second best) ÷ winning price, unusually high")
        case .professionalLoser:
            Message(
                zh: "参加次数居前四分之一者的中选次数 ÷ 参加次数", en: "Wins ÷ lots taken part in, of the quarter who come most often")
        case .identicalPrices: Message(zh: "不同的人报出分毫不差的价格", en: "Different bidders, the same price to the fen")
        case .lateWinner: Message(zh: "中选者的有效报价晚于截止时刻", en: "A valid offer of the winner came after the end")
        case .allOthersDisqualified:
            Message(
                zh: "只剩中选者一人有效，其余被否决的人数", en: "How many were disqualified where only the winner was left")
        case .bestDisqualified:
            Message(
                zh: "出租取最高、采购取最低：最优的那一份报价被否决",
                en: "The best offer (highest for rent, lowest for purchase) was put aside")
        case .disqualificationRate:
            Message(
                zh: "被否决报价 ÷ 全部报价，按权属人、经办窗口、报名人分别计算",
                en: "Disqualified ÷ all offers, by owner, by desk and by bidder")
        case .atReserveAndAlone:
            Message(zh: "只有一人报价，成交价等于起始价", en: "One bidder, and the price is the starting price")
        case .lowVariation:
            Message(
                zh: "每人最后报价的标准差 ÷ 平均数（三人以上）",
                en: "Standard deviation ÷ mean of everybody's final offer (three bidders or more)")
        case .relativeDistance:
            Message(
                zh: "中选价与次优价之差 ÷ 落选报价的标准差（三人以上）",
                en: "Winner's distance to the second ÷ standard deviation of the losers (three bidders or more)")
        case .rotation:
            Message(
                zh: "同两人一起参加、且总由其中一人中选的标的数", en: "Lots two bidders shared and one of the two always won")
        case .justUnderThreshold:
            Message(
                zh: "面积或金额 ÷ 应交上一级办理的标准", en: "Area or total ÷ the limit from which a higher desk is in charge")
        case .variedSupplier:
            Message(zh: "同一供应商中选的大类数（仅采购）", en: "Classes of goods one supplier was awarded (purchases only)")
        }
    }

    /// Where the line lies.
    static func threshold(_ flag: RedFlag) -> Message {
        switch flag {
        case .shortNotice: Message(zh: "出租少于 10 天，采购少于 15 天", en: "under 10 days for rent, 15 for purchases")
        case .singleBidder: Message(zh: "等于 1", en: "exactly 1")
        case .closeSecond, .lowVariation: Message(zh: "不高于 Q1−1.5·IQR", en: "at or below Q1 − 1.5·IQR")
        case .largeGap: Message(zh: "不低于 Q3+1.5·IQR", en: "at or above Q3 + 1.5·IQR")
        case .professionalLoser:
            Message(
                zh: "参加次数达到第 75 百分位，且不高于 Q1−1.5·IQR", en: "75th percentile of attendance, at or below Q1 − 1.5·IQR")
        case .identicalPrices: Message(zh: "两人以上", en: "two or more bidders")
        case .lateWinner: Message(zh: "晚 1 毫秒即算", en: "one millisecond late")
        case .allOthersDisqualified: Message(zh: "至少 1 人", en: "at least 1")
        case .bestDisqualified: Message(zh: "出现即算", en: "once")
        case .disqualificationRate:
            Message(zh: "两份报价以上，不低于 Q3+1.5·IQR", en: "two offers or more, at or above Q3 + 1.5·IQR")
        case .atReserveAndAlone: Message(zh: "出现即算", en: "once")
        case .relativeDistance: Message(zh: "大于 1 且不低于 Q3+1.5·IQR", en: "above 1 and at or above Q3 + 1.5·IQR")
        case .rotation: Message(zh: "至少 3 个标的", en: "at least 3 lots")
        case .justUnderThreshold: Message(zh: "达到标准的 90% 而未满", en: "90% of the limit or more, but not all")
        case .variedSupplier: Message(zh: "20 次中选以上，不低于 Q3+1.5·IQR", en: "20 awards or more, at or above Q3 + 1.5·IQR")
        }
    }
}
