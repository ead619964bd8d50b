import Kernel

/// The words of the board on the page of a place and on the first one.
enum FrontText {
    static let paidShare = Message(zh: "租金到账", en: "Rent paid")
    static let paidShareDefinition = Message(
        zh: "到今天为止到期的各期租金中，已经付到集体账户的比例。", en: "Of all instalments due until today, the share that has been paid.")
    static func late(_ amount: String) -> Message { Message(zh: "拖欠 \(amount)", en: "\(amount) in arrears") }
    static let notLate = Message(zh: "没有拖欠", en: "nothing in arrears")
    static let openNotices = Message(zh: "正在公示", en: "Notices on display")
    static let openNoticesDefinition = Message(zh: "公示期没有结束的公告份数。", en: "Notices whose time on display is not over.")
    static let mayObject = Message(zh: "可以提出异议", en: "open to objection")
    static let arrears = Message(zh: "拖欠租金，按拖欠天数", en: "Rent in arrears, by age")
    static func age(_ age: ArrearsAge) -> Message {
        switch age {
        case .month: Message(zh: "30 天以内", en: "up to 30 days")
        case .quarter: Message(zh: "31 至 90 天", en: "31 to 90 days")
        case .year: Message(zh: "91 天至一年", en: "91 days to a year")
        case .older: Message(zh: "一年以上", en: "more than a year")
        }
    }
    static let whoIsLate = Message(zh: "谁还欠租金？", en: "Who is behind with the rent?")
    static func allLate(_ count: String, _ amount: String) -> Message {
        Message(zh: "\(count) 期，拖欠 \(amount)", en: "\(count.of("instalment")), \(amount) in arrears")
    }
    static let noneLate = Message(zh: "到期的租金都付了。", en: "All rent that was due is paid.")
    static let arrearsTitle = Message(zh: "拖欠的租金", en: "Rent in arrears")
    static let lateSum = Message(zh: "拖欠", en: "In arrears")
    static let lateDays = Message(zh: "拖欠天数", en: "Days late")
    static let board = Message(zh: "正在公示，可以提意见", en: "On display: one may object")
    static let whoRents = Message(zh: "有什么，谁在租，付了没有", en: "What there is, who rents it, paid or not")
    static func moreRows(_ count: String) -> Message {
        Message(zh: "查看全部 \(count) 期", en: "All \(count.of("instalment"))")
    }
}
