import Kernel

// Charges for found land, what is owed, and countings.
extension CleanupText {
    static let billHousehold = Message(zh: "新增资源开账单", en: "Bill a household for found land")
    static let payBill = Message(zh: "账单收款", en: "Settle a bill")
    static let recordClaim = Message(zh: "登记债权债务", en: "Enter a claim or a debt")
    static let acknowledgeClaim = Message(zh: "确认或催收", en: "Acknowledge or demand")
    static let payClaim = Message(zh: "收回或偿还", en: "Collect or repay")
    static let waiveClaim = Message(zh: "核销", en: "Waive by resolution")
    static let setOffClaim = Message(zh: "抵顶", en: "Set off")
    static let completeSetOff = Message(zh: "抵顶的另一方", en: "Other side of a set-off")
    static let openCensus = Message(zh: "开始清产核资", en: "Begin a census")
    static let countLine = Message(zh: "登记清查结果", en: "Enter what was counted")
    static let confirmCensus = Message(zh: "成员确认", en: "Confirm by the members")

    static let charges = Message(zh: "新增资源收费", en: "Charges for found land")
    static let chargesQuestion = Message(zh: "新增的地收了多少钱？", en: "What does the found land bring?")
    static let debts = Message(zh: "债权债务", en: "Claims and debts")
    static let debtsQuestion = Message(zh: "谁欠谁，欠了多久？", en: "Who owes whom, and since when?")
    static let censuses = Message(zh: "清产核资", en: "Census of assets")
    static let censusQuestion = Message(zh: "账上多少，实际多少？", en: "What do the books say, and what is there?")
    static let bill = Message(zh: "收费账单", en: "Bill")
    static let billQuestion = Message(zh: "这户要交多少，怎么算的？", en: "What does this household pay, and why?")
    static let claim = Message(zh: "债权债务", en: "Claim or debt")
    static let claimQuestion = Message(zh: "这笔钱还欠多少，还能要吗？", en: "What is left of it, and can it still be claimed?")
    static let household = Message(zh: "户号", en: "Household")
    static let personName = Message(zh: "户主姓名", en: "Name")
    static let landClass = Message(zh: "地类", en: "Class of land")
    static let found = Message(zh: "新增面积", en: "Area found")
    static let guidePrice = Message(zh: "指导价（每亩每年）", en: "Guide price a mu and year")
    static let priceBasis = Message(zh: "指导价依据", en: "Basis of the price")
    static let months = Message(zh: "首年收费月数", en: "Months of the first year")
    static let hardship = Message(zh: "困难户", en: "In hardship")

    static let billed = Message(zh: "应交", en: "Billed")
    static let billedOn = Message(zh: "开单日", en: "Billed on")
    static let paid = Message(zh: "已交", en: "Paid")
    static let paidOn = Message(zh: "付款日", en: "Paid on")
    static let reference = Message(zh: "收据号或流水号", en: "Receipt or transfer")
    static let cash = Message(zh: "现金", en: "In cash")
    static let discounts = Message(zh: "早交优惠", en: "Paying soon")
    static let side = Message(zh: "方向", en: "Direction")
    static let party = Message(zh: "对方（户号或单位）", en: "Other side (household or firm)")
    static let kindOfClaim = Message(zh: "性质", en: "For")
    static let amount = Message(zh: "金额", en: "Amount")
    static let left = Message(zh: "尚欠", en: "Left")
    static let arose = Message(zh: "发生日", en: "Arose on")
    static let dueOn = Message(zh: "到期日", en: "Due on")
    static let proof = Message(zh: "凭据", en: "Proof")
    static let acknowledged = Message(zh: "最后确认或催收", en: "Last acknowledged")
    static let acknowledgedOn = Message(zh: "确认或催收日", en: "Acknowledged on")
    static let barred = Message(zh: "诉讼时效届满", en: "Time runs out")
    static let disputed = Message(zh: "无凭据，有争议", en: "Without proof, disputed")
    static let settled = Message(zh: "已了结", en: "Settled")
    static let movesOfClaim = Message(zh: "历次变动", en: "What happened to it")
    static let day = Message(zh: "日期", en: "Day")
    static let other = Message(zh: "与哪一笔抵顶", en: "Against")
    static let landIncomeLabel = Message(zh: "是农户自己承包地的收益", en: "Is income from the household's own contracted land")
    static let consent = Message(zh: "对方书面同意", en: "Written consent of the other side")
    static let review = Message(zh: "乡镇审核意见", en: "The township's review")
    static let paper = Message(zh: "凭据照片或文件", en: "Paper")
    static let asOf = Message(zh: "基准日", en: "As of")
    static let item = Message(zh: "清查项目", en: "Item")
    static let book = Message(zh: "账面数", en: "Books")
    static let counted = Message(zh: "核实数", en: "Counted")
    static let difference = Message(zh: "差额", en: "Difference")
    static let note = Message(zh: "说明", en: "Note")
    static let equityBefore = Message(zh: "清查前净资产", en: "Own before")
    static let equityAfter = Message(zh: "清查后净资产", en: "Own after")
    static let organisation = Message(zh: "集体经济组织", en: "Collective")
    static let nothingYet = Message(zh: "还没有登记。", en: "Nothing is entered yet.")

    static func summed(_ first: String, _ second: String) -> Message {
        Message(zh: "应交 \(first)，已交 \(second)", en: "\(first) billed, \(second) paid")
    }

    static func owed(_ claims: String, _ debts: String) -> Message {
        Message(zh: "别人欠集体 \(claims)，集体欠别人 \(debts)", en: "\(claims) owed to the collective, \(debts) by it")
    }

    static func equity(_ before: String, _ after: String) -> Message {
        Message(zh: "净资产由 \(before) 变为 \(after)", en: "From \(before) to \(after)")
    }

    static func withinDays(_ days: String) -> Message {
        Message(zh: "\(days) 天内交清", en: "Within \(days.of("day"))")
    }

    static let later = Message(zh: "以后交清", en: "Later")
}

extension ClaimSide {
    var label: Message {
        switch self {
        case .claim: Message(zh: "别人欠集体", en: "Owed to the collective")
        case .debt: Message(zh: "集体欠别人", en: "Owed by the collective")
        }
    }
}

extension ClaimKind {
    var label: Message {
        switch self {
        case .rent: Message(zh: "承包费、租金", en: "Rent")
        case .loan: Message(zh: "借款", en: "Loan")
        case .works: Message(zh: "工程款", en: "Works")
        case .pay: Message(zh: "工资、劳务", en: "Pay")
        case .dividend: Message(zh: "分红", en: "Dividend")
        case .landRent: Message(zh: "占地款", en: "Rent of land")
        case .other: Message(zh: "其他", en: "Other")
        }
    }
}

extension ClaimProof {
    var label: Message {
        switch self {
        case .contract: Message(zh: "合同", en: "Contract")
        case .receipt: Message(zh: "收据", en: "Receipt")
        case .payroll: Message(zh: "工资表", en: "Payroll")
        case .note: Message(zh: "欠条", en: "Note of hand")
        case .none: Message(zh: "没有凭据", en: "None")
        }
    }
}

extension ClaimMove {
    var label: Message {
        switch self {
        case .paid: Message(zh: "收回或偿还", en: "Paid")
        case .setOff: Message(zh: "抵顶", en: "Set off")
        case .waived: Message(zh: "核销", en: "Waived")
        case .takenOver: Message(zh: "转让", en: "Taken over")
        case .reduced: Message(zh: "减免", en: "Reduced")
        }
    }
}

extension CensusClass {
    var label: Message {
        switch self {
        case .cash: Message(zh: "货币资金", en: "Cash and bank")
        case .receivables: Message(zh: "应收款项", en: "Receivables")
        case .inventories: Message(zh: "存货", en: "Inventories")
        case .biological: Message(zh: "生物资产", en: "Biological assets")
        case .investments: Message(zh: "长期投资", en: "Investments")
        case .fixedAssets: Message(zh: "固定资产原值", en: "Fixed assets")
        case .depreciation: Message(zh: "累计折旧", en: "Depreciation")
        case .construction: Message(zh: "在建工程", en: "Construction")
        case .intangibles: Message(zh: "无形资产", en: "Intangibles")
        case .payables: Message(zh: "应付款项", en: "Payables")
        case .loans: Message(zh: "借款", en: "Loans")
        case .otherDebts: Message(zh: "其他负债", en: "Other debts")
        }
    }
}

extension CensusReason {
    var label: Message {
        switch self {
        case .neverBooked: Message(zh: "未入账", en: "Never booked")
        case .lost: Message(zh: "盘亏", en: "Lost")
        case .scrapped: Message(zh: "报废", en: "Scrapped")
        case .double: Message(zh: "重复入账", en: "Booked twice")
        case .wrongClass: Message(zh: "科目记错", en: "Wrong class")
        case .writtenOff: Message(zh: "决议核销", en: "Written off by resolution")
        case .setOff: Message(zh: "抵顶", en: "Set off")
        case .notDepreciated: Message(zh: "少提折旧", en: "Not depreciated")
        case .undefined: Message(zh: "待界定", en: "To be defined")
        }
    }
}
