/// Words people write beside figures, which are understood where figures are read.
enum NotationText {
    /// Before an amount.
    static let currencies = ["人民币", "RMB", "CNY", "¥"]
    /// Behind an amount, longest first; and by how many powers of ten each multiplies.
    static let moneyUnits: [(word: String, power: Int)] = [
        ("亿元整", 8), ("万元整", 4), ("亿元", 8), ("万元", 4), ("元整", 0), ("圆整", 0), ("亿", 8), ("万", 4),
        ("元", 0), ("圆", 0),
    ]
    /// Behind an area.
    static let areaUnits: [(word: String, power: Int)] = [("万亩", 4), ("亩", 0)]

    static let year: Unicode.Scalar = "年"
    static let month: Unicode.Scalar = "月"
    static let days: Set<Unicode.Scalar> = ["日", "号"]
    static let hours: Set<Unicode.Scalar> = ["时", "点"]
    static let minute: Unicode.Scalar = "分"
    static let second: Unicode.Scalar = "秒"
}
