import Kernel
import Web

/// What sorted recyclables and their sales are asked and told.
package enum SaleText {
    static let sortRecyclables = Message(zh: "登记分拣称重", en: "Weigh what was sorted")
    static let countRecyclables = Message(zh: "盘点可回收物", en: "Count a heap")
    static let offerRecyclables = Message(zh: "挂牌卖可回收物", en: "Offer recyclables for sale")
    static let noteSale = Message(zh: "记下成交", en: "Note a sale")
    static let endSale = Message(zh: "记下出售终止", en: "Note the end of a sale")
    static let finishSale = Message(zh: "货已提完", en: "All of it is fetched")

    static let sales = Message(zh: "可回收物出售", en: "Sales of recyclables")
    static let sale = Message(zh: "出售", en: "Sale")
    static let question = Message(zh: "可回收物卖到哪一步了？", en: "How far are the sales of recyclables?")
    static let noSales = Message(zh: "还没有挂牌卖过可回收物。", en: "Nothing was offered yet.")
    static let heaps = Message(zh: "分拣好的可回收物", en: "Sorted recyclables")
    static let noHeaps = Message(zh: "还没有登记分拣称重。", en: "Nothing sorted was weighed yet.")
    static let material = Message(zh: "品种", en: "Material")
    static let lies = Message(zh: "库存（千克）", en: "Lies here (kg)")
    static let held = Message(zh: "已挂牌、待提（千克）", en: "Offered or sold (kg)")
    static let free = Message(zh: "可以卖（千克）", en: "Free to sell (kg)")
    static let kilograms = Message(zh: "数量", en: "Quantity")
    static let quantity = Message(zh: "数量（千克）", en: "Quantity (kg)")
    static let found = Message(zh: "实际盘点到", en: "What lies there")
    static let gross = Message(zh: "毛重（连筐、连车）", en: "Gross, with its crate")
    static let tare = Message(zh: "空筐、空车重", en: "The empty crate")
    static let isFromMixed = Message(zh: "是从进站的混合垃圾里拣出来的", en: "It was taken out of mixed waste")
    static let isFromMixedHint = Message(
        zh: "勾选后，当天进出存里算作从混合垃圾中拣出；单独收来的可回收物不勾",
        en: "Ticked, the day’s balance of mixed waste has so much less. Leave it for what was collected apart")
    static let seller = Message(zh: "出售单位", en: "Seller")
    static let sellerHint = Message(zh: "货归谁，由谁签合同收款", en: "Whose it is, who signs and is paid")
    static let reserve = Message(zh: "整批底价", en: "Reserve price for all of it")
    static let fetchBy = Message(zh: "提货期限", en: "To be fetched by")
    static let offerNote = Message(
        zh: """
            提交后，产权交易里自动生成一宗草稿标的（集体资产转让），由出售单位补齐决议和评估材料、提交受理，再公告竞价。\
            挂牌的数量先占住，流拍后自动放回。
            """,
        en: """
            The exchange drafts a lot for it at once (sale of a collective asset). The seller adds the resolution and the \
            valuation and hands it in; notice and auction follow. The quantity is held, and free again if nobody buys it.
            """)
    static let finishNote = Message(
        zh: "磅单合计与卖出数量相差 2 % 以内的，不用写原因。", en: "Within 2 % of what was sold no reason is needed.")
    static let finishHint = Message(zh: "没提完或提多了才需要填", en: "Only where less or more was fetched")
    static let saleOfLoad = Message(zh: "属于哪笔出售", en: "Sale it belongs to")
    static let saleOfLoadHint = Message(zh: "可回收物出货才需要选", en: "Only for recyclables that are fetched")
    static let howFar = Message(zh: "提了多少？", en: "How much was fetched?")
    static let handed = Message(zh: "已出货", en: "Fetched")
    static let left = Message(zh: "还没提", en: "Left to fetch")
    static let total = Message(zh: "成交价", en: "Price")
    static let lot = Message(zh: "交易标的", en: "Lot of the exchange")
    static let offeredAt = Message(zh: "挂牌时间", en: "Offered")
    static let loads = Message(zh: "出货磅单", en: "Tickets it was fetched with")
    static let noLoads = Message(zh: "还没有出货。", en: "Nothing was fetched yet.")
    static let money = Message(zh: "收款看交易标的和合同。", en: "Payments stand on the lot and its contract.")
    static let month = Message(zh: "本月可回收物（吨）", en: "Recyclables of the month (t)")
    static let sorted = Message(zh: "分拣称重", en: "Sorted")
    static let counted = Message(zh: "盘点增减", en: "Counted more or less")
    static let handedOver = Message(zh: "卖出交货", en: "Sold and fetched")
    /// What the card of the register and the lot say it is for.
    package static let use = "可回收物出售，买方自提"

    /// What the card of the register and the lot are called.
    package static func card(_ material: Recyclable, _ kilograms: Int64, _ site: String) -> String {
        "\(site)\(material.label.zh) \(kilograms) 千克"
    }

    static func count(_ count: String) -> Message { Message(zh: "\(count) 笔", en: "\(count.of("sale"))") }
    static func fetched(_ handed: String, _ whole: String) -> Message {
        Message(zh: "\(handed) / \(whole) 千克", en: "\(handed) of \(whole) kg")
    }
    static func named(_ material: Recyclable, _ kilograms: String, _ site: String) -> Message {
        Message(
            zh: "\(material.label.zh) \(kilograms) 千克 · \(site)",
            en: "\(kilograms) kg of \(material.label.en) · \(site)")
    }
    static func choice(_ material: Recyclable, _ left: String, _ site: String) -> Message {
        Message(
            zh: "\(site) · \(material.label.zh) · 还有 \(left) 千克", en: "\(site) · \(material.label.en) · \(left) kg left"
        )
    }
}

extension Recyclable {
    var label: Message {
        switch self {
        case .paper: Message(zh: "废纸", en: "paper")
        case .plastic: Message(zh: "废塑料", en: "plastic")
        case .metal: Message(zh: "废金属", en: "metal")
        case .glass: Message(zh: "废玻璃", en: "glass")
        case .textile: Message(zh: "旧衣物", en: "textiles")
        case .other: Message(zh: "其他可回收物", en: "other recyclables")
        }
    }
}

extension SalePhase {
    var tag: Tag {
        switch self {
        case .offered: Tag(Message(zh: "交易中", en: "on offer"))
        case .sold: Tag(Message(zh: "已成交、待提货", en: "sold, to be fetched"), .warning)
        case .handedOver: Tag(Message(zh: "已提完", en: "fetched"), .good)
        case .ended: Tag(Message(zh: "没有卖成", en: "not sold"), .bad)
        }
    }
}
