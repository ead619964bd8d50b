import Kernel

enum LabourText {
    static let title = Message(zh: "零工市场", en: "Casual labour")

    static let registerEmployer = Message(zh: "登记用工主体", en: "Register an employer")
    static let verifyEmployer = Message(zh: "核验用工主体", en: "Verify an employer")
    static let blockEmployer = Message(zh: "停止发单", en: "Block an employer")
    static let unblockEmployer = Message(zh: "恢复发单", en: "Unblock an employer")
    static let eraseEmployer = Message(zh: "删除用工主体个人信息", en: "Erase an employer’s personal data")
    static let eraseEmployerNote = Message(
        zh: "农户姓名和电话删除后不能恢复；用工单和工资台账保留。单位的公开名称不删除。",
        en: """
            A household’s name and the phone cannot be brought back; orders and pay ledgers stay, and so does a unit’s \
            public name.
            """)
    static let registerWorker = Message(zh: "登记零工人员", en: "Register a worker")
    static let seekWork = Message(zh: "找活或不找了", en: "Look for work, or stop")
    static let eraseWorker = Message(zh: "删除零工人员个人信息", en: "Erase a worker’s personal data")
    static let postOrder = Message(zh: "发布用工单", en: "Post an order")
    static let repeatOrder = Message(zh: "再来一单", en: "Repeat an order")
    static let changeSeats = Message(zh: "改岗位数", en: "Change the seats")
    static let cancelOrder = Message(zh: "取消用工单", en: "Cancel an order")
    static let offerSeat = Message(zh: "邀约", en: "Offer a seat")
    static let takeSeat = Message(zh: "应约", en: "Take a seat")
    static let declineOffer = Message(zh: "不去", en: "Decline an offer")
    static let lapseOffer = Message(zh: "邀约到期", en: "Let an offer lapse")
    static let giveUpSeat = Message(zh: "退出", en: "Give up a seat")
    static let checkIn = Message(zh: "签到", en: "Check in")
    static let recordNoShow = Message(zh: "记未到岗", en: "Record a no-show")
    static let confirmHours = Message(zh: "确认工时", en: "Confirm hours")
    static let payWages = Message(zh: "登记付工资", en: "Record wages paid")
    static let advanceArrear = Message(zh: "欠薪下一步", en: "Take the next step on arrears")
    static let fileFigures = Message(zh: "填报市场数据", en: "File a market’s figures")

    /// What the columns of a table of pay days may be called besides their own names.
    static func payDayHeadings(_ column: PayDayReplay.Column) -> [String] {
        switch column {
        case .agreed: ["约定发薪日", "约定日期", "agreed day"]
        case .latest: ["最迟发薪日", "最迟日期", "latest pay day"]
        case .rule: ["规则", "依据"]
        }
    }

    /// A name as desks and employers see it before it is needed: the first and the last character.
    static func masked(_ name: String?) -> String {
        guard let name, let first = name.first, let last = name.last else { return "（已删除）" }
        return name.count == 1 ? "\(first)*" : name.count == 2 ? "\(first)*" : "\(first)*\(last)"
    }
}
