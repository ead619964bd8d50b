import Kernel

/// Every word the server says by itself; its refusals are in `Text+Rejection.swift`.
enum Text {
    // MARK: Sections

    static let home = Message(zh: "首页", en: "Home")
    static let lots = Message(zh: "交易标的", en: "Lots")
    static let desk = Message(zh: "待办", en: "Desk")
    static let places = Message(zh: "村庄和地方", en: "Places")
    static let notices = Message(zh: "公示", en: "Notices")
    static let contracts = Message(zh: "合同", en: "Contracts")
    static let books = Message(zh: "账目", en: "Books")
    static let log = Message(zh: "公开日志", en: "Public log")
    static let checkpoint = Message(zh: "最新检查点", en: "Newest checkpoint")
    static let api = Message(zh: "接口说明", en: "API description")

    // MARK: Home

    static let homeQuestion = Message(zh: "您要办什么？", en: "What would you like to do?")
    static let homeAnswer = Message(zh: "看村里的账，租村里的地", en: "See the village's books, rent the village's land")
    static let homeNote = Message(
        zh: "看，不用登录；办，需要登录。", en: "Looking needs no sign-in; doing does.")
    static let deskQuestion = Message(zh: "有什么等我办？", en: "What waits for me?")
    static let nothingWaits = Message(zh: "没有等您办的事", en: "Nothing waits for you")
    static func waits(_ count: String) -> Message { Message(zh: "\(count) 件事等您办", en: "\(count) to do") }
    static let waitingLate = Message(zh: "有的已过期限，点开办理", en: "Some are past their time: open and act")
    static let waitingInTime = Message(zh: "点开逐件办理", en: "Open and act on each")
    static let yourDesk = Message(zh: "您的岗位", en: "Your desk")
    static let yourDeskNote = Message(zh: "您可以办理：", en: "You can do this here:")
    static let forVillagers = Message(zh: "我是村民", en: "I live in a village")
    static let forVillagersNote = Message(
        zh: "我们村有什么、租给了谁、到哪年、多少钱、交了没有。",
        en: "What our village owns, who rents it, until when, at what price, and whether it is paid.")
    static let forBidders = Message(zh: "我想租地、租房", en: "I want to rent land or buildings")
    static let forBiddersNote = Message(
        zh: "看正在公告的项目，报名，出价。", en: "See what is on offer, register, and bid.")
    static let forStaff = Message(zh: "我是工作人员", en: "I work here")
    static let forStaffNote = Message(
        zh: "村报账员、交易站、县里的同志和监督人员，用用户名和口令登录。",
        en: "Village clerks, station agents, county officers and supervisors sign in with name and password.")
    static let forEveryone = Message(zh: "我来核对", en: "I came to check")
    static let forEveryoneNote = Message(
        zh: "每一笔都在公开日志里，任何人都能下载并自己核对。",
        en: "Every entry is in the public log; anyone can download it and check for themselves.")

    static func welcome(_ office: String, _ role: Message) -> Message {
        Message(zh: "您好，\(role.zh)（\(office)）", en: "Hello, \(role.en) (\(office))")
    }

    // MARK: Signing in

    static let signIn = Message(zh: "登录", en: "Sign in")
    static let signInStaff = Message(zh: "工作人员登录", en: "Staff sign-in")
    static let signInByPhone = Message(zh: "手机号登录", en: "Sign in by phone")
    static let signInBySlip = Message(zh: "用登录单登录", en: "Sign in with a slip")
    static let signInQuestion = Message(zh: "您是哪个岗位？", en: "Which desk are you?")
    static let signInAnswer = Message(zh: "工作人员请在这里登录", en: "Staff sign in here")
    static let signInName = Message(zh: "用户名", en: "Name")
    static let password = Message(zh: "口令", en: "Password")
    static let code = Message(zh: "动态码", en: "Code")
    static let codeHint = Message(
        zh: "手机验证器上的 6 位数字，或一个备用码；首次登录可以不填。",
        en: "The six digits of your authenticator app, or a recovery code; empty at the first sign-in.")
    static let office = Message(zh: "岗位", en: "Office")
    static let chooseOffice = Message(zh: "选择岗位", en: "Choose an office")
    static let chooseOfficeAnswer = Message(zh: "您这次以哪个岗位办事？", en: "Which office do you act for this time?")
    static let continueAs = Message(zh: "继续", en: "Continue")
    static let noOffice = Message(zh: "您名下没有在用的岗位。", en: "You hold no open office.")

    static let phone = Message(zh: "手机号", en: "Phone number")
    static let phoneHint = Message(
        zh: "11 位。第一次来也用手机号：收到验证码后填姓名和所在村。",
        en: "Eleven digits. New here? The same way: after the code you give your name and village.")
    static let phoneAnswer = Message(zh: "输入手机号，收验证码", en: "Enter your number and get a code")
    static let sendCode = Message(zh: "发送验证码", en: "Send the code")
    static let codeSent = Message(
        zh: "验证码已发出", en: "The code is on its way")
    static let codeSentDemo = Message(
        zh: "验证码显示在下面，也在运行程序的终端里", en: "The code is shown below, and in the terminal where the program runs")
    static let phoneCode = Message(zh: "验证码", en: "Code")
    static let phoneCodeHint = Message(zh: "6 位数字，5 分钟内有效，最多试 5 次。", en: "Six digits, good for 5 minutes and 5 tries.")
    static let anotherCode = Message(zh: "重新获取验证码", en: "Get another code")
    static let slip = Message(zh: "登录码", en: "Slip code")
    static let slipHint = Message(
        zh: "登录单上的 10 个字母和数字，用一次即失效。", en: "The ten letters and digits on the slip; they work once.")
    static let slipAnswer = Message(zh: "输入交易站给您的登录码", en: "Enter the code the station gave you")

    // MARK: Account

    static let account = Message(zh: "我的账号", en: "My account")
    static let secondFactor = Message(zh: "手机验证器", en: "Authenticator app")
    static let inForce = Message(zh: "已启用", en: "in force")
    static let notSet = Message(zh: "未启用", en: "not set up")
    static let recoveryCodes = Message(zh: "备用码", en: "Recovery codes")
    static let recoveryCodesNote = Message(
        zh: "每个用一次。请抄下来收好：离开本页后不再显示。",
        en: "Each works once. Write them down now: they are not shown again.")
    static let sessions = Message(zh: "登录记录", en: "Where you are signed in")
    static let wayIn = Message(zh: "方式", en: "How")
    static let since = Message(zh: "登录时间", en: "Since")
    static let lastSeen = Message(zh: "最近使用", en: "Last seen")
    static let state = Message(zh: "状态", en: "State")
    static let thisSession = Message(zh: "本次", en: "this one")
    static let otherSession = Message(zh: "其他", en: "another")
    static let signOutEverywhere = Message(zh: "在所有地方退出", en: "Sign out everywhere")
    static let changePassword = Message(zh: "修改口令", en: "Change the password")
    static let changePasswordAnswer = Message(
        zh: "改好后，所有地方都要重新登录", en: "Afterwards you sign in again everywhere")
    static let oldPassword = Message(zh: "原口令", en: "Old password")
    static let newPassword = Message(zh: "新口令", en: "New password")
    static let passwordHint = Message(zh: "10 到 128 个字，越长越好，可以是一句话。", en: "10 to 128 characters; a sentence is good.")
    static let enrolAnswer = Message(zh: "把密钥加到手机验证器里", en: "Add this key to your authenticator app")
    static let enrolNote = Message(
        zh: "用手机验证器扫下面的二维码；扫不了就选“输入密钥”，抄入下面的字母和数字（基于时间，6 位）；再把显示的 6 位数字填回来。",
        en:
            "Scan the code with the authenticator app, or choose “enter a key” and type the letters and digits below (time-based, six digits); then enter what the app shows."
    )
    static let enrolCode = Message(zh: "验证器密钥的二维码", en: "QR code of the authenticator key")
    static let openInApp = Message(zh: "在本机验证器中打开", en: "Open in the app on this device")
    static let confirm = Message(zh: "确认启用", en: "Confirm")
    static let enrolled = Message(zh: "手机验证器已启用", en: "The authenticator app is in force")

    static func way(_ way: SignInWay) -> Message {
        switch way {
        case .password: Message(zh: "口令", en: "password")
        case .phone: Message(zh: "手机验证码", en: "phone")
        case .slip: Message(zh: "登录单", en: "slip")
        }
    }

    // MARK: Station

    static let stationTitle = Message(zh: "开登录单", en: "Hand out a sign-in slip")
    static let stationAnswer = Message(
        zh: "当面核对身份证件后，为没有手机的人开单", en: "For somebody at the counter, after seeing their identity card")
    static let personOffice = Message(zh: "来人的账号", en: "Whose account")
    static let personOfficeHint = Message(
        zh: "本地已登记的竞买人和村民。", en: "Bidders and villagers registered in your places.")
    static let stationPhoneHint = Message(
        zh: "填写后，本人以后可用此号码登录。", en: "If given, they can sign in with this number from now on.")
    static let issueSlip = Message(zh: "开单", en: "Issue the slip")
    static let slipQuestion = Message(zh: "请抄给来人", en: "Write this down for them")
    static let slipHandOut = Message(
        zh: "30 分钟内有效，用一次即失效；以前开的单作废。", en: "Good for 30 minutes and once; earlier slips no longer work.")
    static let anotherSlip = Message(zh: "再开一张", en: "Another slip")

    // MARK: Practice

    static let practice = Message(zh: "练习用时钟", en: "Practice clock")
    static let practiceQuestion = Message(zh: "练习用时钟现在几点？", en: "What does the practice clock say?")
    static let practiceNote = Message(
        zh: "培训用：公告期、竞价、公示不必真等。时钟只能往后拨，拨到的时间之前到期的事项会按各自的时刻办完。",
        en: "For training: no need to wait for a notice or an auction to end. The clock only goes on; "
            + "what falls due on the way is done, each at its own hour.")
    static let practiceNothing = Message(zh: "没有等待到期的事项。", en: "Nothing waits for its hour.")
    static func practiceNext(_ instant: String) -> Message {
        Message(zh: "下一件到期事项：\(instant)", en: "The next thing falls due at \(instant)")
    }
    static let practiceToNext = Message(zh: "拨到下一件到期事项", en: "On to the next thing due")
    static let practiceHour = Message(zh: "往后一小时", en: "One hour on")
    static let practiceDay = Message(zh: "到明天上午九点", en: "To nine tomorrow")
    static let practiceMonth = Message(zh: "往后三十天", en: "Thirty days on")

    // MARK: Demo

    static let demoPeople = Message(zh: "演示人物", en: "People of the demo")
    static func demoOthers(_ count: Int) -> Message {
        Message(zh: "其余 \(count) 个演示人物", en: "\(count) more people of the demo")
    }
    static let demoPeopleNote = Message(
        zh: "人物都是虚构的。动态码每 30 秒换一次，每个只能用一次。",
        en: "All invented. The code changes every 30 seconds and each works once.")
    static func playThis(_ name: String) -> Message {
        Message(zh: "以 \(name) 登录", en: "Sign in as \(name)")
    }
    static let demoRole = Message(zh: "岗位", en: "Role")
    static let demoPlace = Message(zh: "地方", en: "Place")
    static let demoPhonesNote = Message(
        zh: "号码都是虚构的，不会真的发短信；验证码显示在下一页和终端里。",
        en: "Invented numbers; nothing is sent, the code appears on the next page and in the terminal.")

    static func demoMessage(_ text: String, phoneEnding: String) -> Message {
        Message(zh: "〔演示〕发往尾号 \(phoneEnding) 的短信：\(text)", en: "[demo] to the phone ending in \(phoneEnding): \(text)")
    }

    static func demoCode(code: String, phoneEnding: String) -> Message {
        Message(
            zh: "〔演示〕发往尾号 \(phoneEnding) 的验证码：\(code)",
            en: "[demo] code for the phone ending in \(phoneEnding): \(code)")
    }

    static func demoStaffLine(_ name: String, _ role: String, _ password: String, _ code: String) -> Message {
        Message(
            zh: "\(name)（\(role)）  口令 \(password)  当前动态码 \(code)",
            en: "\(name) (\(role))  password \(password)  code now \(code)")
    }

    static func demoPhoneLine(_ name: String, _ role: String, _ phone: String) -> Message {
        Message(zh: "\(name)（\(role)）  手机号 \(phone)", en: "\(name) (\(role))  phone \(phone)")
    }
}
