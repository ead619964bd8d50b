import Kernel

/// What certificates are asked and told.
enum CertificateText {
    static let certificates = Message(zh: "技能证书", en: "Certificates")
    static let listQuestion = Message(zh: "发了哪些证书？", en: "Which certificates were issued?")
    static let noCertificates = Message(zh: "还没有证书。", en: "There is no certificate yet.")
    static let certificate = Message(zh: "证书", en: "Certificate")
    static let serial = Message(zh: "证书编号", en: "Serial")
    static let lookUp = Message(zh: "按编号查证书", en: "Look up a serial")
    static let notFound = Message(zh: "没有这个编号的证书", en: "There is no certificate of that serial")
    static let checkSpelling = Message(
        zh: "请照证书核对编号；仍查不到就不是本县发的。", en: "Compare it with the paper; if it is still not found, it was not issued here.")
    static let question = Message(zh: "这本证书有效吗？", en: "Does this certificate hold?")
    static let holder = Message(zh: "持证人", en: "Holder")
    static let holderNote = Message(
        zh: "姓名只显示首尾两字；请与持证人出示的身份证核对。",
        en: "Only the first and last character are shown: compare with the card the holder shows.")
    static let issued = Message(zh: "发证日期", en: "Issued")
    static let until = Message(zh: "有效期至", en: "Holds until")
    static let withoutEnd = Message(zh: "长期", en: "without end")
    static let officialNumber = Message(zh: "国家证书编号", en: "Number of the state’s certificate")
    static let officialHint = Message(zh: "有国家证书才填，22 位或 16 位", en: "Where there is one: 22 or 16 characters")
    static let onDay = Message(zh: "查某一天是否有效（如 2026-05-01）", en: "Whether it held on a day (2026-05-01)")
    static let dayUnreadable = Message(zh: "日期读不出来", en: "That day cannot be read")
    static let dayForm = Message(zh: "请写成 2026-05-01。", en: "Write it as 2026-05-01.")
    static let revokedOn = Message(zh: "撤销日期", en: "Revoked on")
    static let reason = Message(zh: "撤销原因", en: "Why")
    static let paper = Message(zh: "依据的决定或材料", en: "Decision or paper it rests on")
    static let final = Message(zh: "撤销后不可恢复。", en: "This is final.")
    static let code = Message(zh: "扫码查验", en: "Scan to verify")
    static let card = Message(zh: "打印证书卡", en: "Print the card")
    static let cardQuestion = Message(zh: "怎样查验这本证书？", en: "How is this certificate verified?")
    static let cardNote = Message(
        zh: "有网络时扫小码；没有网络时用查验软件扫大码，大码里就是证书本身，撤销与否以状态列表为准。",
        en: """
            With a network scan the small code. Without one a verifier reads the large code, which holds the certificate itself; \
            whether it was taken back the status list says.
            """)
    static let offlineCode = Message(zh: "无网络查验码", en: "Code for verifying without a network")
    static let token = Message(zh: "下载电子证书", en: "Download the credential")
    static let openBadge = Message(zh: "下载开放徽章", en: "Download the Open Badge")
    static let statusList = Message(zh: "证书状态列表", en: "Status list of certificates")
    static let keys = Message(zh: "发证公钥", en: "Public keys of the issuer")
    static let criteria = Message(
        zh: "按出勤要求上完课，并在两名考评员主持的考试中合格。",
        en: "Attended the course as required and passed the exam before two examiners.")
    static let inForce = Message(zh: "有效证书", en: "Certificates in force")
    static let inForceMeans = Message(
        zh: "今天有效的证书本数，一人可有多本", en: "Certificates that hold today; one person may have several")

    static func listAnswer(_ count: String) -> Message { Message(zh: "\(count) 本", en: "\(count.of("certificate"))") }
    static func onThatDay(_ day: String) -> Message { Message(zh: "\(day) 当天", en: "On \(day)") }
    static func levelName(_ level: Int64) -> Message {
        switch level {
        case 5: Message(zh: "五级／初级工", en: "5, junior")
        case 4: Message(zh: "四级／中级工", en: "4, intermediate")
        case 3: Message(zh: "三级／高级工", en: "3, senior")
        case 2: Message(zh: "二级／技师", en: "2, technician")
        default: Message(zh: "一级／高级技师", en: "1, senior technician")
        }
    }
}

extension Validity {
    var label: Message {
        switch self {
        case .notYet: Message(zh: "还没有发证", en: "not issued yet")
        case .valid: Message(zh: "有效", en: "holds")
        case .expired: Message(zh: "已过期", en: "has expired")
        case .revoked: Message(zh: "已撤销", en: "was revoked")
        case .replaced: Message(zh: "已换发新证", en: "replaced by a newer one")
        case .suspended: Message(zh: "暂停使用", en: "is suspended")
        }
    }
}

extension RevocationReason {
    var label: Message {
        switch self {
        case .falseMarks: Message(zh: "成绩不实", en: "false marks")
        case .wrongPerson: Message(zh: "人证不符", en: "not the person")
        case .enteredWrongly: Message(zh: "登记有误", en: "entered wrongly")
        case .holderAsked: Message(zh: "本人申请", en: "the holder asked")
        case .replaced: Message(zh: "换发新证", en: "replaced")
        }
    }
}
