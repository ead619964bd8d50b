import Exchange
import Kernel

extension CLIText {
    static let replay = Message(zh: "重放真实记录。", en: "Run real records through the rules.")
    static let replayAuctions = Message(
        zh: "按本所规则重放真实竞价记录（CSV）。", en: "Run a log of real bids (CSV) through the exchange's rules.")
    static let replayMode = Message(zh: "ascending、proxy 或 sealed。", en: "ascending, proxy or sealed.")
    static let replayExtension = Message(
        zh: "延时竞价的秒数（仅 ascending）。", en: "How long a late bid extends the auction; ascending only.")
    static let replayExtensionMode = Message(
        zh: "只有 ascending 方式可以延时，秒数不能为负。", en: "Only the ascending mode extends, by no negative time.")
    static let replayHeader = Message(
        zh: "场次\t受理\t拒绝\t成交价\t得主\t结束（秒，*为延时）\t记录价",
        en: "auction\taccepted\trefused\tprice\twinner\tend (s, * moved)\tlogged price")

    static func replaySummary(_ summary: AuctionReplay.Summary) -> Message {
        Message(
            zh: """
                共 \(summary.auctions) 场：受理 \(summary.accepted)，拒绝 \(summary.refused)；\
                \(summary.agreeing) 场与记录价一致；\(summary.moved) 场延时；\
                因被拒绝的出价而改变的状态 \(summary.statesChangedByRefusal)。
                """,
            en: """
                \(summary.auctions) auctions: \(summary.accepted) accepted, \(summary.refused) refused; \
                \(summary.agreeing) agree with the logged price; \(summary.moved) moved their end; \
                \(summary.statesChangedByRefusal) states changed by a refused bid.
                """)
    }

    static func replayRest(_ auctions: [String]) -> Message {
        let list = auctions.joined(separator: " ")
        return Message(zh: "不一致的场次：\(list)", en: "Not agreeing: \(list)")
    }
}

extension CLIText {
    static let replayVotes = Message(
        zh: "按法定人数和票数核对会议计票（CSV）。", en: "Judge count sheets of meetings (CSV) by the law’s numbers.")
    static let votesHeader = Message(
        zh: "编号\t结果\t应到最少\t赞成最少\t依据\t与文件", en: "case\tresult\tneeded present\tneeded for\tbasis\tfile")

    static func votesAgree(_ agrees: Bool) -> Message {
        agrees ? Message(zh: "一致", en: "agrees") : Message(zh: "不一致", en: "differs")
    }

    static func votesSummary(_ counts: (rows: Int, agreeing: Int, differing: Int, unread: Int)) -> Message {
        Message(
            zh: "共 \(counts.rows) 次表决：\(counts.agreeing) 次与文件一致，\(counts.differing) 次不一致；\(counts.unread) 行读不出。",
            en: """
                \(counts.rows) votes: \(counts.agreeing) agree with the file, \(counts.differing) differ; \
                \(counts.unread) rows could not be read.
                """)
    }
}
