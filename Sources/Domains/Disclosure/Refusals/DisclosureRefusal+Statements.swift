import Kernel
import Web

extension DisclosureRefusal {
    package static let noSuchPlace = Self(
        5001, .notFound, field: "division",
        zh: "行政区划中没有“{1}”。",
        en: "There is no place “{1}”.",
        next: Message(zh: "请选择已登记的村、乡镇。", en: "Choose a registered place."),
        example: ["p140404101"])

    package static let noticeExists = Self(
        5002, .conflict, field: "notice",
        zh: "公告“{1}”已经存在。",
        en: "Notice “{1}” exists already.",
        next: Message(zh: "请更换或不填标识。", en: "Choose another name or leave it out."),
        example: ["N1"])

    package static let noSuchNotice = Self(
        5003, .notFound, field: "notice",
        zh: "没有公告“{1}”。",
        en: "There is no notice “{1}”.",
        next: Message(zh: "请在公告栏中选取。", en: "Choose it from the board."),
        example: ["N1"])

    package static let periodUnclear = Self(
        5004, .badInput, field: "workingDays",
        zh: "公示期应填写工作日天数或截止日期，二者取一。",
        en: "Give either the working days or the last day of the notice.",
        next: Message(zh: "请改正日期。", en: "Correct the dates."),
        basis: DisclosureText.civilCode201)

    package static let periodTooShort = Self(
        5005, .badInput, field: "workingDays",
        zh: "公示期应为 1 至 365 个工作日，截止日期不得早于起始日。",
        en: "A notice hangs 1 to 365 working days and ends after it begins.",
        next: Message(zh: "请改正日期。", en: "Correct the dates."),
        basis: DisclosureText.civilCode201)

    package static let beginsInThePast = Self(
        5006, field: "from",
        zh: "公告不能从过去的日期开始。",
        en: "A notice cannot begin on a past day.",
        next: Message(zh: "请改正日期。", en: "Correct the dates."),
        basis: DisclosureText.civilCode201)

    package static let notOverYet = Self(
        5007, field: "notice",
        zh: "公示期到 {1} 才结束。",
        en: "The notice is not over before {1}.",
        next: Message(zh: "到期后系统自动结束公示。", en: "It closes by itself."),
        basis: DisclosureText.civilCode201,
        example: [Instant(milliseconds: 1_772_380_800_000)])

    package static let noticeClosed = Self(
        5008, field: "notice",
        zh: "公示期已经结束。",
        en: "The time of this notice is over.",
        next: Message(zh: "可向乡镇人民政府或县级主管部门反映。", en: "Turn to the township or the county authority."),
        basis: DisclosureText.committeeLaw31)

    package static let noSuchObjection = Self(
        5009, .notFound, field: "objection",
        zh: "这份公告没有异议“{1}”。",
        en: "This notice has no objection “{1}”.",
        next: Message(zh: "请在公告页面选取。", en: "Choose it on the page of the notice."),
        basis: DisclosureText.committeeLaw31,
        example: ["O1"])

    package static let objectionExists = Self(
        5010, .conflict, field: "objection",
        zh: "异议“{1}”已经存在。",
        en: "Objection “{1}” exists already.",
        next: Message(zh: "请更换或不填标识。", en: "Choose another name or leave it out."),
        example: ["O1"])

    package static let objectionAnswered = Self(
        5011, .conflict, field: "objection",
        zh: "这条异议已经答复。",
        en: "This objection has been answered.",
        next: Message(zh: "对答复不服的，可向乡镇或县级主管部门反映。", en: "Whoever disagrees turns to the level above."),
        basis: DisclosureText.committeeLaw31)

    package static let nothingSaid = Self(
        5012, .badInput, field: "text",
        zh: "此项不能空白。",
        en: "This cannot be left blank.",
        next: Message(zh: "请写明内容。", en: "Say what it is."),
        basis: DisclosureText.collectiveLaw45)

    package static let contractDisclosedAlready = Self(
        5013, .conflict, field: "contract",
        zh: "合同“{1}”的付款计划已经公开。",
        en: "What contract “{1}” pays is public already.",
        next: Message(zh: "无需操作。", en: "Nothing needs to be done."),
        basis: DisclosureText.collectiveLaw45,
        example: ["C1"])

    package static let paidMoreThanDue = Self(
        5014, field: "paidFen",
        zh: "第 {1} 期金额不对：已付不得超过应付。",
        en: "Instalment {1}: no more can be paid than is due.",
        next: Message(zh: "请对照账务改正。", en: "Correct it by the books."),
        basis: DisclosureText.collectiveLaw45,
        example: [1])

    package static let badDigest = Self(
        5015, .badInput, field: "digest",
        zh: "文件摘要应为 64 位十六进制小写字符。",
        en: "The digest has 64 lower-case hexadecimal digits.",
        next: Message(zh: "请重新计算文件的 SHA-256。", en: "Compute the document's SHA-256 again."))

    package static let resultByTheLot = Self(
        5016, .conflict, field: "kind",
        zh: "成交结果公示由交易平台自动张贴，不能另行张贴。",
        en: "The notice of a lot's result is put up by the exchange itself.",
        next: Message(zh: "请在标的页面办理“公示结果”。", en: "Publish the result on the lot's page."),
        basis: DisclosureText.collectiveLaw45)

    package static let answeredAtTheLot = Self(
        5017, .conflict, field: "objection",
        zh: "这条异议针对 {1} 的成交结果，由交易机构在标的页面答复。",
        en: "This objection concerns the result of {1}; the exchange answers it on the lot's page.",
        next: Message(zh: "请打开标的页面，在“答复异议”中办理，公告栏随即显示。", en: "Answer it there; the board shows the answer at once."),
        basis: DisclosureText.committeeLaw31,
        example: ["lot/L1"])

    package static let objectionsUsedUp = Self(
        5020, field: "text",
        zh: "您对这份公示已提出 {1} 次异议，每次都会得到答复，不能再提。",
        en: "You have objected {1} times to this notice; each is answered, and there can be no more.",
        next: Message(
            zh: "有新的情况请到当地服务站或村委会说明。", en: "Take anything new to the station or the village committee."),
        basis: DisclosureText.committeeLaw31, example: [3])

    package static let subjectElsewhere = Self(
        5021, .forbidden, field: "subject",
        zh: "“{1}”不在这个地方，不能就它张贴公告。",
        en: "“{1}” is not of this place, so no notice about it can hang here.",
        next: Message(zh: "请写本地的合同、资产或组织，或不填。", en: "Name a contract, asset or body of the place, or none."),
        example: ["contract/C1"])

    package static let noticeOfTheHouse = Self(
        5022, .forbidden, field: "kind",
        zh: "标的公告和成交公示由系统随标的发布，不能另行张贴。",
        en: "Notices of lots and of results are hung by the program with the lot; nobody else hangs them.",
        next: Message(zh: "请在标的页面办理，或换一种公告。", en: "Do it on the lot’s page, or choose another kind."))

    package static let noWords = Self(
        5023, .conflict, field: "objection",
        zh: "公告栏没有这条异议的内容，或者已经销毁。",
        en: "The board has no words of this objection, or they are destroyed already.",
        next: Message(zh: "不用办理。", en: "Nothing is to be done."))

    package static let objectionEndsWithPerson = Self(
        5024, field: "objection",
        zh: "本人提出的异议，内容随本人的个人信息一并销毁。",
        en: "The words of a person’s own objection end with what else is personal of the person.",
        next: Message(zh: "请在登记簿中办理个人信息销毁。", en: "Use the erasure of the register."))

    package static let objectionOpen = Self(
        5025, field: "objection",
        zh: "这条异议还没有答复，内容还要用来答复。",
        en: "The objection is not answered yet: its words are needed for the answer.",
        next: Message(zh: "请先答复。", en: "Answer it first."),
        basis: DisclosureText.committeeLaw31)

    package static let badPaper = Self(
        5026, .badInput, field: "paper",
        zh: "没有附上照片或文件：校验值应为 64 位十六进制小写字符。",
        en: "This is no paper: its mark has 64 lower-case hexadecimal digits.",
        next: Message(zh: "请重新拍照或选择文件。", en: "Take the photo again, or choose the file again."))
}
