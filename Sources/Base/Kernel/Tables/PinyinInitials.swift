import Foundation

/// The first letters of Chinese words in pinyin, as clerks type them: 管理费用 as `glfy`.
///
/// The common characters of GB 2312 stand in the order of their pinyin, so the place of a character tells its letter. One
/// that is read in two ways has its commoner letter, but for `others`.
package enum PinyinInitials {
    /// Where each letter begins among the common characters.
    private static let starts: [(code: Int, letter: Character)] = [
        (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g"),
        (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o"),
        (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"),
        (0xD1B9, "y"), (0xD4D1, "z"),
    ]
    private static let end = 0xD7FA

    /// Latin letters and figures as they are, in small letters; a character without a known letter is left out.
    package static func of(_ text: String) -> String {
        var initials = ""
        var before: Character?
        for character in text {
            if character.isASCII {
                if character.isLetter || character.isNumber { initials += character.lowercased() }
            } else if let letter = letter(character, after: before) {
                initials.append(letter)
            }
            before = character
        }
        return initials
    }

    private static func letter(_ character: Character, after before: Character?) -> Character? {
        // The bank, whose second character is commoner as "xing".
        if character == "\u{884C}", before == "\u{94F6}" { return "h" }
        guard let bytes = String(character).data(using: TableText.gb18030), bytes.count == 2 else { return nil }
        let code = Int(bytes[bytes.startIndex]) << 8 | Int(bytes[bytes.startIndex + 1])
        guard code < end else { return nil }
        return starts.last { $0.code <= code }?.letter
    }
}
