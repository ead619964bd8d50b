import Kernel

/// Headings of a list of contracts, and the words below them.
enum SheetHeadings {
    private static let names: [(ContractSheet.Column, [String])] = [
        (.serial, ["序号", "编号序", "serial"]),
        (.group, ["组别", "村民小组", "小组", "所在组", "所属小组", "所属组", "组名", "所在小组", "村组", "group"]),
        (.number, ["合同编号", "合同号", "合同编码", "合同书编号", "合同号码", "编号", "number"]),
        (
            .object,
            [
                "标的名称", "标的", "标的物", "地块名称", "资源名称", "资产名称", "标的物名称", "发包标的", "承包标的", "项目名称", "承包项目",
                "发包项目", "承包地块", "承包地块名称", "地块名", "土地名称", "资产资源名称", "资源资产名称", "地名", "小地名", "名称", "object",
            ]
        ),
        (
            .lessee,
            [
                "承包方", "承包人", "承租方", "承租人", "承包户", "承包方姓名", "承包人姓名", "承包方名称", "承租人姓名", "承租方名称",
                "承包户姓名", "承包者", "承租户", "租赁方", "租赁人", "承包方乙方", "乙方", "乙方姓名", "乙方名称", "受让方", "lessee",
            ]
        ),
        (
            .category,
            ["类别", "地类", "资源类别", "标的类别", "类型", "土地类型", "土地类别", "资源类型", "地类名称", "标的类型", "class"]
        ),
        (.boundaries, ["四至", "四至界限", "坐落四至", "四至范围", "坐落及四至", "四至边界", "四至坐落", "boundaries"]),
        (
            .area,
            [
                "面积合同", "合同面积", "面积", "承包面积", "面积亩", "发包面积", "租赁面积", "承租面积", "面积承包", "面积合同面积", "area",
            ]
        ),
        (.measured, ["面积实测", "实测面积", "测量面积", "实际面积", "实有面积", "丈量面积", "面积实际", "面积实测面积", "measured"]),
        (
            .term,
            [
                "承包期限", "期限", "租期", "合同期限", "租赁期限", "起止时间", "合同期", "承包期", "承包年限", "合同年限", "租赁年限", "年限",
                "合同起止时间", "合同起止日期", "承包起止时间", "承包起止日期", "起止日期", "起止年月", "承包期限起止", "合同期限起止", "合同履行期限",
                "承包期限年", "承包年限年", "承包期限年限", "合同期限年限", "term",
            ]
        ),
        (.start, headings(of: ["起始", "开始", "起", "开始时", "始"], also: ["起始日", "开始日", "起租日期", "start"])),
        (.end, headings(of: ["终止", "结束", "止", "到期", "截止", "终"], also: ["终止日", "到期日", "结束日", "end"])),
        (
            .annual,
            [
                "承包费年费", "年费", "年承包费", "年租金", "承包费", "租金年费", "租金", "每年承包费", "年承包金", "承包金", "年承包费用",
                "年承包金额", "承包费年承包费", "租金年租金", "承包费年租金", "承包费每年", "租金每年", "每年租金", "年租赁费", "annual",
            ]
        ),
        (
            .oneOff,
            [
                "承包费一次性", "一次性", "一次性承包费", "租金一次性", "一次性缴费", "一次性收取", "一次性收取金额", "一次性缴纳", "一次性金额",
                "一次性租金", "承包费一次性缴纳", "承包费一次性收取", "承包费一次性金额", "oneOff",
            ]
        ),
        (.mode, ["缴费方式", "付款方式", "交费方式", "缴纳方式", "支付方式", "缴款方式", "交款方式", "mode"]),
        (
            .paidUntil,
            [
                "已缴至", "缴至", "已交至", "缴费至", "交至", "交费至", "租金缴至", "承包费缴至", "租金交至", "承包费交至", "已缴至日期",
                "已缴至年月", "缴费截止日期", "缴费截止时间", "缴费截止", "已缴费至", "已交费至", "paidUntil",
            ]
        ),
        (
            .form,
            [
                "书面合同", "有无书面合同", "合同形式", "是否有书面合同", "是否书面合同", "有无合同", "是否签订书面合同", "是否签订合同", "written",
            ]
        ),
        (
            .decided,
            [
                "民主程序", "是否履行民主程序", "民主议定", "民主决策程序", "是否经过民主程序", "是否经民主程序", "是否民主程序", "民主决策",
                "民主议定程序", "是否履行民主议定程序", "decided",
            ]
        ),
        (
            .signed,
            [
                "签订日期", "签订时间", "签约日期", "签字日期", "合同签订日期", "合同签订时间", "签定日期", "签定时间", "签约时间", "签订年月",
                "signed",
            ]
        ),
        (
            .signatory,
            [
                "签订人", "签字人", "发包方签订人", "发包方代表", "经办人", "发包方签字人", "村签订人", "签约人", "合同签订人", "发包方经办人",
                "signatory",
            ]
        ),
        (.use, ["现用途", "用途", "实际用途", "现状用途", "目前用途", "土地用途", "现在用途", "使用用途", "use"]),
        (.booking, ["入账", "是否入账", "入账情况", "是否入帐", "入帐", "入帐情况", "是否入账管理", "booked"]),
        (.clause, ["特殊条款", "特别约定", "其他约定", "特殊约定", "其它约定", "特别条款", "其他条款", "clause"]),
        (
            .holder,
            [
                "实际经营人", "实际使用人", "实际承包人", "实际经营者", "现经营人", "实际耕种人", "实际经营户", "现使用人", "实际使用者", "operator",
            ]
        ),
        (.state, ["现状", "状态", "使用状态", "使用现状", "目前状态", "使用情况", "经营现状", "state"]),
    ]

    /// A day of the term in a column of its own: `起始日期`, `承包期限/起`, `合同终止时间`.
    private static func headings(of words: [String], also others: [String]) -> [String] {
        let groups = ["承包期限", "合同期限", "承包期", "租赁期限", "承包时间", "合同期", "起止时间", "合同", "承包", "租期", "期限", "承包起止时间"]
        let ends = ["日期", "时间", "年月", "年月日"]
        let single = words.filter { $0.count > 1 }
        return single.flatMap { word in ends.map { word + $0 } } + single + others
            + groups.flatMap { group in words.flatMap { word in [group + word] + ends.map { group + word + $0 } } }
    }

    private static let columns: [String: ContractSheet.Column] = Dictionary(
        names.flatMap { column, words in words.map { (plain($0), column) } }, uniquingKeysWith: { first, _ in first })

    static let filledOn = ["填报时间", "填报日期", "填表时间", "填表日期", "统计时间", "上报时间"]

    /// A heading without blanks and signs, and without what stands in brackets, or with it.
    static func plain(_ text: String, brackets: Bool = false) -> String {
        var plain = ""
        var depth = 0
        for sign in SheetWords.plain(text).replacing(" ", with: "") {
            if "([".contains(sign) { depth += 1 }
            if depth == 0 || brackets, !"/:、,.*()[]".contains(sign) { plain.append(sign) }
            if ")]".contains(sign) { depth = max(0, depth - 1) }
        }
        return plain.lowercased()
    }

    /// The column that a heading names, `below` where it stands in two rows. A party's own facts are no column of ours.
    static func column(_ heading: String, _ below: String = "") -> ContractSheet.Column? {
        let whole = heading + below
        if let column = columns[plain(whole, brackets: true)] ?? columns[plain(whole)] { return column }
        let isOfParty = ["承包方", "承租", "承包人", "承包户", "乙方"].contains { heading.contains($0) }
        guard below.count > 2, !isOfParty else { return nil }
        return columns[plain(below, brackets: true)] ?? columns[plain(below)]
    }

    static func name(_ column: ContractSheet.Column) -> String {
        names.first { $0.0 == column }?.1.first ?? column.rawValue
    }

    /// Whether a row begins as sums and remarks do.
    static func isSum(_ word: String) -> Bool {
        ["合计", "总计", "小计", "说明", "备注", "注:", "注：", "填表", "审核", "负责人", "制表"].contains { word.hasPrefix($0) }
    }

    /// Whether a field or a person is the name of a sum: `小计`, `1组合计`.
    static func isSubtotal(_ text: String) -> Bool {
        let word = SheetWords.plain(text)
        return ["小计", "合计", "总计", "共计"].contains { word == $0 || word.hasSuffix($0) || word.hasPrefix($0 + ":") }
    }

    static func form(_ text: String) -> ContractForm {
        let word = SheetWords.plain(text)
        if word.isEmpty { return .unsaid }
        if word.contains("无合同") || word.contains("没有合同") || word.contains("占用") { return .none }
        if word.contains("口头") || ["否", "无", "没有", "未签", "非书面"].contains(word) || isCross(word) { return .oral }
        return .written
    }

    static func yesNo(_ text: String) -> Bool? {
        let word = SheetWords.plain(text)
        if word.isEmpty { return nil }
        if word.hasPrefix("否") || word.hasPrefix("无") || word.hasPrefix("未") || word.hasPrefix("没")
            || word.hasPrefix("不") || isCross(word)
        {
            return false
        }
        return true
    }

    /// A mark for no, as lists have it that tick their cells.
    private static func isCross(_ word: String) -> Bool {
        ["×", "✕", "✗", "✘", "╳", "x", "n", "no", "0", "false", "f"].contains(word.lowercased())
    }

    static func booking(_ text: String) -> RentBooking {
        let word = SheetWords.plain(text)
        if word.isEmpty { return .unsaid }
        if word.contains("个人") || word.contains("私") { return .pocketed }
        return yesNo(text) == false ? .unbooked : .booked
    }

    static func isInUse(_ text: String) -> Bool? {
        let word = SheetWords.plain(text)
        if word.isEmpty { return nil }
        if ["未用", "未使用", "不在用", "闲置", "撂荒", "收回", "退", "终止"].contains(where: { word.contains($0) }) { return false }
        return ["在用", "使用", "耕种", "经营", "续用", "占用"].contains { word.contains($0) }
    }

    /// A clause that says something.
    static func meaning(_ text: String) -> String {
        ["无", "没有", "否", "无特殊条款"].contains(SheetWords.plain(text)) ? "" : text
    }

    /// Who works the land, nothing where it is the lessee.
    static func holder(_ text: String) -> String {
        ["本人", "同上", "承包人", "承包方", "自己", "无"].contains(SheetWords.plain(text)) ? "" : text
    }

    static func isAtOnce(_ text: String) -> Bool { SheetWords.plain(text).contains("一次") }
}
