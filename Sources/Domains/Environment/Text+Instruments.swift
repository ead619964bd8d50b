import HJ212
import Kernel

/// What instruments, checks and marks are called.
enum InstrumentText {
    static let register = Message(zh: "登记仪器", en: "Register an instrument")
    static let accept = Message(zh: "验收仪器", en: "Accept an instrument")
    static let retire = Message(zh: "停用仪器", en: "Take an instrument out")
    static let check = Message(zh: "登记标样核查", en: "Enter a standard check")
    static let compare = Message(zh: "登记化验比对", en: "Enter a laboratory comparison")
    static let mark = Message(zh: "标记小时数据", en: "Mark hours")
    static let confirm = Message(zh: "确认标记", en: "Confirm a mark")
    static let withdraw = Message(zh: "撤回标记", en: "Withdraw a mark")

    static let title = Message(zh: "仪器与标记", en: "Instruments and marks")
    static let question = Message(zh: "哪些数据能算数？", en: "Which data count?")
    static let note = Message(
        zh: """
            仪器从验收那天起算数；标样核查不合格的，从上一次合格到下一次合格之间的小时都不算有效；标记经另一人确认后生效，\
            原来的自动标记照样保留。程序按这些重算近十天的自动日数据。
            """,
        en: """
            An instrument counts from the day it was accepted. A failed standard check takes away the hours from the last passed \
            one to the next. A mark holds once somebody else has confirmed it; the device’s own stays beside it. The program \
            reckons the last ten days from frames anew.
            """)
    static let instruments = Message(zh: "仪器", en: "Instruments")
    static let marks = Message(zh: "人工标记（近三十天）", en: "Marks by hand, last thirty days")
    static let model = Message(zh: "型号", en: "Model")
    static let serial = Message(zh: "出厂编号", en: "Serial number")
    static let range = Message(zh: "量程上限", en: "Upper end of its range")
    static let rangeHint = Message(zh: "毫克/升；pH 填 14", en: "In mg/L; 14 for pH")
    static let accepted = Message(zh: "验收", en: "Accepted")
    static let lastCheck = Message(zh: "最近核查", en: "Last check")
    static let lastComparison = Message(zh: "最近比对", en: "Last comparison")
    static let noInstruments = Message(
        zh: "还没有登记仪器，数据不按仪器核对。", en: "No instrument is registered; data are not held against any.")
    static let noMarks = Message(zh: "近三十天没有人工标记。", en: "No hour was marked by hand.")
    static let notAccepted = Message(zh: "未验收", en: "not accepted")
    static let passed = Message(zh: "合格", en: "passed")
    static let failed = Message(zh: "不合格", en: "failed")
    static let paper = Message(zh: "验收文号", en: "Paper of the acceptance")
    static let why = Message(zh: "原因", en: "Reason")
    static let checkedAt = Message(zh: "核查时间", en: "Time of the check")
    static let standard = Message(zh: "标准溶液浓度", en: "Standard solution")
    static let standardHint = Message(
        zh: "一般为量程的一半；误差不超过 ±10 %（pH ±0.5）算合格", en: "Usually half of the range; within ±10 % it passes (pH ±0.5)")
    static let reading = Message(zh: "仪器读数", en: "The instrument read")
    static let laboratory = Message(zh: "化验室和报告编号", en: "Laboratory and report")
    static let pairsHint = Message(
        zh: "同一水样的两个数；至少三对，多的可以空着", en: "Two readings of one sample; three pairs at least, the others may stay empty")
    static let firstHour = Message(zh: "从几时", en: "From hour")
    static let lastHour = Message(zh: "到几时", en: "To hour")
    static let hourHint = Message(zh: "0 至 23；从 8 到 10 是两个小时", en: "0 to 23; from 8 to 10 are two hours")
    static let markHow = Message(zh: "标记为", en: "Mark as")
    static let markItemHint = Message(zh: "不选为全部项目", en: "None chosen: every item")
    static let hours = Message(zh: "小时", en: "Hours")
    static let waiting = Message(zh: "待确认", en: "to be confirmed")
    static let holds = Message(zh: "已生效", en: "holds")
    static let withdrawn = Message(zh: "已撤回", en: "withdrawn")
    static let retired = Message(zh: "已停用", en: "taken out")
    static let allItems = Message(zh: "全部", en: "all")
    static let done = Message(zh: "已办", en: "done")
    static let open = Message(zh: "未办", en: "open")

    static func answer(inForce: Int, waiting: Int) -> Message {
        Message(
            zh: "在用仪器 \(inForce) 台，待确认标记 \(waiting) 条",
            en: "\(inForce.of("instrument")) in force, \(waiting.of("mark")) to be confirmed")
    }

    static func pair(_ number: Int, _ isLaboratory: Bool) -> Message {
        isLaboratory
            ? Message(zh: "第 \(number) 对：化验", en: "Pair \(number): laboratory")
            : Message(zh: "第 \(number) 对：仪器", en: "Pair \(number): instrument")
    }

    static func within(_ line: ComparisonLine, _ day: String) -> Message {
        Message(
            zh: "\(day)：\(line.pairs) 对中 \(line.within) 对合格（要 \(line.needed)）",
            en: "\(day): \(line.within) of \(line.pairs) pairs within (\(line.needed) needed)")
    }

    static func hours(_ from: Int64, _ until: Int64) -> Message {
        Message(zh: "\(from)–\(until) 时", en: "\(from)–\(until) h")
    }

    static func mark(_ mark: Mark) -> Message {
        switch mark {
        case .normal: Message(zh: "N 正常", en: "N normal")
        case .stopped: Message(zh: "F 停运", en: "F stopped")
        case .maintenance: Message(zh: "M 维护", en: "M maintenance")
        case .manual: Message(zh: "S 手工", en: "S by hand")
        case .fault: Message(zh: "D 故障", en: "D fault")
        case .calibrating: Message(zh: "C 校准", en: "C calibrating")
        case .overRange: Message(zh: "T 超量程", en: "T over range")
        case .linkFault: Message(zh: "B 通讯中断", en: "B link fault")
        }
    }

    static func checkDue(_ item: MeasuredItem) -> Message {
        Message(zh: "\(item.rawValue) 标样核查（每 24 小时）", en: "\(item.rawValue): standard check, each 24 hours")
    }

    static func comparisonDue(_ item: MeasuredItem) -> Message {
        Message(zh: "\(item.rawValue) 化验比对（每月）", en: "\(item.rawValue): laboratory comparison, monthly")
    }

    static func markDue(_ number: Int64, _ day: String) -> Message {
        Message(zh: "标记 \(number)（\(day)）：待确认", en: "Mark \(number) (\(day)): to be confirmed")
    }
}
