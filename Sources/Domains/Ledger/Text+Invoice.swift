import Kernel

/// The names by which invoices call their parts: elements of the XML first, custom data of the OFD after.
enum InvoiceText {
    static let numbers = ["EIid", "InvoiceNumber", "发票号码", "数电票号码"]
    static let codes = ["InvoiceCode", "发票代码"]
    static let days = ["IssueTime", "RequestTime", "开票日期"]
    static let nets = ["TotalAmWithoutTax", "合计金额"]
    static let taxes = ["TotalTaxAm", "合计税额"]
    static let grosses = ["TotalTax-includedAmount", "价税合计"]
    static let buyerNames = ["BuyerName", "购买方名称"]
    static let buyerCodes = ["BuyerIdNum", "购买方纳税人识别号"]
    static let sellerNames = ["SellerName", "销售方名称"]
    static let sellerCodes = ["SellerIdNum", "销售方纳税人识别号"]

    private static let blueMarks = ["被红冲蓝字数电票号码", "被红冲蓝字数电发票号码", "被红冲蓝字全电发票号码", "对应正数发票号码"]
    /// Older remarks name the blue invoice by its code and its number.
    private static let blueCodes = ["对应正数发票代码", "对应蓝字发票代码"]
    private static let numberMark = "号码"

    /// The number of the blue invoice that a red one's remark names; colon of either width, space or none.
    static func blue(in remark: String) -> String? {
        if let code = blueCodes.lazy.compactMap({ digits(behind: $0, in: remark[...]) }).first,
            let number = digits(behind: numberMark, in: code.rest)
        {
            return code.digits + number.digits
        }
        for mark in blueMarks {
            if let found = digits(behind: mark, in: remark[...]) { return found.digits }
        }
        return nil
    }

    private static func digits(behind mark: String, in text: Substring) -> (digits: String, rest: Substring)? {
        guard let found = text.firstRange(of: mark) else { return nil }
        let rest = text[found.upperBound...].drop { $0 == ":" || $0 == "：" || $0.isWhitespace }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : (String(digits), rest[digits.endIndex...])
    }
}
