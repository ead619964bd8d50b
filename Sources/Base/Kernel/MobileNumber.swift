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
}
