import Kernel
import Weighing

enum WasteText {
    static let title = Message(zh: "垃圾收运", en: "Waste")
    static let registerSite = Message(zh: "登记场所", en: "Register a site")
    static let registerScale = Message(zh: "登记地磅", en: "Register a scale")
    static let verifyScale = Message(zh: "登记检定", en: "Enter a verification")
    static let issueTicket = Message(zh: "过磅开单", en: "Weigh a load")
    static let voidTicket = Message(zh: "作废磅单", en: "Void a ticket")
    static let readStock = Message(zh: "登记盘存", en: "Read the stock")

    static let month = Message(zh: "垃圾收运月报", en: "Waste of a month")
    static let tickets = Message(zh: "垃圾磅单", en: "Weighing tickets")
    static let ticket = Message(zh: "磅单", en: "Ticket")
    static let sites = Message(zh: "收运场所", en: "Waste sites")
    static let site = Message(zh: "场所", en: "Site")
    static let monthBefore = Message(zh: "上个月", en: "The month before")
    static let questionNote = Message(
        zh: "进填埋场的原生垃圾为零、每一车两头都有磅单、每天的进出存对得上，三样都成立才算得到证明。",
        en: """
            Proven only if no raw waste was weighed into a landfill, every load has both of its tickets, and what came in, left \
            and lies there agrees each day.
            """)
    static let why = Message(zh: "为什么", en: "Why")
    static let reason = Message(zh: "原因", en: "Reason")
    static let tonnes = Message(zh: "吨", en: "Tonnes")
    static let faults = Message(zh: "对不上的磅单", en: "Tickets that do not agree")
    static let fault = Message(zh: "问题", en: "What")
    static let noFaults = Message(zh: "没有发现问题。", en: "None was found.")
    static let closures = Message(zh: "每天的进出存", en: "In, out and stock of each day")
    static let noClosures = Message(zh: "本月还没有盘存。", en: "No stock was read this month.")
    static let into = Message(zh: "进", en: "In")
    static let out = Message(zh: "出", en: "Out")
    static let stockChange = Message(zh: "存量增减", en: "Stock change")
    static let gap = Message(zh: "差额", en: "Gap")
    static let tolerance = Message(zh: "磅差允许", en: "Scales may differ by")
    static let opening = Message(zh: "期初", en: "opening")
    static let closes = Message(zh: "对得上", en: "agrees")
    static let doesNotClose = Message(zh: "对不上", en: "does not agree")
    static let state = Message(zh: "状态", en: "State")
    static let day = Message(zh: "日期", en: "Day")

    static let collected = Message(zh: "收集（吨）", en: "Collected (t)")
    static let collectedMeans = Message(
        zh: "本月从收集点收来、在转运站过磅的净重", en: "Net of what was weighed at stations from collection points this month")
    static let treated = Message(zh: "进厂处理（吨）", en: "Arrived for treatment (t)")
    static let treatedMeans = Message(zh: "本月在处理厂过磅的净重", en: "Net weighed at the plant this month")
    static let recycled = Message(zh: "回收（吨）", en: "Recycled (t)")
    static let recycledMeans = Message(zh: "本月卖给回收商的净重", en: "Net of what went to recyclers this month")
    static let underway = Message(zh: "在途车数", en: "Loads on their way")
    static let flow = Message(zh: "本月去向（吨）", en: "Where it went this month (t)")

    static func underwayMeans(_ late: Int) -> Message {
        late == 0
            ? Message(zh: "已出站、还没有进厂", en: "Left a station, not yet at the plant")
            : Message(
                zh: "已出站、还没有进厂；其中 \(late) 车超过 3 小时",
                en: "Left a station, not yet at the plant; \(late) for over 3 hours")
    }

    static func question(_ month: String) -> Message {
        Message(zh: "\(month)的原生垃圾进填埋场了吗？", en: "Did raw waste go to a landfill in \(month)?")
    }

    static func answer(_ balance: MassBalance) -> Message {
        switch balance.verdict {
        case .proven: Message(zh: "没有，零填埋得到证明", en: "No: zero landfill is proven")
        case .landfilled: Message(zh: "进了", en: "Yes, it did")
        case .notProven: Message(zh: "还不能证明没有", en: "Not proven that it did not")
        }
    }

    static func reason(_ reason: MassBalance.Reason) -> Message {
        switch reason {
        case .landfilled: Message(zh: "原生垃圾进了填埋场", en: "Raw waste was weighed into a landfill")
        case .tripBroken: Message(zh: "有车只有一头的磅单", en: "Loads with one of their two tickets")
        case .endsDiffer: Message(zh: "出站和进厂的重量对不上", en: "Loads that left and arrived with different weights")
        case .notClosed: Message(zh: "有的天进出存对不上", en: "Days on which in, out and stock do not agree")
        case .noStock: Message(zh: "没有盘存", en: "No stock was read")
        case .unreadRows: Message(zh: "有读不出的行", en: "Rows that could not be read")
        case .noTicket: Message(zh: "还没有磅单", en: "There is no ticket yet")
        }
    }

    static func kind(_ kind: WeighingTicket.Kind) -> Message {
        switch kind {
        case .collect: Message(zh: "收集进站", en: "collected")
        case .transferOut: Message(zh: "转运出站", en: "left the station")
        case .plantIn: Message(zh: "进厂", en: "arrived at the plant")
        case .slagOut: Message(zh: "炉渣出厂", en: "slag")
        case .flyAshOut: Message(zh: "飞灰出厂", en: "fly ash")
        case .recycleOut: Message(zh: "回收", en: "recycled")
        case .rawOut: Message(zh: "其他去向", en: "elsewhere")
        case .landfillOut: Message(zh: "填埋", en: "landfilled")
        }
    }

    static func fault(_ kind: MassBalance.Fault.Kind) -> Message {
        switch kind {
        case .netNotGrossLessTare: Message(zh: "净重不等于毛重减皮重", en: "The net is not gross less tare")
        case .enteredTwice: Message(zh: "同一车录了两次", en: "Entered twice")
        case .numberTwice: Message(zh: "磅单号重复", en: "Number used twice")
        case .onBoardDiffers: Message(zh: "与车载秤对不上", en: "Differs from the on-board scale")
        case .endsDiffer: Message(zh: "出站与进厂对不上", en: "Both ends differ")
        case .neverArrived: Message(zh: "出站后没有进厂", en: "Left and never arrived")
        case .neverLeft: Message(zh: "进厂却没有出站", en: "Arrived and never left")
        case .tooLongUnderway: Message(zh: "路上超过 3 小时", en: "More than 3 hours on its way")
        case .tareOff: Message(zh: "皮重与平时不符", en: "Unusual tare")
        case .notClosed: Message(zh: "进出存对不上", en: "In, out and stock do not agree")
        case .scaleDrift: Message(zh: "地磅偏移", en: "A scale has drifted")
        }
    }
}
