import Kernel
import Registry
import Web

extension ExchangeRefusal {
    package static let beyondTotal = Self(
        3073, field: "amountFen",
        zh: "超过合同应付的余额 {1} 元。",
        en: "More than the contract still owes: {1} yuan.",
        next: Message(zh: "请核对金额和账上记录。", en: "Check the amount against the books."),
        example: [ExchangeText.yuan(Money.zero)])

    package static let fileDigestWrong = Self(
        3074, field: "digest",
        zh: "摘要与系统生成的归档材料不一致（系统：{1}）。",
        en: "The digest is not that of the papers the house has (it has {1}).",
        next: Message(zh: "请重新下载归档材料核对后再归档。", en: "Download the pack again, compare, then close the file."),
        example: [String(repeating: "0", count: 64)])

    package static let registrationClosed = Self(
        3080, field: "lot",
        zh: "现在不在报名期内。",
        en: "Registrations are not open now.",
        next: Message(zh: "请查看公告的报名时间。", en: "See the notice for the dates."))

    package static let partyUnknown = Self(
        3081, .notFound, field: "party",
        zh: "主体未登记。",
        en: "The party is not registered.",
        next: Message(zh: "请先在交易站登记身份。", en: "Register at the station first."))

    package static let alreadyRegistered = Self(
        3082, .conflict, field: "party",
        zh: "该主体已报名本标的。",
        en: "The party has already registered for this lot.",
        next: Message(zh: "无需再操作。", en: "Nothing more to do."))

    package static let barred = Self(
        3083, .forbidden, field: "party",
        zh: "该主体在 {1} 前被禁止参加交易。",
        en: "The party may not take part before {1}.",
        next: Message(zh: "请联系乡镇交易站。", en: "Ask the township station."),
        example: [CivilDate.example])

    package static let conflicted = Self(
        3084, .forbidden, field: "party",
        zh: "该主体是本标的的经办人员，须回避。",
        en: "The party works on this lot and must stand aside.",
        next: Message(zh: "无需再操作。", en: "Nothing more to do."),
        basis: LegalBasis(Message(zh: "《招标投标法实施条例》第四十条", en: "Regulation on the Tender Law, art. 40"), source: "S1"))

    package static let accountShared = Self(
        3085, field: "account",
        zh: "该账户已被本标的其他竞买人使用，依法视为串通迹象。",
        en: "Another bidder of this lot uses this account: by law a sign of collusion.",
        next: Message(zh: "请使用本人账户。", en: "Use an account of your own."),
        basis: LegalBasis(Message(zh: "《招标投标法实施条例》第四十条", en: "Regulation on the Tender Law, art. 40"), source: "S1"))

    package static let bidderUnknown = Self(
        3086, .notFound, field: "bidder",
        zh: "没有这项报名，或其状态不允许此操作。",
        en: "There is no such registration in a state that allows this.",
        next: Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again."))

    package static let depositStep = Self(
        3087, .conflict, field: "bidder",
        zh: "保证金现为“{1}”，不能变为“{2}”。",
        en: "The deposit is “{1}” and cannot become “{2}”.",
        next: Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again."),
        example: [ExchangeText.deposit(DepositState.required), ExchangeText.deposit(DepositState.refunded)])

    package static let depositTooSmall = Self(
        3088, field: "amountFen",
        zh: "保证金不足，应为 {1} 元。",
        en: "The deposit is too small; {1} yuan are due.",
        next: Message(zh: "请按公告金额从本人账户付款。", en: "Pay the amount in the notice from your own account."),
        example: [ExchangeText.yuan(Money.zero)])

    package static let depositMissing = Self(
        3089, field: "bidder",
        zh: "本人账户的保证金尚未到账。",
        en: "No deposit from the bidder's own account has arrived.",
        next: Message(zh: "请按公告金额从本人账户付款。", en: "Pay the amount in the notice from your own account."))

    package static let biddersRegistered = Self(
        3090, field: "cause",
        zh: "已有人报名，权利人不能自行撤牌。",
        en: "Somebody has registered; the seller can no longer withdraw.",
        next: Message(zh: "如有法定原因，请由中心终止交易。", en: "For a legal cause the centre may terminate the trade."))

    package static let relistingsUsedUp = Self(
        3091,
        zh: "同一条件已延牌 {1} 次，须变更条件或撤牌。",
        en: "The lot was relisted {1} times on these terms; change them or withdraw.",
        next: Message(zh: "请变更条件并重新决议，或自然撤牌。", en: "Change the terms with a new resolution, or withdraw."),
        example: [3])

    package static let deadlineNotPassed = Self(
        3092,
        zh: "签约期限到 {1} 才届满。",
        en: "The time for signing runs until {1}.",
        next: Message(zh: "请在该时间之后办理。", en: "Come back after that time."),
        example: [Instant.example])

    package static let belowStart = Self(
        3093, field: "priceFen",
        zh: "协议价不得低于起始价 {1} 元。",
        en: "The agreed price may not be below the start of {1} yuan.",
        next: Message(zh: "请按页面所示的最低有效报价重新出价。", en: "Bid again; the page shows the next valid price."),
        example: [ExchangeText.yuan(Money.zero)])

    package static let cutTooDeep = Self(
        3094, field: "startPriceFen",
        zh: "降价幅度超过规定，起始价不得低于 {1} 元。",
        en: "The cut is too deep; the start may not fall below {1} yuan.",
        next: Message(zh: "请缩短期限，或改用法律允许的流转方式。", en: "Shorten the term or choose a way the law allows."),
        example: [ExchangeText.yuan(Money.zero)])

    package static let scoresWrong = Self(
        3095, field: "scores",
        zh: "评审人数须为三人以上单数，且每人对每份报价各打一次分（0 至 10000）。",
        en: "An odd panel of at least three must score every offer once, 0 to 10,000.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let replayLine = Self(
        3096, .badInput,
        zh: "文件第 {1} 行无法识别，应为十列。",
        en: "Line {1} cannot be read; ten columns are expected.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."),
        example: [2])

    package static let guideRowsWrong = Self(
        3097, .badInput, field: "rows",
        zh: "指导价须每格一行，且下限不高于中位、中位不高于上限。",
        en: "One row a cell, and floor ≤ middle ≤ high.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let noForfeiture = Self(
        3098, .conflict, field: "bidder",
        zh: "没有待办理的不予退还提议，或答辩期已过。",
        en: "No forfeiture is proposed, or the time for the reply is over.",
        next: Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again."))

    package static let extensionUsedUp = Self(
        3099,
        zh: "延期次数已用完，或期限已过。",
        en: "There is no further extension.",
        next: Message(zh: "请恢复、终止或登记违约。", en: "Resume, terminate, or record a breach."))

    package static let barTermMissing = Self(
        3100, .badInput, field: "until",
        zh: "请填写今天以后的截止日期。",
        en: "Give a last day after today.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let notBarred = Self(
        3101, .conflict, field: "party",
        zh: "该当事人不在限制名单内。",
        en: "The party is not barred.",
        next: Message(zh: "无需再操作。", en: "Nothing more to do."))

    package static let relistFirst = Self(
        3102,
        zh: "县级标的只有一家报名的，须先延牌一次。",
        en: "A county lot with one bidder is offered once more before it is agreed.",
        next: Message(zh: "请先延牌。", en: "Relist it first."))

    package static let causeNotListed = Self(
        3103, .badInput, field: "cause",
        zh: "该情形不适用于此项办理。",
        en: "This cause is not listed for this act.",
        next: Message(zh: "请选择适用的情形。", en: "Choose a listed cause."))

    package static let membersOnly = Self(
        3104, .forbidden, field: "party",
        zh: "本标的只面向本集体成员。",
        en: "Only members of the collective may register for this lot.",
        next: Message(zh: "请联系乡镇交易站。", en: "Ask the township station."))

    package static let bankColumns = Self(
        3110, .badInput, field: "csv",
        zh: "文件首行须有：流水号、日期、金额、付款户名、付款账号、附言。",
        en: "The first line must name: reference, date, amount, payer_name, payer_account, remark.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let bankRow = Self(
        3111, .badInput, field: "csv",
        zh: "第 {1} 行的“{2}”不正确。",
        en: "Line {1}: “{2}” is wrong.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."),
        example: [2, "amount"])

    package static let bankUnmatched = Self(
        3112, field: "csv",
        zh: "第 {1} 行的附言对不上任何待缴保证金的报名。",
        en: "Line {1}: the remark names no registration that waits for its deposit.",
        next: Message(zh: "请核对附言中的报名编号。", en: "Check the registration in the remark."),
        example: [2])

    package static let bankTwice = Self(
        3113, .conflict, field: "csv",
        zh: "第 {1} 行与前面的行重复。",
        en: "Line {1} repeats an earlier one.",
        next: Message(zh: "请删除重复的行。", en: "Take the repeated line out."),
        example: [2])

    package static let keyWrong = Self(
        3120, .badInput, field: "key",
        zh: "这不是日志公钥。",
        en: "This is no public key of a log.",
        next: Message(zh: "请用乡镇站数据目录 keys/log.pub 的内容。", en: "Use keys/log.pub of the station's folder."))

    package static let modeNotForStation = Self(
        3121, field: "lot",
        zh: "只有公开竞价的标的可以交乡镇站。",
        en: "Only a lot in an open auction can go to a station.",
        next: Message(zh: "请在县平台办理。", en: "Hold it in the county's hall."))

    package static let logBad = Self(
        3122, field: "leaves",
        zh: "乡镇站日志第 {1} 条与其校验值不符。",
        en: "Entry {1} of the station's log does not match its hash.",
        next: Message(
            zh: "请重新从乡镇站导出原始文件；仍不符时报告监督人员。", en: "Export it anew at the station; if it stays so, tell a supervisor."),
        example: [7])

    package static let checkpointBad = Self(
        3123, field: "checkpoint",
        zh: "乡镇站日志与其签署的检查点不符。",
        en: "The station's log is not the one its checkpoint was signed for.",
        next: Message(
            zh: "请重新从乡镇站导出原始文件；仍不符时报告监督人员。", en: "Export it anew at the station; if it stays so, tell a supervisor."))

    package static let logOther = Self(
        3124, field: "leaves",
        zh: "乡镇站日志第 {1} 条不符合该标的的竞价规则。",
        en: "Entry {1} of the station's log does not follow the lot's rules.",
        next: Message(
            zh: "请重新从乡镇站导出原始文件；仍不符时报告监督人员。", en: "Export it anew at the station; if it stays so, tell a supervisor."),
        example: [7])

    package static let notEnded = Self(
        3125, field: "leaves",
        zh: "乡镇站的竞价还没有结束。",
        en: "The auction at the station has not ended.",
        next: Message(zh: "请等竞价结束后再导出。", en: "Export again when it has ended."))

    package static let proxyNotAtStation = Self(
        3126, field: "limitFen",
        zh: "乡镇站现场竞价不设自动出价。",
        en: "At a station the house bids for nobody.",
        next: Message(zh: "请现场逐次出价。", en: "Bid yourself, each time."))

    package static let clockBackwards = Self(
        3127, field: "leaves",
        zh: "乡镇站日志第 {1} 条的时间早于前一条。",
        en: "Entry {1} of the station's log is earlier than the one before it.",
        next: Message(
            zh: "时间不可信，结果不能采用；请报告监督人员终止标的，重新公告。",
            en: "Its clock cannot be believed, nor its result; tell a supervisor, who ends the lot. It is listed anew."),
        example: [7])

    package static let clockBehind = Self(
        3128, field: "leaves",
        zh: "乡镇站日志第 {1} 条早于 {2}，那时还不能开场。",
        en: "Entry {1} of the station's log is before {2}, when the hall could not be open yet.",
        next: Message(
            zh: "时间不可信，结果不能采用；请报告监督人员终止标的，重新公告。",
            en: "Its clock cannot be believed, nor its result; tell a supervisor, who ends the lot. It is listed anew."),
        example: [7, Instant(milliseconds: 1_553_475_600_000)])

    package static let clockAhead = Self(
        3129, field: "leaves",
        zh: "乡镇站日志第 {1} 条的时间是 {2}，晚于现在。",
        en: "Entry {1} of the station's log says {2}, which is later than now.",
        next: Message(
            zh: "请核对乡镇站和县里的时钟；若乡镇站的钟快了，到那时再合并，或报告监督人员。",
            en: "Check both clocks; if the station's was fast, merge when that time has come, or tell a supervisor."),
        example: [7, Instant(milliseconds: 1_553_475_600_000)])
}
