/// Words people write beside figures, which are understood where figures are read.
enum NotationText {
    /// Before an amount.
    static let currencies = ["人民币", "RMB", "CNY", "¥"]
    /// Behind an amount, longest first; and by how many powers of ten each multiplies.
    static let moneyUnits: [(word: String, power: Int)] = [
        ("亿元整", 8), ("万元整", 4), ("千元整", 3), ("亿元", 8), ("万元", 4), ("千元", 3), ("百元", 2), ("元整", 0), ("圆整", 0),
        ("亿", 8), ("万", 4),
        ("元", 0), ("圆", 0),
    ]
    /// Behind an area.
    static let areaUnits: [(word: String, power: Int)] = [("万亩", 4), ("亩", 0)]
    /// Behind a weight.
    static let kilogramUnits: [(word: String, power: Int)] = [("公斤", 0), ("千克", 0), ("kg", 0)]

    static let year: Unicode.Scalar = "年"
    static let month: Unicode.Scalar = "月"
    static let days: Set<Unicode.Scalar> = ["日", "号"]
    static let hours: Set<Unicode.Scalar> = ["时", "点"]
    static let minute: Unicode.Scalar = "分"
    static let second: Unicode.Scalar = "秒"

    /// Figures of dates that are written in words: 二〇一九年三月十一日.
    static let figures: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    static let tens: [Unicode.Scalar: Int] = ["十": 1, "廿": 2, "卅": 3]

    /// What parts the cells of a row; where a file can be read with several, the earlier.
    static let separators: [Unicode.Scalar] = [",", "\t", ";", "，", "|"]

    /// First words of a row that adds up others.
    private static let totals = [
        "合计", "总计", "小计", "累计", "本页合计", "本页小计", "本月合计", "本日合计", "期初余额", "期末余额", "上页余额", "承前页", "过次页",
    ]
    private static let totalWords: Set<String> = [
        "total", "totals", "subtotal", "sum", "grandtotal", "total:", "openingbalance", "closingbalance",
    ]

    /// Words that make a sum of a row wherever they stand in its first words: 收入合计, 借方小计.
    private static let sums = ["合计", "总计", "小计", "累计", "共计", "笔数", "余额"]

    /// Whether a row that begins with this, folded and without spaces, is a sum of others.
    static func isTotal(_ word: String) -> Bool {
        totalWords.contains(word) || totals.contains { word.hasPrefix($0) } || sums.contains { word.contains($0) }
    }

    /// Whether it can be nothing but the name of a sum: an account may well begin with 累计.
    static func isNameOfTotal(_ word: String) -> Bool {
        let name = word.last == ":" ? String(word.dropLast()) : word
        return totalWords.contains(name) || totals.contains(name) || ["本年累计", "本月累计"].contains(name)
            || ["合计", "总计", "小计", "笔数"].contains { name.hasSuffix($0) }
    }

    private static let signatures = [
        "制表", "审核", "复核", "会计主管", "财务主管", "主管", "制单", "记账", "出纳", "负责人", "单位负责人", "村负责人", "填表", "填报人", "经办",
        "打印", "会计", "盖章", "签字", "法定代表人", "理财小组", "监委会", "操作员", "柜员", "备注", "说明", "注",
    ]

    /// Whether a list ends with it: who made and checked it, when it was printed. A colon stands behind the word, or the place
    /// for a hand or a stamp.
    static func isSignature(_ word: String) -> Bool {
        guard signatures.contains(where: { word.hasPrefix($0) }) else { return false }
        return word.prefix(14).contains(":") || word.contains("(签字)") || word.contains("(盖章)") || word.contains("(签章)")
    }

    /// Words of a column that says which way money went.
    static let incoming: Set<String> = [
        "贷", "贷方", "收", "收入", "入账", "来账", "转入", "存入", "进", "c", "cr", "credit", "in", "+", "进账", "收款", "收方", "贷记", "存",
        "入",
    ]
    static let outgoing: Set<String> = [
        "借", "借方", "支", "支出", "付", "出账", "往账", "转出", "支取", "d", "dr", "debit", "out", "-", "出", "付款", "付方", "借记", "取",
        "支付",
    ]
    static let directions = ["贷 C", "借 D"]

    /// The unit that a heading names for the amounts below it; empty for yuan, nil where it names none.
    static func unit(of heading: String) -> String? {
        ["亿元", "万元", "千元", "百元"].first { heading.contains($0) } ?? (heading.contains("元") ? "" : nil)
    }

    /// The unit of all amounts, as lists name it above their headings: 单位：万元. Nil where the cell says nothing of it.
    static func unit(above cell: String) -> String? {
        cell.firstRange(of: "单位").flatMap { unit(of: String(cell[$0.upperBound...])) }
    }

    /// Two ways to write the sign for account.
    static let accountSigns = (usual: "账", other: "帐")

    /// Names of the columns of a list of holidays.
    static func calendarHeadings(_ column: String) -> [String] {
        switch column {
        case "date": ["日期"]
        case "name": ["节日", "名称", "节假日"]
        default: ["类型", "安排", "类别"]
        }
    }

    static func calendarKind(_ word: String) -> CalendarDayKind? {
        switch word {
        case "休", "放假", "休息", "休息日": .off
        case "班", "上班", "补班", "调休上班": .work
        default: nil
        }
    }

    /// Whether a holiday is New Year's, whose days may lie in the December before.
    static func isNewYear(_ name: String) -> Bool {
        name.contains("元旦") || name.lowercased().contains("new year's day")
    }
}
