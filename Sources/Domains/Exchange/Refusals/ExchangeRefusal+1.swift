import Kernel
import Registry
import Web

extension ExchangeRefusal {
    package static let lotExists = Self(
        3001, .conflict, field: "lot",
        zh: "这个标的编号已经用过。",
        en: "This lot number is already in use.",
        next: Message(zh: "请换一个编号。", en: "Choose another."))

    package static let assetUnknown = Self(
        3002, .notFound, field: "asset",
        zh: "资产台账里没有这项资产或资源。",
        en: "The register has no such asset or resource.",
        next: Message(zh: "请先在台账登记。", en: "Register it first."))

    package static let lotUnknown = Self(
        3003, .notFound, field: "lot",
        zh: "没有这个标的。",
        en: "There is no such lot.",
        next: Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again."))

    package static let wrongState = Self(
        3004, .conflict,
        zh: "标的现处于“{1}”，不能转为“{2}”。",
        en: "The lot is in the state “{1}”; this would need “{2}”.",
        next: Message(zh: "请在标的页面查看现在可以办理的事项。", en: "See on the lot's page what can be done now."),
        example: [LotState.draft, LotState.listed])

    package static let assetNotFree = Self(
        3005, .conflict, field: "asset",
        zh: "该资产正在出租、已被其他标的占用、存在争议或已注销。",
        en: "The asset is let, reserved by another lot, in dispute, or retired.",
        next: Message(
            zh: "请先在资产台账解除占用、争议或等合同到期；已注销的请选别的资产。",
            en: "Clear it in the register first, or wait for the contract to end; choose another for a retired one."))

    package static let notTheOwner = Self(
        3006, field: "organisation",
        zh: "申请单位不是台账登记的权利人。",
        en: "The organisation is not the owner on the card.",
        next: Message(zh: "请由台账登记的权利人申请。", en: "Let the owner on the card apply."))

    package static let termMissing = Self(
        3010, .badInput, field: "years",
        zh: "请填写年限或截止日期（二者填一），且期限至少一天。",
        en: "Give either years or a last day, and a term of at least one day.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let leaseTooLong = Self(
        3011, field: "years",
        zh: "租赁期限不得超过 {1} 年，本标的为 {2} 年，超过部分无效。",
        en: "A lease may not exceed {1} years; this one has {2}, and the excess is void.",
        next: Message(zh: "请缩短期限，或改用法律允许的流转方式。", en: "Shorten the term or choose a way the law allows."),
        basis: LegalBasis(
            Message(
                zh: "《民法典》第七百零五条（2021年以前为《合同法》第二百一十四条）",
                en: "Civil Code, art. 705 (before 2021: Contract Law, art. 214)"), source: "S1"),
        example: [20, 30])

    package static let beyondRight = Self(
        3012, field: "years",
        zh: "期限不得超过权利剩余期限（至 {1}）。",
        en: "The term may not outlive the right, which ends on {1}.",
        next: Message(zh: "请缩短期限，或改用法律允许的流转方式。", en: "Shorten the term or choose a way the law allows."),
        basis: LegalBasis(Message(zh: "《农村土地承包法》第三十八条", en: "Rural Land Contracting Law, art. 38"), source: "S1"),
        example: [CivilDate.example])

    package static let wasteTooLong = Self(
        3013, field: "years",
        zh: "“四荒”使用权期限不得超过 {1} 年。",
        en: "Rights to waste land may not exceed {1} years.",
        next: Message(zh: "请缩短期限，或改用法律允许的流转方式。", en: "Shorten the term or choose a way the law allows."),
        basis: LegalBasis(
            Message(zh: "四荒资源开发管理规定（县级参数）", en: "Rules on the four wastes (county parameter)"), source: "S1-JN"),
        example: [50])

    package static let priceNotPositive = Self(
        3014, .badInput, field: "startPriceFen",
        zh: "起始价和加价幅度必须大于零，保证金和延时不得为负。",
        en: "Start price and step must be above zero; deposit and extension not below.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let areaBeyondCard = Self(
        3015, field: "areaUnits",
        zh: "面积须大于零且不超过台账面积（{1} 亩）。",
        en: "The area must be above zero and within the card's {1} mu.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."),
        example: [ExchangeText.mu(Area.zero)])

    package static let planWrong = Self(
        3016, .badInput, field: "paymentPlan",
        zh: "付款计划各期比例之和须为 100%，年份须递增且在期限之内。",
        en: "The shares of the payment plan must sum to 100 %, in ascending years within the term.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let modeNotForCategory = Self(
        3017, field: "mode",
        zh: "该交易方式不适用于此品种：采购和工程向下竞价，出让和出租向上竞价。",
        en: "This mode does not fit the category: purchases and works are bid down, what is given is bid up.",
        next: Message(zh: "请选择适用的交易方式。", en: "Choose a mode that fits."))

    package static let portionsWrong = Self(
        3018, .badInput, field: "portions",
        zh: "分类地块面积之和不得超过总面积，差价须低于起始价，且单价须按面积计。",
        en:
            "The portions may not exceed the area, their discounts must stay below the start price, and the price must be per area.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let belowFloor = Self(
        3019, field: "startPriceFen",
        zh: "起始价低于指导价下限 {1} 元；集体资产须另有说明、专项决议和乡镇同意。",
        en:
            "The start is below the guide price's floor of {1} yuan; a collective lot needs a reason, a resolution and the township's sign-off.",
        next: Message(zh: "请缩短期限，或改用法律允许的流转方式。", en: "Shorten the term or choose a way the law allows."),
        example: [ExchangeText.yuan(Money.zero)])

    package static let resolutionMissing = Self(
        3020, field: "resolution",
        zh: "集体资产交易须先有民主决议并登记。",
        en: "Collective assets need a recorded resolution first.",
        next: Message(zh: "请按“四议两公开”程序作出决议并登记后再提交。", en: "Pass and record the resolution, then submit."),
        basis: LegalBasis(
            Message(zh: "《农村集体经济组织法》第二十六条", en: "Rural Collective Economic Organisation Law, art. 26"), source: "S1"))

    package static let resolutionOfAnother = Self(
        3021, field: "resolution",
        zh: "该决议不是本权利人作出的。",
        en: "The resolution was passed by another body.",
        next: Message(zh: "请按“四议两公开”程序作出决议并登记后再提交。", en: "Pass and record the resolution, then submit."))

    package static let majorityMissed = Self(
        3022, field: "resolution",
        zh: "决议未达到法定人数或比例。",
        en: "The resolution missed the legal quorum or majority.",
        next: Message(zh: "请按“四议两公开”程序作出决议并登记后再提交。", en: "Pass and record the resolution, then submit."),
        basis: LegalBasis(
            Message(zh: "《农村集体经济组织法》第二十七条", en: "Rural Collective Economic Organisation Law, art. 27"), source: "S1"))

    package static let checklistIncomplete = Self(
        3023, field: "materials",
        zh: "缺少材料：{1}。",
        en: "Papers are missing: {1}.",
        next: Message(zh: "请补齐后重新办理。", en: "Attach them, then try again."),
        basis: LegalBasis(Message(zh: "申请材料清单（县级参数表）", en: "List of papers (county table)"), source: "S10"),
        example: [ExchangeText.materials([.valuationReport])])

    package static let digestWrong = Self(
        3024, .badInput, field: "digest",
        zh: "没有交上文件（或所给的 SHA-256 不是 64 位小写十六进制）。",
        en: "The paper is missing, or its SHA-256 is not 64 lower-case hexadecimal digits.",
        next: Message(zh: "请拍照或选择文件后再提交。", en: "Take a photo or choose a file, then send it again."))

    package static let samePerson = Self(
        3030, .forbidden,
        zh: "受理、审核和发布必须由三个不同的人办理。",
        en: "Acceptance, review and release must be done by three different persons.",
        next: Message(zh: "请由另一位同事办理。", en: "Ask another colleague."))

    package static let reasonsMissing = Self(
        3031, .badInput, field: "reasons",
        zh: "请说明理由。",
        en: "Give the reasons.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let noticeTooShort = Self(
        3040, field: "closesAt",
        zh: "公告期不得少于 {1} 个工作日，最早截止于 {2}。",
        en: "The notice must run at least {1} working days, until {2} at the earliest.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."),
        example: [7, Instant.example])

    package static let noticeTimes = Self(
        3041, .badInput, field: "opensAt",
        zh: "竞价开始不得早于报名截止，结束须晚于开始。",
        en: "The auction may not open before registrations close, and must end after it opens.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let notAnOpenAuction = Self(
        3050, .conflict,
        zh: "本标的不是公开竞价。",
        en: "This lot is not sold by open bidding.",
        next: Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again."))

    package static let notAdmitted = Self(
        3051, .forbidden, field: "paddle",
        zh: "您不是本标的的合格竞买人。",
        en: "You are not an admitted bidder of this lot.",
        next: Message(zh: "请联系乡镇交易站。", en: "Ask the township station."))

    package static let bidTooLate = Self(
        3052,
        zh: "竞价已于 {1} 结束，以服务器时间为准。",
        en: "The auction ended at {1} by the server's clock.",
        next: Message(zh: "无需再操作。", en: "Nothing more to do."),
        example: [Instant.example])

    package static let bidNotBeyond = Self(
        3053, field: "priceFen",
        zh: "报价未达到要求：{2} {1} 元。",
        en: "The bid does not go far enough: {2} {1} yuan.",
        next: Message(zh: "请按页面所示的最低有效报价重新出价。", en: "Bid again; the page shows the next valid price."),
        example: [ExchangeText.yuan(.zero), ExchangeText.bound(.up)])

    package static let bidOffStep = Self(
        3054, field: "priceFen",
        zh: "报价须在 {2} 元基础上按 {1} 元的整数倍变动。",
        en: "The bid must differ from {2} by a multiple of {1} yuan.",
        next: Message(zh: "请按页面所示的最低有效报价重新出价。", en: "Bid again; the page shows the next valid price."),
        example: [ExchangeText.yuan(Money.zero), ExchangeText.yuan(Money.zero)])

    package static let slipMissing = Self(
        3055, field: "slip",
        zh: "代他人办理须交上本人签字的单据。",
        en: "Acting for somebody needs the slip they signed.",
        next: Message(zh: "请给签字单据拍照后再办理。", en: "Take a photo of the signed slip first."))

    package static let offerChangedAlready = Self(
        3056,
        zh: "报价只能更改一次。",
        en: "An offer may be changed once only.",
        next: Message(zh: "无需再操作。", en: "Nothing more to do."))

    package static let waitsForPeople = Self(
        3057,
        zh: "报价已开启或须由人办理，系统不再自动结束。",
        en: "The offers are open or a person must act; the clock does nothing more.",
        next: Message(zh: "无需再操作。", en: "Nothing more to do."))

    package static let noPriority = Self(
        3058, .forbidden, field: "paddle",
        zh: "您对本标的没有优先权，或优先权人已成交。",
        en: "You hold no priority for this lot, or a holder leads already.",
        next: Message(zh: "请联系乡镇交易站。", en: "Ask the township station."))

    package static let seedWrong = Self(
        3059, field: "seed",
        zh: "抽签种子与公告的承诺不符，或公告未作承诺。",
        en: "The seed does not match the commitment in the notice, or there is none.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let notYetDue = Self(
        3060, .conflict,
        zh: "时间未到，应在 {1} 之后。",
        en: "Not yet: this is due at {1}.",
        next: Message(zh: "请在该时间之后办理。", en: "Come back after that time."),
        example: [Instant.example])

    package static let objectionTooLate = Self(
        3061,
        zh: "结果公示期已过。",
        en: "The time for objections is over.",
        next: Message(zh: "可以申请调解、仲裁或者起诉。", en: "Mediation, arbitration and the court remain open."),
        basis: LegalBasis(
            Message(zh: "《农村土地承包经营纠纷调解仲裁法》", en: "Rural Land Contract Mediation and Arbitration Law"), source: "S1"))

    package static let objectionsOpen = Self(
        3062, .conflict,
        zh: "还有异议未答复。",
        en: "There are unanswered objections.",
        next: Message(zh: "请先答复异议。", en: "Answer them first."))

    package static let objectionUnknown = Self(
        3063, .notFound, field: "number",
        zh: "没有这项待答复的异议。",
        en: "There is no such open objection.",
        next: Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again."))

    package static let winnerUnknown = Self(
        3070, .conflict,
        zh: "没有可以签约的受让方。",
        en: "There is no winner to act for.",
        next: Message(zh: "请核对编号和状态后重试。", en: "Check the number and the state, then try again."))

    package static let amountNotPositive = Self(
        3071, .badInput, field: "amountFen",
        zh: "金额必须大于零。",
        en: "The amount must be above zero.",
        next: Message(zh: "请改正后重新提交。", en: "Correct it and send it again."))

    package static let firstPaymentShort = Self(
        3072,
        zh: "首期款 {1} 元尚未收齐（已收 {2} 元）。",
        en: "The first instalment of {1} yuan is not complete ({2} received).",
        next: Message(zh: "请按公告金额从本人账户付款。", en: "Pay the amount in the notice from your own account."),
        example: [ExchangeText.yuan(Money.zero), ExchangeText.yuan(Money.zero)])
}
