import Kernel

/// Finds the account that somebody means who types: a code, a name, or the first letters of its pinyin.
struct AccountPicker: Sendable {
    struct Choice: Sendable {
        let code: AccountCode
        /// `51301 办公费`, as the list of the form has it.
        let words: String
        let initials: String
        fileprivate let names: [String]
    }

    enum Answer: Sendable {
        case one(AccountCode)
        case none
        /// Several are meant as well as each other.
        case several([Choice])
    }

    let choices: [Choice]

    /// Of the accounts that take postings; named in the reader's language.
    init(_ accounts: [BookAccount], _ language: Language) {
        choices = accounts.filter(\.isLeaf).map { account in
            Choice(
                code: account.code, words: "\(account.code) \(language(account.name))",
                initials: PinyinInitials.of(account.name.zh), names: [account.name.zh, account.name.en.lowercased()])
        }
    }

    func words(_ code: AccountCode) -> String { choices.first { $0.code == code }?.words ?? code.text }

    /// By code where a figure comes first; else by the whole name, the whole initials, the beginning of either, and at last
    /// by a part of the name.
    func find(_ typed: String) -> Answer {
        let text = typed.filter { !$0.isWhitespace }.lowercased()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            if let exact = choices.first(where: { $0.code.text == digits }) { return .one(exact.code) }
            return Self.answer(choices.filter { $0.code.text.hasPrefix(digits) })
        }
        let ways: [(Choice) -> Bool] = [
            { $0.names.contains { name in name.filter { !$0.isWhitespace } == text } }, { $0.initials == text },
            { $0.names.contains { name in name.filter { !$0.isWhitespace }.hasPrefix(text) } },
            { $0.initials.hasPrefix(text) }, { $0.names.contains { name in name.contains(text) } },
        ]
        for way in ways {
            let found = choices.filter(way)
            if !found.isEmpty { return Self.answer(found) }
        }
        return .none
    }

    private static func answer(_ found: [Choice]) -> Answer {
        found.count == 1 ? found.first.map { .one($0.code) } ?? .none : found.isEmpty ? .none : .several(found)
    }
}
