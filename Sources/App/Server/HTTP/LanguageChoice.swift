import Kernel

/// In which language to answer: asked for in the address, chosen before, preferred by the browser, else Chinese.
enum LanguageChoice {
    static func choose(query: String?, cookie: String?, accepted: String?) -> Language {
        if let chosen = query.flatMap(Language.init(rawValue:)) { return chosen }
        if let chosen = cookie.flatMap(Language.init(rawValue:)) { return chosen }
        return accepted.flatMap(preferred) ?? .chinese
    }

    /// The better of the two languages in `Accept-Language`; nil when neither is in it.
    private static func preferred(_ header: String) -> Language? {
        var best: (Language, Int)?
        for part in header.split(separator: ",").prefix(20) {
            let pieces = part.split(separator: ";")
            guard let tag = pieces.first?.filter({ $0 != " " }).lowercased() else { continue }
            guard
                let language = Language.allCases.first(where: { tag == $0.rawValue || tag.hasPrefix($0.rawValue + "-") }
                )
            else { continue }
            let quality = pieces.dropFirst().compactMap(thousandths).first ?? 1_000
            if quality > 0 && quality > best?.1 ?? 0 { best = (language, quality) }
        }
        return best?.0
    }

    /// `q=0.8` as 800.
    private static func thousandths(_ piece: Substring) -> Int? {
        let text = piece.filter { $0 != " " }
        guard text.hasPrefix("q=") else { return nil }
        let parts = text.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), (0...1).contains(whole) else { return nil }
        let digits = parts.count > 1 ? parts[1].prefix(3) : ""
        let fraction = Int(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0
        return min(1_000, whole * 1_000 + fraction)
    }
}
