import Kernel

/// Security events, changes of credentials and of phones.
extension Text {
    static func codeMessage(_ code: String) -> Message {
        Message(
            zh: "【阡陌】登录验证码 \(code)，5 分钟内有效。请勿告诉他人。",
            en: "[Qianmo] Your code is \(code), good for 5 minutes. Tell nobody.")
    }

    static let proveAnswer = Message(zh: "先核对现在的口令和动态码", en: "First your present password and code")
    static let proceed = Message(zh: "继续", en: "Continue")
    static let newCodeHint = Message(
        zh: "新加的验证器上显示的 6 位数字。", en: "The six digits that the newly added app shows.")
    static let renewAnswer = Message(zh: "换十个新的，旧的全部作废", en: "Ten new ones; the old ones stop working")
    static let renew = Message(zh: "换新的备用码", en: "Get new recovery codes")
    static func firstPassword(_ date: String) -> Message {
        Message(
            zh: "这个口令是别人给您的，\(date)后失效。请现在改成自己的。",
            en: "This password was given to you and ends on \(date). Set one of your own now.")
    }
    static func manyFailures(_ count: String) -> Message {
        Message(
            zh: "近 30 天有 \(count) 次登录没有成功。如果不是您本人，请改口令并告诉管理员。",
            en:
                "\(count) sign-ins failed in the last 30 days. If that was not you, change the password and tell the administrator."
        )
    }
    static let joinTitle = Message(zh: "第一次来", en: "New here")
    static let joinAnswer = Message(zh: "您是谁，住在哪个村？", en: "Who are you, and where do you live?")
    static let join = Message(zh: "登记并登录", en: "Register and sign in")
    static let isItYou = Message(zh: "这是您吗？", en: "Is this you?")
    static func known(_ records: [KnownPerson]) -> Message {
        let name = records.first?.name ?? ""
        return Message(
            zh: "办事窗口登记过这个手机号：\(name)（\(records.map(\.what.zh).joined(separator: "、"))）",
            en: "A desk wrote this number down for \(name) (\(records.map(\.what.en).joined(separator: ", ")))")
    }
    static let thatIsMe = Message(zh: "是我，登录", en: "That is me: sign in")
    static let thatIsNotMe = Message(zh: "不是我", en: "That is not me")
    static let phoneOfSeveral = Message(
        zh: "这个手机号登记过，但分不清是谁", en: "Desks know this number, and not for one person alone")
    static let phoneOfSeveralNext = Message(
        zh: "可能几个人共用这个号，或本人已有账号。要办自己原来的事，请到当初登记的村部或服务站；在这里登记的是一个新的人。",
        en:
            "Several people may share it, or have an account already. For what was entered for you before, go to the desk that entered it; here you register as somebody new."
    )
    static let ownName = Message(zh: "姓名", en: "Your name")
    static let ownNameHint = Message(
        zh: "与身份证一致。姓名和手机号只给办事的岗位看，公开页上只显示姓。",
        en: "As on your identity card. Name and number are seen by the desks in charge; public pages cover them.")
    static let homePlace = Message(zh: "所在村或乡镇", en: "Your village or township")
    static let homePlaceHint = Message(zh: "外地的选本县。", en: "From elsewhere: choose the county.")
    static let noSender = Message(zh: "本站没有开通短信登录", en: "Signing in by phone is not set up here")

    static let events = Message(zh: "登录和账号变动", en: "Sign-ins and changes of accounts")
    static let eventsAnswer = Message(
        zh: "谁、何时、从哪里、怎样进来或改了什么；保留六个月", en: "Who came in or changed what, when, from where and how; kept for six months"
    )
    static let olderEvents = Message(zh: "更早的", en: "Older ones")
    static let eventTime = Message(zh: "时间", en: "When")
    static let eventKind = Message(zh: "事项", en: "What")
    static let eventPerson = Message(zh: "谁的账号", en: "Whose account")
    static let eventDoer = Message(zh: "经办", en: "By")
    static let eventAddress = Message(zh: "来自", en: "From")
    static let eventDetail = Message(zh: "被拒的页面和编号", en: "What was refused, by number")

    /// To a phone: when, and whom to turn to. No name, and nothing that would help whoever reads it.
    static func changed(_ kind: SecurityEventKind, at now: Instant) -> Message {
        Message(
            zh: "您的账号\(now)有变动：\(event(kind).zh)。不是您本人办的，请马上找管理员。",
            en:
                "Your account was changed at \(now): \(event(kind).en). If that was not you, turn to the administrator at once."
        )
    }
    static func changedLately(_ what: String) -> Message {
        Message(
            zh: "近 7 天改过登录方式：\(what)。不是您本人办的，请马上找管理员。",
            en:
                "Your ways in were changed in the last 7 days: \(what). If that was not you, turn to the administrator at once."
        )
    }
    static func event(_ kind: SecurityEventKind) -> Message {
        switch kind {
        case .signedIn: Message(zh: "登录", en: "signed in")
        case .failed: Message(zh: "登录未成功", en: "failed to sign in")
        case .signedOut: Message(zh: "退出", en: "signed out")
        case .sessionsEnded: Message(zh: "结束全部登录", en: "all sessions ended")
        case .officeChosen: Message(zh: "选择岗位", en: "chose an office")
        case .accountOpened: Message(zh: "开通账号", en: "account opened")
        case .officeAdded: Message(zh: "增加岗位", en: "office added")
        case .passwordSet: Message(zh: "设置口令", en: "password set")
        case .factorSet: Message(zh: "启用手机验证器", en: "authenticator app set up")
        case .recoveryCodesSet: Message(zh: "更换备用码", en: "recovery codes replaced")
        case .phoneSet: Message(zh: "登记手机号", en: "phone registered")
        case .phoneChangeAsked: Message(zh: "申请更换手机号", en: "change of phone asked for")
        case .slipIssued: Message(zh: "开登录单", en: "slip issued")
        case .sessionEnded: Message(zh: "结束一处登录", en: "one session ended")
        case .denied: Message(zh: "越权，已拒绝", en: "refused: not allowed")
        case .forged: Message(zh: "表单或来源不是本站，已拒绝", en: "refused: a form or site not of this house")
        case .slowed: Message(zh: "太频繁，已拒绝", en: "refused: too often")
        case .codeNotSent: Message(zh: "验证码没有发出", en: "code could not be sent")
        }
    }

    static let phoneChanges = Message(zh: "更换手机号", en: "Changes of phone")
    static let phoneChangesAnswer = Message(
        zh: "由另一位经办人确认，或填写发到原号码的验证码", en: "Confirmed by a second person, or with the code sent to the old phone")
    static let noPhoneChange = Message(zh: "没有等待确认的更换。", en: "No change waits.")
    static let phoneEnding = Message(zh: "新号码尾号", en: "New number ends in")
    static let askedBy = Message(zh: "申请的岗位", en: "Asked for by")
    static let confirmPhone = Message(zh: "确认更换", en: "Confirm the change")
    static let oldPhoneCode = Message(zh: "原号码收到的验证码", en: "Code sent to the old phone")
    static let oldPhoneCodeHint = Message(
        zh: "您自己申请的，须填写；另一位经办人确认时不填。", en: "Needed where you asked yourself; empty for a second person.")
}
