import Kernel

/// Headings of the files that villages bring, and what the answers to their rows say.
enum ImportText {
    static func headings(_ column: VoucherColumn) -> [String] {
        switch column {
        case .date:
            [
                "日期", "凭证日期", "制单日期", "记账日期", "业务日期", "会计日期", "填制日期", "凭证时间", "制证日期", "填制时间", "入账日期",
                "发生日期",
            ]
        case .kind: ["凭证字", "凭证类型", "凭证类别", "记账凭证类型编号", "字"]
        case .number:
            [
                "no", "voucher", "voucher_no", "凭证号", "凭证编号", "凭证字号", "凭证号数", "记账凭证编号", "号数", "编号", "字号", "凭证序号",
                "凭单号", "凭证号码", "凭证", "凭证字-号", "凭证字第号", "号",
            ]
        case .summary: ["description", "摘要", "凭证摘要", "分录摘要", "记账凭证摘要", "说明", "业务摘要", "内容", "经济业务内容", "经济内容"]
        case .code:
            [
                "account", "account_code", "科目编码", "科目代码", "科目编号", "会计科目编码", "会计科目编号", "科目号", "会计科目代码", "会计科目号",
                "明细科目编码", "明细科目代码",
            ]
        case .name:
            [
                "account_name", "科目名称", "会计科目", "会计科目名称", "科目全称", "科目", "科目全名", "总账科目", "一级科目", "会计科目全称",
                "总账科目名称",
            ]
        case .debit:
            [
                "debit", "debit_yuan", "借方金额", "借方", "借方发生额", "借方本币金额", "借方本币发生额", "借", "本币借方", "本币借方金额", "借方发生",
                "借金额",
            ]
        case .credit:
            [
                "credit", "credit_yuan", "贷方金额", "贷方", "贷方发生额", "贷方本币金额", "贷方本币发生额", "贷", "本币贷方", "本币贷方金额",
                "贷方发生", "贷金额",
            ]
        case .debitFen: ["debit_fen", "debitFen", "借方金额(分)", "借方(分)"]
        case .creditFen: ["credit_fen", "creditFen", "贷方金额(分)", "贷方(分)"]
        case .amount: ["amount", "amount_yuan", "金额", "本币金额", "发生额"]
        case .direction: ["direction", "side", "方向", "借贷方向", "借贷", "借贷标志", "余额方向", "借/贷", "借贷标识", "借贷别", "借贷标记"]
        case .attachments: ["attachments", "附件数", "附单据数", "附件张数", "附单据张数", "附件", "单据数"]
        case .party: ["party", "往来单位编号"]
        case .withoutPapers: ["without_papers", "无附件原因", "无附件说明", "无原始凭证原因"]
        }
    }

    static func headings(_ column: BalanceColumn) -> [String] {
        switch column {
        case .code: ["new_code", "account", "科目编码", "科目代码", "科目编号", "新科目编码", "会计科目编码", "会计科目代码", "科目号"]
        case .oldCode: ["old_code", "旧科目编码", "原科目编码", "旧科目代码", "原科目代码"]
        case .name: ["account_name", "科目名称", "会计科目", "名称", "会计科目名称", "科目全称", "科目全名", "科目"]
        // Of a sheet with both, what stands at its end is what is brought along.
        case .debit: ["debit_yuan"] + ends("借") + ["借方金额", "借"] + starts("借")
        case .credit: ["credit_yuan"] + ends("贷") + ["贷方金额", "贷"] + starts("贷")
        case .amount:
            ["amount_yuan", "期末余额", "年末余额", "余额", "期末数", "年末数", "期初余额", "年初余额", "期初数", "年初数", "金额", "opening_signed"]
        case .direction: ["方向", "余额方向", "借贷方向", "借贷", "借/贷", "期末方向", "期末余额方向", "期初方向", "借贷标志"]
        case .party: ["往来单位编号"]
        case .organisation: ["org", "组织编号", "组织", "会计主体编号"]
        }
    }

    /// What stands on one side at the end of a period, in the words of other programs.
    private static func ends(_ side: String) -> [String] {
        ["期末", "年末"].flatMap { end in
            [
                "\(end)\(side)方", "\(end)\(side)方余额", "\(end)余额\(side)方", "\(end)余额(\(side)方)", "\(end)余额(\(side))",
                "\(end)余额-\(side)方", "\(side)方\(end)余额", "\(end)\(side)方金额",
            ]
        } + ["\(side)方", "\(side)方余额", "余额\(side)方", "余额(\(side)方)", "余额(\(side))"]
    }

    private static func starts(_ side: String) -> [String] {
        ["期初", "年初"].flatMap { start in
            [
                "\(start)\(side)方", "\(start)\(side)方余额", "\(start)余额\(side)方", "\(start)余额(\(side)方)",
                "\(start)余额(\(side))", "\(side)方\(start)余额",
            ]
        }
    }

    /// Whether a heading names what moved in a period.
    static func isTurnover(_ heading: String) -> Bool { ["发生", "累计"].contains { heading.contains($0) } }

    /// Whether a heading names what stands on an account.
    static func isBalance(_ heading: String) -> Bool { ["余", "期", "年"].contains { heading.contains($0) } }

    /// Whether a heading names a side and not of what: of what stands there, or of what moved.
    static func isBareSide(_ heading: String) -> Bool {
        heading.contains("借") && !isBalance(heading)
    }

    /// The first words of a row that adds up others.
    static func isSum(_ word: String) -> Bool {
        let plain = word.filter { !$0.isWhitespace }
        return ["合计", "总计", "小计", "资产合计", "total"].contains { plain.lowercased().hasPrefix($0) }
    }

    static let undistributed = "未分配收益"

    static let directions = ["借", "贷"]
    static let debitWords: Set<String> = ["借", "借方", "d", "dr", "debit"]
    static let creditWords: Set<String> = ["贷", "贷方", "c", "cr", "credit"]

    /// The day and number of the original that a red voucher names: “注销5月8日1号凭证”.
    static func original(in summary: String) -> (month: Int, day: Int)? {
        guard let month = summary.firstIndex(of: "月") else { return nil }
        let after = summary[summary.index(after: month)...]
        guard let day = after.firstIndex(of: "日"),
            let monthNumber = Int(String(summary[..<month].reversed().prefix { $0.isNumber }.reversed())),
            let dayNumber = Int(after[..<day])
        else { return nil }
        return (monthNumber, dayNumber)
    }

    /// What parts the two columns of a map.
    static let mapSeparators: Set<Character> = [",", "，", "\t", ";", "=", "|"]

    /// Whether it can be nothing but the name of a sum, where a day should stand: 本页合计, 过次页.
    static func isNameOfSum(_ word: String) -> Bool {
        let plain = String(word.filter { !$0.isWhitespace && $0 != ":" && $0 != "：" })
        return ["合计", "小计", "总计", "共计", "累计", "笔数", "余额"].contains { plain.hasSuffix($0) }
            || ["承前页", "过次页"].contains(plain)
    }

    static let reversedByFile = "按导入文件红字冲销"
    /// A voucher of a file without a summary.
    static let noSummary = "（原文件无摘要）"
    /// What parts the levels of an account's name in files.
    static let levels: Set<Character> = ["-", "/", "\\", "_", "—", "－", "·", ":", "：", ">"]
}

extension VoucherColumn {
    var names: [String] { [rawValue] + ImportText.headings(self) }
}

extension StatementColumn {
    var names: [String] { [rawValue] + ImportText.headings(self) }
}

extension BalanceColumn {
    var names: [String] { [rawValue] + ImportText.headings(self) }
}

/// How banks head the columns of their statements, and the words below them.
extension ImportText {
    static func headings(_ column: StatementColumn) -> [String] {
        switch column {
        case .date:
            [
                "交易日期", "日期", "记账日期", "入账日期", "交易时间", "交易日", "记账日", "发生日期", "业务日期", "会计日期", "账务日期",
                "交易日期时间", "交易日期及时间", "过账日期", "入账时间", "记账时间", "发生时间", "业务时间", "起息日", "时间",
            ]
        case .serial:
            [
                "reference", "流水号", "交易流水号", "交易流水", "银行流水号", "核心流水号", "凭证号", "交易序号", "流水", "日志号", "柜员流水号",
                "主机流水号", "业务流水号", "账务流水号", "全局流水号", "前置流水号", "交易参考号", "交易编号", "交易号", "业务编号", "回单编号",
                "传票号", "凭证编号", "柜员流水",
            ]
        case .received:
            [
                "贷方发生额", "credit_yuan", "credit", "收入金额", "贷方金额", "收入", "贷方", "存入金额", "存入", "转入金额",
                "贷方发生额(收入)", "贷方发生额/元(收入)", "收方金额", "贷方发生金额", "贷方交易金额", "收款金额", "入账金额", "来账金额", "进账金额",
                "收入额", "收入发生额", "存入额", "转入", "贷", "收方发生额", "贷方(收入)", "收入(贷方)", "贷方(存入)", "存入(贷方)", "收款",
            ]
        case .paid:
            [
                "借方发生额", "debit_yuan", "debit", "支出金额", "借方金额", "支出", "借方", "支取金额", "支取", "转出金额",
                "借方发生额(支取)", "借方发生额/元(支取)", "付方金额", "借方发生额(支出)", "借方发生金额", "借方交易金额", "付款金额", "出账金额",
                "往账金额", "支出额", "支出发生额", "支取额", "转出", "借", "付方发生额", "借方(支出)", "支出(借方)", "借方(支取)", "支取(借方)", "付款",
            ]
        case .amount: ["amount_yuan", "金额", "交易金额", "发生额", "交易额", "发生金额", "交易发生额", "收支金额", "本次发生额"]
        case .direction:
            [
                "借贷标志", "借贷方向", "借贷", "收支方向", "收付标志", "收支", "收/支", "借/贷", "收/付", "收付", "收付方向", "借贷标识", "借贷标记",
                "借贷别", "收支标志", "收支标识", "收支类型", "交易方向", "发生方向", "资金方向", "资金流向", "方向", "进出方向", "往来标志", "来往账标志",
            ]
        case .balance:
            [
                "balance_yuan", "余额", "账户余额", "当前余额", "本次余额", "交易后余额", "账面余额", "联机余额", "可用余额", "结余", "账户结余",
                "交易余额", "本期余额", "存款余额", "实时余额",
            ]
        case .name:
            [
                "payer_name", "对方户名", "对方名称", "对方账户名称", "付款户名", "付款人", "付款人名称", "交易对方", "对方账户名", "对方单位",
                "对方单位名称", "对方姓名", "对手户名", "对手名称", "交易对手", "交易对手名称", "交易对手户名", "收/付方名称", "收(付)方名称",
                "收付款人名称", "收/付款人名称", "往来户名", "对方户名/商户名称", "对方行户名", "收付方名称", "往来单位",
            ]
        case .account:
            [
                "payer_account", "对方账号", "对方账户", "付款账号", "付款人账号", "对手账号", "对方卡号", "对方账号/卡号", "交易对手账号",
                "收/付方账号", "收(付)方账号", "收付款人账号", "收/付款人账号", "收付方账号", "往来账号", "对方账户号",
            ]
        case .remark:
            [
                "summary", "摘要", "附言", "备注", "用途", "交易摘要", "摘要说明", "交易说明", "备注说明", "交易附言", "客户附言", "交易用途",
                "交易备注", "用途/附言", "摘要/备注", "说明",
            ]
        case .currency: ["币种", "货币", "交易币种", "账户币种"]
        }
    }

    static let ownCurrencies: Set<String> = ["人民币", "CNY", "RMB", "01", "156", "人民币元", "元", "001", "CN¥", "¥"]
    static let incoming: Set<String> = [
        "贷", "贷方", "收", "收入", "转入", "存入", "c", "cr", "credit", "in", "+", "入账", "来账", "进账", "进", "收款", "收方", "贷记", "存",
        "入", "收(贷)", "贷(收)",
    ]
    static let outgoing: Set<String> = [
        "借", "借方", "支", "支出", "付", "转出", "支取", "d", "dr", "debit", "out", "-", "出账", "往账", "出", "付款", "付方", "借记", "取",
        "支付", "付(借)", "借(付)",
    ]
    static let bankDirections = ["贷 C", "借 D"]
}
