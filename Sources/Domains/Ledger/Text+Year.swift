import Kernel
import Web

/// Words of closing a month and a year.
extension LedgerText {
    static let undistributed = Message(zh: "未分配收益", en: "Undistributed result")
    static let appropriated = Message(zh: "各项分配", en: "Appropriations")
    static let incomeToResult = Message(zh: "结转各项收入", en: "Income to 321")
    static let expenseToResult = Message(zh: "结转各项支出", en: "Expense to 321")
    static let resultToUndistributed = Message(zh: "本年收益转未分配收益", en: "Result to undistributed")
    static let lossCovered = Message(zh: "公积公益金弥补以前年度亏损", en: "Loss of earlier years covered from the fund")
    static let fundTaken = Message(zh: "提取公积公益金", en: "Fund appropriation")
    static let membersGiven = Message(zh: "向成员分配收益", en: "Distribution to members")
    static let appropriatedBack = Message(zh: "各项分配转未分配收益", en: "Appropriations to undistributed")

    static func missingDrafts(_ count: Int) -> Message {
        Message(zh: "还有 \(count) 张凭证没有审核记账", en: "\(count.of("voucher")) not yet reviewed and posted")
    }
    static func missingReviews(_ count: Int) -> Message {
        Message(zh: "还有 \(count) 张凭证等待复核", en: "\(count.of("voucher")) waiting for review")
    }
    static let missingNumber = Message(zh: "凭证号有断号", en: "A voucher number is missing")
    static func belowZero(_ account: AccountCode, _ amount: Money) -> Message {
        Message(
            zh: "科目 \(account) 余额 \(amount.words(.chinese))", en: "\(account) stands at \(amount.words(.english))")
    }
    static func missingStatement(_ account: AccountCode) -> Message {
        Message(zh: "银行账户 \(account) 没有对账", en: "Bank account \(account) is not reconciled")
    }
    static func missingDepreciation(_ count: Int) -> Message {
        Message(zh: "还有 \(count) 项资产没有计提折旧", en: "\(count.of("asset")) without depreciation")
    }
    static let missingBalance = Message(zh: "账簿不平", en: "The books do not balance")
    static func leftOver(_ account: AccountCode, _ amount: Money) -> Message {
        Message(
            zh: "科目 \(account) 还有余额 \(amount.words(.chinese))，应先结转为零",
            en: "\(account) still stands at \(amount.words(.english)) and has to be nil")
    }
    static func step(_ step: MonthReadiness.Step) -> Message {
        switch step {
        case .posted: Message(zh: "凭证全部审核记账", en: "All vouchers are posted")
        case .reviewed: Message(zh: "审核人亲自复核", en: "Reviewed by the reviewer's own act")
        case .numbered: Message(zh: "凭证号连续", en: "Numbers run on")
        case .cash: Message(zh: "现金、存款没有负数", en: "Cash and deposits are not below zero")
        case .bank: Message(zh: "银行对账", en: "Bank reconciled")
        case .depreciation: Message(zh: "折旧已计提", en: "Depreciation booked")
        case .balanced: Message(zh: "试算平衡", en: "Debits equal credits")
        case .yearEnd: Message(zh: "十二月：年终结转完成", en: "December: year end done")
        }
    }
}
