import Kernel

/// The words of papers, bars and ends of contracts.
extension ExchangeText {
    static func material(_ value: Material) -> Message {
        switch value {
        case .applicationForm: Message(zh: "申请书", en: "application form")
        case .rightProof: Message(zh: "权属证明", en: "proof of right")
        case .registrationCertificate: Message(zh: "组织登记证", en: "certificate of registration")
        case .resolutionMinutes: Message(zh: "民主决议记录", en: "minutes of the resolution")
        case .householdMandates: Message(zh: "农户流转委托书", en: "the households' mandates")
        case .parcelList: Message(zh: "流转地块清单", en: "list of parcels")
        case .valuationReport: Message(zh: "资产评估报告", en: "valuation report")
        case .departmentOpinion: Message(zh: "主管部门意见", en: "opinion of the line department")
        case .collectiveCharter: Message(zh: "集体经济组织章程", en: "charter of the collective")
        case .projectPlan: Message(zh: "项目方案", en: "project plan")
        case .auctioneerLicence: Message(zh: "拍卖师执业证", en: "auctioneer's licence")
        case .scoringRules: Message(zh: "评审办法", en: "scoring rules")
        case .powerOfAttorney: Message(zh: "授权委托书", en: "power of attorney")
        case .lesseeWaiver: Message(zh: "优先权放弃书", en: "waiver of priority")
        case .photographs: Message(zh: "现场照片", en: "photographs")
        case .capacityReview: Message(zh: "工商资本租地审查意见", en: "review of the company's capacity")
        case .other: Message(zh: "其他材料", en: "other papers")
        }
    }

    static func bar(_ cause: DebarmentCause) -> Message {
        switch cause {
        case .breach: Message(zh: "成交后违约", en: "breach after the award")
        case .collusion: Message(zh: "串通投标", en: "collusion")
        case .falsePapers: Message(zh: "提供虚假材料", en: "false papers")
        case .otherLegal: Message(zh: "其他法定情形", en: "other legal cause")
        }
    }

    static func earlyEnd(_ cause: EarlyEndCause) -> Message {
        switch cause {
        case .useChanged: Message(zh: "擅自改变农业用途", en: "agricultural use changed")
        case .leftIdle: Message(zh: "弃耕抛荒连续两年以上", en: "left idle for two years")
        case .landDamaged: Message(zh: "严重损害土地或生态", en: "land damaged")
        case .otherBreach: Message(zh: "其他严重违约", en: "other serious breach")
        case .agreed: Message(zh: "双方协商一致", en: "agreed by both sides")
        case .requisition: Message(zh: "征收", en: "requisition")
        case .forceMajeure: Message(zh: "不可抗力", en: "force majeure")
        }
    }

    /// A bank's own heading of a column.
    static func bankHeadings(_ column: BankColumn) -> [String] {
        switch column {
        case .reference:
            [
                "流水号", "交易流水号", "交易流水", "银行流水号", "核心流水号", "全局流水号", "业务流水号", "交易序号", "交易编号", "业务编号", "参考号",
                "日志号", "凭证号", "凭证号码", "电子回单号", "transaction reference number",
            ]
        case .date: ["日期", "交易日期", "交易日", "记账日期", "记账日", "入账日期", "发生日期", "会计日期", "交易时间", "交易日期时间"]
        case .amount:
            [
                "贷方发生额", "收入金额", "贷方金额", "贷方", "收入", "转入金额", "存入金额", "credit", "金额", "交易金额", "发生额", "入账金额", "存入",
                "转入", "收款金额", "收入额", "来账金额", "进账金额", "收方金额", "收方发生额", "贷方发生金额", "贷方交易金额", "贷方发生额(收入)",
                "贷方发生额/元(收入)", "交易额", "发生金额", "贷",
            ]
        case .name:
            [
                "付款户名", "对方户名", "对方名称", "对方单位名称", "对方单位", "对方账户名称", "对方账户名", "对方姓名", "交易对方", "付款人", "付款人名称",
                "付款人户名", "付款方名称", "付款方户名", "付款单位", "汇款人", "汇款人名称", "收(付)方名称", "收付方名称", "收/付方名称", "交易对手名称",
            ]
        case .account:
            [
                "付款账号", "对方账号", "对方账户", "对方账户账号", "付款人账号", "付款方账号", "付款账户", "汇款人账号", "收(付)方账号", "收付方账号",
                "收/付方账号", "交易对手账号", "对方卡号",
            ]
        case .remark: ["附言", "客户附言", "交易附言", "摘要", "交易摘要", "备注", "用途"]
        case .debit:
            [
                "借方发生额", "支出金额", "借方金额", "借方", "支出", "转出金额", "支取金额", "付款金额", "debit", "支取", "转出", "支出额", "往账金额",
                "出账金额", "付方金额", "付方发生额", "借方发生金额", "借方交易金额", "借方发生额(支取)", "借方发生额/元(支取)", "借方发生额(支出)", "借",
            ]
        case .direction:
            [
                "借贷标志", "借贷方向", "借贷", "借/贷", "收支方向", "收/支", "收支", "收付标志", "收付", "收/付", "收付方向", "借贷标识", "借贷标记",
                "借贷别", "收支标志", "收支标识", "收支类型", "交易方向", "发生方向", "资金方向", "资金流向", "方向", "往来标志", "来往账标志",
            ]
        }
    }

    enum Rule {
        static let belowFloor = Message(zh: "低于指导价", en: "Below the guide price")
        static let signOff = Message(zh: "审核签署", en: "Signed off")
        static let papers = Message(zh: "已交材料", en: "Papers handed in")
        static let material = Message(zh: "材料", en: "Paper")
        static let until = Message(zh: "截止日期", en: "Until")
        static let source = Message(zh: "依据文号", en: "Decision or document")
        static let party = Message(zh: "当事人", en: "Party")
        static let bars = Message(zh: "限制名单", en: "Barred parties")
        static let barsQuestion = Message(zh: "谁暂时不能报名？", en: "Who may not bid for now?")
        static let noBars = Message(zh: "名单为空", en: "Nobody is barred")
        static let since = Message(zh: "自", en: "From")
        static let depositsQuestion = Message(zh: "哪些保证金到账了？", en: "Which deposits have arrived?")
        static let csv = Message(zh: "银行文件（CSV 或 Excel）", en: "The bank's file (CSV or Excel)")
        static let csvHint = Message(
            zh: "首行：流水号,日期,金额,付款户名,付款账号,附言；附言写报名编号。",
            en: "First line: reference,date,amount,payer_name,payer_account,remark; the remark is the registration.")
        static let capacityReview = Message(zh: "工商资本审查意见书", en: "Review of the capacity")
        static let receivedOn = Message(zh: "到账日期", en: "Received on")
        static let refundBy = Message(zh: "应于此前退还", en: "Refund by")
    }
}
