import Kernel

/// What a subsidy that is claimed back is spoken of with.
enum RecoveryText {
    static let reclaim = Message(zh: "追回补贴", en: "Claim a subsidy back")
    static let repayment = Message(zh: "登记退款", en: "Record a repayment")

    static let note = Message(
        zh: "批准发放的人不能决定追回，决定追回的人不能登记退款；部分退款照记，其余仍欠。",
        en: """
            Who approved it does not claim it back, and who claims it back does not record what comes. A part is a part: the \
            rest stays owed.
            """)
    static let amount = Message(zh: "追回金额", en: "Amount claimed back")
    static let repaidAmount = Message(zh: "退回金额", en: "Amount that came back")
    static let reclaimed = Message(zh: "应追回", en: "To be given back")
    static let repaid = Message(zh: "已退回", en: "Came back")
    static let reclaimedOn = Message(zh: "追回决定日期", en: "Claimed back on")
    static let marketEmployer = Message(
        zh: "零工市场的用工主体（在市场就业才选）", en: "Employer of the labour market (for a job of it)")
    static let marketHint = Message(
        zh: "选了以后，只有这家发的工资算数", en: "Then only wages of this employer answer for the contract")
}
