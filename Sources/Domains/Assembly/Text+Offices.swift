package import Kernel

/// The words of who is in office and whom they declare.
extension AssemblyText {
    static let fillOffice = Message(zh: "登记任职", en: "Enter who is in office")
    static let leaveOffice = Message(zh: "登记离任", en: "Enter the end of a term")
    static let declareKin = Message(zh: "申报亲属", en: "Declare a relative")
    static let withdrawKin = Message(zh: "撤回亲属申报", en: "Take a declaration back")
    static let eraseTerm = Message(zh: "销毁任职个人信息", en: "Erase a former office holder’s data")

    static let officeHolders = Message(zh: "任职与亲属申报", en: "Those in office")
    static let officeHoldersQuestion = Message(
        zh: "这个村谁在任，申报齐了没有？", en: "Who is in office here, and have they declared?")
    static func officeHoldersAnswer(_ sitting: String, _ silent: String) -> Message {
        Message(
            zh: "在任 \(sitting) 人次，其中 \(silent) 人次还没有申报亲属",
            en: "\(sitting.of("term")) running; \(silent) of them without a declaration")
    }
    static let officeHoldersNote = Message(
        zh: "姓名、身份证号和亲属关系加密保存。亲属申报只用于核对交易和付款：任何页面、日志和预警都不显示谁是谁的亲属。",
        en:
            "Names, identity numbers and relations are kept sealed. Declarations only serve to check deals and payments: no page, no log and no flag shows who is whose relative."
    )
    static let noOfficeHolders = Message(zh: "还没有登记任职的人。", en: "Nobody in office was entered yet.")
    static let office = Message(zh: "职务", en: "Office")
    static let inOfficeSince = Message(zh: "到任日期", en: "In office since")
    static let inOfficeUntil = Message(zh: "任期到", en: "Until")
    static let untilHint = Message(zh: "任期没有定的留空。", en: "Leave it empty where no end is set.")
    static let declarations = Message(zh: "已申报", en: "Declared")
    static let holderName = Message(zh: "任职人姓名", en: "Name of whoever is in office")
    static let relativeName = Message(zh: "亲属姓名", en: "Relative’s name")
    static let identityNumber = Message(zh: "身份证号（只核对，不公开）", en: "Identity number (checked, never public)")
    static let relation = Message(zh: "与申报人的关系", en: "Related as")
    static let declareNote = Message(
        zh: "由任职人本人如实申报，一次填一位亲属。提交后不再显示；填错的请乡镇撤回。",
        en:
            "Declared by whoever is in office, one relative at a time. Nothing of it is shown again; the township takes a wrong entry back."
    )
    static let lastDay = Message(zh: "在任的最后一天", en: "Last day in office")
    static let leavePaperHint = Message(
        zh: "例：换届选举结果公告、辞职报告的名称和编号", en: "For example: the result of the election and its number")
    static let declaration = Message(zh: "哪一项申报？", en: "Which declaration?")
    static func numbered(_ position: String) -> Message {
        Message(zh: "第 \(position) 项申报", en: "Declaration no. \(position)")
    }
    static let withdrawNote = Message(
        zh: "撤回后这位亲属的信息即销毁，不能恢复。", en: "What was kept of the relative is destroyed and cannot come back.")
    static let eraseTermNote = Message(
        zh: "姓名、身份证号和全部亲属申报一并销毁；此前任期内的交易不再能核对。",
        en: "Name, number and all declarations are destroyed; deals of that time can no longer be checked.")
}

extension VillageOffice {
    package var label: Message {
        switch self {
        case .partyBranch: Message(zh: "村党组织", en: "Party branch")
        case .committee: Message(zh: "村民委员会", en: "Villagers’ committee")
        case .council: Message(zh: "集体经济组织理事会", en: "Council of the collective")
        case .accounts: Message(zh: "会计、出纳", en: "Accountant or cashier")
        case .supervisors: Message(zh: "监事会（村务监督委员会）", en: "Supervisors")
        case .representatives: Message(zh: "集体成员代表", en: "Representative of the members")
        case .villagersRepresentatives: Message(zh: "村民代表", en: "Representative of the villagers")
        }
    }
}

extension KinRelation {
    package var label: Message {
        switch self {
        case .spouse: Message(zh: "配偶", en: "Spouse")
        case .child: Message(zh: "子女", en: "Child")
        case .parent: Message(zh: "父母", en: "Parent")
        case .sibling: Message(zh: "兄弟姐妹", en: "Sibling")
        case .grandparent: Message(zh: "祖父母、外祖父母", en: "Grandparent")
        case .grandchild: Message(zh: "孙子女、外孙子女", en: "Grandchild")
        case .inLaw: Message(zh: "姻亲", en: "By marriage")
        case .wider: Message(zh: "其他亲属", en: "Wider family")
        }
    }
}
