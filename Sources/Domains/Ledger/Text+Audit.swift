import Kernel

/// The names of GB/T 24589.1 as a public program writes them (data of the domain report, gbt24589_tables.csv): the text of the
/// standard itself was not seen.
enum AuditText {
    static let root = "会计核算数据"
    static let publicArchive = "公共档案"
    static let generalLedger = "总账"

    static let book = AuditTable(
        name: "电子账簿",
        columns: [
            "电子账簿编号", "电子账簿名称", "会计核算单位", "组织机构代码", "单位性质", "行业", "开发单位", "版本号", "本位币", "会计年度",
            "标准版本号",
        ])
    static let period = AuditTable(name: "会计期间", columns: ["会计年度", "会计期间号", "会计期间起始日期", "会计期间结束日期"])
    static let voucherKind = AuditTable(name: "记账凭证类型", columns: ["记账凭证类型编号", "记账凭证类型名称", "记账凭证类型简称"])
    static let account = AuditTable(name: "会计科目", columns: ["科目编号", "科目名称", "科目级次", "科目类型", "余额方向"])
    static let balance = AuditTable(
        name: "科目余额及发生额",
        columns: [
            "科目编号", "期初余额方向", "期末余额方向", "币种编码", "会计年度", "会计期间号", "期初本币余额", "借方本币金额", "贷方本币金额",
            "期末本币余额",
        ])
    static let voucher = AuditTable(
        name: "记账凭证",
        columns: [
            "记账凭证日期", "会计年度", "会计期间号", "记账凭证类型编号", "记账凭证编号", "记账凭证行号", "记账凭证摘要", "科目编号", "币种编码",
            "借方本币金额", "贷方本币金额", "附件数", "制单人", "审核人", "记账人", "记账标志", "作废标志", "凭证来源系统",
        ])

    static let bookName = "总账"
    static let nature = "农村集体经济组织"
    static let trade = "农业"
    static let voucherKindName = "记账凭证"
    static let voucherKindShort = "记"

    static func kind(_ accountClass: AccountClass) -> String {
        switch accountClass {
        case .asset: "资产类"
        case .liability: "负债类"
        case .equity: "所有者权益类"
        case .cost: "成本类"
        case .income, .expense: "损益类"
        }
    }

    static func side(_ side: BalanceSide) -> String {
        switch side {
        case .debit: "借"
        case .credit: "贷"
        case .both: "双向"
        }
    }

    static func direction(_ fen: Int64) -> String { fen == 0 ? "平" : fen > 0 ? "借" : "贷" }

    /// `20240131`.
    static func day(_ date: CivilDate) -> String { date.description.filter { $0 != "-" } }
}
