import Kernel

extension CLIText {
    static let importCalendar = Message(
        zh: "导入节假日安排（CSV 或 JSON），逐行回答。", en: "Import a year's holidays (CSV or JSON), answered row by row.")
    static let calendarFile = Message(
        zh: "文件：date,name,kind（off 放假、work 补班），或同样内容的 JSON。",
        en: "The file: date,name,kind (off or work), or the same as JSON.")
    static let calendarYear = Message(zh: "只导入这一年。", en: "Only this year of the file.")
    static let calendarSource = Message(zh: "依据的通知文号。", en: "The number of the notice it rests on.")

    static func calendarRow(_ line: Int, _ outcome: String, _ text: String) -> Message {
        let word =
            switch outcome {
            case "accepted": "读入"
            case "setAside": "略过"
            default: "退回"
            }
        return Message(zh: "第 \(line) 行 \(word)：\(text)", en: "line \(line) \(outcome): \(text)")
    }
    static func calendarKnown(_ year: Int) -> Message {
        Message(zh: "\(year) 年节假日已导入，等待的事项自动继续。", en: "The holidays of \(year) are known; what waited goes on.")
    }
}
