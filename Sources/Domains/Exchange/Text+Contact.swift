import Kernel

/// How a station is reached, and where a deposit goes.
enum ContactText {
    static let publish = Message(zh: "公布服务站联系方式和保证金账户", en: "Publish the station's contact and deposit account")
    static let question = Message(zh: "群众怎么找到你们，保证金交到哪里？", en: "How are you reached, and where do deposits go?")
    static let note = Message(
        zh: "公布后，辖区内所有标的页面都会显示；保证金账户必须是交易中心的对公账户。",
        en: "Every lot of the place shows it from then on; the account must be the centre's own.")
    static let place = Message(zh: "适用地区", en: "For which place")
    static let office = Message(zh: "单位名称", en: "Office")
    static let phone = Message(zh: "联系电话", en: "Telephone")
    static let address = Message(zh: "地址", en: "Address")
    static let hours = Message(zh: "办公时间", en: "Opening hours")
    static let payee = Message(zh: "保证金收款单位", en: "Payee of deposits")
    static let bank = Message(zh: "开户银行", en: "Bank")
    static let account = Message(zh: "收款账号", en: "Account")
    static let reach = Message(zh: "有事找谁", en: "Whom to ask")
    static let payTo = Message(zh: "保证金交到哪里", en: "Where the deposit goes")
    static let amount = Message(zh: "应交金额", en: "Amount")
    static let until = Message(zh: "最迟到账", en: "Must have arrived by")
    static let remark = Message(zh: "转账附言写", en: "Reference of the transfer")
    static let sameAccount = Message(
        zh: "请用报名时填写的账号转账，由本人（本单位）账户转出；到账后本页会显示“已到账”。",
        en: "Transfer from the account you registered with; this page shows when it has arrived.")
    static func step(_ done: Int, of all: Int, _ next: Message) -> Message {
        Message(zh: "第 \(done) 步，共 \(all) 步：\(next.zh)", en: "Step \(done) of \(all): \(next.en)")
    }
    static let pay = Message(zh: "交保证金", en: "pay the deposit")
}
