package import Kernel
import Web

extension DisclosureRejection {
    package var text: Message {
        switch self {
        case .noSuchPlace(let place): Message(zh: "行政区划中没有“\(place)”。", en: "There is no place “\(place)”.")
        case .noticeExists(let notice): Message(zh: "公告“\(notice)”已经存在。", en: "Notice “\(notice)” exists already.")
        case .noSuchNotice(let notice): Message(zh: "没有公告“\(notice)”。", en: "There is no notice “\(notice)”.")
        case .periodUnclear:
            Message(zh: "公示期应填写工作日天数或截止日期，二者取一。", en: "Give either the working days or the last day of the notice.")
        case .periodTooShort:
            Message(
                zh: "公示期应为 1 至 365 个工作日，截止日期不得早于起始日。",
                en: "A notice hangs 1 to 365 working days and ends after it begins.")
        case .beginsInThePast: Message(zh: "公告不能从过去的日期开始。", en: "A notice cannot begin on a past day.")
        case .notOverYet(let end):
            Message(
                zh: "公示期到 \(Format(.chinese).instant(end)) 才结束。",
                en: "The notice is not over before \(Format(.english).instant(end)).")
        case .noticeClosed: Message(zh: "公示期已经结束。", en: "The time of this notice is over.")
        case .noSuchObjection(let objection):
            Message(zh: "这份公告没有异议“\(objection)”。", en: "This notice has no objection “\(objection)”.")
        case .objectionExists(let objection):
            Message(zh: "异议“\(objection)”已经存在。", en: "Objection “\(objection)” exists already.")
        case .objectionAnswered: Message(zh: "这条异议已经答复。", en: "This objection has been answered.")
        case .nothingSaid: Message(zh: "此项不能空白。", en: "This cannot be left blank.")
        case .contractDisclosedAlready(let contract):
            Message(zh: "合同“\(contract)”的付款计划已经公开。", en: "What contract “\(contract)” pays is public already.")
        case .paidMoreThanDue(let number):
            Message(zh: "第 \(number) 期金额不对：已付不得超过应付。", en: "Instalment \(number): no more can be paid than is due.")
        case .badDigest: Message(zh: "文件摘要应为 64 位十六进制小写字符。", en: "The digest has 64 lower-case hexadecimal digits.")
        }
    }

    package var next: Message {
        switch self {
        case .noSuchPlace: Message(zh: "请选择已登记的村、乡镇。", en: "Choose a registered place.")
        case .noticeExists, .objectionExists: Message(zh: "请更换或不填标识。", en: "Choose another name or leave it out.")
        case .noSuchNotice: Message(zh: "请在公告栏中选取。", en: "Choose it from the board.")
        case .periodUnclear, .periodTooShort, .beginsInThePast: Message(zh: "请改正日期。", en: "Correct the dates.")
        case .notOverYet: Message(zh: "到期后系统自动结束公示。", en: "It closes by itself.")
        case .noticeClosed:
            Message(zh: "可向乡镇人民政府或县级主管部门反映。", en: "Turn to the township or the county authority.")
        case .noSuchObjection: Message(zh: "请在公告页面选取。", en: "Choose it on the page of the notice.")
        case .objectionAnswered: Message(zh: "对答复不服的，可向乡镇或县级主管部门反映。", en: "Whoever disagrees turns to the level above.")
        case .nothingSaid: Message(zh: "请写明内容。", en: "Say what it is.")
        case .contractDisclosedAlready: Message(zh: "无需操作。", en: "Nothing needs to be done.")
        case .paidMoreThanDue: Message(zh: "请对照账务改正。", en: "Correct it by the books.")
        case .badDigest: Message(zh: "请重新计算文件的 SHA-256。", en: "Compute the document's SHA-256 again.")
        }
    }

    package var basis: LegalBasis? {
        switch self {
        case .periodUnclear, .periodTooShort, .beginsInThePast, .notOverYet: DisclosureText.civilCode201
        case .noticeClosed, .noSuchObjection, .objectionAnswered: DisclosureText.committeeLaw31
        case .nothingSaid, .contractDisclosedAlready, .paidMoreThanDue: DisclosureText.collectiveLaw45
        default: nil
        }
    }
}

enum DisclosureText {
    static let title = Message(zh: "公开", en: "Disclosure")

    static let civilCode201 = LegalBasis(
        Message(zh: "《民法典》第二百零一条（期间开始当日不计入）", en: "Civil Code, art. 201 (the first day does not count)"),
        source: "Civil Code")
    static let committeeLaw31 = LegalBasis(
        Message(zh: "《村民委员会组织法》第三十一条", en: "Villagers' Committee Law, art. 31"), source: "domain notes 4.5, S1")
    static let collectiveLaw45 = LegalBasis(
        Message(zh: "《农村集体经济组织法》第四十五条", en: "Rural Collective Economic Organisation Law, art. 45"),
        source: "domain notes 4.5, S1")

    // Commands.
    static let openNotice = Message(zh: "发布公告", en: "Open a notice")
    static let closeNotice = Message(zh: "结束公示", en: "Close a notice")
    static let raiseObjection = Message(zh: "提出异议", en: "Raise an objection")
    static let answerObjection = Message(zh: "答复异议", en: "Answer an objection")
    static let escalateObjection = Message(zh: "异议逾期上报", en: "Escalate an objection")
    static let discloseContract = Message(zh: "公开合同付款计划", en: "Disclose a contract's payments")
    static let recordPayment = Message(zh: "公开付款", en: "Record a payment")
}
