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

    private static let blueMarks = ["被红冲蓝字数电票号码", "被红冲蓝字数电发票号码", "对应正数发票号码"]

    /// The number of the blue invoice that a red one's remark names; colon of either width, space or none.
    static func blue(in remark: String) -> String? {
        for mark in blueMarks {
            guard let found = remark.firstRange(of: mark) else { continue }
            let rest = remark[found.upperBound...].drop { $0 == ":" || $0 == "：" || $0.isWhitespace }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if !digits.isEmpty { return String(digits) }
        }
        return nil
    }
}
