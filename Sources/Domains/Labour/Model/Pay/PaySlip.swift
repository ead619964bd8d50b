package import Kernel

/// What a line of a pay slip is for. Deductions are these and no others (Order 724, art. 15; the field's section 1.4).
package enum PayLineKind: String, FieldChoice {
    case base, day, hours, overtime, pieces, callOut, meal, damage, adjustment

    package var isDeduction: Bool { self == .meal || self == .damage }
}

/// One printed line: rate × quantity × factor, rounded once, half away from zero.
package struct PayLine: Sendable, Hashable {
    package let kind: PayLineKind
    package let amount: Money

    package init(_ kind: PayLineKind, amount: Money) {
        self.kind = kind
        self.amount = amount
    }

    package init(_ kind: PayLineKind, rate: Exact, quantity: Exact, factor: Exact = .one) throws(Rejection) {
        self.init(kind, amount: try rate.times(quantity).times(factor).roundedToFen())
    }
}

/// The lines of one engagement in one cycle. A total is the sum of what is printed, never of what was rounded away.
package struct PaySlip: Sendable, Hashable {
    package let lines: [PayLine]

    package init(_ lines: [PayLine]) { self.lines = lines }

    package var gross: Money { lines.filter { !$0.kind.isDeduction }.reduce(.zero) { $0 + $1.amount } }
    package var deductions: Money { lines.filter(\.kind.isDeduction).reduce(.zero) { $0 + $1.amount } }
    package var net: Money { gross - deductions }
}

/// What is owed on slips, and how a payment falls on them: on the slip it names, otherwise on the oldest first. What is
/// not paid stays owed to the fen.
package struct Dues: Sendable, Hashable {
    package struct Part: Sendable, Hashable {
        package let day: CivilDate
        package let owed: Money

        package init(day: CivilDate, owed: Money) {
            self.day = day
            self.owed = owed
        }
    }

    package private(set) var parts: [Part]

    /// In order of their days; two of one day keep the order they come in.
    package init(_ parts: [Part]) {
        self.parts = parts.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element)
    }

    package var left: Money { parts.reduce(.zero) { $0 + $1.owed } }

    /// What each part gets of `payment`, in the order of `parts`; throws where it is more than is owed, or nothing.
    package mutating func pay(_ payment: Money, for day: CivilDate? = nil) throws(Rejection) -> [Money] {
        guard payment > .zero else { throw LabourRefusal.amountMissing() }
        let eligible = parts.indices.filter { day == nil || parts[$0].day == day }
        let owed = eligible.reduce(Money.zero) { $0 + parts[$1].owed }
        guard payment <= owed else { throw LabourRefusal.moreThanDue(owed.plainYuan) }
        var rest = payment
        var given = Array(repeating: Money.zero, count: parts.count)
        for index in eligible where rest > .zero {
            given[index] = min(rest, parts[index].owed)
            rest -= given[index]
            parts[index] = Part(day: parts[index].day, owed: parts[index].owed - given[index])
        }
        return given
    }
}
