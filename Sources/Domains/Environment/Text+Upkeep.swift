import HJ212
import Kernel

/// Visits, reagents, and the days a facility ran by its meter.
enum UpkeepText {
    static let visit = Message(zh: "登记巡检", en: "Enter a visit")
    static let count = Message(zh: "盘点药剂", en: "Count a reagent")
    static let title = Message(zh: "巡检与药剂", en: "Visits and reagents")
    static let question = Message(
        zh: "上次巡检是哪天，药剂还够几天？", en: "When was the last visit, and how long do the reagents last?")
    static let never = Message(zh: "还没有巡检过", en: "never visited")
    static let visits = Message(zh: "巡检", en: "Visits")
    static let reagents = Message(zh: "药剂", en: "Reagents")
    static let reagent = Message(zh: "药剂", en: "Reagent")
    static let noVisits = Message(zh: "还没有巡检记录。", en: "No visit is written down.")
    static let noReagents = Message(zh: "还没有盘点过药剂。", en: "No reagent was counted.")
    static let found = Message(zh: "看到什么、做了什么", en: "What was found and done")
    static let foundHint = Message(zh: "例如：设备运行正常，清了格栅", en: "For example: all runs, the screen was cleaned")
    static let countedOn = Message(zh: "盘点日期", en: "Counted on")
    static let stock = Message(zh: "库存（千克）", en: "Stock, kg")
    static let stockHint = Message(zh: "液体按升记的，每次都按升", en: "Litres where it is counted in litres, each time")
    static let received = Message(zh: "上次盘点后到货（千克）", en: "Delivered since the last count, kg")
    static let daily = Message(zh: "每天用量", en: "A day’s use")
    static let runsOut = Message(zh: "预计用完", en: "Runs out")
    static let unknown = Message(zh: "要盘两次才知道", en: "known after two counts")
    static let notUsed = Message(zh: "没有用", en: "not used")

    static func answer(_ last: String?) -> Message {
        last.map { Message(zh: "\($0)巡检过", en: "Visited on \($0)") } ?? never
    }

    static func visitNote(_ days: Int64) -> Message {
        days == 1
            ? Message(zh: "这类设施每天巡检。", en: "A facility of this kind is visited every day.")
            : Message(
                zh: "这类设施每 \(days) 天巡检一次。", en: "A facility of this kind is visited every \(days.of("day")).")
    }

    static func visitDue(_ days: Int64) -> Message {
        days == 1
            ? Message(zh: "巡检（每天）", en: "Visit, every day")
            : Message(zh: "巡检（每 \(days) 天一次）", en: "Visit, every \(days.of("day"))")
    }

    static func orderReagent(_ reagent: Reagent, _ day: String) -> Message {
        Message(
            zh: "\(reagent.label.zh)预计 \(day) 用完：该订货了", en: "\(reagent.label.en) runs out on \(day): to be ordered")
    }

    static func countDue(_ reagent: Reagent) -> Message {
        Message(zh: "\(reagent.label.zh)：再盘点一次", en: "\(reagent.label.en): to be counted again")
    }

    static let running = Message(zh: "运行天数（按电表）", en: "Days of running, by the meter")
    static func runningQuestion(_ month: String) -> Message {
        Message(zh: "\(month)运行了几天？", en: "On how many days of \(month) did it run?")
    }
    static func runningAnswer(_ ran: Int, _ still: Int, _ unread: Int) -> Message {
        Message(
            zh: "运行 \(ran) 天，没通电 \(still) 天，没抄表 \(unread) 天",
            en: "\(ran.of("day")) with power, \(still) without, \(unread) unread")
    }
    static func runningNote(_ kilowattHours: Int64) -> Message {
        Message(
            zh: "一天用电超过 \(kilowattHours) 度算运行；电量取自运行日志。没抄表的日子不算运行，也不算停。",
            en: """
                A day that took more than \(kilowattHours) kWh counts as running; the figures are the daily log’s. A day that nobody \
                read counts as neither.
                """)
    }
    static let dailyEnergy = Message(zh: "每天用电（度）", en: "Electricity a day, kWh")
    static let still = Message(zh: "没通电的日子", en: "Days without power")
    static let noStill = Message(zh: "没有。", en: "None.")
    static let unread = Message(zh: "没抄表的日子", en: "Days nobody read the meter")
    static let meterDue = Message(zh: "抄昨天的电表（运行日志）", en: "Yesterday’s meter, in the daily log")
    static let unreadBar = Message(zh: "没抄", en: "not read")

    static func days(_ days: [String]) -> Message {
        Message(zh: days.joined(separator: "、"), en: days.joined(separator: ", "))
    }
}

extension Reagent {
    var label: Message {
        switch self {
        case .carbonSource: Message(zh: "碳源", en: "Carbon source")
        case .coagulant: Message(zh: "混凝剂（PAC）", en: "Coagulant (PAC)")
        case .flocculant: Message(zh: "絮凝剂（PAM）", en: "Flocculant (PAM)")
        case .disinfectant: Message(zh: "消毒剂", en: "Disinfectant")
        case .alkali: Message(zh: "碱", en: "Alkali")
        case .analyser: Message(zh: "仪器试剂", en: "Analysers’ reagents")
        }
    }
}
