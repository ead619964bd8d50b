/// Amounts as they are written against alteration (Order 98, art. 52): 壹贰叁, with 整 after 元 or 角 only.
package enum CapitalAmount {
    private static let digits = Array("零壹贰叁肆伍陆柒捌玖")
    private static let places = ["", "拾", "佰", "仟"]
    private static let groups = ["", "万", "亿", "万亿", "亿亿"]

    package static func words(_ amount: Money) -> String {
        let fen = amount.fen.magnitude
        let (yuan, jiao, rest) = (fen / 100, Int(fen / 10 % 10), Int(fen % 10))
        var text = amount < .zero ? "负" : ""
        if yuan > 0 || fen == 0 { text += whole(yuan) + "元" }
        if jiao > 0 {
            // Behind a yuan that ends in nought one 零 may stand (art. 52(5)): nothing can be written in between.
            text += (yuan > 0 && yuan % 10 == 0 ? "零" : "") + "\(digits[jiao])角"
        } else if rest > 0, yuan > 0 {
            text += "零"
        }
        return text + (rest > 0 ? "\(digits[rest])分" : "整")
    }

    /// `10040` as 壹万零肆拾.
    private static func whole(_ number: UInt64) -> String {
        guard number > 0 else { return "零" }
        var parts: [(value: UInt64, group: Int)] = []
        var left = number
        while left > 0 {
            parts.append((left % 10_000, parts.count))
            left /= 10_000
        }
        var text = ""
        var needsZero = false
        for (value, group) in parts.reversed() {
            guard value > 0 else {
                needsZero = true
                continue
            }
            if !text.isEmpty, needsZero || value < 1_000 { text += "零" }
            text += four(value) + groups[group]
            needsZero = false
        }
        return text
    }

    private static func four(_ value: UInt64) -> String {
        var text = ""
        var needsZero = false
        for place in stride(from: 3, through: 0, by: -1) {
            let digit = Int(value / [1, 10, 100, 1_000][place] % 10)
            guard digit > 0 else {
                needsZero = !text.isEmpty
                continue
            }
            text += (needsZero ? "零" : "") + "\(digits[digit])" + places[place]
            needsZero = false
        }
        return text
    }

    /// The amount that `text` writes out, with or without 人民币 and 整, in capitals or plain numerals; nil unless it is written as
    /// `words` would write it, since `三千五` is two numbers to two people.
    static func read(_ text: String) -> Money? {
        var rest = String(text.map { plain[$0] ?? $0 })[...]
        if rest.hasPrefix("人民币") { rest = rest.dropFirst(3) }
        let isNegative = rest.first == "负"
        if isNegative { rest = rest.dropFirst() }
        if rest.first == "拾" { rest = "壹" + rest }
        guard rest.count <= 40, rest.contains("元") || rest.contains("角") || rest.contains("分") else { return nil }
        if let last = rest.last, last != "整", last != "分" { rest += "整" }
        let yuan = rest.firstIndex(of: "元").map { rest[..<$0] }
        guard let whole = yuan.map(number) ?? 0, whole <= UInt64(Money.highest / 100) else { return nil }
        func small(_ unit: Character) -> Int64 {
            guard let place = rest.firstIndex(of: unit), place > rest.startIndex else { return 0 }
            return Int64(digits.firstIndex(of: rest[rest.index(before: place)]) ?? 0)
        }
        let fen = Int64(whole) * 100 + small("角") * 10 + small("分")
        guard fen <= Money.highest else { return nil }
        let amount = Money(fen: isNegative ? -fen : fen)
        let written = words(Money(fen: fen))
        // The 零 behind 元 may be left out.
        return [written, written.replacing("元零", with: "元")].contains(String(rest)) ? amount : nil
    }

    private static let plain: [Character: Character] = [
        "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖", "〇": "零",
        "十": "拾", "百": "佰", "千": "仟", "圆": "元", "正": "整",
    ]

    /// `壹万零肆拾` as 10040; nil for what holds other signs or is beyond reckoning.
    private static func number(_ text: Substring) -> UInt64? {
        var (total, section, digit): (UInt64, UInt64, UInt64) = (0, 0, 0)
        for sign in text {
            if let figure = digits.firstIndex(of: sign) {
                digit = UInt64(figure)
            } else if let place = places.firstIndex(of: String(sign)) {
                section += digit * [1, 10, 100, 1_000][place]
                digit = 0
            } else if sign == "万" || sign == "亿" {
                // 万亿 multiplies what stands before both.
                let power: UInt64 = sign == "万" ? 10_000 : 100_000_000
                let before = section + digit
                let (product, overflow) = (before == 0 && sign == "亿" ? total : before).multipliedReportingOverflow(
                    by: power)
                guard !overflow, product <= UInt64(Money.highest) else { return nil }
                total = before == 0 && sign == "亿" ? product : total + product
                (section, digit) = (0, 0)
            } else {
                return nil
            }
        }
        return total + section + digit
    }
}
