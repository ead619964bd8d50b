import Kernel

/// What each figure counts, printed beside it (the field’s section 1.5).
enum StatisticsText {
    static let title = Message(zh: "零工市场统计", en: "Figures of the labour market")
    static let question = Message(zh: "这个月帮了多少人？", en: "How many were helped this month?")
    static let note = Message(
        zh: "人数、人次、岗位、意向各是各的数，不相加、不互换。少于规定人数的格子不显示。",
        en:
            "People, person-times, seats and intentions are different counts, never added. Cells of few people are not shown."
    )
    static let figure = Message(zh: "指标", en: "Figure")
    static let value = Message(zh: "数", en: "Count")
    static let countedAs = Message(zh: "怎么数", en: "What is counted")
    static let filed = Message(zh: "填报的历史数据", en: "Figures filed for earlier periods")
    static let noneFiled = Message(zh: "没有填报过历史数据。", en: "No figures were filed for earlier periods.")
    static func people(_ count: String) -> Message {
        Message(zh: "\(count) 人", en: count == "1" ? "1 person" : "\(count) people")
    }
    static let period = Message(zh: "期间", en: "Period")

    static func period(_ from: String, _ until: String) -> Message {
        Message(zh: "\(from)至\(until)", en: "\(from) to \(until)")
    }

    static func fewer(_ least: String) -> Message { Message(zh: "少于 \(least)", en: "<\(least)") }

    static func label(_ figure: LabourFigure) -> Message {
        switch figure {
        case .registered: Message(zh: "登记人数", en: "Registered workers")
        case .served: Message(zh: "服务人次", en: "Served")
        case .employers: Message(zh: "用工主体", en: "Employers")
        case .orders: Message(zh: "用工单", en: "Orders")
        case .posts: Message(zh: "岗位数", en: "Posts")
        case .intentions: Message(zh: "达成意向人次", en: "Intentions")
        case .arrived: Message(zh: "到岗人次", en: "Arrived")
        case .workedDays: Message(zh: "完工人日", en: "Worked days")
        case .persons: Message(zh: "帮扶就业人数", en: "People helped into work")
        case .fillRate: Message(zh: "到岗率", en: "Fill rate")
        case .paidInTime: Message(zh: "按时足额支付率", en: "Paid in time")
        }
    }

    static func definition(_ figure: LabourFigure) -> Message {
        switch figure {
        case .registered: Message(zh: "今天有效登记的不同的人", en: "different people registered today")
        case .served: Message(zh: "柜台、电话、短信办理的人次", en: "contacts at desk, phone and message: person-times")
        case .employers: Message(zh: "期内发过单的不同用工主体", en: "different verified employers with an order in the period")
        case .orders: Message(zh: "期内开工的用工单，已取消的不算", en: "orders that start in the period, without those taken back")
        case .posts: Message(zh: "这些单的岗位", en: "seats of these orders")
        case .intentions: Message(zh: "答应去的人次", en: "seats accepted: person-times")
        case .arrived: Message(zh: "签到的人次", en: "checked in: person-times")
        case .workedDays: Message(zh: "确认工时大于零的人日", en: "confirmed time above nothing: person-days")
        case .persons: Message(zh: "至少干过一天的不同的人", en: "different people with a worked day")
        case .fillRate: Message(zh: "到岗人次 ÷ 已开工的岗位", en: "arrived ÷ seats of orders that have started")
        case .paidInTime: Message(zh: "到应付日已付足的 ÷ 应付的，按金额", en: "paid by the pay day ÷ due, by amount")
        }
    }
}
