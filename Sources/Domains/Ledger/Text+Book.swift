import Kernel

/// The words of the first page, the ledgers and the statements.
extension BookText {
    /// Labels by which a row of the shipped editions is found.
    static let netRow = "净收益"
    static let assetsRow = "资产总计"

    static let twelveMonths = Message(zh: "最近十二个月", en: "The last twelve months")
    static let cashByMonth = Message(zh: "每月收支（现金和银行）", en: "Cash and bank by month")
    static let cameIn = Message(zh: "收入的钱（现金和银行）", en: "Money that came in (cash and bank)")
    static let wentOut = Message(zh: "支出的钱（现金和银行）", en: "Money that went out (cash and bank)")
    static let waysDown = Message(zh: "账簿和报表", en: "Books and statements")
    static let inThisYear = Message(zh: "今年收了", en: "Came in this year")
    static let outThisYear = Message(zh: "今年支了", en: "Went out this year")
    static let inDefinition = Message(zh: "现金和银行存款本年借方发生额", en: "Debits of cash and bank since 1 January")
    static let outDefinition = Message(zh: "现金和银行存款本年贷方发生额", en: "Credits of cash and bank since 1 January")
    static let newDraft = Message(zh: "制单待审", en: "Draft for review")
    static func draftsWaiting(_ count: Int) -> Message {
        Message(zh: "待办凭证 \(count)", en: "Drafts (\(count))")
    }
    static let statements = Message(zh: "会计报表", en: "Statements")
    static let cashBook = Message(zh: "现金日记账", en: "Cash day book")
    static let bankBook = Message(zh: "银行存款日记账", en: "Bank day book")
    static let dayBook = Message(zh: "日记账", en: "Day book")
    static let ledger = Message(zh: "明细账", en: "Ledger")
    static let parties = Message(zh: "往来明细", en: "Claims and debts")
    static let yearEnd = Message(zh: "年终结账", en: "Year end")
    static let atHand = Message(zh: "日常", en: "Day by day")
    static let books = Message(zh: "账簿", en: "Books")
    static let statementsAndPlans = Message(zh: "报表和预算", en: "Statements and budget")
    static let owedAndOwned = Message(zh: "往来、资产和票据", en: "Debts, assets and receipts")
    static let rulesAndPeople = Message(zh: "规则和人员", en: "Rules and people")
    static let toKeep = Message(zh: "归档和复算", en: "To keep and to add up again")
    static let otherEntries = Message(zh: "别的录入方式", en: "Other ways to enter")
    static let shows = Message(zh: "能看到什么", en: "What it shows")
    static let trialBalanceHint = Message(
        zh: "每个科目的期初、本期、累计、期末", en: "Opening, period, year and closing of every account")
    static let statementsHint = Message(zh: "资产负债表、收益及收益分配表", en: "Balance sheet, income and distribution")
    static let dayBookHint = Message(zh: "逐笔登记，每日结出合计和余额", en: "Every entry, with the total and balance of each day")
    static let partiesHint = Message(zh: "每户、每个单位欠多少，欠了多久", en: "What each household and unit owes, and for how long")
    static let receivablesHint = Message(zh: "合同各期应收、已收、逾期", en: "Instalments due, paid and in arrears")
    static let vouchersHint = Message(zh: "按凭证号逐张查看", en: "One by one, by number")
    static let yearEndHint = Message(zh: "十七步，做到哪一步、缺什么", en: "Seventeen steps, and what is missing")
    static let journalHint = Message(zh: "可用别的程序复算", en: "For another program to add up")

    static let whatIsItWorth = Message(zh: "集体有多少家底？", en: "What is the collective worth?")
    static func worth(_ total: String, _ left: String) -> Message {
        Message(zh: "资产 \(total)，未分配收益 \(left)", en: "\(total) in assets, \(left) undistributed")
    }
    static let atEnd = Message(zh: "期末余额", en: "Closing")
    static let atYearStart = Message(zh: "年初余额", en: "Start of the year")
    static let thisMonth = Message(zh: "本月数", en: "This month")
    static let thisYear = Message(zh: "本年金额", en: "This year")
    static let lastYear = Message(zh: "上年金额", en: "Last year")
    static func edition(_ edition: String) -> Message {
        Message(zh: "报表格式版本 \(edition)", en: "Report edition \(edition)")
    }
    static let recalledNote = Message(
        zh: "带 * 的行是凭记忆拟的，正式附表未见；其余各行依据农民专业合作社会计制度的同名行。格式是数据文件，可换成正式附表。",
        en:
            "Rows with * are from memory, the official annex was not seen; the others follow the same rows of the cooperatives' system. The form is a data file and can be replaced."
    )

    static let doesItBalance = Message(zh: "账平不平？", en: "Do the books balance?")
    static func balanced(_ amount: String) -> Message {
        Message(zh: "平，本期借贷各 \(amount)", en: "They do: \(amount) on each side")
    }
    static func months(_ from: String, _ through: String) -> Message {
        from == through ? Message(zh: from, en: from) : Message(zh: "\(from) 至 \(through)", en: "\(from) to \(through)")
    }
    static let monthBefore = Message(zh: "上一月", en: "Month before")
    static let monthAfter = Message(zh: "下一月", en: "Month after")
    static let wholeYear = Message(zh: "一月至今", en: "Since January")
    static let period = Message(zh: "本期", en: "Period")
    static let cumulative = Message(zh: "本年累计", en: "Year")
    static func on(_ column: Message, _ side: Message) -> Message {
        Message(zh: column.zh + side.zh, en: column.en + " " + side.en.lowercased())
    }

    static let broughtForward = Message(zh: "期初余额", en: "Opening")
    static func standsAt(_ amount: String) -> Message { Message(zh: "余额 \(amount)", en: "Balance \(amount)") }
    static let balance = Message(zh: "余额", en: "Balance")
    static let dayTotal = Message(zh: "本日合计", en: "Day's total")
    static let monthTotal = Message(zh: "本月合计", en: "Month's total")
    static let yearTotal = Message(zh: "本年累计", en: "Year to date")

    static let whoOwesWhom = Message(zh: "谁欠村里，村里欠谁？", en: "Who owes the village, and whom does it owe?")
    static func bothWays(_ owed: String, _ owing: String) -> Message {
        Message(zh: "应收 \(owed)，应付 \(owing)", en: "\(owed) owed to it, \(owing) owed by it")
    }
    static let neverNetted = Message(
        zh: "内部往来按户分列两边，不互相抵销。", en: "Households stand on both sides and are never netted.")
    static let claims = Message(zh: "别人欠村里", en: "Owed to the village")
    static let debts = Message(zh: "村里欠别人", en: "Owed by the village")
    static let nobody = Message(zh: "未记明对方", en: "No party named")
    static let nobodyThere = Message(zh: "没有。", en: "Nothing.")
    static let ageMonths = Message(zh: "三个月内", en: "Up to 3 months")
    static let ageHalf = Message(zh: "三至六个月", en: "3 to 6 months")
    static let ageYear = Message(zh: "半年至一年", en: "6 to 12 months")
    static let ageOlder = Message(zh: "一年以上", en: "Over a year")
}
