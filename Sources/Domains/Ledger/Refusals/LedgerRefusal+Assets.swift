import Kernel
import Web

/// Refusals of asset cards, reconciliation and transition.
extension LedgerRefusal {
    package static let assetCardExists = Self(
        4090, .conflict, field: "asset",
        zh: "资产“{1}”已有卡片。",
        en: "Asset “{1}” has its card already.",
        next: Message(
            zh: "请查看该卡片。",
            en: "See the card."),
        basis: LedgerText.system,
        example: ["hall"])

    package static let noSuchAssetCard = Self(
        4091, .notFound, field: "asset",
        zh: "本组织没有资产卡片“{1}”，或本月不需按工作量计提。",
        en: "These books have no card “{1}” that wears by work this month.",
        next: Message(
            zh: "请在固定资产卡片中选取。",
            en: "Choose it from the cards."),
        basis: LedgerText.system,
        example: ["hall"])

    package static let notFixedAsset = Self(
        4092, .badInput, field: "account",
        zh: "“{1}”不是固定资产科目。",
        en: "“{1}” is no account of fixed assets.",
        next: Message(
            zh: "请选用 151 或其明细科目。",
            en: "Choose 151 or an account below it."),
        basis: LedgerText.system,
        example: ["161"])

    package static let notWearAccount = Self(
        4093, .badInput, field: "expense",
        zh: "折旧不能记入科目“{1}”。",
        en: "Wear does not go to “{1}”.",
        next: Message(
            zh: "经营用记 511 或 401，管理用记 513，公益用记 514。",
            en: "Business: 511 or 401; administration: 513; the public: 514."),
        basis: LedgerText.system,
        example: ["515"])

    package static let badLife = Self(
        4094, .badInput, field: "months",
        zh: "使用年限、总工作量或残值率不对：年限法填月数，工作量法填总量，残值率 0 到 100%。",
        en: "Months, units or residual are wrong: months for straight line, units for work, residual from 0 to 100 %.",
        next: Message(
            zh: "请改正。",
            en: "Correct it."),
        basis: LedgerText.system)

    package static let nothingToDepreciate = Self(
        4095, field: "month",
        zh: "{1} 月份没有需要计提折旧的资产。",
        en: "No asset has wear of {1} to be booked.",
        next: Message(
            zh: "无需操作。",
            en: "Nothing needs to be done."),
        basis: LedgerText.system,
        example: ["2026-03"])

    package static let assetGone = Self(
        4096, .conflict, field: "asset",
        zh: "该资产已于 {1} 清理。",
        en: "The asset left the books on {1}.",
        next: Message(
            zh: "请查看该卡片。",
            en: "See the card."),
        basis: LedgerText.system,
        example: ["2026-03-01"])

    package static let beforeUse = Self(
        4097, field: "date",
        zh: "清理日期早于启用日期 {1}。",
        en: "The asset was not in use before {1}.",
        next: Message(
            zh: "请改正日期。",
            en: "Correct the date."),
        basis: LedgerText.system,
        example: ["2026-03-01"])

    package static let doesNotReconcile = Self(
        4098, field: "statementFen",
        zh: "对账不符：账面调节后 {1}，银行调节后 {2}。",
        en: "Not reconciled: {1} by the books, {2} by the bank.",
        next: Message(
            zh: "请补记未达账项，或查找差错。",
            en: "Add what only one side has, or find the mistake."),
        basis: LedgerText.software24,
        example: [Money(fen: 100), Money(fen: 90)])

    package static let oldAccountUnknown = Self(
        4100, .badInput, field: "old",
        zh: "2004 年科目表中没有“{1}”，或旧账没有这项余额。",
        en: "“{1}” is not in the chart of 2004, or the old books have no such balance.",
        next: Message(
            zh: "请核对旧账科目余额表。",
            en: "Check the old trial balance."),
        basis: LedgerText.transition,
        example: ["999"])

    package static let oldUnbalanced = Self(
        4101, field: "old",
        zh: "旧账余额借贷不平，差 {1}。",
        en: "The old balances do not balance; they differ by {1}.",
        next: Message(
            zh: "请核对旧账科目余额表。",
            en: "Check the old trial balance."),
        basis: LedgerText.transition,
        example: [Money(fen: 100)])

    package static let oldNotNil = Self(
        4102, field: "old",
        zh: "旧科目“{1}”应无余额，现有 {2}。",
        en: "Old account “{1}” has to be nil and stands at {2}.",
        next: Message(
            zh: "请先在旧账结转。",
            en: "Close it in the old books first."),
        basis: LedgerText.transition,
        example: ["501", Money(fen: 100)])

    package static let partsMiss = Self(
        4103, field: "parts",
        zh: "旧科目“{1}”分配的金额 {2} 与余额 {3} 不符。",
        en: "The parts of old account “{1}” come to {2}, not {3}.",
        next: Message(
            zh: "请逐笔拆分并写明依据。",
            en: "Split it line by line, with the basis."),
        basis: LedgerText.transition,
        example: ["202", Money(fen: 100), Money(fen: 200)])

    package static let partElsewhere = Self(
        4104, field: "parts",
        zh: "旧科目“{1}”不能转入“{2}”。",
        en: "Old account “{1}” does not go to “{2}”.",
        next: Message(
            zh: "请按新旧科目对照表选择。",
            en: "Choose by the comparison table."),
        basis: LedgerText.transition,
        example: ["202", "101"])

    package static let adjustmentUnbalanced = Self(
        4105, field: "parts",
        zh: "调整事项借贷不平，差 {1}。",
        en: "The adjustments do not balance; they differ by {1}.",
        next: Message(
            zh: "未入账资产、负债和还原累计折旧要成对列出。",
            en: "Unbooked assets and debts, and gross-ups, come in pairs."),
        basis: LedgerText.transition,
        example: [Money(fen: 100)])
}
