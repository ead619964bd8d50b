/// A mobile telephone number of China: 11 figures from 13 to 19 (the numbering plan of the ministry of industry, 2017).
package enum MobileNumber {
    /// Whether one lies in `text`, by itself or beside other words.
    package static func stands(in text: String) -> Bool {
        Folding.codes(in: text).contains { code in
            let figures = Array(code.utf8)
            return figures.count == 11 && figures[0] == 0x31 && figures[1] >= 0x33
                && figures.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// The 11 figures of one that was typed alone: full-width figures, spaces, hyphens and the country code are forgiven; nil
    /// for anything else.
    package static func figures(of text: String) -> String? {
        var digits = Folding.code(text).filter { $0 != "-" }
        if digits.hasPrefix("+86") { digits.removeFirst(3) }
        let figures = Array(digits.utf8)
        guard figures.count == 11, figures.allSatisfy({ (0x30...0x39).contains($0) }), figures[0] == 0x31,
            figures[1] >= 0x33
        else { return nil }
        return digits
    }
}
