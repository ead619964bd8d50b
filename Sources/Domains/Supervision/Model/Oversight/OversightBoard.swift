package import Kernel

/// What a flag points at, as a supervisor may open it.
package struct OversightThing: Sendable, Hashable {
    /// As the review knows it.
    package let id: String
    package let name: Message
    package let date: CivilDate
    package let villageName: String
    /// The village's place in the tree.
    package let path: String
    /// Its own page; nil where there is none.
    package let page: String?
    /// Its entries in the log.
    package let log: String?

    package init(
        id: String, name: Message, date: CivilDate, villageName: String, path: String, page: String?, log: String?
    ) {
        self.id = id
        self.name = name
        self.date = date
        self.villageName = villageName
        self.path = path
        self.page = page
        self.log = log
    }
}

/// The flags of an area, counted alike at each level of places.
package struct OversightBoard: Sendable {
    package struct Entry: Sendable, Hashable {
        package let flag: OversightFlag
        package let thing: OversightThing
        /// What the rule held it against, where that lies in the reader's area.
        package let beside: OversightThing?
        /// The last answer, and why the flag stands open all the same.
        package let answer: FlagAnswer?
        package let reopened: FlagReopening?

        package var isAnswered: Bool { answer != nil && reopened == nil }
    }

    /// So many of each level; the same figures of a county, a township and a village.
    package struct Count: Sendable, Hashable {
        package var red = 0
        package var orange = 0
        package var yellow = 0

        package init(_ entries: [Entry]) {
            for entry in entries {
                switch entry.flag.level {
                case .red: red += 1
                case .orange: orange += 1
                case .yellow: yellow += 1
                }
            }
        }
    }

    /// What is open: the heaviest first, of each the latest.
    package let entries: [Entry]
    /// What was answered, in the same order.
    package let answered: [Entry]
    /// Where the board stands in the tree of places.
    package let path: String

    /// `reach` is the place in the tree up to which the reader may look, `path` the place they look at.
    package init(
        _ flags: [OversightFlag], _ things: [OversightThing], answers: [FlagID: FlagAnswer] = [:],
        on day: CivilDate = .last, reach: String, at path: String
    ) {
        self.path = path
        let known = Dictionary(things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let together = Dictionary(grouping: flags, by: \.id)
        let all = flags.compactMap { flag -> Entry? in
            guard let thing = known[flag.object], thing.path.hasPrefix(path), thing.path.hasPrefix(reach) else {
                return nil
            }
            let beside = flag.beside.flatMap { known[$0] }.flatMap { $0.path.hasPrefix(reach) ? $0 : nil }
            let answer = answers[flag.id]
            let reopened = answer.flatMap { $0.reasonOpen(OversightFlag.facts(together[flag.id] ?? []), on: day) }
            return Entry(flag: flag, thing: thing, beside: beside, answer: answer, reopened: reopened)
        }.sorted { left, right in
            let (one, other) = (Self.weight(left), Self.weight(right))
            if one != other { return one < other }
            if left.thing.date != right.thing.date { return left.thing.date > right.thing.date }
            return (left.thing.id, left.flag.rule.rawValue) < (right.thing.id, right.flag.rule.rawValue)
        }
        entries = all.filter { !$0.isAnswered }
        answered = all.filter(\.isAnswered)
    }

    private static func weight(_ entry: Entry) -> Int {
        OversightLevel.allCases.firstIndex(of: entry.flag.level) ?? 0
    }

    package var total: Count { Count(entries) }

    /// The places directly below, each with its figures; they add up to the whole where nothing lies at the place itself.
    package var children: [(place: String, count: Count)] {
        let grouped = Dictionary(grouping: entries) { entry in
            entry.thing.path.dropFirst(path.count).split(separator: "/").first.map { String($0) } ?? ""
        }
        return grouped.filter { !$0.key.isEmpty }.map { ($0.key, Count($0.value)) }.sorted { $0.0 < $1.0 }
    }

    /// The rules that point at something, in their order.
    package var rules: [(rule: OversightRule, count: Count)] {
        OversightRule.allCases.compactMap { rule in
            let own = entries.filter { $0.flag.rule == rule }
            return own.isEmpty ? nil : (rule, Count(own))
        }
    }
}
