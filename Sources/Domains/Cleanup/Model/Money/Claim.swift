package import Kernel
package import Registry

package enum ClaimName {}
/// Something owed to a collective, or by it.
package typealias ClaimID = Identifier<ClaimName>

/// Who owes.
package enum ClaimSide: String, FieldChoice {
    /// Somebody owes the collective.
    case claim
    /// The collective owes somebody.
    case debt
}

/// What it is owed for.
package enum ClaimKind: String, FieldChoice {
    case rent, loan, works, pay, dividend, landRent, other
}

/// The paper that shows it.
package enum ClaimProof: String, FieldChoice { case contract, receipt, payroll, note, none }

/// How the amount of a claim went down.
package enum ClaimMove: String, FieldChoice { case paid, setOff, waived, takenOver, reduced }

/// One claim or debt on its way: owed, acknowledged, disputed, gone.
package struct Claim: Sendable {
    package let id: ClaimID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let side: ClaimSide
    /// The other side's number at the collective: the household, the firm.
    package let party: String
    package let kind: ClaimKind
    package let opening: Money
    package let due: CivilDate
    package let proof: ClaimProof
    package internal(set) var left: Money
    package internal(set) var lastAcknowledged: CivilDate?
    package internal(set) var isDisputed: Bool
    package internal(set) var isNamed = false

    package var named: NamedPerson { NamedPerson(place: place, isNamed: isNamed, isOpen: left > .zero) }
    package var barred: CivilDate { TimeBar.barred(due: due, lastAcknowledged: lastAcknowledged) }

    package func isBarred(on day: CivilDate) -> Bool { barred < day }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(left >= .zero && left <= opening, "\(id) is not between nothing and what it was")
    }
}

/// How a collective pays a debt down, year by year.
package enum DebtPlan: Sendable, Hashable {
    /// So many ten-thousandths of the opening amount each year.
    case shareOfOpening(Int64)
    /// Each year so many ten-thousandths less than the year before.
    case declining(Int64)

    /// What is left at the end of each year; each is rounded half up from the exact value.
    package func left(of opening: Money, years: Int) -> [Money] {
        switch self {
        case .shareOfOpening(let share):
            return (1...max(1, years)).map { year in
                let paid = Int128(opening.fen) * Int128(share) * Int128(year)
                return Money(fen: max(0, opening.fen - Int64((paid * 2 + 10_000) / 20_000)))
            }
        case .declining(let share):
            // 10,000 to the fifth stays within 128 bits; longer plans start again from the rounded amount.
            var (left, numerator, denominator): ([Money], Int128, Int128) = ([], Int128(opening.fen), 1)
            for _ in 0..<max(1, years) {
                numerator *= Int128(10_000 - share)
                denominator *= 10_000
                let rounded = (numerator * 2 + denominator) / (denominator * 2)
                left.append(Money(fen: Int64(rounded)))
                if denominator > 1_000_000_000_000_000 { (numerator, denominator) = (rounded, 1) }
            }
            return left
        }
    }
}
