import Kernel

/// Headings of the files that villages bring, and what the answers to their rows say.
enum ImportText {
    static func headings(_ column: VoucherColumn) -> [String] {
        switch column {
        case .date: ["日期", "凭证日期", "制单日期", "记账日期", "业务日期", "会计日期"]
        case .kind: ["凭证字", "凭证类型", "凭证类别", "记账凭证类型编号"]
        case .number: ["no", "voucher", "voucher_no", "凭证号", "凭证编号", "凭证字号", "凭证号数", "记账凭证编号", "号数", "编号", "字号"]
        case .summary: ["description", "摘要", "凭证摘要", "分录摘要", "记账凭证摘要", "说明"]
        case .code: ["account", "account_code", "科目编码", "科目代码", "科目编号", "会计科目编码", "会计科目编号", "科目号"]
        case .name: ["account_name", "科目名称", "会计科目", "会计科目名称", "科目全称", "科目"]
        case .debit: ["debit", "debit_yuan", "借方金额", "借方", "借方发生额", "借方本币金额", "借方本币发生额", "借"]
        case .credit: ["credit", "credit_yuan", "贷方金额", "贷方", "贷方发生额", "贷方本币金额", "贷方本币发生额", "贷"]
        case .debitFen: ["debit_fen", "debitFen", "借方金额(分)", "借方(分)"]
        case .creditFen: ["credit_fen", "creditFen", "贷方金额(分)", "贷方(分)"]
        case .amount: ["amount", "amount_yuan", "金额", "本币金额", "发生额"]
        case .direction: ["direction", "side", "方向", "借贷方向", "借贷", "借贷标志", "余额方向"]
        case .attachments: ["attachments", "附件数", "附单据数", "附件张数", "附单据张数", "附件", "单据数"]
        case .party: ["party", "往来单位编号"]
        case .withoutPapers: ["without_papers", "无附件原因", "无附件说明", "无原始凭证原因"]
        }
    }

    static func headings(_ column: StatementColumn) -> [String] {
        switch column {
        case .date: ["交易日期", "日期", "记账日期", "入账日期", "交易时间", "交易日", "记账日", "发生日期"]
        case .serial: ["reference", "流水号", "交易流水号", "交易流水", "银行流水号", "核心流水号", "凭证号", "交易序号"]
        case .received:
            [
                "贷方发生额", "credit_yuan", "credit", "收入金额", "贷方金额", "收入", "贷方", "存入金额", "存入", "转入金额",
                "贷方发生额(收入)", "贷方发生额/元(收入)", "收方金额",
            ]
        case .paid:
            [
                "借方发生额", "debit_yuan", "debit", "支出金额", "借方金额", "支出", "借方", "支取金额", "支取", "转出金额",
                "借方发生额(支取)", "借方发生额/元(支取)", "付方金额",
            ]
        case .amount: ["amount_yuan", "金额", "交易金额", "发生额"]
        case .direction: ["借贷标志", "借贷方向", "借贷", "收支方向", "收付标志", "收支"]
        case .balance: ["balance_yuan", "余额", "账户余额", "当前余额", "本次余额"]
        case .name: ["payer_name", "对方户名", "对方名称", "对方账户名称", "付款户名", "付款人", "付款人名称", "交易对方"]
        case .account: ["payer_account", "对方账号", "对方账户", "付款账号", "付款人账号"]
        case .remark: ["summary", "摘要", "附言", "备注", "用途", "交易摘要"]
        case .currency: ["币种", "货币"]
        }
    }

    static func headings(_ column: BalanceColumn) -> [String] {
        switch column {
        case .code: ["new_code", "account", "科目编码", "科目代码", "科目编号", "新科目编码"]
        case .oldCode: ["old_code", "旧科目编码", "原科目编码"]
        case .name: ["account_name", "科目名称", "会计科目", "名称"]
        // Of a sheet with both, what stands at its end is what is brought along.
        case .debit:
            [
                "debit_yuan", "期末借方", "期末借方余额", "期末余额借方", "年末借方余额", "借方", "借方余额", "期初借方",
                "期初借方余额", "期初余额借方", "借方金额", "年初借方", "年初余额借方",
            ]
        case .credit:
            [
                "credit_yuan", "期末贷方", "期末贷方余额", "期末余额贷方", "年末贷方余额", "贷方", "贷方余额", "期初贷方",
                "期初贷方余额", "期初余额贷方", "贷方金额", "年初贷方", "年初余额贷方",
            ]
        case .amount: ["amount_yuan", "期末余额", "余额", "期初余额", "年初余额", "金额", "opening_signed"]
        case .direction: ["方向", "余额方向", "借贷方向", "借贷"]
        case .party: ["往来单位编号"]
        case .organisation: ["org", "组织编号", "组织", "会计主体编号"]
        }
    }

    /// The first words of a row that adds up others.
    static func isSum(_ word: String) -> Bool {
        let plain = word.filter { !$0.isWhitespace }
        return ["合计", "总计", "小计", "资产合计", "total"].contains { plain.lowercased().hasPrefix($0) }
    }

    static let ownCurrencies: Set<String> = ["人民币", "CNY", "RMB", "01", "156", "人民币元", "元"]
    static let incoming: Set<String> = ["贷", "贷方", "收", "收入", "转入", "存入", "c", "cr", "credit", "in", "+"]
    static let outgoing: Set<String> = ["借", "借方", "支", "支出", "付", "转出", "支取", "d", "dr", "debit", "out", "-"]
    static let bankDirections = ["贷 C", "借 D"]
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
