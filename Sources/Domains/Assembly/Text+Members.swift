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
}
