package import Kernel

enum CleanupText {
    static let title = Message(zh: "清化收", en: "Clean-up of contracts")
    static let enterFoundContract = Message(zh: "录入清理出的合同", en: "Enter a found contract")
    static let judgeContract = Message(zh: "认定或撤销问题", en: "Set or lift a problem")
    static let planContract = Message(zh: "定处理方案", en: "Plan what is done")
    static let closeContractCase = Message(zh: "办结", en: "Close the case")
    static let eraseName = Message(zh: "删除姓名", en: "Erase a name")
    static let whatGoes = Message(zh: "删除什么，留下什么？", en: "What goes, and what stays?")
    static let whose = Message(zh: "姓名在哪里", en: "Where the name stands")
    static let eraseNote = Message(
        zh: "姓名删除后不能恢复；事项、金额和日期保留。已保存的备份到期销毁前仍有姓名。",
        en: """
            A name cannot be brought back. What was done, amounts and days stay. Backups made before keep it until they \
            end.
            """)
    static let submit = Message(zh: "提交", en: "Submit")
    static let foundContract = Message(zh: "清理出的合同", en: "Found contract")
    static let question = Message(zh: "合同清理到哪一步了？", en: "How far is the clean-up here?")
    static let caseQuestion = Message(zh: "这份合同有什么问题，怎么办？", en: "What is wrong with this contract, and what is done?")
    static let empty = Message(zh: "还没有清理出的合同。", en: "No contracts were found here yet.")
    static let noProblems = Message(zh: "没有问题。", en: "No problems.")
    static let byCode = Message(zh: "按问题分", en: "By problem")
    static let code = Message(zh: "代码", en: "Code")
    static let problem = Message(zh: "问题", en: "Problem")
    static let contracts = Message(zh: "合同", en: "Contracts")
    static let places = Message(zh: "下级", en: "Places below")
    static let place = Message(zh: "地方", en: "Place")
    static let withProblems = Message(zh: "有问题", en: "With problems")
    static let planned = Message(zh: "已定方案", en: "Planned")
    static let done = Message(zh: "已办结", en: "Done")
    static let open = Message(zh: "在办", en: "Open")
    static let area = Message(zh: "面积", en: "Area")
    static let measured = Message(zh: "实测面积", en: "Measured")
    static let annualBefore = Message(zh: "清理前年租金", en: "Rent a year before")
    static let annualAfter = Message(zh: "清理后年租金", en: "Rent a year after")
    static let collected = Message(zh: "收回欠款", en: "Collected")
    static let object = Message(zh: "标的", en: "Object")
    static let number = Message(zh: "合同编号", en: "Number")
    static let lessee = Message(zh: "承包方", en: "Lessee")
    static let category = Message(zh: "类别", en: "Class")
    static let start = Message(zh: "起始日", en: "First day")
    static let end = Message(zh: "到期日", en: "Last day")
    static let plan = Message(zh: "处理方案", en: "Plan")
    static let due = Message(zh: "办理期限", en: "To be done by")
    static let state = Message(zh: "状态", en: "State")
    static let reason = Message(zh: "理由和材料", en: "Reason and paper")
    static let unread = Message(zh: "读不出的栏目", en: "Columns without one reading")
    static let sheetRow = Message(zh: "台账行号", en: "Row of the list")
    static let lift = Message(zh: "撤销这个问题", en: "Lift this problem")
    static let resolution = Message(zh: "决议编号", en: "Resolution")

    static func answer(_ contracts: String, _ problems: String, _ done: String) -> Message {
        Message(
            zh: "合同 \(contracts) 份，有问题 \(problems) 份，办结 \(done) 份",
            en: "\(contracts.of("contract")), \(problems) with problems, \(done) done")
    }

    static func problems(_ count: String) -> Message { Message(zh: "\(count) 个问题", en: "\(count.of("problem"))") }

    /// As a name stands in a table once it was destroyed.
    static let erased = "（已删除）"

    /// The first character of a name; a line where there never was one.
    static func masked(_ name: Personal<String>?) -> String {
        guard let name else { return "—" }
        guard let words = name.content else { return erased }
        return words.first.map { "\($0)**" } ?? "—"
    }
}

extension ProblemCode {
    package var label: Message {
        switch self {
        case .oral: Message(zh: "口头合同，没有书面", en: "Oral, no paper")
        case .overTerm: Message(zh: "超过法定或剩余期限", en: "Over the legal or remaining term")
        case .belowGuidePrice: Message(zh: "低于指导价", en: "Below the guide price")
        case .unequalClause: Message(zh: "显失公平的条款", en: "Unequal clause")
        case .undecided: Message(zh: "未经民主程序", en: "No democratic procedure")
        case .arrears: Message(zh: "拖欠承包费", en: "Arrears")
        case .measuredMore: Message(zh: "少包多占", en: "Measured larger than contracted")
        case .occupied: Message(zh: "无合同占用", en: "Occupied without a contract")
        case .sublet: Message(zh: "擅自转包", en: "Sub-let without consent")
        case .useChanged: Message(zh: "改变用途", en: "Use changed")
        case .objectUnclear: Message(zh: "标的不清", en: "Object unclear")
        case .duplicate: Message(zh: "一地多包", en: "Two contracts on one object")
        case .insider: Message(zh: "干部或其近亲属承包", en: "Cadre or close relative as lessee")
        case .paidForDecades: Message(zh: "一次性收取多年承包费", en: "One payment for decades")
        case .noAuthority: Message(zh: "签订人无权", en: "Signed without authority")
        case .expired: Message(zh: "到期未收回", en: "Expired but still used")
        case .unbooked: Message(zh: "租金未入账或入个人账户", en: "Not booked, or paid to a person")
        case .hidden: Message(zh: "隐瞒未报", en: "Hidden")
        }
    }
}

extension CasePlan {
    package var label: Message {
        switch self {
        case .keep: Message(zh: "维持", en: "Keep")
        case .completePaper: Message(zh: "完善手续", en: "Complete the paper")
        case .supplement: Message(zh: "补充协议", en: "Supplementary agreement")
        case .endByAgreement: Message(zh: "协商终止", en: "End by agreement")
        case .endAtTerm: Message(zh: "到期收回", en: "End at term")
        case .court: Message(zh: "诉讼", en: "Go to court")
        case .relist: Message(zh: "重新公开交易", en: "Relist through the exchange")
        }
    }
}
