import Kernel

/// Words of accounts and of files for the bank.
enum TransferText {
    static let register = Message(zh: "登记工资账户", en: "Enter the account for wages")
    static let registerNote = Message(
        zh: "只登记本人名下的账户，工资不经工头和别人。账号只写进给银行的付款文件，页面上只显示后四位。",
        en: """
            The worker’s own account only; wages go through nobody else. The number stands in the file for the bank alone, \
            pages show its last four signs.
            """)
    static let holder = Message(zh: "户名（和登记的姓名一样）", en: "Name on the account (as registered)")
    static let bank = Message(zh: "开户银行", en: "Bank")
    static let number = Message(zh: "账号", en: "Account number")
    static let account = Message(zh: "工资账户", en: "Account for wages")
    static let none = Message(zh: "没有登记账号", en: "no account")

    static let send = Message(zh: "做付款文件", en: "Make a file for the bank")
    static let sendNote = Message(
        zh: "到期未付的工资，每人一行，付到本人账户；已在文件里的不会再进第二个文件。没有账号的付现金，由本人签字。",
        en: """
            What is due and unpaid, a row for each worker, to the worker’s own account; nothing stands in two files. Who has no \
            account is paid cash against a signature.
            """)
    static let settle = Message(zh: "登记银行付款结果", en: "Enter what the bank has paid")
    static let settleNote = Message(
        zh: "银行退回的请勾上，其余算付清。", en: "Tick what the bank sent back; the rest counts as paid.")
    static let returned = Message(zh: "银行退回的人", en: "Sent back by the bank")
    static let files = Message(zh: "付款文件", en: "Files for the bank")
    static let filesQuestion = Message(zh: "哪些工资交给银行付了？", en: "Which wages were given to the bank?")
    static let file = Message(zh: "文件", en: "File")
    static let download = Message(zh: "下载付款文件", en: "Take the file")
    static let document = Message(zh: "用工单号", en: "Order")
    static let state = Message(zh: "结果", en: "Outcome")
    static let noFiles = Message(zh: "还没有付款文件。", en: "No file was made yet.")

    static func number(_ file: Int64) -> Message { Message(zh: "第 \(file) 个", en: "No. \(file)") }
    static func label(_ state: TransferState) -> Message {
        switch state {
        case .sent: Message(zh: "等银行付款", en: "With the bank")
        case .paid: Message(zh: "已付", en: "Paid")
        case .returned: Message(zh: "银行退回", en: "Sent back")
        }
    }
}
