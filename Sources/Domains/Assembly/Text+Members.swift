import Kernel

extension AssemblyText {
    /// Headings of member lists as counties print them.
    static func memberHeadings(_ column: MemberFile.Column) -> [String] {
        switch column {
        case .person: ["成员编号", "成员代码", "人员编号", "成员编码", "人员代码", "成员序号"]
        case .household: ["户编号", "户代码", "农户编号", "户号", "户编码", "农户代码", "农户编码", "家庭编号", "承包方编码", "household code"]
        case .name: ["姓名", "成员姓名", "成员名称", "家庭成员姓名"]
        case .relation: ["与户代表关系", "与户主关系", "家庭关系"]
        case .sex: ["性别"]
        case .birth: ["出生日期", "出生年月日", "出生年月", "出生时间"]
        case .since: ["成员确认日期", "确认日期", "取得日期", "成员确认时间", "确认时间", "取得时间", "成员身份确认日期", "成员身份取得日期"]
        case .until: ["终止日期", "丧失日期", "终止时间", "丧失时间", "退出日期", "成员身份丧失日期"]
        case .ground: ["取得依据", "确认依据", "取得方式", "确认方式", "取得原因", "成员身份取得方式"]
        case .capable: ["行为能力", "民事行为能力"]
        case .shares: ["份额", "持股数", "股份数", "是否持股", "股权数", "持有份额", "份额数", "股份", "持股数量", "是否享有份额"]
        case .identity: ["身份证号", "身份证号码", "公民身份号码", "证件号码", "身份证", "居民身份证号"]
        case .phone: ["电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式"]
        case .remark: ["备注"]
        }
    }

    static let sexes: [String: Sex] = [
        "1": .male, "男": .male, "m": .male, "male": .male, "2": .female, "女": .female, "f": .female,
        "female": .female,
    ]
    /// Lists that only say whether somebody holds a share, which is one.
    static let holdsShare: [String: Bool] = [
        "是": true, "有": true, "√": true, "否": false, "无": false, "×": false, "没有": false,
    ]
    static let noGround: Set<String> = ["none", "无", "非成员"]
    static let grounds: [String: MembershipGround] = [
        "改革确认": .reform, "改革时确认": .reform, "出生": .birth, "婚姻": .marriage, "婚嫁": .marriage, "结婚": .marriage,
        "收养": .adoption, "移民": .resettlement, "移民安置": .resettlement, "成员大会确认": .assembly,
    ]
    static let capacities: [String: Capacity] = [
        "": .byAge, "yes": .byAge, "是": .byAge, "完全": .byAge, "完全民事行为能力": .byAge, "no": .incapable,
        "否": .incapable, "无": .incapable, "限制": .incapable, "无民事行为能力": .incapable, "限制民事行为能力": .incapable,
        "bywork": .byWork, "以自己劳动为主要生活来源": .byWork,
    ]

    static let importTitle = Message(zh: "导入成员名单", en: "Take a list of members")
    static let importQuestion = Message(zh: "把村里的成员名单交给程序", en: "Hand over the village’s list of members")
    static let importHint = Message(
        zh: "Excel 或 CSV 都可以，要有户编号和姓名两列；身份证号、电话、出生日期、确认日期、份额有就带上。没有确认日期的人只算常住，不进名册。",
        en:
            "Excel or CSV, with a household code and a name in each row; identity numbers, telephones, days and shares where they are known. Whoever has no day of confirmation only lives there and is not entered."
    )
    static let seeRoll = Message(zh: "看成员名册", en: "See the roll")
    static let livesThere = Message(zh: "没有确认日期，不是成员", en: "No day of confirmation: no member")
    static func household(of name: String, _ count: Int) -> Message {
        Message(zh: "\(name)户（\(count) 人）", en: "Household of \(name) (\(count))")
    }
    static let separator = Message(zh: "、", en: ", ")

    static let moveMember = Message(zh: "转到另一户", en: "Move to another household")
    static let moveNote = Message(
        zh: "分户、并户、婚嫁后换户用；成员身份、取得日期、份额和表决权都不变。",
        en:
            "For a household divided or joined, or after a marriage; membership, its first day, shares and the vote stay."
    )
    static let newHome = Message(zh: "转到哪一户？", en: "To which household?")
    static let newHomeHint = Message(zh: "单独立户的留空。", en: "Leave it empty for a household of their own.")
    static let identifyMember = Message(zh: "登记身份证号和电话", en: "Enter identity number and telephone")
    static let identifyNote = Message(
        zh: "两项都加密保存。身份证号只用来认出同一个人；本人用这个电话登录，就能看到自己这一户的份额。",
        en:
            "Both are kept sealed. The number only serves to know the same person again; whoever signs in with the telephone sees the shares of their household."
    )
    static let identityHint = Message(zh: "没有的留空。", en: "Leave it empty where it is not known.")
    static let phone = Message(zh: "手机号", en: "Mobile number")
    static let phoneHint = Message(zh: "本人用它登录；没有的留空。", en: "They sign in with it; leave it empty where there is none.")
    static let birthHint = Message(zh: "填了身份证号的可以不填。", en: "May be left out where the identity number is given.")
    static let ownShares = Message(zh: "份额", en: "Shares")
    static let aMember = Message(zh: "集体成员", en: "Member of the collective")

    static let memberQuestion = Message(zh: "这一户在集体里有多少份额？", en: "What does this household hold in the collective?")
    static func householdShares(_ shares: String, _ people: String) -> Message {
        Message(
            zh: "本户 \(people) 人，共 \(shares) 股",
            en: "\(people.of("member")) of the household, \(shares.of("share"))")
    }
    static func memberStanding(hundredths shares: Int64, _ body: String) -> Message {
        let part = shares % 100 == 0 ? "" : ".\((shares % 100).padded(to: 2))"
        let shares = "\(shares / 100)\(part)"
        return Message(zh: "\(body)，本户共 \(shares) 股", en: "\(body): \(shares.of("share")) in the household")
    }
    static let shareMeans = Message(
        zh: "份额按户登记在成员名下；每年的收益分配按份额计算，以村里公布的分配方案为准。",
        en:
            "Shares stand with the members of the household; each year’s distribution goes by them, as the village’s plan says."
    )
    static let identityEntered = Message(zh: "身份证号", en: "Identity number")
    static let phoneEntered = Message(zh: "手机号", en: "Mobile number")
    static let entered = Message(zh: "已登记", en: "Entered")
    static let notEntered = Message(zh: "没有登记", en: "Not entered")
    static let thisHousehold = Message(zh: "这一户的人", en: "The household")
    static let comingMeetings = Message(zh: "本集体的会议", en: "The collective’s meetings")
}
