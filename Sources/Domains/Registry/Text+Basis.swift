import Kernel

/// What a figure rests on, in the public's words. The shipped rows name our own studies; who reads the page wants the rule.
extension RegistryText {
    private static let articles: [String: String] = [
        "Auction Law, art. 45": "《拍卖法》第四十五条", "Auction Law, art. 54": "《拍卖法》第五十四条",
        "Tender Law, art. 24": "《招标投标法》第二十四条", "Tender Law, art. 28": "《招标投标法》第二十八条",
        "Regulation on the Tender Law, art. 54": "《招标投标法实施条例》第五十四条",
        "Rural Land Contracting Law, art. 45": "《农村土地承包法》第四十五条",
        "Contract Law (1999), art. 214": "《合同法》（1999年）第二百一十四条", "Civil Code, art. 705": "《民法典》第七百零五条",
        "Jinan four-wastes regulation": "济南市四荒资源规定", "Labour Law arts. 36 and 41": "《劳动法》第三十六条、第四十一条",
    ]
    private static let jiexiu = Message(
        zh: "参照山西省介休市2020年的分级标准，县里可改",
        en: "After the thresholds of Jiexiu, Shanxi, of 2020; the county may change it")
    private static let wages = Message(
        zh: "山西省2023年最低工资通知（二类地区）", en: "Shanxi's notice on minimum wages of 2023, class 2")
    private static let design = Message(
        zh: "系统默认，没有法定数，县里可改", en: "Set by the program where no law does; the county may change it")

    /// A figure that a place has fixed tells its own source; a shipped one the law, the model it follows, or that there is none.
    static func basis(of value: ParameterValue) -> Message {
        guard value.version == 0 else {
            let own = value.article.isEmpty ? value.source : "\(value.article) · \(value.source)"
            return Message(zh: own, en: own)
        }
        if !value.article.isEmpty { return Message(zh: articles[value.article] ?? value.article, en: value.article) }
        if value.source.contains("Jiexiu 2020") { return jiexiu }
        return value.source.contains("Shanxi notice") ? wages : design
    }
}
