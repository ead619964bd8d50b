package import Kernel

extension RegistryText {
    /// Headings of count sheets in Chinese.
    static func voteHeadings(_ column: VoteReplay.Column) -> [String] {
        switch column {
        case .name: ["编号", "序号"]
        case .body: ["会议", "决议会议"]
        case .matter: ["事项"]
        case .entitled: ["应到", "应到人数"]
        case .present: ["实到", "实到人数"]
        case .inFavour: ["赞成", "同意"]
        case .against: ["反对", "不同意"]
        case .abstain: ["弃权"]
        case .invalid: ["废票", "无效票"]
        case .noticeDays: ["通知天数", "提前通知天数"]
        case .households: ["总户数", "应到户数"]
        case .householdsPresent: ["到会户数", "实到户数"]
        case .townshipApproved: ["乡镇批准", "乡镇是否批准"]
        case .date: ["会议日期", "日期"]
        case .expect: ["应得结果"]
        case .neededPresent: ["应到最少"]
        case .neededFor: ["赞成最少"]
        }
    }

    static let approved: Set<String> = ["yes", "y", "true", "1", "是", "已批准", "批准"]
    static let notApproved: Set<String> = ["no", "n", "false", "0", "否", "未批准", "无"]

    /// Two laws disagree on who may pass a plan of land; the later one is the rule.
    package static let disputedBetweenLaws = Message(
        zh: """
            农村土地承包法第十九条曾允许村民代表通过承包方案；农村集体经济组织法第二十八条（2025年5月1日起）\
            规定只能由成员大会决定，按后法办理。
            """,
        en: """
            Rural Land Contracting Law art. 19 let representatives pass contracting plans; Rural Collective Economic \
            Organisation Law art. 28 (since 1 May 2025) keeps them for the assembly. The later law is followed.
            """)
}

extension Ballot.Result {
    package var label: Message {
        switch self {
        case .pass: Message(zh: "通过", en: "Passed")
        case .noMajority: Message(zh: "未通过：赞成票不够", en: "Not passed: too few in favour")
        case .noQuorum: Message(zh: "会议未开成：到会人数不够", en: "No meeting: too few present")
        case .noTownshipApproval: Message(zh: "尚须乡镇批准", en: "The township has not approved")
        case .notDelegable: Message(zh: "须由成员大会决定", en: "Only the members’ assembly may decide")
        case .wrongBody: Message(zh: "此会议无权决定此事项", en: "Not this body’s to decide")
        case .shortNotice: Message(zh: "通知不足十天", en: "Less than ten days of notice")
        case .sumMismatch: Message(zh: "票数与到会人数不符", en: "The votes do not add up to those present")
        case .impossible: Message(zh: "数字不可能", en: "Impossible figures")
        }
    }
}

extension VotingRule {
    /// The article the rule rests on.
    package var basis: LegalBasis {
        switch self {
        case .assembly: collective("二十七", 27)
        case .assemblyOnOutsiders: collective("十五", 15)
        case .representatives: collective("二十八", 28)
        case .council: collective("三十一", 31)
        case .villagersMeeting: committee("二十二", 22)
        case .villagersRepresentatives: committee("二十六", 26)
        case .groupMeeting: committee("二十八", 28)
        case .villagersOnOutsiders:
            LegalBasis(
                Message(zh: "中华人民共和国农村土地承包法第五十二条", en: "Rural Land Contracting Law, art. 52"),
                source: "village-register 2.1 (R10)")
        case .villagersOnConstructionLand:
            LegalBasis(
                Message(zh: "中华人民共和国土地管理法第六十三条", en: "Land Administration Law, art. 63"),
                source: "village-register 2.1 (R10)")
        }
    }

    private func collective(_ zh: String, _ number: Int) -> LegalBasis {
        LegalBasis(
            Message(
                zh: "中华人民共和国农村集体经济组织法第\(zh)条",
                en: "Rural Collective Economic Organisation Law, art. \(number)"), source: "village-register 2.1 (R10)")
    }

    private func committee(_ zh: String, _ number: Int) -> LegalBasis {
        LegalBasis(
            Message(
                zh: "中华人民共和国村民委员会组织法第\(zh)条",
                en: "Organic Law of Villagers’ Committees, art. \(number)"), source: "village-register 2.1 (R10)")
    }
}
