import Kernel

/// The words of the desk and of the page that ends an act.
enum ServerText {
    static let withOthers = Message(zh: "交上去的，等别人办", en: "Handed in: others have it")
    static let inTheLog = Message(zh: "日志编号", en: "In the log")
    static func entryNumber(_ index: String) -> Message { Message(zh: "第 \(index) 条", en: "entry \(index)") }
    static let entryProved = Message(zh: "已写入公开日志，点开可看证明", en: "written to the public log; open it for the proof")
    static let doneBefore = Message(zh: "这件事以前已经办过，没有再写一次", en: "it had been done before; nothing was written twice")
    static let doneAt = Message(zh: "办理时间", en: "At")
    static let nextIs = Message(zh: "下一步由谁办", en: "Who is next")
    static let nextBy = Message(zh: "最迟", en: "At the latest")
    static let goOn = Message(zh: "继续", en: "Go on")
    static func goTo(_ page: Message) -> Message { Message(zh: "去“\(page.zh)”", en: "To: \(page.en)") }
    static let toDesk = Message(zh: "回到我的工作台", en: "To my desk")
    static let printSlip = Message(
        zh: "需要留底的，请用浏览器打印本页：编号和时间就是回执。", en: "To keep a slip, print this page: number and time are the receipt.")

    static let mustDo = Message(zh: "等您办的", en: "Waiting for you")
    static let byKind = Message(zh: "按事项看", en: "By kind")
    static let noTerm = Message(zh: "没有期限", en: "no time limit")
    static let endsToday = Message(zh: "今天到期", en: "ends today")
    static func daysLeft(_ days: Int) -> Message {
        Message(zh: "还剩 \(days) 个工作日", en: days == 1 ? "1 working day left" : "\(days) working days left")
    }
    static func lateBy(_ days: Int) -> Message {
        Message(zh: "逾期 \(days) 个工作日", en: days == 1 ? "late by 1 working day" : "late by \(days) working days")
    }
    static func waitsSince(_ day: String) -> Message { Message(zh: "\(day)起等办", en: "waits since \(day)") }
    static func moreWait(_ count: String) -> Message {
        Message(zh: "还有 \(count) 件，在“交易工作台”里。", en: "\(count) more on the desk of the exchange.")
    }
    static let mayDo = Message(zh: "也可以办", en: "What else can be done here")
    static let mine = Message(zh: "我的帐号", en: "My account")
    static let ownThings = Message(zh: "我的事", en: "What is mine")
    static let look = Message(zh: "看详情", en: "Look")
    static let installation = Message(zh: "系统管理", en: "The house")
    static let ourVillage = Message(zh: "我们村", en: "My village")
    static let myPlace = Message(zh: "我负责的地方", en: "The place I am responsible for")
    static let late = Message(zh: "已逾期", en: "late")
    static let inTime = Message(zh: "未逾期", en: "in time")
}
