import Kernel

/// The words of the first page and of the page of a place.
enum FrontText {
    static let wall = Message(zh: "大厅大屏", en: "The hall's large screen")
    static let title = Message(zh: "全县一览", en: "The county at a glance")
    static let whichVillage = Message(zh: "您是哪个村的？", en: "Which village are you from?")
    static let villageName = Message(zh: "村名或乡镇名", en: "Name of a village or township")
    static let find = Message(zh: "看我们村", en: "Show my village")
    static let findHint = Message(
        zh: "看村里有什么、谁在租、租金付了没有。不用登录。",
        en: "See what the village owns, who rents it and whether the rent is paid. No sign-in.")
    static func yourVillage(_ name: String) -> Message { Message(zh: "\(name)（您上次看的村）", en: "\(name) (yours)") }
    static let remember = Message(zh: "这是我的村，记住", en: "This is my village: remember it")
    static let isYours = Message(zh: "您的村", en: "Your village")
    static let change = Message(zh: "换一个村", en: "Choose another")
    static let stop = Message(zh: "。", en: ". ")
    static let figures = Message(zh: "一眼看全", en: "At a glance")
    static let onlyOnePlace = Message(zh: "这里还没有登记任何地方。", en: "No place is registered here yet.")

    static let placeQuestion = Message(zh: "有什么，谁在租，付钱没有？", en: "What is owned, who rents it, and is it paid?")
    static func owns(cards: String, leased: String, area: String) -> Message {
        Message(zh: "\(cards) 项资产资源，\(leased) 项在租", en: "\(cards.of("asset")), \(leased) of them let")
    }
    static let ownsNothing = Message(zh: "还没有登记资产资源", en: "Nothing registered yet")
    static let land = Message(zh: "集体土地", en: "Collective land")
    static let landDefinition = Message(
        zh: "登记卡片上的面积合计，含下级各村；没有面积的资产不计。",
        en: "Areas of all cards of the place and below it; cards without an area do not count.")
    static func cards(_ count: String) -> Message { Message(zh: "\(count) 张资产卡片", en: "on \(count.of("card"))") }
    static let letShare = Message(zh: "在租面积", en: "Share let")
    static let letShareDefinition = Message(
        zh: "合同尚未到期、没有争议的面积，除以登记面积。",
        en: "Area under contracts that have not ended and are not disputed, of the area registered.")
    static func idle(_ count: String) -> Message { Message(zh: "\(count) 项闲置", en: "\(count) idle") }
    static let running = Message(zh: "在履行的合同", en: "Contracts running")
    static let runningDefinition = Message(
        zh: "今天在起止日期之内的合同份数。", en: "Contracts whose first and last day enclose today.")
    static func ending(_ count: String, days: Int) -> Message {
        Message(zh: "\(days) 天内到期 \(count) 份", en: "\(count) end within \(days.of("day"))")
    }
    static let letByPlace = Message(zh: "各地在租面积", en: "Area let, by place")
    static let map = Message(zh: "地块图", en: "Parcels")
    static let mapLegend = Message(
        zh: "颜色和边线说明现状，见图下", en: "Colour and kind of edge say how each stands, see below")
    static let squares = Message(zh: "各村土地出租情况", en: "How much land each village lets")
    static let squaresLegend = Message(zh: "颜色越深，在租面积占比越高", en: "The deeper the colour, the larger the share let")
    static let lateMark = Message(zh: "有拖欠租金", en: "rent in arrears")
    static let more = Message(zh: "代码、组织和下级", en: "Codes, bodies and places below")
    static let ways = Message(zh: "往下看", en: "Look closer")
}
