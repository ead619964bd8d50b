package import Kernel

/// Books of one body that take part in a consolidation: its lines with the body on the other side, where it is one of them.
package struct ConsolidatedBody: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case asset, claim, investment, payable, capital, retained, income, expense, dividendReceived, dividendPaid
    }

    package struct Line: Sendable, Hashable {
        package let kind: Kind
        /// Debit above zero.
        package let amount: Money
        package let other: String?
        /// What pairs the two sides: `loan-1`, `rent`, `capital`.
        package let matter: String?

        package init(_ kind: Kind, _ amount: Money, with other: String? = nil, _ matter: String? = nil) {
            self.kind = kind
            self.amount = amount
            self.other = other
            self.matter = matter
        }
    }

    package let name: String
    package let lines: [Line]
    /// The shares of the members, in parts; empty for a village's own books.
    package let shares: [(member: String, parts: Int64)]

    package init(_ name: String, _ lines: [Line], shares: [(member: String, parts: Int64)] = []) {
        self.name = name
        self.lines = lines
        self.shares = shares
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.lines == right.lines
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    private static let result: Set<Kind> = [.income, .expense, .dividendReceived]

    /// Income less expense, dividends received included.
    var net: Money { lines.filter { Self.result.contains($0.kind) }.reduce(.zero) { $0 - $1.amount } }
}

/// Several books added up: first the plain sum, then without what they owe and pay each other (domain notes 7).
package struct Consolidation: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let kind: ConsolidatedBody.Kind
        /// Debit above zero.
        package let plain: Money
        package let elimination: Money
        package var consolidated: Money { plain + elimination }
    }

    /// A pair that does not agree on both sides: listed, not forced.
    package struct Mismatch: Sendable, Hashable {
        package let matter: String
        package let difference: Money
    }

    package let lines: [Line]
    package let plainNet: Money
    package let net: Money
    /// What of `net` belongs to whom: a body's own result, and of a union each member's part by largest remainder.
    package let attributed: [String: Money]
    package let mismatches: [Mismatch]

    package init(_ bodies: [ConsolidatedBody]) {
        let names = Set(bodies.map(\.name))
        func isInner(_ line: ConsolidatedBody.Line) -> Bool { line.other.map { names.contains($0) } ?? false }
        let all = bodies.flatMap(\.lines)
        var pairs: [String: Money] = [:]
        for line in all where isInner(line) { pairs[line.matter ?? "", default: .zero] += line.amount }
        let unequal = Set(pairs.filter { $0.value != .zero }.keys)
        func isEliminated(_ line: ConsolidatedBody.Line) -> Bool {
            isInner(line) && !unequal.contains(line.matter ?? "")
        }
        mismatches = unequal.sorted().map { Mismatch(matter: $0, difference: pairs[$0] ?? .zero) }
        var order: [ConsolidatedBody.Kind] = []
        for line in all where !order.contains(line.kind) { order.append(line.kind) }
        lines = order.map { kind in
            let own = all.filter { $0.kind == kind }
            return Line(
                kind: kind, plain: own.reduce(.zero) { $0 + $1.amount },
                elimination: own.filter(isEliminated).reduce(.zero) { $0 - $1.amount })
        }
        plainNet = bodies.reduce(.zero) { $0 + $1.net }
        let inner = all.filter { isEliminated($0) }
        net = inner.filter { [.income, .expense, .dividendReceived].contains($0.kind) }.reduce(plainNet) {
            $0 + $1.amount
        }
        // A union's result goes to its members by their shares; the dividend it paid them is part of it.
        var attributed: [String: Money] = [:]
        for body in bodies {
            let dividends = body.lines.filter { $0.kind == .dividendReceived && isEliminated($0) }
            let own = dividends.reduce(body.net) { $0 + $1.amount }
            guard !body.shares.isEmpty else {
                attributed[body.name, default: .zero] += own
                continue
            }
            let parts = own.split(by: body.shares.map(\.parts))
            for (share, part) in zip(body.shares, parts) { attributed[share.member, default: .zero] += part }
        }
        self.attributed = attributed
    }
}
