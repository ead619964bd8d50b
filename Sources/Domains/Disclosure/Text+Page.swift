import Kernel
import Registry

/// The words of the public pages.
enum PageText {
    static let unanswered = Message(zh: "逾期未答，去查看", en: "Unanswered: look into it")
    static let objectionsWaiting = Message(zh: "异议等我答复", en: "Objections to answer")
    static let villagesTitle = Message(zh: "村公开页", en: "The village's page")
    static let whatDoesItOwn = Message(
        zh: "村里有什么，谁在租，付钱没有？", en: "What does the village own, who rents it, and is it paid?")
    static func villageAnswer(assets: String, leased: String) -> Message {
        Message(zh: "\(assets) 项资产资源，\(leased) 项在租", en: "\(assets.of("asset")), \(leased) of them let")
    }
    static func villagePaid(_ paid: String, of due: String) -> Message {
        Message(zh: "到期应付 \(due)，已付 \(paid)。", en: "\(paid) paid of \(due) due.")
    }
    static func villageOverdue(_ paid: String, of due: String, _ overdue: String) -> Message {
        Message(zh: "到期应付 \(due)，已付 \(paid)，拖欠 \(overdue)。", en: "\(paid) paid of \(due) due; \(overdue) in arrears.")
    }
    static let nothingDue = Message(zh: "目前没有到期的款项。", en: "Nothing is due at present.")

    static let assets = Message(zh: "资产资源", en: "What the village owns")
    static let asset = Message(zh: "名称", en: "Name")
    static let owner = Message(zh: "所有者", en: "Owner")
    static let area = Message(zh: "面积", en: "Area")
    static let tenant = Message(zh: "承租方", en: "Rented by")
    static let until = Message(zh: "租到", en: "Until")
    static let price = Message(zh: "年租金", en: "Rent a year")
    static func perMu(_ price: String) -> Message { Message(zh: "\(price)/亩", en: "\(price) per mu") }
    static let paidOrNot = Message(zh: "付款", en: "Paid?")
    static let noAssets = Message(zh: "登记簿里还没有本村的资产资源。", en: "The register has no assets of this village yet.")
    static let status = Message(zh: "状态", en: "State")
    static func status(_ status: AssetStatus) -> Message {
        switch status {
        case .idle: Message(zh: "闲置", en: "Idle")
        case .reserved: Message(zh: "交易中", en: "On offer")
        case .leased: Message(zh: "在租", en: "Let")
        case .disputed: Message(zh: "有争议", en: "Disputed")
        case .retired: Message(zh: "已注销", en: "Retired")
        }
    }

    static let payments = Message(zh: "合同付款情况", en: "Payments under contracts")
    static let contract = Message(zh: "合同", en: "Contract")
    static let instalment = Message(zh: "期", en: "Instalment")
    static let due = Message(zh: "到期日", en: "Due")
    static let amount = Message(zh: "应付", en: "Due amount")
    static let paid = Message(zh: "已付", en: "Paid")
    static let paidOn = Message(zh: "付款日", en: "Paid on")
    static let noPayments = Message(zh: "还没有公开的合同付款计划。", en: "No contract's payments are on display yet.")
    static func standing(_ standing: Payment.Standing) -> Message {
        switch standing {
        case .paid: Message(zh: "已付清", en: "Paid")
        case .partlyPaid: Message(zh: "部分已付", en: "Partly paid")
        case .due: Message(zh: "今天到期", en: "Due today")
        case .overdue: Message(zh: "拖欠", en: "In arrears")
        case .ahead: Message(zh: "未到期", en: "Not due yet")
        }
    }

    static let feed = Message(zh: "订阅公告（Atom）", en: "Feed of notices (Atom)")
    static let notices = Message(zh: "公告", en: "Notices")
    static let noNotices = Message(zh: "没有公告。", en: "There are no notices.")
    static let whatIsNew = Message(zh: "最近有什么公告？", en: "What is on the board?")
    static func openNotices(_ open: String, of all: String) -> Message {
        Message(zh: "\(open) 份正在公示，共 \(all) 份", en: "\(open) on display, \(all) in all")
    }
    static let notice = Message(zh: "公告", en: "Notice")
    static let kind = Message(zh: "类别", en: "Kind")
    static let place = Message(zh: "地方", en: "Place")
    static let hangsUntil = Message(zh: "公示至", en: "On display until")
    static func kind(_ kind: NoticeKind) -> Message {
        switch kind {
        case .lotNotice: Message(zh: "交易公告", en: "Lot on offer")
        case .result: Message(zh: "成交公示", en: "Result")
        case .resolution: Message(zh: "民主决议", en: "Resolution")
        case .finance: Message(zh: "财务公开", en: "Finance")
        case .contract: Message(zh: "合同公开", en: "Contract")
        case .other: Message(zh: "其他", en: "Other")
        }
    }
    static let onDisplay = Message(zh: "正在公示", en: "On display")
    static let over = Message(zh: "已结束", en: "Over")
    static let opened = Message(zh: "发布", en: "Opened")
    static let closes = Message(zh: "公示结束", en: "Closes")
    static let digest = Message(zh: "文件摘要（SHA-256）", en: "Digest of the document (SHA-256)")
    static let subject = Message(zh: "关于", en: "About")
    static let wholeLot = Message(zh: "查看这个标的", en: "See this lot")
    static let period = Message(zh: "公示期", en: "On display")
    static func from(_ first: String, to last: String) -> Message {
        Message(zh: "\(first) 至 \(last)", en: "\(first) to \(last)")
    }
    static let canIStillObject = Message(zh: "还能提意见吗？", en: "Can one still object?")
    static func untilInstant(_ instant: String) -> Message {
        Message(zh: "可以，到 \(instant)", en: "Yes, until \(instant)")
    }
    static let noLonger = Message(zh: "公示期已结束", en: "No, its time is over")

    static let objections = Message(zh: "异议", en: "Objections")
    static let noObjections = Message(zh: "没有异议。", en: "Nobody has objected.")
    static let objection = Message(zh: "异议编号", en: "Objection")
    static let raised = Message(zh: "提出", en: "Raised")
    static let replyBy = Message(zh: "答复期限", en: "Answer due")
    static let answer = Message(zh: "答复", en: "Answer")
    static let villageMoney = Message(zh: "看这里的收支", en: "Money in and out here")
    static let seeAnswer = Message(zh: "已答复，看答复", en: "Answered: read it")
    static let waiting = Message(zh: "等待答复", en: "Waiting for an answer")
    static let escalated = Message(zh: "逾期未答，已报上级", en: "Not answered in time; with the level above")
    static let object = Message(zh: "提出异议", en: "Object")
    static let whatIsWrong = Message(zh: "哪里不对？", en: "What is wrong with it?")
    static let whatIsWrongAnswer = Message(zh: "五个工作日内必须答复", en: "An answer is owed within five working days")
    static let yourWords = Message(zh: "请写明事实和理由", en: "Facts and reasons")
    static let objectionPaper = Message(zh: "照片或文件", en: "Photo or paper")
    static let wordsArePrivate = Message(
        zh: "内容只给答复的人看；照片只有管本村的岗位看得到；公开的只有时间和答复。",
        en:
            "Only those who answer read it; a photo is seen by the desks over the place; public are its time and the answer."
    )
    static let whatToAnswer = Message(zh: "怎样答复这条异议？", en: "What is the answer to this objection?")
    static let answerZh = Message(zh: "答复（中文）", en: "Answer in Chinese")
    static let answerEn = Message(zh: "答复（英文）", en: "Answer in English")
    static let answersArePublic = Message(zh: "答复是公开的：不要写个人信息。", en: "The answer is public: nothing about persons.")
    static let noticesArePublic = Message(zh: "公告人人可看：不要写个人信息。", en: "A notice is public: nothing about persons.")
    static let englishHint = Message(zh: "不写英文的，英文页面显示中文。", en: "Left empty, the English pages show the Chinese.")
    static let whatIsDestroyed = Message(zh: "要销毁的内容", en: "What is to be destroyed")
    static let answerStays = Message(
        zh: "内容销毁后不能恢复；提出时间和答复保留。", en: "The words cannot be brought back; when it was raised and the answer stay.")
    static let textDestroyed = Message(zh: "内容已按规定删除。", en: "The words have been destroyed.")

    static let poster = Message(zh: "打印村务公开栏海报", en: "Print for the village board")
    static let announce = Message(zh: "发布公告", en: "Put up a notice")
    static let whatToAnnounce = Message(zh: "要公告什么？", en: "What is to be announced?")
    static let announceAnswer = Message(zh: "公示从次日起算工作日", en: "Working days count from the day after")
    static let titleZh = Message(zh: "标题（中文）", en: "Title in Chinese")
    static let titleEn = Message(zh: "标题（英文）", en: "Title in English")
    static let bodyZh = Message(zh: "正文（中文）", en: "Text in Chinese")
    static let bodyEn = Message(zh: "正文（英文）", en: "Text in English")
    static let workingDays = Message(zh: "公示工作日", en: "Working days")
    static let days = Message(zh: "个工作日", en: "working days")

    static let villageJSON = Message(zh: "村公开数据（程序用）", en: "The village's public data, for programs")
}
