import Kernel

/// What tickets and sites are asked and told.
extension WasteText {
    static let ticketsQuestion = Message(zh: "最近过了哪些磅？", en: "What was weighed lately?")
    static let noTickets = Message(zh: "还没有磅单。", en: "There is no ticket yet.")
    static let weighedAt = Message(zh: "过磅时间", en: "Weighed")
    static let kind = Message(zh: "类型", en: "Kind")
    static let vehicle = Message(zh: "车号", en: "Vehicle")
    static let from = Message(zh: "来源", en: "From")
    static let ofRound = Message(zh: "按收运任务开单", en: "A load of a round")
    static let pointsHint = Message(zh: "已勾选司机记为收了的收集点", en: "Those the driver marked as emptied are ticked")
    static let to = Message(zh: "去向", en: "To")
    static let stream = Message(zh: "种类", en: "Stream")
    static let gross = Message(zh: "毛重", en: "Gross")
    static let tare = Message(zh: "皮重", en: "Tare")
    static let net = Message(zh: "净重（千克）", en: "Net (kg)")
    static let onBoard = Message(zh: "车载秤", en: "On-board scale")
    static let kilograms = Message(zh: "千克", en: "kg")
    static let departure = Message(zh: "出站磅单", en: "Ticket it left with")
    static let departureHint = Message(zh: "进厂过磅才需要选", en: "Only for an arrival at the plant")
    static let photo = Message(zh: "磅显或车货照片", en: "Photo of the display or the load")
    static let photoHint = Message(zh: "照片的摘要随磅单记入日志，改不了", en: "Its digest stands in the log with the ticket")
    static let netIsReckoned = Message(
        zh: "净重由系统计算；开出的磅单不能修改，只能由另一个人作废。",
        en: "The program reckons the net. A ticket cannot be changed, only voided by somebody else.")
    static let counts = Message(zh: "有效", en: "counts")
    static let isVoid = Message(zh: "已作废", en: "void")
    static let voidReason = Message(zh: "作废原因", en: "Why it is void")
    static let howMuch = Message(zh: "这一车多重？", en: "How heavy was this load?")
    static let onItsWay = Message(zh: "还没有进厂。", en: "It has not arrived yet.")
    static let bothEnds = Message(zh: "两头的磅单", en: "Both ends")
    static let leftWith = Message(zh: "出站", en: "Left with")
    static let arrivedWith = Message(zh: "进厂", en: "Arrived with")
    static let difference = Message(zh: "相差", en: "Difference")
    static let differenceMeans = Message(zh: "两台磅相差 1 % 以内为正常", en: "up to 1 % is what two scales differ by")

    static let sitesQuestion = Message(zh: "垃圾收到哪里、送到哪里？", en: "Where is waste put and brought?")
    static let noSites = Message(zh: "还没有登记场所。", en: "No site is registered yet.")
    static let name = Message(zh: "名称", en: "Name")
    static let place = Message(zh: "所在地", en: "Place")
    static let siteKind = Message(zh: "类别", en: "Kind")
    static let scale = Message(zh: "地磅", en: "Scale")
    static let scales = Message(zh: "地磅", en: "Scales")
    static let scaleHint = Message(zh: "例如：镇转运站 1 号地磅", en: "For example: station scale 1")
    static let noScales = Message(zh: "没有地磅。", en: "There is no scale.")
    static let verifiedUntil = Message(zh: "检定有效期至", en: "Verified until")
    static let verificationOver = Message(zh: "检定过期", en: "verification over")
    static let verified = Message(zh: "在有效期内", en: "verified")
    static let certificate = Message(zh: "检定证书编号", en: "Number of the certificate")
    static let act = Message(zh: "办理", en: "To do")
    static let stocks = Message(zh: "近三十天盘存", en: "Stock of the last thirty days")
    static let noStocks = Message(zh: "没有盘存。", en: "No stock was read.")
    static let stockHint = Message(zh: "当天收工时存放的重量", en: "What lies there at the day’s end")
    static let whatLiesHere = Message(zh: "现在存放多少？", en: "How much lies here?")
    static let reasonLabel = Message(zh: "原因", en: "Reason")
    static let reasonHint = Message(zh: "更正这一天的盘存才需要填", en: "Only to correct a reading of the same day")

    static func ticketsAnswer(_ count: String) -> Message { Message(zh: "\(count) 张", en: "\(count.of("ticket"))") }
    static func ticketNamed(_ id: String) -> Message { Message(zh: "磅单 \(id)", en: "Ticket \(id)") }
    static func netAnswer(_ net: String) -> Message { Message(zh: "净重 \(net) 千克", en: "\(net) kg net") }
    static func sitesAnswer(_ count: String) -> Message { Message(zh: "\(count) 处", en: "\(count.of("site"))") }

    static func stockAnswer(_ tonnes: String?) -> Message {
        tonnes.map { Message(zh: "\($0) 吨", en: "\($0) t") } ?? Message(zh: "没有盘存", en: "No stock was read")
    }
}

extension SiteKind {
    var label: Message {
        switch self {
        case .point: Message(zh: "收集点", en: "collection point")
        case .station: Message(zh: "转运站", en: "transfer station")
        case .plant: Message(zh: "处理厂", en: "treatment plant")
        case .recycler: Message(zh: "回收商", en: "recycler")
        case .compost: Message(zh: "堆肥点", en: "compost site")
        case .landfill: Message(zh: "填埋场", en: "landfill")
        }
    }
}

extension WasteStream {
    var label: Message {
        switch self {
        case .other: Message(zh: "其他垃圾", en: "other waste")
        case .kitchen: Message(zh: "厨余垃圾", en: "kitchen waste")
        case .recyclable: Message(zh: "可回收物", en: "recyclables")
        case .hazardous: Message(zh: "有害垃圾", en: "hazardous waste")
        case .slag: Message(zh: "炉渣", en: "slag")
        case .flyash: Message(zh: "飞灰", en: "fly ash")
        }
    }
}
