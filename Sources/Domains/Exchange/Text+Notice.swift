import EventLog
import Kernel
import Registry
import Web

/// The notices, written from the lot's data alone.
package enum NoticeText {
    static func title(of lot: Lot) -> Message {
        Message(
            zh: "\(lot.villageName)\(lot.assetName)\(ExchangeText.way(lot.terms.transferWay).zh)公告",
            en: "Notice: \(ExchangeText.way(lot.terms.transferWay).en) of \(lot.assetName), \(lot.villageName)")
    }

    static func body(of lot: Lot, clock: NoticeClock) -> Message {
        let terms = lot.terms
        let price = ExchangeText.yuan(terms.startPrice)
        let unit = ExchangeText.unit(terms.priceUnit)
        let (zh, en) = (Format(.chinese), Format(.english))
        return Message(
            zh: """
                标的编号：\(lot.id)。品种：\(terms.category.rawValue) \(ExchangeText.category(terms.category).zh)。\
                面积：\(ExchangeText.mu(terms.area)) 亩。用途：\(terms.use)。期限：\(termText(terms).zh)。
                交易方式：\(ExchangeText.mode(terms.mode).zh)。起始价：\(price) \(unit.zh)；\
                加价幅度：\(ExchangeText.yuan(terms.step)) 元；延时：\(terms.extensionSeconds) 秒；\
                保证金：\(ExchangeText.yuan(terms.deposit)) 元。付款：\(planText(terms).zh)。
                报名截止：\(zh.published(clock.closesAt))。竞价开始：\(zh.published(clock.opensAt))。\
                竞价结束（不延时）：\(zh.published(clock.endsAt))。
                以上条件自公告之日起不再变更；如有变更，重新公告并重新计算期限。
                """,
            en: """
                Lot: \(lot.id). Category: \(terms.category.rawValue), \(ExchangeText.category(terms.category).en). \
                Area: \(ExchangeText.mu(terms.area)) mu. Use: \(terms.use). Term: \(termText(terms).en).
                Mode: \(ExchangeText.mode(terms.mode).en). Start: \(price) \(unit.en); \
                step: \(ExchangeText.yuan(terms.step)) yuan; extension: \(terms.extensionSeconds) s; \
                deposit: \(ExchangeText.yuan(terms.deposit)) yuan. Payment: \(planText(terms).en).
                Registrations until \(en.published(clock.closesAt)). Auction opens \(en.published(clock.opensAt)), \
                ends \(en.published(clock.endsAt)) unless extended.
                These terms are frozen; any change is published anew and starts the clock again.
                """)
    }

    private static func termText(_ terms: LotTerms) -> Message {
        if let end = terms.endsOn { return Message(zh: "至 \(end)", en: "until \(end)") }
        let years = terms.years ?? 0
        guard let start = terms.startsOn else { return Message(zh: "\(years) 年", en: "\(years) years") }
        return Message(zh: "\(years) 年，自 \(start) 起", en: "\(years) years from \(start)")
    }

    private static func planText(_ terms: LotTerms) -> Message {
        guard !terms.payments.isEmpty else {
            return Message(zh: "按年预付，先交后用", en: "each year in advance")
        }
        let zh = terms.payments.map { "第\($0.year)年 \(percent($0.basisPoints))" }
        let en = terms.payments.map { "year \($0.year) \(percent($0.basisPoints))" }
        return Message(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
    }

    private static func percent(_ basisPoints: Int64) -> String {
        let rest = basisPoints % 100
        return rest == 0 ? "\(basisPoints / 100)%" : "\(basisPoints / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }

    static func resultTitle(of lot: Lot) -> Message {
        Message(
            zh: "\(lot.villageName)\(lot.assetName)交易结果公示",
            en: "Result: \(lot.assetName), \(lot.villageName)")
    }

    static func result(of lot: Lot, award: Lot.Award, total: Money?, until end: Instant) -> Message {
        let price = ExchangeText.yuan(award.price)
        let unit = ExchangeText.unit(lot.terms.priceUnit)
        let sum = ExchangeText.yuan(total ?? award.price)
        let bids = lot.auction?.bidCount ?? 0
        return Message(
            zh: "标的 \(lot.id)：\(award.paddle) 号竞买人以 \(price) \(unit.zh) 拟成交，总价 \(sum) 元；"
                + "竞买人 \(lot.paddles.count) 名，有效报价 \(bids) 次。如有异议，请在 \(Format(.chinese).published(end)) 前提出。",
            en: "Lot \(lot.id): bidder \(award.paddle) is to have it at \(price) \(unit.en), \(sum) yuan in total; "
                + "\(lot.paddles.count) bidders, \(bids) valid bids. Objections until \(Format(.english).published(end))."
        )
    }

    /// The log's own leaf hash (SHA-256, RFC 6962) of both texts, base64.
    static func digest(of text: Message) -> String {
        Hash.leaf(Array("\(text.zh)\n\(text.en)".utf8)).base64
    }
}
