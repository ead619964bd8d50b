package import Kernel

extension Rejection {
    /// As programs read it and as the writer keeps it under the sender's key; both languages.
    package var json: JSON {
        var members: [String: JSON] = [
            "number": .integer(Int64(number)), "kind": .string(kind.rawValue), "text": text.json, "next": next.json,
        ]
        if let basis {
            members["basis"] = .object(["article": basis.article.json, "source": .string(basis.source)])
        }
        if let field { members["field"] = .string(field) }
        if !others.isEmpty { members["others"] = .array(others.map(\.json)) }
        return .object(members)
    }

    /// Nil unless `json` is what `json` makes.
    package init?(json: JSON) {
        guard let number = json["number"]?.integer, let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
            let text = json["text"].flatMap(Message.init(json:)), let next = json["next"].flatMap(Message.init(json:))
        else { return nil }
        let basis = json["basis"].flatMap { basis -> LegalBasis? in
            guard let article = basis["article"].flatMap(Message.init(json:)), let source = basis["source"]?.string
            else { return nil }
            return LegalBasis(article, source: source)
        }
        self.init(
            number: Int(number), kind: kind, text: text, next: next, basis: basis, field: json["field"]?.string,
            others: (json["others"]?.array ?? []).compactMap(Rejection.init(json:)))
    }
}

extension Message {
    package var json: JSON { .object(["zh": .string(zh), "en": .string(en)]) }

    package init?(json: JSON) {
        guard let zh = json["zh"]?.string, let en = json["en"]?.string else { return nil }
        self.init(zh: zh, en: en)
    }
}

extension Answer {
    /// As programs read it and as the writer keeps it under the sender's key.
    package var json: JSON {
        switch self {
        case .accepted(let entries, let stream, let at):
            .object([
                "accepted": .array(entries.map(JSON.integer)), "stream": .string(stream.description), "at": at.field,
            ])
        case .rejected(let rejection): .object(["rejected": rejection.json])
        }
    }

    /// Nil unless `json` is what `json` makes.
    package init?(json: JSON) {
        if let rejection = json["rejected"].flatMap(Rejection.init(json:)) {
            self = .rejected(rejection)
            return
        }
        guard let entries = json["accepted"]?.array?.map(\.integer), !entries.contains(nil),
            let stream = json["stream"]?.string.flatMap(StreamID.init(parsing:)), let at = json["at"]?.integer
        else { return nil }
        self = .accepted(entries: entries.compactMap(\.self), stream: stream, at: Instant(milliseconds: at))
    }
}

extension StreamID {
    /// Nil unless `text` is `kind/id`.
    package init?(parsing text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        self.init(String(parts[0]), String(parts[1]))
    }
}
