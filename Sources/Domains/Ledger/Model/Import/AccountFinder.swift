import Kernel

/// Finds the account a file means among those of the books.
struct AccountFinder: Sendable {
    private let codes: Set<String>
    private let byName: [String: AccountCode]

    init(_ accounts: [BookAccount]) {
        codes = Set(accounts.map(\.code.text))
        var names: [String: AccountCode] = [:]
        var doubled: Set<String> = []
        for account in accounts where account.isLeaf {
            for name in [Self.key(account.name.zh), Self.key(account.name.en)] where !name.isEmpty {
                if let other = names.updateValue(account.code, forKey: name), other != account.code {
                    doubled.insert(name)
                }
            }
        }
        byName = names.filter { !doubled.contains($0.key) }
    }

    func has(_ code: String) -> Bool { codes.contains(code) }

    /// By the code where the file has one; else by the whole name, or by its last level where no two have it.
    func find(_ line: FileLine) throws(Rejection) -> AccountCode {
        if let code = line.code {
            guard let found = AccountCode(code) else { throw LedgerRefusal.accountNotFound(code) }
            return found
        }
        if let found = byName[Self.key(line.name)] { return found }
        let last = line.name.split { ImportText.levels.contains($0) }.last.map(String.init) ?? line.name
        guard let found = byName[Self.key(last)] else { throw LedgerRefusal.accountNotFound(line.name) }
        return found
    }

    /// The accounts of `lines` that the books do not have and could: below one they have, parents before children.
    func missing(_ lines: [FileLine]) -> [SubAccountEntry] {
        var names: [String: String] = [:]
        for line in lines {
            guard let code = line.code, code.count > 3, !has(code), has(String(code.prefix(3))) else { continue }
            let last = line.name.split { ImportText.levels.contains($0) }.last.map(String.init)
            if names[code] == nil || names[code]?.isEmpty == true { names[code] = last ?? "" }
        }
        let wanted = Set(names.keys)
        return wanted.sorted { ($0.count, $0) < ($1.count, $1) }.compactMap { code in
            let name = names[code] ?? ""
            return AccountCode(code).map { SubAccountEntry(code: $0, name: name.isEmpty ? code : name) }
        }
    }

    private static func key(_ name: String) -> String {
        String(name.filter { !$0.isWhitespace && !ImportText.levels.contains($0) }).lowercased()
    }
}
