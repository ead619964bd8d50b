import HJ212
import Kernel

/// What the forms of the room ask.
extension EnvironmentText {
    static let name = Message(zh: "设施名称", en: "Name of the facility")
    static let place = Message(zh: "所在地", en: "Place")
    static let designHint = Message(zh: "每天最多处理多少立方米，例如 1200", en: "Cubic metres a day, for example 1200")
    static let gradeHint = Message(zh: "按环评批复或排污许可证", en: "As the permit says")
    static let newGradeHint = Message(zh: "例如：一级、二级", en: "For example: 1, 2")
    static let stationHint = Message(zh: "数采仪铭牌上的编号，4 至 24 个字符", en: "On the logger’s plate, 4 to 24 characters")
    static let adoptNote = Message(
        zh: "限值只从今天起往后有效，判过的日子不变；提交后不能修改。",
        en: "A limit binds from today at the earliest; judged days stay. It cannot be changed afterwards.")
    static let standardHint = Message(zh: "标准编号，例如 DB14/1928-2019", en: "Its number, for example DB14/1928-2019")
    static let lowest = Message(zh: "下限", en: "Lower limit")
    static let highest = Message(zh: "上限", en: "Upper limit")
    static let conditionHint = Message(
        zh: "不填为全年；水温写 temperature<=12 或 temperature>12，日期写 days 1101-0331",
        en: "Empty: always. Otherwise temperature<=12, temperature>12 or days 1101-0331")
    static let sourceHint = Message(zh: "文号和表号", en: "Document and table")
    static let dueHours = Message(zh: "应有小时", en: "Hours due")
    static let dueHoursHint = Message(zh: "当天有排水的小时数，没有排水填 0", en: "Hours with discharge; 0 where there was none")
    static let validHours = Message(zh: "有效小时", en: "Valid hours")
    static let meanHint = Message(zh: "按流量加权的日均值；pH 不填", en: "Weighted by flow; left empty for pH")
    static let dayLowest = Message(zh: "当日最低", en: "Lowest of the day")
    static let dayHighest = Message(zh: "当日最高", en: "Highest of the day")
    static let temperature = Message(zh: "水温（℃）", en: "Water temperature (°C)")
    static let temperatureHint = Message(zh: "氨氮的限值随水温不同，必填", en: "Needed for ammonia: its limit depends on it")
    static let reason = Message(zh: "更正原因", en: "Reason for the correction")
    static let reasonHint = Message(zh: "这一天报过数才需要填", en: "Only where the day was recorded before")
    static let whatWasDone = Message(zh: "原因和处理", en: "What was wrong and what was done")
    static let whatWasDoneHint = Message(
        zh: "例如：曝气机跳闸，已恢复供电并复测达标", en: "For example: aerator tripped, power restored, met again")
    static let lastWeek = Message(zh: "近七天（全部数据见下载）", en: "The last seven days; all figures are in the file")
    static let act = Message(zh: "办理", en: "To do")
    static let late = Message(zh: "已过期限", en: "overdue")

    static func grade(_ grade: String) -> Message {
        switch grade {
        case "1A": Message(zh: "一级 A", en: "1A")
        case "1B": Message(zh: "一级 B", en: "1B")
        case "2": Message(zh: "二级", en: "2")
        case "3": Message(zh: "三级", en: "3")
        case "plant": Message(zh: "城镇污水厂", en: "plant")
        default: Message(zh: grade, en: grade)
        }
    }

    static func item(_ item: MeasuredItem) -> Message {
        switch item {
        case .cod: Message(zh: "化学需氧量（COD）", en: "Chemical oxygen demand (COD)")
        case .ammonia: Message(zh: "氨氮（NH3-N）", en: "Ammonia nitrogen (NH3-N)")
        case .nitrogen: Message(zh: "总氮（TN）", en: "Total nitrogen (TN)")
        case .phosphorus: Message(zh: "总磷（TP）", en: "Total phosphorus (TP)")
        case .solids: Message(zh: "悬浮物（SS）", en: "Suspended solids (SS)")
        case .bod: Message(zh: "生化需氧量（BOD5）", en: "Biochemical oxygen demand (BOD5)")
        case .acidity: Message(zh: "酸碱度（pH）", en: "Acidity (pH)")
        }
    }

    static func edition(_ version: StationVersion) -> Message {
        switch version {
        case .v2005: Message(zh: "HJ/T 212-2005", en: "HJ/T 212-2005")
        case .v2017: Message(zh: "HJ 212-2017", en: "HJ 212-2017")
        case .v2025: Message(zh: "HJ 212-2025（加密）", en: "HJ 212-2025 (enciphered)")
        }
    }

    static func dialect(_ dialect: StationDialect) -> Message {
        switch dialect {
        case .annexA: Message(zh: "标准附录 A", en: "Annex A of the standard")
        case .modbusLowFirst: Message(zh: "Modbus，低字节在前", en: "Modbus, low byte first")
        case .modbusHighFirst: Message(zh: "Modbus，高字节在前", en: "Modbus, high byte first")
        }
    }

    static func unconfirmed(_ source: String) -> Message {
        Message(zh: "\(source)（待核对）", en: "\(source) (to be confirmed)")
    }

    static func condition(_ condition: LimitCondition) -> Message {
        switch condition {
        case .none: Message(zh: "全年", en: "always")
        case .temperatureAtMost(let bound):
            Message(zh: "水温不高于 \(bound.shortest) ℃", en: "at \(bound.shortest) °C and below")
        case .temperatureAbove(let bound): Message(zh: "水温高于 \(bound.shortest) ℃", en: "above \(bound.shortest) °C")
        case .calendar(let from, let to): Message(zh: "\(day(from))至\(day(to))", en: "\(dayEn(from)) to \(dayEn(to))")
        case .notCalendar(let from, let to):
            Message(zh: "\(day(from))至\(day(to))以外", en: "except \(dayEn(from)) to \(dayEn(to))")
        }
    }

    private static func day(_ number: Int) -> String { "\(number / 100)月\(number % 100)日" }

    private static func dayEn(_ number: Int) -> String {
        let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
        let all = months + ["November", "December"]
        return "\(number % 100) \(all[(number / 100 - 1) % 12])"
    }
}
