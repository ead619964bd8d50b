import Kernel

enum EnvironmentText {
    static let title = Message(zh: "污水处理", en: "Sewage treatment")
    static let registerFacility = Message(zh: "登记设施", en: "Register a facility")
    static let assignStandard = Message(zh: "指定执行标准", en: "Assign a standard")
    static let registerStation = Message(zh: "登记数采站点", en: "Register a station")
    static let adoptLimit = Message(zh: "登记限值", en: "Enter a limit")
    static let recordDay = Message(zh: "报日数据", en: "Record a day")
    static let takeAlarm = Message(zh: "认领警报", en: "Take an alarm")
    static let closeAlarm = Message(zh: "关闭警报", en: "Close an alarm")
    static let removeFrames = Message(zh: "清除到期的原始报文", en: "Take old raw frames away")
    static let sealTelemetry = Message(zh: "封存监测数据", en: "Seal telemetry")

    static let question = Message(
        zh: "这个排口的水昨天达标吗？", en: "Did the water from this pipe meet the limit yesterday?")
    static let listQuestion = Message(zh: "昨天哪些设施达标？", en: "Which facilities met the limit yesterday?")
    static let listNote = Message(
        zh: "一天里所有项目都达标才算达标；缺数据不算达标。", en: "A day meets only if every item does; missing data never count as meeting.")
    static let facility = Message(zh: "设施", en: "Facility")
    static let kind = Message(zh: "类别", en: "Kind")
    static let design = Message(zh: "设计规模（立方米/日）", en: "Design load (m³/d)")
    static let yesterday = Message(zh: "昨天", en: "Yesterday")
    static let noFacilities = Message(zh: "还没有登记设施。", en: "No facility is registered yet.")
    static let limits = Message(zh: "限值表", en: "Limits")
    static let take = Message(zh: "下载数据", en: "Take the data along")
    static let alarms = Message(zh: "警报", en: "Alarms")
    static let stations = Message(zh: "数采站点", en: "Stations")
    static let day = Message(zh: "日期", en: "Day")
    static let item = Message(zh: "项目", en: "Item")
    static let mean = Message(zh: "日均值", en: "Day mean")
    static let limit = Message(zh: "限值", en: "Limit")
    static let row = Message(zh: "限值编号", en: "Limit row")
    static let verdict = Message(zh: "结论", en: "Verdict")
    static let hours = Message(zh: "有效/应有小时", en: "Valid/due hours")
    static let volume = Message(zh: "水量（立方米）", en: "Volume (m³)")
    static let noDays = Message(zh: "近三十天没有日数据。", en: "No day is recorded in the last thirty.")
    static let number = Message(zh: "编号", en: "Number")
    static let raised = Message(zh: "发出", en: "Raised")
    static let state = Message(zh: "状态", en: "State")
    static let words = Message(zh: "说明", en: "Words")
    static let noAlarms = Message(zh: "没有警报。", en: "There is no alarm.")
    static let station = Message(zh: "站点编号（MN）", en: "Station number (MN)")
    static let edition = Message(zh: "HJ 212 版本", en: "HJ 212 edition")
    static let checksum = Message(zh: "校验算法", en: "Checksum rule")
    static let longest = Message(zh: "最长字节", en: "Longest, bytes")
    static let noStations = Message(zh: "还没有登记站点。", en: "No station is registered yet.")
    static let unowned = Message(zh: "待认领", en: "nobody has taken it")
    static let owned = Message(zh: "处理中", en: "being dealt with")

    static func closed(_ at: String) -> Message { Message(zh: "已关闭（\(at)）", en: "closed (\(at))") }

    static func listAnswer(_ met: String, _ all: String) -> Message {
        Message(zh: "\(all) 座设施中 \(met) 座达标", en: "\(met) of \(all) met it")
    }

    static func answer(_ answer: DayAnswer) -> Message {
        switch answer {
        case .meets: Message(zh: "达标", en: "Yes, it met the limit")
        case .exceeds(let items):
            Message(
                zh: "超标：" + items.map(\.rawValue).joined(separator: "、"),
                en: "No: " + items.map(\.rawValue).joined(separator: ", ") + " exceeded")
        case .noDischarge: Message(zh: "没有排水", en: "Nothing was discharged")
        case .noValidData: Message(zh: "没有足够的有效数据", en: "Not enough valid data")
        case .cannotBeJudged: Message(zh: "无法判定（缺水温等条件）", en: "Cannot be judged: a condition is unknown")
        case .nothingRecorded: Message(zh: "还没有报数", en: "Nothing is recorded yet")
        }
    }

    static func rate(meets: Int, judged: Int, other: Int) -> Message {
        Message(
            zh: "近三十天：判定 \(judged) 项次，达标 \(meets) 项次；另有 \(other) 项次无排水、数据不足或无法判定。",
            en: """
                Last thirty days: \(judged) item-days judged, \(meets) met; \(other) more without discharge, without enough \
                data or not to be judged.
                """)
    }

    static func chart(_ item: MeasuredItem) -> Message {
        let name = self.item(item)
        return Message(zh: "\(name.zh)日均值（红虚线为限值）", en: "\(name.en), day means (red and dashed: the limit)")
    }

    static let alarmsWait = Message(zh: "没有人认领的报警", en: "Alarms nobody has taken up")
    static func alarmOf(_ facility: String, _ what: Message) -> Message {
        Message(zh: "\(facility) \(what.zh)", en: "\(facility): \(what.en)")
    }
    static let highestDay = Message(zh: "最高一天", en: "Highest day")
    static let lastDay = Message(zh: "最近一天", en: "Last day")

    static func chartSays(_ days: Int, _ exceeding: Int) -> Message {
        Message(zh: "\(days) 天中 \(exceeding) 天超标", en: "\(exceeding) of \(days.of("day")) exceeded")
    }
}

extension EnvironmentText {
    static let due = Message(zh: "今日待办", en: "Due today")
    static let dueQuestion = Message(zh: "今天要办什么？", en: "What is due today?")
    static let what = Message(zh: "事项", en: "What")
    static let by = Message(zh: "最迟", en: "By")
    static let nothingDue = Message(zh: "今天没有待办。", en: "Nothing is due today.")
    static let dayMissing = Message(zh: "昨天的日数据还没有报", en: "Yesterday is not recorded")
    static let dayThere = Message(zh: "昨天的日数据", en: "Yesterday’s day")
    static let limitQuestion = Message(zh: "执行哪些限值？", en: "Which limits are there?")
    static let limitNote = Message(
        zh: "多个限值同时适用时按最严的；判过的日子不因新限值重判。标“待核对”的还没有核对原文。",
        en:
            "Where several hold, the strictest applies; days once judged stay. Rows marked “to be confirmed” were not yet held against the document."
    )
    static let standard = Message(zh: "标准", en: "Standard")
    static let grade = Message(zh: "级别", en: "Grade")
    static let condition = Message(zh: "条件", en: "Condition")
    static let from = Message(zh: "起", en: "From")
    static let until = Message(zh: "止", en: "Until")
    static let source = Message(zh: "出处", en: "Source")
    static let noLimits = Message(zh: "还没有限值。", en: "There is no limit yet.")
    static let daysFile = Message(zh: "日数据（CSV）", en: "Days (CSV)")
    static let hoursFile = Message(zh: "小时数据（CSV）", en: "Hours (CSV)")
    static let sensorThings = Message(zh: "日数据（SensorThings）", en: "Days (SensorThings)")

    static func limitAnswer(_ count: String) -> Message { Message(zh: "\(count) 条", en: "\(count.of("row"))") }

    static func dueAnswer(_ count: String, late: Int) -> Message {
        late == 0
            ? Message(zh: "\(count) 件", en: "\(count) open")
            : Message(zh: "\(count) 件，其中 \(late) 件已过期限", en: "\(count) open, \(late) overdue")
    }

    static func alarmWaits(_ number: Int64, _ what: Message, isOwned: Bool) -> Message {
        isOwned
            ? Message(zh: "警报 \(number)（\(what.zh)）：待关闭", en: "Alarm \(number) (\(what.en)): to be closed")
            : Message(zh: "警报 \(number)（\(what.zh)）：待认领", en: "Alarm \(number) (\(what.en)): to be taken")
    }
}

extension FacilityKind {
    var label: Message {
        switch self {
        case .plant: Message(zh: "县城污水厂", en: "county plant")
        case .town: Message(zh: "乡镇站", en: "town station")
        case .village: Message(zh: "村级设施", en: "village facility")
        }
    }
}

extension Verdict {
    var label: Message {
        switch self {
        case .meets: Message(zh: "达标", en: "meets")
        case .exceeds: Message(zh: "超标", en: "exceeds")
        case .noValidData: Message(zh: "无有效数据", en: "no valid data")
        case .noDischarge: Message(zh: "无排水", en: "no discharge")
        case .cannotBeJudged: Message(zh: "无法判定", en: "cannot be judged")
        }
    }
}
