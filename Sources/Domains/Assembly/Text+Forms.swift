package import Kernel

/// The words of the forms.
extension AssemblyText {
    static let callNote = Message(
        zh: "发出后通知即告开始计时；会议当日零时按名册自动固定应到人员，之后取得身份的人不进入这次会议。",
        en:
            "The notice counts from now. At midnight of the day the roll is frozen; whoever becomes a member later is not on it."
    )
    static func noticeHint(_ days: String) -> Message {
        Message(
            zh: "至少提前 \(days) 天，通知当天不算。", en: "At least \(days.of("day")) ahead; the day of the notice does not count.")
    }
    static let agendaHint = Message(
        zh: "例：上午九时，村部会议室；讨论南河湾地出租、年度收益分配。",
        en: "For example: 9 a.m., village hall; letting the Nanhewan land, the year’s distribution.")
    static let whoCame = Message(zh: "谁到了？", en: "Who came?")
    static let whoCameHint = Message(
        zh: "按户排列，照签到表勾选；可以分几次提交。",
        en: "By household, as on the sheet at the door; send it in several parts if you like.")
    static let how = Message(zh: "到会方式", en: "How they take part")
    static let proxyNote = Message(
        zh: "书面委托只能给同一户的成员，受托人不能再转托；本人到会后委托自动作废。",
        en: "In writing, to a voter of the same household, who hands none on. Coming in person ends it by itself.")
    static let whoStaysAway = Message(zh: "委托人", en: "Who stays away")
    static let whoSpeaks = Message(zh: "受托人", en: "Who speaks for them")
    static let whoLeaves = Message(zh: "谁离会？", en: "Who leaves?")
    static let openNote = Message(
        zh: "到会人数够法定人数才能开会；不够就没有会议，不等于未通过。",
        en: "It opens only with the quorum; without it there is no meeting, which is no defeat.")
    static let motionNote = Message(
        zh: "一次表决一件事。针对某项资产的决议只对这项资产有效，只能用一次。",
        en: "One matter at a time. A resolution about one asset opens that asset only, and once.")
    static let objectHint = Message(
        zh: "出租、出售、降价等请选具体资产；预算、分配等不用选。",
        en: "The asset for a lease, sale or lower price; none for a budget or a distribution.")
    static let recuseNote = Message(
        zh: "本人或近亲属有利害关系的，不参加这一项表决；仍计入应到人数。",
        en: "Whoever is concerned, or a close relative, takes no part in this vote; they stay in the denominator.")
    static let whoIsConcerned = Message(zh: "谁回避？", en: "Who takes no part?")
    static let countNote = Message(
        zh: "先数反对和弃权的，逐个勾选；再选“赞成”，勾选“其余到场的人”。没有表态的人，结束表决时按弃权计。",
        en:
            "Count those against and those who abstain first, ticking each; then “for” with everybody else. Whoever says nothing abstains."
    )
    static let said = Message(zh: "表示什么？", en: "What do they say?")
    static func others(_ count: String) -> Message {
        Message(
            zh: "其余到场的人都是这个意见（还有 \(count) 人没有计票）", en: "Everybody else here says the same (\(count) not counted yet)")
    }
    static let othersHint = Message(zh: "包括已由同户人代为到会的人。", en: "Those spoken for by their household are among them.")
    static let whoSaid = Message(zh: "勾选表态的人", en: "Tick who says it")
    static let closeVoteNote = Message(
        zh: "程序按固定的名册计票，谁也不用填数字；结束后不能改。",
        en: "The program counts from the frozen roll; nobody types a number, and nothing changes afterwards.")
    static let closeNote = Message(zh: "散会后不再计票。", en: "Nothing is counted after it.")
    static let resolution = Message(zh: "哪一项决议？", en: "Which resolution?")
    static let paper = Message(zh: "文件名称和编号", en: "Name and number of the paper")
    static let paperHint = Message(zh: "例：石桥镇政府〔2026〕18号批复", en: "For example: reply no. 18 of 2026 of the township")
    static let admitNote = Message(
        zh: "姓名、性别、出生日期加密保存，公开的页面和日志都不显示。",
        en: "Name, sex and day of birth are kept sealed; no public page and no log shows them.")
    static let birth = Message(zh: "出生日期", en: "Day of birth")
    static let sex = Message(zh: "性别", en: "Sex")
    static let newHousehold = Message(zh: "新立户的留空。", en: "Leave it empty for a new household.")
    static let endNote = Message(
        zh: "只有法律列明的情形才终止成员身份；结婚、离婚、上学、服役、服刑都不是。",
        en: "Only the grounds the law lists end a membership; marriage, divorce, study, service and prison are none.")
    static let endGround = Message(zh: "终止依据", en: "Ground")
    static let endPaperHint = Message(zh: "例：死亡证明、户籍证明的名称和编号", en: "For example: the death certificate and its number")
    static let eraseReason = Message(zh: "原因", en: "Reason")
    static let nextStep = Message(zh: "办理", en: "Next")

    static let state = Message(zh: "进行到", en: "State")
    static let isCalled = Message(zh: "已通知", en: "Called")
    static let isGathering = Message(zh: "正在签到", en: "People are arriving")
    static let isOn = Message(zh: "正在开会", en: "In session")
    static let isOver = Message(zh: "已散会", en: "Over")
    static let waitsForTownship = Message(zh: "已通过，待乡镇批准", en: "Passed; waits for the township")
    static let rollOfMeeting = Message(zh: "这次会议的名册", en: "The roll of this meeting")
    static let counted = Message(zh: "本项已计票", en: "Counted on this vote")
    static let recused = Message(zh: "回避", en: "Takes no part")
    static let spokenFor = Message(zh: "受托：", en: "Spoken for by")
    static let entitledMeans = Message(
        zh: "会议当日零时名册上有完全民事行为能力的成员。",
        en: "Members of full capacity on the roll at midnight of the day.")
    static let presentMeans = Message(
        zh: "本人到会、网上参加和由同户成员书面代理的人，每人只计一次。",
        en: "Those in the hall, those online and those spoken for by their household; each once.")
    static let quorumMeans = Message(zh: "应到人数的三分之二以上。", en: "Two thirds of those entitled.")
}

extension Presence {
    package var label: Message {
        switch self {
        case .inPerson: Message(zh: "到场", en: "In the hall")
        case .online: Message(zh: "网上参加", en: "Online")
        }
    }
}

extension VoteChoice {
    package var label: Message {
        switch self {
        case .inFavour: AssemblyText.inFavour
        case .against: AssemblyText.against
        case .abstain: AssemblyText.abstained
        }
    }
}

extension Sex {
    package var label: Message {
        switch self {
        case .male: Message(zh: "男", en: "Male")
        case .female: Message(zh: "女", en: "Female")
        }
    }
}

extension EndGround {
    package var label: Message {
        switch self {
        case .death: Message(zh: "死亡", en: "Death")
        case .nationality: Message(zh: "丧失中国国籍", en: "Loss of nationality")
        case .memberElsewhere: Message(zh: "已取得其他集体的成员身份", en: "Member of another collective")
        case .civilServant: Message(zh: "已成为公务员", en: "Became a civil servant")
        case .charter: Message(zh: "章程规定的其他情形", en: "Another ground of the charter")
        case .left: Message(zh: "书面申请自愿退出", en: "Left on written request")
        }
    }
}
