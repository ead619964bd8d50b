import Kernel

extension CLIText {
    static let account = Message(
        zh: "为岗位上的人开通登录账号，或重置口令；口令只显示这一次。",
        en: "Let whoever holds a desk sign in, or give them a new password; it is shown this once.")
    static let accountOffice = Message(
        zh: "岗位编号；系统管理员是 admin。", en: "The desk; that of the administrator is admin.")
    static let accountName = Message(
        zh: "登录用户名，默认与岗位编号相同。", en: "The name to sign in with; that of the desk if absent.")
    static func noOffice(_ office: String) -> Message {
        Message(zh: "没有岗位“\(office)”，或已停用。", en: "There is no open desk “\(office)”.")
    }
    static func notStaff(_ office: String) -> Message {
        Message(
            zh: "“\(office)”是竞买人或村民账号，用手机号或交易站开具的登录单登录。",
            en:
                "“\(office)” is a bidder's or villager's account: they sign in by phone, or with a slip from the station."
        )
    }
    static func accountOpened(_ name: String, _ password: String) -> Message {
        Message(
            zh: "用户名 \(name)，口令 \(password)。请当面交给本人；首次登录时按提示启用动态码。",
            en:
                "Name \(name), password \(password). Hand it over in person; the first sign-in sets up the second factor."
        )
    }
}
