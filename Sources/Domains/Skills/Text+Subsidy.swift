import Kernel

/// What subsidies and findings are asked and told.
enum SubsidyText {
    static let claimSubsidy = Message(zh: "申领补贴", en: "Claim the subsidy")
    static let checkClaim = Message(zh: "审核申领", en: "Check a claim")
    static let approveClaim = Message(zh: "批准发放", en: "Approve a claim")
    static let payClaim = Message(zh: "登记发放", en: "Record a payment")
    static let refuseClaim = Message(zh: "不予发放", en: "Refuse a claim")
    static let answerFinding = Message(zh: "答复疑点", en: "Answer a finding")
    static let noteMarketShift = Message(zh: "收到务工情况", en: "Note work of the labour market")

    static let claims = Message(zh: "培训补贴公示", en: "Training subsidies")
    static let claimsQuestion = Message(zh: "补贴发给了什么证书？", en: "What were subsidies paid for?")
    static let claimsNote = Message(
        zh: "审核后公示满规定的工作日、没有未答复的疑点，才批准发放。",
        en: "A claim is approved once it was posted for its working days and no finding on it is open.")
    static let noClaims = Message(zh: "还没有申领。", en: "Nobody has claimed yet.")
    static let claim = Message(zh: "补贴申领", en: "Claim")
    static let claimQuestion = Message(zh: "这笔补贴办到哪一步？", en: "How far is this claim?")
    static let amount = Message(zh: "金额", en: "Amount")
    static let phase = Message(zh: "进度", en: "Step")
    static let claimedOn = Message(zh: "申领日期", en: "Claimed on")
    static let checkedOn = Message(zh: "审核日期", en: "Checked on")
    static let paidOn = Message(zh: "发放日期", en: "Paid on")
    static let account = Message(zh: "本人银行账号（不公开）", en: "Her own bank account (not public)")
    static let employer = Message(zh: "就业单位（按全额申领才填）", en: "Employer (for the full rate)")
    static let workFrom = Message(zh: "上岗日期（按全额申领才填）", en: "Works there since (for the full rate)")
    static let reference = Message(zh: "银行流水号", en: "Number of the transfer")
    static let fourPeople = Message(
        zh: "申领、审核、批准由不同的人办理；发放人不是批准人。",
        en: "Different persons enter, check and approve a claim; who pays did not approve it.")
    static let rates = Message(zh: "补贴标准", en: "Rates of subsidy")
    static let ratesQuestion = Message(zh: "一本证书补贴多少？", en: "What is paid for a certificate?")
    static let ratesAnswer = Message(zh: "按职业类别和等级", en: "By occupation and level")
    static let ratesNote = Message(
        zh: "随程序带的是外省表样，县里以自己的标准替换。",
        en: "The shipped rows are another province’s, as an example; the county puts its own in their place.")
    static let scarcity = Message(zh: "职业类别", en: "Class")
    static let from = Message(zh: "起日", en: "From")
    static let source = Message(zh: "依据", en: "Source")
    static let findings = Message(zh: "疑点", en: "Findings")
    static let findingsQuestion = Message(zh: "有哪些疑点要核实？", en: "What has to be looked into?")
    static let findingsNote = Message(
        zh: "疑点只是提示，由人核实答复；未答复或属实的，不发补贴。",
        en: "A finding is a question that a person answers. Nothing is paid while one is open or confirmed.")
    static let noFindings = Message(zh: "没有疑点。", en: "Nothing was found.")
    static let detector = Message(zh: "情形", en: "What")
    static let about = Message(zh: "对象", en: "About")
    static let rows = Message(zh: "涉及", en: "Shown by")
    static let answer = Message(zh: "答复", en: "Answer")
    static let open = Message(zh: "未答复", en: "open")

    static func paidAnswer(_ amount: String, _ count: String) -> Message {
        Message(zh: "已发 \(count) 笔，共 \(amount)", en: "\(count) paid, \(amount) in all")
    }
    static func findingsAnswer(_ count: String) -> Message { Message(zh: "\(count) 条未答复", en: "\(count) open") }
}

extension ClaimPhase {
    var label: Message {
        switch self {
        case .claimed: Message(zh: "待审核", en: "waits to be checked")
        case .checked: Message(zh: "公示中", en: "posted")
        case .approved: Message(zh: "已批准", en: "approved")
        case .paid: Message(zh: "已发放", en: "paid")
        case .refused: Message(zh: "不予发放", en: "refused")
        case .reclaimed: Message(zh: "正在追回", en: "being claimed back")
        case .recovered: Message(zh: "已追回", en: "was given back")
        }
    }
}

extension FindingAnswer {
    var label: Message {
        switch self {
        case .explained: Message(zh: "已核实，没有问题", en: "looked at: nothing wrong")
        case .confirmed: Message(zh: "属实", en: "confirmed")
        }
    }
}
