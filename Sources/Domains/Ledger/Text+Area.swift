import Kernel

/// The words of figures over several books.
enum AreaText {
    static let bandsTitle = Message(zh: "经营收益分档", en: "Villages by operating result")
    static let bandsQuestion = Message(
        zh: "有多少村经营收益在五万元以上？", en: "How many villages earn 50,000 yuan or more?")
    static func bandsAnswer(_ share: String, _ numerator: String, of denominator: String) -> Message {
        Message(
            zh: "\(share)：\(denominator) 个村里有 \(numerator) 个",
            en: "\(share): \(numerator) of \(denominator.of("village"))")
    }
    static let bandColumn = Message(zh: "档次", en: "Band")
    static let villages = Message(zh: "村数", en: "Villages")
    static let share = Message(zh: "占比", en: "Share")
    static let result = Message(zh: "经营收益", en: "Operating result")
    static let everyVillage = Message(zh: "各村", en: "Village by village")
    static let definitionTitle = Message(zh: "怎么算的", en: "How it is counted")
    static func definition(_ without: String) -> Message {
        Message(
            zh: "经营收益＝经营收入＋投资收益－经营支出－税金及附加－管理费用，从一月一日起算，不含补助收入。分母是在这里记账的村集体；另有 \(without) 个村集体没有在这里记账，不计入。",
            en:
                "Operating income and investment income less operating expenses, taxes and administration, from 1 January, without subsidies. The denominator is the village collectives that keep their books here; \(without) more keep none here and are not counted."
        )
    }
    static func band(_ band: IncomeBand) -> Message {
        switch band {
        case .without: Message(zh: "无经营收益", en: "None")
        case .below5: Message(zh: "5 万元以下", en: "Below 50,000 yuan")
        case .from5: Message(zh: "5 万至 10 万元", en: "50,000 to 100,000 yuan")
        case .from10: Message(zh: "10 万至 50 万元", en: "100,000 to 500,000 yuan")
        case .from50: Message(zh: "50 万至 100 万元", en: "500,000 to 1 million yuan")
        case .from100: Message(zh: "100 万元以上", en: "1 million yuan or more")
        }
    }
    static func percent(_ share: BandShare) -> String {
        share.denominator == 0 ? "–" : "\(share.tenths / 10).\(share.tenths % 10)%"
    }
    static func endOf(_ year: Int) -> Message { Message(zh: "\(year) 年末", en: "End of \(year)") }
    static let untilToday = Message(zh: "到今天", en: "Until today")

    static let unionTitle = Message(zh: "合并报表", en: "Books added up")
    static let unionQuestion = Message(zh: "合起来挣了多少？", en: "What did all of them earn together?")
    static func unionAnswer(_ net: String, plain: String) -> Message {
        Message(zh: "合并净收益 \(net)，简单相加是 \(plain)", en: "\(net) consolidated; \(plain) as a plain sum")
    }
    static func unionNote(_ books: String, _ day: String) -> Message {
        Message(zh: "\(books) 套账，截至 \(day)", en: "\(books.of("set")) of books, as of \(day)")
    }
    static let plain = Message(zh: "简单相加", en: "Plain sum")
    static let eliminated = Message(zh: "抵销", en: "Eliminated")
    static let consolidated = Message(zh: "合并数", en: "Consolidated")
    static let mismatches = Message(zh: "两边对不上的，没有抵销", en: "Pairs that do not agree: not eliminated")
    static let matter = Message(zh: "哪两家、什么事", en: "Between whom, and what")
    static let difference = Message(zh: "相差", en: "Difference")
    static let whoseResult = Message(zh: "净收益归谁", en: "Whose result it is")
    static let itsPart = Message(zh: "应占净收益", en: "Its part of the result")
    static let unionDefinition = Message(
        zh: "借方为正。往来、投资、分红和收支只要对方也在这些账里、两边数字相等，就互相抵销；不等的列出来，不硬凑。联建公司的净收益按各村出资额分，尾数按最大余数法。",
        en:
            "Debit is above zero. Claims, shares, dividends and income are eliminated where the other side keeps its books here and both sides agree; what does not agree is listed. A union's result goes to its members by the capital they gave, by largest remainder."
    )
    static func kind(_ kind: ConsolidatedBody.Kind) -> Message {
        switch kind {
        case .asset: Message(zh: "其他资产", en: "Other assets")
        case .claim: Message(zh: "应收和内部往来", en: "Claims")
        case .investment: Message(zh: "长期投资", en: "Long-term investments")
        case .payable: Message(zh: "负债", en: "Liabilities")
        case .capital: Message(zh: "资本", en: "Capital")
        case .retained: Message(zh: "公积公益金和以前的收益", en: "Reserves and earlier results")
        case .income: Message(zh: "收入", en: "Income")
        case .expense: Message(zh: "支出", en: "Expenses")
        case .dividendReceived: Message(zh: "收到的分红", en: "Dividends received")
        case .dividendPaid: Message(zh: "分出的红利", en: "Dividends paid")
        }
    }
}
