import Kernel
import Web

/// What drivers and those who send them are asked and told.
enum RoundText {
    static let planRound = Message(zh: "安排收运任务", en: "Plan a round")
    static let markStop = Message(zh: "记录收集点", en: "Mark a stop")
    static let cancelRound = Message(zh: "取消收运任务", en: "Cancel a round")

    static let rounds = Message(zh: "收运任务", en: "Rounds")
    static let round = Message(zh: "收运任务", en: "Round")
    static let howFar = Message(zh: "今天收到哪里了？", en: "How far are today’s rounds?")
    static let whereTo = Message(zh: "今天去哪里收？", en: "Where to today?")
    static let whereNow = Message(zh: "下一处去哪里？", en: "Where to next?")
    static let nothingToday = Message(zh: "今天没有任务", en: "There is no round today")
    static let allDone = Message(zh: "都走完了", en: "All were called at")
    static let cancelled = Message(zh: "已取消", en: "cancelled")
    static let noRounds = Message(zh: "没有安排任务。", en: "No round is planned.")
    static let day = Message(zh: "日期", en: "Day")
    static let driver = Message(zh: "司机", en: "Driver")
    static let driverHint = Message(zh: "司机登录用的手机账号", en: "The account the driver signs in with")
    static let progress = Message(zh: "已收", en: "Emptied")
    static let missed = Message(zh: "没收成", en: "Not emptied")
    static let cancelNote = Message(zh: "司机的页面上不再显示这趟任务。", en: "The driver’s page shows it no more.")
    static let orderNote = Message(
        zh: "勾选要去的收集点，按表中先后去；照上一趟安排的，保持上一趟的先后。",
        en: "They are called at in the order they stand in; those of the round it is planned like keep theirs.")
    static let points = Message(zh: "收集点", en: "Points")
    static let likeLast = Message(zh: "照上一趟安排", en: "Plan it like the last one")
    static let planAgain = Message(zh: "照这趟再安排", en: "Plan one like this")
    static let weighThis = Message(zh: "给这趟过磅", en: "Weigh this round")

    static let againstTickets = Message(zh: "与磅单核对", en: "Against the weighbridge")
    static let markedSum = Message(zh: "司机记录（千克）", en: "Marked by the driver (kg)")
    static let weighedSum = Message(zh: "磅单净重（千克）", en: "Net of the tickets (kg)")
    static let differenceOfBoth = Message(zh: "相差（千克）", en: "Difference (kg)")
    static let within = Message(
        zh: "车载秤与地磅相差 3.6% 以内为正常", en: "up to 3.6 % is what a vehicle’s scale and a weighbridge differ by")
    static let roundAgrees = Message(zh: "对得上", en: "agrees")
    static let tooFar = Message(zh: "相差过大", en: "too far apart")
    static let notCompared = Message(zh: "还不能比较", en: "cannot be compared yet")
    static let noTicketYet = Message(
        zh: "这辆车当天还没有收集磅单。", en: "The vehicle has no ticket of collected waste of that day yet.")
    static let whatDiffers = Message(zh: "哪里对不上", en: "What differs")
    static let point = Message(zh: "收集点", en: "Point")
    static let onNoTicket = Message(zh: "司机说收了，磅单上没有", en: "emptied as the driver says, on no ticket")
    static let notMarked = Message(zh: "磅单上有，司机没有记收了", en: "on a ticket, not marked as emptied")
    static let notOnRound = Message(zh: "磅单上有，任务里没有", en: "on a ticket, not on the round")
    static let withoutWeight = Message(zh: "收了，没有记重量", en: "emptied, no weight marked")
    static let nothingDiffers = Message(zh: "逐点都对得上。", en: "Every point stands on both sides.")

    static let outcome = Message(zh: "收了没有", en: "Was it emptied?")
    static let weight = Message(zh: "重量（千克，知道才填）", en: "Weight (kg, if known)")
    static let notDone = Message(zh: "没收成", en: "Not emptied")
    static let change = Message(zh: "更正", en: "Correct it")
    static let kept = Message(zh: "存在手机里，还没有送出：", en: "Kept on this phone, not sent yet:")
    static let waiting = Message(
        zh: "# 条记录存在手机里，还没有送出；有网络时自动送出，不要清除浏览器数据。",
        en: "Kept on this phone, not sent yet: #. All go once there is a network; do not clear the browser’s data.")
    static let refused = Message(zh: "没有被接受：", en: "Not accepted:")
    static let signIn = Message(zh: "登录已过期，请重新登录；存下的记录不会丢。", en: "Sign in again: what is kept is not lost.")

    static func like(_ day: String, _ plate: String, _ driver: String) -> Message {
        Message(zh: "\(plate) · \(driver) · \(day)", en: "\(plate) · \(driver) · \(day)")
    }
    static func stop(_ number: Int, _ name: String) -> Message {
        Message(zh: "\(number). \(name)", en: "Stop \(number): \(name)")
    }
    static func next(_ name: String) -> Message { Message(zh: name, en: name) }
    static func far(_ done: String, _ all: String) -> Message {
        Message(zh: "已收 \(done) 处，共 \(all) 处", en: "\(done) of \(all) emptied")
    }
    static func weighed(_ kilograms: String) -> Message { Message(zh: "\(kilograms) 千克", en: "\(kilograms) kg") }
    static func roundOf(_ day: String, _ plate: String) -> Message {
        Message(zh: "\(day) · \(plate)", en: "\(day) · \(plate)")
    }
}

extension StopOutcome {
    var label: Message {
        switch self {
        case .done: Message(zh: "收了", en: "Emptied")
        case .nothingThere: Message(zh: "没有垃圾", en: "Nothing there")
        case .roadBlocked: Message(zh: "路不通", en: "Road blocked")
        case .notSorted: Message(zh: "没有分类，拒收", en: "Not sorted, left there")
        case .vehicleFull: Message(zh: "车满了", en: "Vehicle full")
        case .other: Message(zh: "其他原因", en: "Another reason")
        }
    }

    var tag: Tag { Tag(label, self == .done ? .good : .warning) }
}
