import Kernel

/// Headings of a list of contracts, and the words below them.
enum SheetHeadings {
    private static let names: [(ContractSheet.Column, [String])] = [
        (.serial, ["序号", "编号序", "serial"]),
        (.group, ["组别", "村民小组", "小组", "所在组", "group"]),
        (.number, ["合同编号", "合同号", "编号", "number"]),
        (.object, ["标的名称", "标的", "标的物", "地块名称", "资源名称", "资产名称", "名称", "object"]),
        (.lessee, ["承包方", "承包人", "承租方", "承租人", "承包户", "承包方姓名", "lessee"]),
        (.category, ["类别", "地类", "资源类别", "标的类别", "类型", "class"]),
        (.boundaries, ["四至", "四至界限", "坐落四至", "boundaries"]),
        (.area, ["面积合同", "合同面积", "面积", "承包面积", "面积亩", "area"]),
        (.measured, ["面积实测", "实测面积", "测量面积", "measured"]),
        (.term, ["承包期限", "期限", "租期", "合同期限", "租赁期限", "起止时间", "term"]),
        (.annual, ["承包费年费", "年费", "年承包费", "年租金", "承包费", "租金年费", "租金", "annual"]),
        (.oneOff, ["承包费一次性", "一次性", "一次性承包费", "租金一次性", "oneOff"]),
        (.mode, ["缴费方式", "付款方式", "交费方式", "缴纳方式", "mode"]),
        (.paidUntil, ["已缴至", "缴至", "已交至", "缴费至", "paidUntil"]),
        (.form, ["书面合同", "有无书面合同", "合同形式", "written"]),
        (.decided, ["民主程序", "是否履行民主程序", "民主议定", "decided"]),
        (.signed, ["签订日期", "签订时间", "签约日期", "签字日期", "signed"]),
        (.signatory, ["签订人", "签字人", "发包方签订人", "发包方代表", "经办人", "signatory"]),
        (.use, ["现用途", "用途", "实际用途", "现状用途", "use"]),
        (.booking, ["入账", "是否入账", "入账情况", "booked"]),
        (.clause, ["特殊条款", "特别约定", "其他约定", "特殊约定", "clause"]),
        (.holder, ["实际经营人", "实际使用人", "实际承包人", "实际经营者", "operator"]),
        (.state, ["现状", "状态", "使用状态", "state"]),
    ]

    private static let columns: [String: ContractSheet.Column] = Dictionary(
        names.flatMap { column, words in words.map { (plain($0), column) } }, uniquingKeysWith: { first, _ in first })

    static let filledOn = "填报时间"

    /// A heading without blanks, brackets and signs.
    static func plain(_ text: String) -> String {
        var plain = ""
        var depth = 0
        for sign in SheetWords.plain(text).replacing(" ", with: "") {
            if sign == "(" || sign == "（" || sign == "[" { depth += 1 }
            if depth == 0, !"/:：、,.*".contains(sign) { plain.append(sign) }
            if sign == ")" || sign == "）" || sign == "]" { depth = max(0, depth - 1) }
        }
        return plain.lowercased()
    }

    static func column(_ heading: String) -> ContractSheet.Column? { heading.isEmpty ? nil : columns[heading] }

    static func name(_ column: ContractSheet.Column) -> String {
        names.first { $0.0 == column }?.1.first ?? column.rawValue
    }

    /// Whether a row begins as sums and remarks do.
    static func isSum(_ word: String) -> Bool {
        ["合计", "总计", "小计", "说明", "备注", "注:", "注：", "填表", "审核", "负责人", "制表"].contains { word.hasPrefix($0) }
    }

    static func form(_ text: String) -> ContractForm {
        let word = SheetWords.plain(text)
        if word.isEmpty { return .unsaid }
        if word.contains("无合同") || word.contains("没有合同") || word.contains("占用") { return .none }
        if word.contains("口头") || ["否", "无", "没有", "未签", "非书面"].contains(word) { return .oral }
        return .written
    }

    static func yesNo(_ text: String) -> Bool? {
        let word = SheetWords.plain(text)
        if word.isEmpty { return nil }
        if word.hasPrefix("否") || word.hasPrefix("无") || word.hasPrefix("未") || word.hasPrefix("没")
            || word.hasPrefix("不")
        {
            return false
        }
        return true
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
