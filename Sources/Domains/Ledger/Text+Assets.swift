import Kernel

/// Words of cards, reconciliation and transition.
extension LedgerText {
    static let openAssetCard = Message(zh: "登记固定资产卡片", en: "Open an asset card")
    static let depreciate = Message(zh: "计提折旧", en: "Book depreciation")
    static let disposeAsset = Message(zh: "固定资产清理", en: "Dispose of an asset")
    static let reconcileBank = Message(zh: "银行对账", en: "Reconcile a bank account")
    static let openByTransition = Message(zh: "新旧制度衔接建账", en: "Open out of the old books")
    static let byTable = Message(zh: "按新旧科目对照表整额结转", en: "Whole balance by the comparison table")

    static func wearSummary(_ month: AccountingMonth) -> Message {
        Message(zh: "计提 \(month) 固定资产折旧", en: "Depreciation of \(month)")
    }
    static func disposalSummary(_ card: AssetCard, _ reason: String) -> String { "清理“\(card.name)”：\(reason)" }
}
