import Kernel

/// The words of a lot's way to a station's laptop and back, in the county.
enum LaptopText {
    static let title = Message(zh: "乡镇站断网竞价", en: "An auction without a network")
    static let question = Message(zh: "要把这个标的交给哪台电脑？", en: "Which laptop shall hold this lot's auction?")
    static let note = Message(
        zh: "用于会场没有网络的公开竞价：先在那台电脑上打开“阡陌·乡镇站”，导出公钥文件带到这里。",
        en:
            "For an open auction where there is no network. Open “Qianmo station” on that laptop first and bring its key file here."
    )
    static let notNow = Message(zh: "这个标的现在不交乡镇站。", en: "This lot does not go to a laptop now.")
    static let when = Message(
        zh: "公告已截止报名、还没有开场的公开竞价标的才可以交出。",
        en: "A lot can go between the end of its registrations and its opening, in an open auction.")
    static let key = Message(zh: "那台电脑的公钥文件（log.pub）", en: "The laptop's key file (log.pub)")
    static let keyNote = Message(
        zh: "先核对，确认之前什么也不写入。", en: "It is checked first; nothing is written before you confirm.")
    static let look = Message(zh: "核对文件", en: "Check the file")
    static let isThisTheLaptop = Message(zh: "把这个标的交给这台电脑吗？", en: "Give this lot to this laptop?")
    static let opens = Message(zh: "开场时间", en: "Opens")
    static let paddles = Message(zh: "已准入的号牌", en: "Paddles that may bid")
    static let closedNote = Message(
        zh: "确认后，县平台不再受理本标的的出价，直到那台电脑的竞价记录带回来。",
        en: "After this the county's hall takes no bid for the lot until the laptop's log is brought back.")
    static let given = Message(zh: "已交给那台电脑", en: "The lot is with the laptop now")
    static let givenNext = Message(
        zh: "下一步：下载数据包，用优盘带到那台电脑上装入。", en: "Next: download the pack and carry it to the laptop.")
    static let awayQuestion = Message(zh: "标的现在在哪里？", en: "Where is the lot now?")
    static let away = Message(
        zh: "在乡镇站的电脑上。竞价结束后把竞价记录带回来，在下面合并。",
        en: "On the station's laptop. When the auction has ended, bring its log back and merge it below.")
    static let pack = Message(zh: "带去的数据包", en: "The pack to carry there")
    static let packNote = Message(
        zh: "里面没有姓名、电话和账号；只有登记了公钥的那台电脑装得上。丢了可以再下载。",
        en: "It holds no names, phones or accounts, and opens on that laptop only. It can be downloaded again.")
    static let takePack = Message(zh: "下载数据包", en: "Download the pack")
    static let bringBack = Message(zh: "带回竞价记录", en: "Bring the log back")
    static let log = Message(zh: "那台电脑导出的竞价记录", en: "The log file from the laptop")
    static let logNote = Message(
        zh: "每一条都要与签名和县里的规则核对；先看结果，确认后才写入。",
        en:
            "Each entry is held against the signature and the county's own rules. You see the outcome before anything is written."
    )
    static let isThisIt = Message(zh: "合并这份竞价记录吗？", en: "Merge this log?")
    static let backNote = Message(
        zh: "确认后每次出价写入县公开日志，竞价就此结束。", en: "After this each bid stands in the county's log, and the auction has ended.")
    static let otherFile = Message(zh: "换一个文件", en: "Another file")
}
