import Kernel

/// The words of the page of holidays.
extension RegistryText {
    static let calendar = Message(zh: "工作日历", en: "Working calendar")
    static let calendarQuestion = Message(zh: "哪些年的节假日已经知道？", en: "Of which years are the holidays known?")
    static func calendarAnswer(_ first: Int, _ last: Int) -> Message {
        Message(zh: "\(first) 年至 \(last) 年", en: "\(first) to \(last)")
    }
    static func calendarMissing(_ year: Int) -> Message {
        Message(zh: "\(year) 年的安排还没有导入", en: "The holidays of \(year) are not here yet")
    }
    static let calendarMissingText = Message(
        zh: "办到需要这一年工作日的事项会先等着；国务院办公厅公布安排后，由系统管理员导入，等着的事项自动继续。",
        en: """
            What has to count working days of that year waits. Once the State Council has announced them and the \
            administrator has brought them in, it goes on by itself.
            """)
    static let calendarYear = Message(zh: "年份", en: "Year")
    static let calendarDays = Message(zh: "放假和补班", en: "Days off and worked weekends")
    static let calendarDay = Message(zh: "日期", en: "Day")
    static let holiday = Message(zh: "节日", en: "Holiday")
    static let calendarKind = Message(zh: "安排", en: "Off or worked")
    static let calendarSource = Message(zh: "依据（通知文号）", en: "Rests on (number of the notice)")
    static let calendarSince = Message(zh: "导入时间", en: "Brought in")
    static let calendarShipped = Message(zh: "随程序提供", en: "Shipped with the program")
    static let calendarFile = Message(zh: "节假日文件", en: "File of holidays")
    static let calendarFileHint = Message(
        zh: "CSV 或 JSON；三栏：date（日期）、name（节日）、kind（off 放假、work 补班）。",
        en: "CSV or JSON with date, name and kind (off or work).")
    static let calendarYearHint = Message(
        zh: "文件里有几年时填写；不填则取天数最多的一年。", en: "Where the file has several years; else the one with most days.")

    static func kind(_ kind: CalendarDayKind) -> Message {
        switch kind {
        case .off: Message(zh: "放假", en: "Off")
        case .work: Message(zh: "补班", en: "Worked")
        }
    }
}
