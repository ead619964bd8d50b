import Kernel

/// Columns of the file for the bank.
enum BankFileText {
    static let columns = [
        Message(zh: "批次号", en: "Payment"), Message(zh: "付款账户", en: "Paid from"),
        Message(zh: "收款人", en: "Payee"), Message(zh: "收款账号", en: "Account"), Message(zh: "开户银行", en: "Bank"),
        Message(zh: "金额（元）", en: "Amount (yuan)"), Message(zh: "用途", en: "Purpose"),
    ]
}
