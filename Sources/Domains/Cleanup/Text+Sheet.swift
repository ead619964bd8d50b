import Kernel

/// Words that village offices write into lists of contracts.
enum SheetWords {
    /// Folded, without blanks and line ends.
    static func plain(_ text: String) -> String {
        let folded = Folding.folded(text.replacing("\n", with: "").replacing("\r", with: ""))
        // A space between a date and a time stays; the rest is somebody's spacing.
        if folded.utf8.contains(0x3A) { return folded }
        return folded.replacing(" ", with: "")
    }

    static let vague = ["约", "来亩", "多", "左右", "大概", "大致", "余", "上下", "不详", "不清", "近", "几", "估", "不足", "不到"]
    /// Behind an area, longest first; how many 0.0001 mu one is.
    static let areaUnits: [(String, Int64)] = [
        ("平方米", 15), ("平米", 15), ("公顷", 150_000), ("万亩", 100_000_000), ("㎡", 15), ("m²", 15), ("m2", 15), ("M2", 15),
        ("亩", 10_000),
    ]
    /// As headings name the unit of the areas below them.
    static let areaHeadings = ["平方米", "平米", "㎡", "m²", "m2", "公顷"]
    static let moneyHeadings = ["亿元", "万元", "千元"]
    static let priceHeadings = ["元/亩", "每亩", "亩均", "单价", "元/年/亩", "元/年·亩", "元/㎡", "元/平方米"]
    static let unitLine = "单位"
    static let usualUnits = ["亩", "元"]
    static let inYears = ["年限", "(年)"]
    static let areaParts: [(Character, Int64)] = [("亩", 10_000), ("分", 1_000), ("厘", 100)]
    static let counters = ["处", "间", "个", "口", "座", "块", "片", "院", "栋", "套", "孔"]

    static let free: Set<String> = ["免费", "无偿", "0", "免租", "无租金"]
    static let waysOfPaying = ["一次性", "已付清", "付清", "抵费", "以工", "抵顶", "抵账"]
    static let yearly = ["/年", "每年", "一年", "年"]
    static let half: Character = "半"
    static let halfMu = "半亩"
    /// Half of each unit, in the next smaller one.
    static let halves: [Character: String] = ["亩": "5分", "分": "5厘"]
    static let perMu = "每亩"
    static let mu = "亩"

    static let crops: [(word: String, crop: Message)] = [
        ("小麦", Message(zh: "小麦", en: "wheat")), ("玉米", Message(zh: "玉米", en: "maize")),
        ("谷子", Message(zh: "谷子", en: "millet")), ("小米", Message(zh: "小米", en: "husked millet")),
        ("水稻", Message(zh: "水稻", en: "rice")), ("稻谷", Message(zh: "稻谷", en: "rice")),
        ("大米", Message(zh: "大米", en: "husked rice")), ("大豆", Message(zh: "大豆", en: "soya beans")),
        ("黄豆", Message(zh: "黄豆", en: "soya beans")), ("高粱", Message(zh: "高粱", en: "sorghum")),
        ("土豆", Message(zh: "土豆", en: "potatoes")), ("红薯", Message(zh: "红薯", en: "sweet potatoes")),
        ("粮", Message(zh: "粮食", en: "grain")),
    ]
    /// Longest first; grams of one.
    static let weights: [(String, Int64)] = [("公斤", 1_000), ("千克", 1_000), ("市斤", 500), ("斤", 500), ("kg", 1_000)]

    static let year: Character = "年"
    static let month: Character = "月"
    static let dateMarks: Set<Character> = [".", "-", "/", "、", "·", "•", "‧", "﹒"]
    static let afterYear = dateMarks.union(["年"])
    static let afterMonth = dateMarks.union(["月"])
    static let afterDay: Set<Character> = ["日", "号"]
    /// May stand around a day without changing it.
    static let dateTails: Set<String> = ["止", "底", "末", "起", "份", "月份", "度", "日", "底止", "末止"]
    /// Only a whole date keeps its day before this.
    static let before = "前"
    static let dateHeads: Set<String> = [
        "至", "到", "截至", "截止", "截止到", "缴至", "交至", "已缴至", "已交至", "缴到", "交到", "已缴到", "已交到",
    ]
    static let until = ["至", "到", "止于"]
    static let since = "起"
    /// Between a first day and a last one that leaves out the year.
    static let ranges: Set<Character> = ["至", "到", "-", "~", "起", "止", "日"]
    static let endless = ["长期", "永久", "无期", "不定期", "永远", "9999", "无固定期限", "未约定", "不限期", "终身"]
    /// Words that make a term something no calendar says.
    static let unsure = [
        "农历", "阴历", "旧历", "春", "夏", "秋", "冬", "左右", "大概", "大约", "一签", "一定", "每", "前后", "上旬", "中旬", "下旬", "初",
        "收割", "收后",
    ]
    /// Behind a first day these move it.
    static let endings: Set<Character> = ["底", "末"]
    static let counter: Character = "个"
    static let and: Set<Character> = ["零", "又"]

    static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    static let powers: [Character: Int] = [
        "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000, "万": 10_000, "亿": 100_000_000,
    ]

    static func isNumeral(_ sign: Character) -> Bool {
        sign.isASCII && sign.isNumber || digits[sign] != nil || powers[sign] != nil
    }

    /// `二十`, `三千五百`, `贰万`, `一万二` for 12,000, `1万2千`; nil for anything else.
    static func chineseNumber(_ text: String) -> Int? {
        guard !text.isEmpty, text.count <= 20 else { return nil }
        var (total, section, digit, last, hasZero) = (0, 0, -1, 1, false)
        let isMixed = text.contains { powers[$0] != nil }
        for sign in text {
            if let figure = digits[sign] ?? (isMixed && sign.isASCII ? sign.wholeNumberValue : nil) {
                guard digit <= 0 else { return nil }
                digit = figure
                hasZero = hasZero || figure == 0
            } else if let power = powers[sign] {
                last = power
                hasZero = false
                if power >= 10_000 {
                    section = (section + max(digit, 0)) * power
                    guard section > 0 else { return nil }
                    total += section
                    section = 0
                } else {
                    section += (digit < 0 ? 1 : digit) * power
                }
                digit = -1
            } else {
                return nil
            }
        }
        guard digit > 0, last >= 100, !hasZero else { return total + section + max(digit, 0) }
        // 二千五 is 2,500 in speech; capital numerals are written out, so there something is missing.
        return text.contains { capitals.contains($0) } ? nil : total + section + digit * last / 10
    }

    private static let capitals = Set("壹贰叁肆伍陆柒捌玖拾佰仟")

    /// `贰万元整`.
    static func chineseMoney(_ text: String) -> Int64? {
        var body = text[...]
        for word in ["整", "正", "元", "圆"] where body.hasSuffix(word) { body = body.dropLast() }
        return chineseNumber(String(body)).map(Int64.init)
    }
}

extension CleanupText {
    static func inKind(_ crop: Message, _ kilograms: String) -> Message {
        Message(zh: "每亩每年\(crop.zh) \(kilograms) 公斤", en: "\(crop.en) \(kilograms) kg per mu and year")
    }

    static let areaVague = Message(zh: "面积只是约数", en: "the area is only a rough figure")
    static let areaUnreadable = Message(zh: "面积读不出", en: "the area cannot be read")
    static func areaIsCount(_ text: String) -> Message { Message(zh: "“\(text)”是个数，不是面积", en: "\(text) is a count") }
    static let moneyUnreadable = Message(zh: "金额读不出", en: "the amount cannot be read")
    static func wayOfPaying(_ text: String) -> Message {
        Message(zh: "“\(text)”是缴费方式，不是金额", en: "\(text) is a way of paying, no amount")
    }
    static func pricePerMu(_ text: String) -> Message {
        Message(zh: "“\(text)”是每亩单价，不是年费", en: "\(text) is a price of one mu, not the yearly sum")
    }
    static let inKindNeedsPrice = Message(zh: "实物租金，需要参考价", en: "in kind, needs a reference price")
    static let noTerm = Message(zh: "没有期限", en: "no term")
    static func termEndless(_ text: String) -> Message { Message(zh: "“\(text)”没有到期日", en: "\(text) has no last day") }
    static func termNoLastDay(_ text: String) -> Message {
        Message(zh: "“\(text)”没有到期日", en: "\(text) has no last day")
    }
    static func termNoFirstDay(_ text: String) -> Message {
        Message(zh: "“\(text)”没有起始日", en: "\(text) has no first day")
    }
    static func termContradicts(_ text: String) -> Message {
        Message(zh: "“\(text)”的年数和起止日期不符", en: "the years and the days of \(text) contradict each other")
    }
    static let termUnreadable = Message(zh: "期限读不出", en: "the term cannot be read")
    static let monthCut = Message(
        zh: "单元格是数字，10 月写成 .1 就和 1 月分不清，请改成文本", en: "kept as a number: October and January look alike; make it text")
    static let dayUnreadable = Message(zh: "日期读不出", en: "the day cannot be read")
    static let notOneOfWords = Message(zh: "看不懂这个说法", en: "this word is not understood")
    static let noObject = Message(zh: "没有标的名称", en: "no object is named")
}
