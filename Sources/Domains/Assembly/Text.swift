package import Kernel

/// The words of the roll and its meetings.
package enum AssemblyText {
    static let title = Message(zh: "成员与会议", en: "Members and meetings")
    static let admitMember = Message(zh: "登记成员", en: "Enter a member")
    static let endMembership = Message(zh: "终止成员身份", en: "End a membership")
    static let eraseMember = Message(zh: "销毁成员个人信息", en: "Erase a former member’s data")
    static let callMeeting = Message(zh: "召集会议", en: "Call a meeting")
    static let freezeRoll = Message(zh: "固定会议名册", en: "Freeze the roll")
    static let grantProxy = Message(zh: "登记委托", en: "Enter a proxy")
    static let withdrawProxy = Message(zh: "撤回委托", en: "Take a proxy back")
    static let attend = Message(zh: "会议签到", en: "Sign in")
    static let leave = Message(zh: "中途离会", en: "Leave")
    static let openMeeting = Message(zh: "宣布开会", en: "Open the meeting")
    static let putMotion = Message(zh: "提请表决", en: "Put to the vote")
    static let recuse = Message(zh: "回避表决", en: "Take no part")
    static let attendTogether = Message(zh: "成批签到", en: "Sign people in")
    static let countVoices = Message(zh: "举手计票", en: "Count a show of hands")
    static let castVote = Message(zh: "计一票", en: "Count a vote")
    static let closeVote = Message(zh: "结束表决并计票", en: "Close and count")
    static let approveByTownship = Message(zh: "乡镇批准决议", en: "Township approves")
    static let holdAgainstRoll = Message(zh: "按名册核对决议人数", en: "Hold a resolution against the roll")
    static let closeMeeting = Message(zh: "散会", en: "Close the meeting")

    static let question = Message(zh: "开过、要开哪些会？", en: "Which meetings were held, and which are coming?")
    static func answer(_ count: String) -> Message { Message(zh: "\(count) 次会议", en: "\(count.of("meeting"))") }
    static let empty = Message(zh: "还没有召集过会议。", en: "No meeting has been called yet.")
    static let meeting = Message(zh: "会议", en: "Meeting")
    static let body = Message(zh: "会议种类", en: "Body")
    static let day = Message(zh: "日期", en: "Day")
    static let noticed = Message(zh: "通知日期", en: "Notice given")
    static let entitled = Message(zh: "应到", en: "Entitled")
    static let present = Message(zh: "实到", en: "Here")
    static let needed = Message(zh: "需要", en: "Needed")
    static let number = Message(zh: "序号", en: "No.")
    static let matter = Message(zh: "事项", en: "Matter")
    static let object = Message(zh: "标的", en: "About")
    static let inFavour = Message(zh: "赞成", en: "For")
    static let against = Message(zh: "反对", en: "Against")
    static let abstained = Message(zh: "弃权", en: "Abstained")
    static let result = Message(zh: "结果", en: "Result")
    static let article = Message(zh: "依据", en: "Article")
    static let passed = Message(zh: "通过", en: "Passed")
    static let notPassed = Message(zh: "未通过", en: "Not passed")
    static let voting = Message(zh: "正在表决", en: "Voting")
    static let rollDigest = Message(zh: "名册指纹", en: "Digest of the roll")
    static let whatWasDecided = Message(zh: "这次会议决定了什么？", en: "What did this meeting decide?")
    static let noMotions = Message(zh: "还没有提请表决的事项。", en: "Nothing has been put to the vote yet.")
    static func decided(_ results: [(matter: Message, result: Message)]) -> Message {
        Message(
            zh: results.map { "\($0.matter.zh)：\($0.result.zh)" }.joined(separator: "；"),
            en: results.map { "\($0.matter.en): \($0.result.en.lowercased())" }.joined(separator: "; "))
    }
    static func came(_ here: String, _ entitled: String) -> Message {
        Message(zh: "应到 \(entitled) 人，实到 \(here) 人", en: "\(here) of \(entitled) are here")
    }
    static func rollComing(_ day: String) -> Message {
        Message(zh: "\(day) 开会，名册当日零时固定", en: "On \(day); the roll is frozen at midnight of that day")
    }

    static let promise = Message(
        zh: "谁有权到会、谁到了会、票数多少，都可以核对；公开表决的每个人说了什么属于个人信息，不对外公开。",
        en:
            "Who was entitled, who came and what was counted can be checked; what each person said is theirs and not shown."
    )
    static let member = Message(zh: "成员编号", en: "Member")
    static let organisation = Message(zh: "集体经济组织", en: "Collective")
    static let agenda = Message(zh: "时间、地点、事项", en: "Time, place and items")
    static let membersQuestion = Message(zh: "名册上有多少人？", en: "Who is on the roll?")
    static let members = Message(zh: "成员名册", en: "Roll of members")
    static let figures = Message(zh: "名册数字", en: "Figures of the roll")
    static let household = Message(zh: "户", en: "Household")
    static let householdCount = Message(zh: "户数", en: "Households")
    static let voters = Message(zh: "有表决权", en: "Voters")
    static let quorum = Message(zh: "法定到会人数", en: "Quorum")
    static let threeQuarters = Message(zh: "四分之三", en: "Three quarters")
    static let withoutWoman = Message(zh: "没有女性成员的户", en: "Households without a woman")
    static let shares = Message(zh: "份额（成员现有／按户固定）", en: "Shares (members today / frozen)")
    static let since = Message(zh: "取得日期", en: "Since")
    static let until = Message(zh: "终止日期", en: "Until")
    static let noMembers = Message(zh: "名册还是空的。", en: "The roll is empty.")
    static let name = Message(zh: "姓名", en: "Name")
    static let ground = Message(zh: "取得依据", en: "Ground")
    static func people(_ count: String) -> Message { Message(zh: "\(count) 名成员", en: "\(count.of("member"))") }

    static let erased = "***"
    static func masked(_ name: String?) -> String { (name?.first.map { String($0) } ?? "*") + "**" }
}

extension MembershipGround {
    package var label: Message {
        switch self {
        case .reform: Message(zh: "改革时确认", en: "Confirmed in the reform")
        case .birth: Message(zh: "出生", en: "Birth")
        case .marriage: Message(zh: "婚姻", en: "Marriage")
        case .adoption: Message(zh: "收养", en: "Adoption")
        case .resettlement: Message(zh: "移民安置", en: "Resettlement")
        case .assembly: Message(zh: "成员大会确认", en: "Confirmed by the assembly")
        }
    }
}
