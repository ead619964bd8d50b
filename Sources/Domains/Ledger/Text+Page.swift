import Kernel

/// The words of the books' pages.
enum BookText {
    static let booksTitle = Message(zh: "账簿", en: "Books")
    static func whichBooks(_ month: String) -> Message {
        Message(zh: "哪些账还没有结到\(month)？", en: "Which books are not closed through \(month)?")
    }
    static func booksBehind(_ behind: String, of count: String) -> Message {
        Message(zh: "\(count) 本账中 \(behind) 本没结", en: "\(behind) of \(count.of("set")) of books")
    }
    static let organisation = Message(zh: "组织", en: "Organisation")
    static let closedThrough = Message(zh: "已结账至", en: "Closed through")
    static func closedTo(_ month: String) -> Message { Message(zh: month, en: month) }
    static let neverClosed = Message(zh: "还没结过账", en: "Never closed")
    static let notOpenYet = Message(zh: "还没建账", en: "Not open yet")
    static let overdueMoney = Message(zh: "逾期未收", en: "In arrears")
    static let openVouchers = Message(zh: "未记账凭证", en: "Vouchers not posted")
    static let noBooks = Message(zh: "这里还没有账簿。", en: "There are no books here yet.")

    static let whatIsThere = Message(
        zh: "村里账上有多少钱，别人还欠多少？", en: "What is in the bank, and what is owed to the village?")
    static func thereIs(bank: String, owed: String) -> Message {
        Message(zh: "有 \(bank)，应收 \(owed)", en: "\(bank) in hand, \(owed) owed")
    }
    static func onDay(_ day: String) -> Message { Message(zh: "截至 \(day)", en: "As of \(day)") }
    static let cash = Message(zh: "现金和银行存款", en: "Cash and bank")
    static let cashDefinition = Message(zh: "科目 101 与 102 的余额", en: "Balances of accounts 101 and 102")
    static let owed = Message(zh: "应收款", en: "Owed to the village")
    static let owedDefinition = Message(zh: "已到期入账、尚未收到的合同款", en: "Contract payments due and not yet received")
    static let vouchersWait = Message(zh: "等您审核、记账或复核的凭证", en: "Vouchers to review, post or confirm")
    static let booksToClose = Message(zh: "上月账还没有结", en: "Books whose last month is not closed")
    static let overdueInstalments = Message(zh: "逾期未收的合同款", en: "Instalments in arrears")
    static let overdue = Message(zh: "其中逾期", en: "Of it in arrears")
    static let overdueDefinition = Message(zh: "到期日已过仍未收到", en: "Past the due day and not received")
    static let result = Message(zh: "本年净收益", en: "Net result of the year")
    static let resultDefinition = Message(zh: "收入减支出，一月一日至今", en: "Income less expenses since 1 January")
    static let notOpen = Message(zh: "该组织尚未建账。", en: "These books are not open yet.")
    static let notOpenHint = Message(
        zh: "录入建账日和期初余额即可开始。", en: "Enter the first day and the opening balances to begin.")

    static let trialBalance = Message(zh: "科目余额表", en: "Trial balance")
    static let account = Message(zh: "科目", en: "Account")
    static let opening = Message(zh: "期初", en: "Opening")
    static let debit = Message(zh: "借方", en: "Debit")
    static let credit = Message(zh: "贷方", en: "Credit")
    static let closing = Message(zh: "期末", en: "Closing")
    static let total = Message(zh: "合计", en: "Total")
    static func debitSide(_ amount: String) -> Message { Message(zh: "借 \(amount)", en: "Dr \(amount)") }
    static func creditSide(_ amount: String) -> Message { Message(zh: "贷 \(amount)", en: "Cr \(amount)") }
    static let flat = Message(zh: "平", en: "0")
    static let noMovement = Message(zh: "这段时间没有发生额。", en: "Nothing was booked in this time.")
    static let balanceSheet = Message(zh: "资产负债表", en: "Balance sheet")
    static let incomeStatement = Message(zh: "收益表", en: "Income statement")
    static let line = Message(zh: "项目", en: "Line")
    static let amount = Message(zh: "金额", en: "Amount")

    static let vouchers = Message(zh: "记账凭证", en: "Vouchers")
    static let whatHappened = Message(zh: "这一年记了哪些账？", en: "What was booked this year?")
    static func whatHappenedOn(_ account: String) -> Message {
        Message(zh: "“\(account)”上发生了什么？", en: "What happened on “\(account)”?")
    }
    static func voucherCount(_ count: String) -> Message { Message(zh: "\(count) 张凭证", en: "\(count.of("voucher"))") }
    static let number = Message(zh: "凭证号", en: "Number")
    static let date = Message(zh: "日期", en: "Date")
    static let summary = Message(zh: "摘要", en: "Summary")
    static let maker = Message(zh: "制单", en: "Made by")
    static let reviewer = Message(zh: "审核", en: "Reviewed by")
    static let reviewerHint = Message(zh: "由另一个人审核，不能是制单人", en: "Another person checks it, never whoever makes it")
    static let noReviewer = Message(
        zh: "还没有可以审核的岗位：请县里先开设一个，由另一个人担任。",
        en: "No desk can check it yet: have one opened, held by another person.")
    static let noResolution = Message(
        zh: "还没有登记决议：请先在“登记决议”里登记。", en: "No resolution is recorded yet: record it first.")
    static let attachments = Message(zh: "附件张数", en: "Attachments")
    static let withoutPapers = Message(zh: "无附件原因", en: "Why there are no papers")
    static let withoutPapersHint = Message(
        zh: "没有原始凭证时填写；不要写个人姓名", en: "Where there is no original; no names of persons")
    static let sheets = Message(zh: "张", en: "sheets")
    static let origin = Message(zh: "来源", en: "Origin")
    static let party = Message(zh: "对方", en: "Party")
    static let contract = Message(zh: "合同", en: "Contract")
    static let whatIsBooked = Message(zh: "这张凭证记了什么？", en: "What does this voucher say?")
    static func voucherAnswer(_ number: String, _ amount: String) -> Message {
        Message(zh: "\(number) 号 · \(amount)", en: "No. \(number) · \(amount)")
    }
    static let reversedBy = Message(zh: "已被冲销，冲销凭证", en: "Reversed by")
    static let reverses = Message(zh: "冲销原凭证", en: "Reverses")
    static let openVoucher = Message(zh: "打开", en: "open")
    static func origin(_ origin: VoucherOrigin) -> Message {
        switch origin {
        case .manual: Message(zh: "手工", en: "By hand")
        case .reversal: Message(zh: "红字冲销", en: "Red-letter reversal")
        case .accrual: Message(zh: "合同到期应收", en: "Instalment due")
        case .release: Message(zh: "预收租金转收入", en: "Advance rent earned")
        case .settlement: Message(zh: "收款", en: "Payment received")
        case .difference: Message(zh: "差额更正", en: "Difference corrected")
        case .wages: Message(zh: "零工劳务费", en: "Casual labour")
        case .haulage: Message(zh: "垃圾清运费", en: "Waste haulage")
        case .blue: Message(zh: "以前年度蓝字更正", en: "Blue correction of an earlier year")
        case .transfer: Message(zh: "明细科目结转", en: "Moved to a sub-account")
        case .closing: Message(zh: "年终结转", en: "Year-end transfer")
        case .distribution: Message(zh: "收益分配", en: "Distribution")
        case .depreciation: Message(zh: "计提折旧", en: "Depreciation")
        case .disposal: Message(zh: "固定资产清理", en: "Disposal")
        }
    }

    static let newVoucher = Message(zh: "制单并直接记账", en: "Enter and post at once")
    static let whatToBook = Message(zh: "要记什么账？", en: "What is to be booked?")
    static let bookAnswer = Message(zh: "有借必有贷，借贷必相等", en: "Every debit has its credit, and both are equal")
    static func lineAccount(_ number: Int) -> Message { Message(zh: "第 \(number) 行 科目", en: "Line \(number): account") }
    static func lineDebit(_ number: Int) -> Message { Message(zh: "第 \(number) 行 借方金额", en: "Line \(number): debit") }
    static func lineCredit(_ number: Int) -> Message { Message(zh: "第 \(number) 行 贷方金额", en: "Line \(number): credit") }
    static let moreLines = Message(zh: "再加四行", en: "Four more lines")
    static let post = Message(zh: "记账", en: "Post it")
    static let summaryHint = Message(
        zh: "凭证是公开的：不要写个人姓名、电话、证件号码。", en: "It is public: no names, phones or identity numbers of persons.")
    static let unchangeable = Message(
        zh: "记账后不能修改，只能用红字冲销。", en: "Once posted it never changes; it can only be reversed.")

    static let reverse = Message(zh: "红字冲销", en: "Reverse it")
    static let whyReverse = Message(zh: "为什么冲销这张凭证？", en: "Why is this voucher to be reversed?")
    static let reason = Message(zh: "理由", en: "Reason")
    static let original = Message(zh: "原凭证保持不变", en: "The original stays as it is")

    static let openQuestion = Message(
        zh: "从哪一天、什么余额开始记账？", en: "From which day, with which balances do the books begin?")
    static let openAnswer = Message(zh: "期初借贷相等", en: "Both sides of the openings are equal")
    static let startDate = Message(zh: "建账日", en: "First day")

    static let closeQuestion = Message(zh: "哪个月可以结账？", en: "Which month can be closed?")
    static let month = Message(zh: "月份", en: "Month")
    static let monthHint = Message(zh: "如 2026-03", en: "For example 2026-03")
    static let closeNote = Message(
        zh: "结账后该月不能再记账；反结账会公开记录。", en: "A closed month takes no vouchers; reopening it is on record for everyone.")

    static let receivables = Message(zh: "合同应收款", en: "What contracts owe")
    static let whoOwes = Message(zh: "谁欠村里钱，欠多少？", en: "Who owes the village, and how much?")
    static func owedAnswer(_ owed: String, _ overdue: String) -> Message {
        Message(zh: "应收 \(owed)，逾期 \(overdue)", en: "\(owed) owed, \(overdue) in arrears")
    }
    static let nobodyOwes = Message(zh: "没有合同应收款。", en: "No contract owes anything.")
    static let debtor = Message(zh: "承租方", en: "Debtor")
    static let instalment = Message(zh: "期", en: "Instalment")
    static let due = Message(zh: "到期日", en: "Due")
    static let paid = Message(zh: "已收", en: "Paid")
    static let left = Message(zh: "未收", en: "Left")
    static let state = Message(zh: "状态", en: "State")
    static let stateClosed = Message(zh: "合同提前终止，不再应付", en: "Not owed: the contract ended early")
    static let statePaid = Message(zh: "已收清", en: "Paid")
    static let stateOverdue = Message(zh: "逾期", en: "In arrears")
    static let stateDue = Message(zh: "应收", en: "Due")
    static let stateAhead = Message(zh: "未到期", en: "Not due yet")
    static let settle = Message(zh: "收款", en: "Take the payment")
    static let howMuchArrived = Message(zh: "收到多少钱？", en: "How much has arrived?")
    static func stillOpen(_ amount: String) -> Message {
        Message(zh: "本期还应收 \(amount)", en: "\(amount) of this instalment is open")
    }
    static let bankReference = Message(zh: "银行回单号", en: "Bank reference")
    static let arrivedOn = Message(zh: "到账日期", en: "Arrived on")
    static let arrivedIn = Message(zh: "收款科目", en: "Into account")
    static let arrivedInHint = Message(zh: "不填为 102 银行存款", en: "Left empty: 102 bank deposits")

    static let journalFile = Message(zh: "下载 hledger 账本", en: "Download as an hledger journal")
    static let print = Message(zh: "可打印存档", en: "Made to be printed and filed")
    static let trialBalanceJSON = Message(zh: "科目余额表（程序用）", en: "Trial balance, for programs")
    static let voucherJSON = Message(zh: "凭证（程序用）", en: "A voucher, for programs")
    static let receivablesJSON = Message(zh: "合同应收款（程序用）", en: "What contracts owe, for programs")
}
