import Kernel

/// Words of the way from the old books to the new.
extension ImportText {
    static func headings(_ column: TransitionColumn) -> [String] {
        switch column {
        case .old: ["旧科目", "旧科目编码", "原科目", "原科目编码", "old_code"]
        case .detail: ["明细", "明细科目", "户名", "往来单位"]
        case .new: ["新科目", "新科目编码", "new_code"]
        case .name: ["新科目名称", "新明细名称", "new_name"]
        case .debit: ["借方", "借方金额", "借方余额", "debit_yuan"]
        case .credit: ["贷方", "贷方金额", "贷方余额", "credit_yuan"]
        case .party: ["往来单位编号"]
        case .basis: ["依据", "说明", "结转依据"]
        }
    }

    static let transitionTitle = Message(zh: "新旧制度衔接建账", en: "Open out of the old books")
    static let transitionHint = Message(
        zh: "过渡底稿（.xlsx 或 .csv）：列有旧科目、明细、新科目、借方、贷方、依据。不填新科目的行是旧账余额；填了新科目的行写明转到哪里、依据是什么；不填旧科目的行是调整事项。能整额对应的科目只列余额即可。",
        en: """
            The working paper (.xlsx or .csv) with old account, detail, new account, debit, credit and basis. A row without \
            a new account is an old balance; one with it says where a part goes and why; one without an old account \
            adjusts. What goes over whole needs its balance only.
            """)
    static func transition(_ date: CivilDate) -> Message {
        Message(zh: "衔接建账，\(date)", en: "Opened out of the old books, \(date)")
    }
}

extension BookText {
    static let workingPaper = Message(zh: "衔接过渡底稿", en: "Working paper of the transition")
    static let whereDidItGo = Message(zh: "旧账的余额转到了哪里？", en: "Where did the old balances go?")
    static func paperRows(_ count: Int) -> Message {
        Message(zh: "\(count) 行，逐行写明依据", en: "\(count.of("row")), each with its basis")
    }
    static let noPaper = Message(zh: "这本账不是由旧账衔接而来。", en: "These books were not opened out of old ones.")
    static let oldAccount = Message(zh: "旧科目", en: "Old account")
    static let newAccount = Message(zh: "新科目", en: "New account")
    static let detail = Message(zh: "明细", en: "Detail")
    static let basis = Message(zh: "依据", en: "Basis")
    static let adjustment = Message(zh: "调整", en: "Adjustment")
    static let sealedPaper = Message(
        zh: "底稿随建账写入公开日志，不能再改。", en: "It went into the log with the opening and cannot be changed.")
}
