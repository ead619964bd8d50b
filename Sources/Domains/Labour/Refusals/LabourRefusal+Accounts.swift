import Kernel

extension LabourRefusal {
    package static let notAccount = Self(
        7121, .badInput, field: "number",
        zh: "账号应为 8 到 32 位数字（可含大写字母），并写明开户银行。",
        en: "An account number has 8 to 32 digits or capital letters, and stands at a bank.",
        next: Message(zh: "请照存折、银行卡或社保卡填写。", en: "Copy it from the passbook or the card."))

    package static let accountOfAnother = Self(
        7122, field: "number",
        zh: "这个账号已经登记在别人名下，工资只能付到本人的账户。",
        en: "The account is somebody else’s; wages go to the worker’s own account.",
        next: Message(
            zh: "请登记本人的账户，或付现金由本人签字。",
            en: "Enter the worker’s own account, or pay cash against a signature."),
        basis: order724("十一", 11))

    package static let withBank = Self(
        7123, .conflict, field: "worker",
        zh: "这笔工资已经在给银行的付款文件里，不能再付一次，也不能换账号。",
        en: "The wages are in a file that is with the bank; they are not paid twice, and the account stays.",
        next: Message(
            zh: "请先登记银行付款结果；退回的可以再付。",
            en: "Enter what the bank has paid first; what came back can be paid again."))

    package static let nothingToSend = Self(
        7124, .conflict, field: "order",
        zh: "没有可以报银行代发的工资：都付清了、已在付款文件里，或者没有登记账号。",
        en: "There is nothing for the bank to pay: all is paid, in a file already, or without an account.",
        next: Message(
            zh: "请先登记本人账号，或付现金由本人签字。",
            en: "Enter the workers’ own accounts, or pay cash against a signature."))

    package static let noSuchFile = Self(
        7125, .notFound, field: "file",
        zh: "这张单没有这个付款文件。",
        en: "The order has no such file.",
        next: Message(zh: "请在付款文件列表里重新点。", en: "Choose it on the list of files."))

    package static let fileSettled = Self(
        7126, .conflict, field: "file",
        zh: "这个付款文件已经登记过付款结果。",
        en: "What became of this file was entered already.",
        next: Message(zh: "不需要再登记。", en: "Nothing needs to be done."))
}
