import Kernel
package import Registry

/// The books of one body as they go into a consolidation. Whom a line concerns is known by the party's registered name.
package struct UnionBook: Sendable, Hashable {
    package let name: String
    /// At the end of the day.
    package let balances: BookFigures
    /// What moved since 1 January, without the year-end transfer.
    package let movements: BookFigures

    package init(name: String, balances: BookFigures, movements: BookFigures) {
        self.name = name
        self.balances = balances
        self.movements = movements
    }
}

extension Consolidation {
    /// The books of `books` added up. `names` are the registered names of the parties that are bodies themselves; a union is
    /// whoever has capital from another of the bodies, and its shares are that capital (domain notes 7).
    package init(_ books: [UnionBook], names: [PartyID: String]) {
        let members = Set(books.map(\.name))
        self.init(
            books.map { book in
                let lines = book.lines(names: names, among: members)
                let capital = lines.filter { $0.kind == .capital && $0.other != nil }
                return ConsolidatedBody(
                    book.name, lines,
                    shares: capital.compactMap { line in line.other.map { ($0, max(0, -line.amount.fen)) } }
                        .filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }.map { (member: $0.0, parts: $0.1) })
            })
    }
}

extension UnionBook {
    /// One line for each account and other body; what concerns nobody in the circle stands without another side.
    func lines(names: [PartyID: String], among members: Set<String>) -> [ConsolidatedBody.Line] {
        struct Key: Hashable {
            let kind: ConsolidatedBody.Kind
            let other: String?
        }
        var sums: [Key: Money] = [:]
        func other(_ detail: BookFigures.Detail) -> String? {
            detail.party.flatMap { names[$0] }.flatMap { members.contains($0) && $0 != name ? $0 : nil }
        }
        for (detail, amount) in balances.details where amount != .zero && !"35".contains(detail.account.text.prefix(1))
        {
            let other = other(detail)
            sums[Key(kind: Self.kind(detail.account.text, amount, other), other: other), default: .zero] += amount
        }
        for (detail, amount) in balances.details where detail.account.text.hasPrefix("301") {
            sums[Key(kind: .capital, other: other(detail)), default: .zero] += amount
        }
        for (detail, amount) in movements.details where amount != .zero {
            let other = other(detail)
            guard detail.account.text.hasPrefix("5") || detail.account.text.hasPrefix("322") && other != nil else {
                continue
            }
            sums[Key(kind: Self.kind(detail.account.text, amount, other), other: other), default: .zero] += amount
        }
        // The year's result stands in income and expense; what is left of equity is what was there before.
        sums[Key(kind: .retained, other: nil)] = sums.values.reduce(.zero) { $0 - $1 }
        return sums.filter { $0.value != .zero }.sorted {
            ($0.key.kind.rawValue, $0.key.other ?? "") < ($1.key.kind.rawValue, $1.key.other ?? "")
        }.map { key, amount in
            .init(key.kind, amount, with: key.other, key.other.map { matter(key.kind, $0) })
        }
    }

    /// Both sides of a pair name the same matter: the two bodies, and what it is.
    private func matter(_ kind: ConsolidatedBody.Kind, _ other: String) -> String {
        let what =
            switch kind {
            case .claim, .payable, .asset: "113"
            case .investment, .capital: "301"
            case .dividendReceived, .dividendPaid, .retained: "322"
            case .income, .expense: "5"
            }
        return [name, other].sorted().joined(separator: " · ") + " · " + what
    }

    private static func kind(_ account: String, _ amount: Money, _ other: String?) -> ConsolidatedBody.Kind {
        switch account.prefix(3) {
        case "112", "113": amount > .zero ? .claim : .payable
        case "141": .investment
        case "301": .capital
        case "502" where other != nil: .dividendReceived
        case "322" where other != nil: .dividendPaid
        default:
            switch account.first {
            case "1", "4": .asset
            case "2": .payable
            case "3": .retained
            default: account < "51" ? .income : .expense
            }
        }
    }
}
