import Kernel

/// The words of drafts, reviews and the year end.
extension BookText {
    static let drafts = Message(zh: "待办凭证", en: "Drafts")
    static let whatWaits = Message(zh: "哪些凭证在等人办？", en: "Which vouchers wait for somebody?")
    static func waits(_ drafts: Int, _ reviews: Int) -> Message {
        Message(zh: "待审核记账 \(drafts) 张，待复核 \(reviews) 张", en: "\(drafts) on their way, \(reviews) to confirm")
    }
    static let threeHands = Message(
        zh: "制单、审核、记账必须是三个人，换一个岗位不算。",
        en: "Making, reviewing and posting are three persons; another desk of the same person does not count.")
    static let othersConfirm = Message(
        zh: "待复核的凭证都是您自己制的单，要由别人复核。",
        en: "All vouchers to confirm are your own: somebody else confirms them.")
    static let noDrafts = Message(zh: "没有等待办理的凭证。", en: "No voucher waits.")
    static let acts = Message(zh: "办理", en: "What to do")
    static func confirmMonth(_ month: String, _ count: Int) -> Message {
        Message(zh: "复核 \(month) 的 \(count) 张", en: "Confirm \(count) of \(month)")
    }
    static func draftState(_ state: DraftState) -> Message {
        switch state {
        case .made: Message(zh: "待审核", en: "To be reviewed")
        case .reviewed: Message(zh: "已审核，待记账", en: "Reviewed, to be posted")
        case .returned: Message(zh: "已退回", en: "Returned")
        case .withdrawn: Message(zh: "已撤回", en: "Withdrawn")
        case .posted: Message(zh: "已记账", en: "Posted")
        }
    }
    static let isItRight = Message(zh: "这张凭证对不对？", en: "Is it right?")

    static func howFar(_ year: AccountingYear) -> Message {
        Message(zh: "\(year) 年年结做到哪一步了？", en: "How far is the year end of \(year)?")
    }
    static func stepsOpen(_ count: Int) -> Message {
        Message(zh: count == 0 ? "系统能查的步骤都已完成" : "还有 \(count) 步没有完成", en: "\(count.of("step")) open")
    }
    static let step = Message(zh: "步骤", en: "Step")
    static let whatIsMissing = Message(zh: "缺什么", en: "What is missing")
    static let stepDone = Message(zh: "已完成", en: "Done")
    static let stepMissing = Message(zh: "未完成", en: "Open")
    static let stepPeople = Message(zh: "由人办理", en: "Done by people")
    static let monthsOpen = Message(zh: "前面的月份还没有结账", en: "Earlier months are still open")
    static let lossLeft = Message(zh: "还有未弥补的亏损", en: "A loss is left")
    static let notYet = Message(zh: "还没有办理", en: "Not done yet")
    static let transferNote = Message(
        zh: "系统生成三张结转凭证；只能办一次。", en: "The program makes three vouchers; it is done once.")
    static let distributeNote = Message(
        zh: "先弥补亏损，再提公积公益金，最后分给成员；不能超过可分配收益。",
        en: "The loss first, then the fund, then the members; never more than there is.")
    static let undoNote = Message(
        zh: "按相反次序用红字凭证撤销最后一步，理由公开。",
        en: "The last step is taken back by red vouchers in reverse order; the reason is public.")
    static let cover = Message(zh: "公积公益金弥补亏损", en: "Loss covered from the fund")
    static let fund = Message(zh: "提取公积公益金", en: "Fund appropriation")
    static let resolution = Message(zh: "按哪份决议分配", en: "Resolution")
    static func member(_ number: Int) -> Message { Message(zh: "第 \(number) 户", en: "Household \(number)") }
    static func memberAmount(_ number: Int) -> Message {
        Message(zh: "第 \(number) 户分得", en: "Share of household \(number)")
    }
    static let beforeClosing = Message(zh: "结账前检查", en: "Before the month closes")
    static let personOf = Message(zh: "审核方式", en: "Review")
    static func review(_ people: VoucherPeople) -> Message {
        switch (people.review, people.isConfirmed) {
        case (.program, _): Message(zh: "系统按规则生成", en: "Made by the program's rule")
        case (.act, _), (.named, true): Message(zh: "审核人已亲自办理", en: "Done by the reviewer's own act")
        case (.named, false): Message(zh: "等待审核人亲自复核", en: "Waits for the reviewer's own act")
        case (nil, _): Message(zh: "记录人员之前的凭证", en: "Of before persons were noted")
        }
    }
    static let corrects = Message(zh: "更正原凭证", en: "Corrects")
    static let correct = Message(zh: "更正金额", en: "Correct it")
}
