import Kernel

/// The words of the pages of fixed assets, and of the month as one list.
extension BookText {
    static let assets = Message(zh: "固定资产", en: "Fixed assets")
    static let whatWeOwn = Message(zh: "村里有哪些固定资产，还值多少？", en: "Which fixed assets are there, and what are they worth?")
    static func assetsAnswer(_ count: Int, _ net: String) -> Message {
        Message(zh: "在用 \(count) 项，净值 \(net)", en: "\(count) in use, \(net) net")
    }
    static let noAssets = Message(zh: "还没有固定资产卡片。", en: "There are no asset cards yet.")
    static let asset = Message(zh: "资产", en: "Asset")
    static let assetNumber = Message(zh: "资产编号", en: "Asset number")
    static let assetInRegister = Message(zh: "登记簿中的资产", en: "Its entry in the register")
    static let assetInRegisterHint = Message(
        zh: "登记簿里没有的不选，系统自动编号", en: "Left empty where it has none; it is numbered then")
    static let assetName = Message(zh: "名称", en: "Name")
    static let cost = Message(zh: "原值", en: "Cost")
    static let worn = Message(zh: "累计折旧", en: "Depreciation so far")
    static let wornBefore = Message(zh: "建账前已提折旧", en: "Depreciation before these books")
    static let net = Message(zh: "净值", en: "Net")
    static let inUse = Message(zh: "启用日期", en: "In use since")
    static let wearTo = Message(zh: "折旧记入", en: "Its wear goes to")
    static let residual = Message(zh: "净残值率", en: "Residual")
    static let residualHint = Message(zh: "用完以后还值原值的百分之几，如 5", en: "What is left of the cost in the end, such as 5")
    static let wearMethod = Message(zh: "折旧方法", en: "Method")
    static func method(_ method: WearMethod) -> Message {
        switch method {
        case .straightLine: Message(zh: "年限平均法", en: "Straight line")
        case .unitsOfWork: Message(zh: "工作量法", en: "By work done")
        }
    }
    static let monthsOfUse = Message(zh: "使用月数", en: "Months of use")
    static let monthsHint = Message(zh: "年限平均法填：十年填 120", en: "For straight line: 120 for ten years")
    static let wholeWork = Message(zh: "总工作量", en: "Work in its life")
    static let wholeWorkHint = Message(zh: "工作量法填：小时、公里或吨", en: "For work done: hours, kilometres or tons")
    static let monthsUnit = Message(zh: "个月", en: "months")
    static let assetInUse = Message(zh: "在用", en: "In use")
    static let assetWornOff = Message(zh: "已提足", en: "Worn off")
    static let assetGone = Message(zh: "已清理", en: "Gone")
    static let wornThrough = Message(zh: "折旧提至", en: "Worn through")
    static func cardsDiffer(_ cards: String, _ books: String) -> Message {
        Message(
            zh: "卡片原值合计 \(cards)，账上 151 余额 \(books)，两者不符。",
            en: "The cards come to \(cards), account 151 stands at \(books).")
    }
    static let cardsDifferTitle = Message(zh: "卡片与账不符", en: "Cards and books differ")
    static let cardQuestion = Message(zh: "这项资产还值多少？", en: "What is it worth now?")
    static let schedule = Message(zh: "以后各月折旧", en: "Wear of the months to come")
    static let wear = Message(zh: "折旧额", en: "Wear")
    static let whichAsset = Message(zh: "要登记哪项资产？", en: "Which asset is it?")
    static let cardAnswer = Message(zh: "一物一卡，原值在 151 科目", en: "One card each; its cost stands on 151")
    static let wearQuestion = Message(zh: "这个月要提多少折旧？", en: "How much wear is to be booked?")
    static let wearNote = Message(
        zh: "系统生成一张凭证：借记各费用科目，贷记 152 累计折旧；每月只办一次。",
        en: "The program makes one voucher: the expenses against 152; once a month.")
    static let byWork = Message(zh: "按工作量填", en: "By its work")
    static func workOf(_ name: String) -> Message { Message(zh: "“\(name)”本月工作量", en: "Work of “\(name)” this month") }
    static let goneQuestion = Message(zh: "这项资产怎样退出？", en: "How does it leave?")
    static let proceeds = Message(zh: "卖得价款", en: "Proceeds")
    static let proceedsHint = Message(zh: "报废没有收入的不填", en: "Left empty where it was scrapped")
    static let disposeNote = Message(
        zh: "净值转 154，价款入 102，差额转 504 或 515；理由公开。",
        en: "Net value through 154, proceeds to 102, the rest to 504 or 515; the reason is public.")

    static let monthPage = Message(zh: "本月做账", en: "The month")
    static let monthPageHint = Message(zh: "一页看完：还差哪几步，下一步点哪里", en: "One page: what is open, and where to click")
    static func whatIsOpen(_ month: String) -> Message {
        Message(zh: "\(month) 还差哪几步？", en: "What is open in \(month)?")
    }
    static func monthOpen(_ count: Int) -> Message {
        Message(
            zh: count == 0 ? "可以结账" : "还差 \(count) 步",
            en: count == 0 ? "Ready to be closed" : "\(count.of("step")) open"
        )
    }
    static let monthIsClosed = Message(zh: "已结账", en: "Closed")
    static let monthRuns = Message(zh: "本月还没有过完", en: "The month is not over yet")
    static let nextClick = Message(zh: "下一步", en: "Next click")
    static let rentsCollected = Message(zh: "到期合同款已收", en: "Instalments due are received")
    static func rentsLeft(_ amount: String) -> Message { Message(zh: "逾期未收 \(amount)", en: "\(amount) in arrears") }
    static let onTheWall = Message(zh: "财务公开上墙", en: "On the wall")
    static let afterClosing = Message(zh: "结账后办理", en: "After the month is closed")
    static let stepNote = Message(zh: "提醒", en: "Note")
}
