import Kernel

// The words of rents that run by a rule, and of subleases.
extension RegistryText {
    static let subletContract = Message(zh: "登记转租", en: "Enter a sublease")
    static let amendContract = Message(zh: "登记补充协议", en: "Enter a supplementary agreement")
    static let amendNote = Message(
        zh: "只改变生效日及以后的期限和租金；已经开始的年度和已付的租金不变。到期日和年租金至少填一项，不填的照旧。",
        en:
            "Changes the term and the rent from its day on; years that have begun, and what was paid, stay. Fill in the last day, the rent, or both; what is left empty goes on."
    )
    static let amendFrom = Message(zh: "从哪天起执行", en: "From which day on")
    static let amendFromHint = Message(
        zh: "一个租金年度的第一天，或者到期日的次日", en: "The first day of a year of the rent, or the day after the last")
    static let amendEnd = Message(zh: "新的到期日", en: "New last day")
    static let amendPaper = Message(zh: "补充协议", en: "The agreement")
    static let contractResolutionHint = Message(
        zh: "承租方不是本集体成员、又没有经过交易市场的，必须选择；这里只列出还没有用过的决议。",
        en:
            "Needed where the lessee is no member and the deal did not come through the exchange; only unused ones are listed."
    )
    static let amendResolution = Message(zh: "民主决议", en: "Resolution")
    static let amendResolutionHint = Message(
        zh: "延长期限或者承租方不是本集体成员时必须选择；已使用的决议不在此列出",
        en: "Needed for a longer term and where the lessee is no member; used ones are not listed")
    static let amendNoResolution = Message(
        zh: "延长期限或者承租方不是本集体成员时必须有。这个集体没有未使用的决议，请村里先登记决议",
        en: """
            Needed for a longer term and where the lessee is no member. None of the body's is unused: let the village record \
            one first
            """)
    static let versions = Message(zh: "合同版本", en: "Versions of the contract")
    static let contractVersion = Message(zh: "版本", en: "Version")
    static let firstVersion = Message(zh: "原合同", en: "As signed")
    static let asBefore = Message(zh: "照旧", en: "As before")
    static let enteredOn = Message(zh: "登记日期", en: "Entered")

    static func supplement(_ number: String) -> Message {
        Message(zh: "补充协议 \(number)", en: "Agreement \(number)")
    }

    static let annualRent = Message(zh: "年租金", en: "Rent a year")
    static let annualRentHint = Message(
        zh: "填写后按年自动算出各期应付和总额；实物租填按约定参考价折算的金额",
        en: "With it the years and the total are reckoned; of a rent in kind, its value at the agreed reference price")
    static let stepYears = Message(zh: "每几年递增一次", en: "Rises every … years")
    static let stepBasisPoints = Message(zh: "每次递增", en: "Rises by")
    static let rentYears = Message(zh: "按什么年度计算", en: "Years reckoned")
    static let good = Message(zh: "实物租品名", en: "Good of a rent in kind")
    static let quantityPerYear = Message(zh: "每年数量", en: "Quantity a year")
    static let inKind = Message(zh: "实物租", en: "In kind")
    static let rise = Message(zh: "递增", en: "Rise")
    static let yearsTable = Message(zh: "各年租金", en: "Rent year by year")
    static let days = Message(zh: "期间", en: "Days")
    static let endedOn = Message(zh: "提前终止于", en: "Ended early on")
    static let subleases = Message(zh: "转租", en: "Subleases")
    static let sublessee = Message(zh: "次承租方", en: "Sublessee")
    static let consent = Message(zh: "发包方书面同意", en: "The lessor’s written consent")

    static func rise(_ years: String, _ percent: String) -> Message {
        Message(
            zh: "每 \(years) 年递增 \(percent)",
            en: years == "1" ? "\(percent) every year" : "\(percent) every \(years) years")
    }

    static func perYear(_ good: String, _ kilograms: String) -> Message {
        Message(zh: "每年 \(good) \(kilograms) 公斤", en: "\(kilograms) kg of \(good) a year")
    }
}

extension RentYears {
    var label: Message {
        switch self {
        case .anniversary: Message(zh: "合同年度（从起始日起满一年）", en: "Years of the contract, from its first day")
        case .calendar: Message(zh: "自然年度（首尾不满一年按天）", en: "Calendar years, broken ones by days")
        }
    }
}
