package import Kernel
package import Registry

package enum HaulageName {}
package typealias HaulageID = Identifier<HaulageName>

/// Tickets of a month, and numbers of assessments.
package enum HaulageCountDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...1_000_000
    package static let unit = "count"
}

/// Which weighing a contract pays for: what came in from the points, or what arrived at the plant.
package enum HaulageBasis: String, FieldChoice { case collected, arrived }

/// Why an assessment takes something off a month's pay.
package enum AssessmentKind: String, FieldChoice { case missedStop, lateComplaint, spill, mixed, dirtySite, other }

/// Why a hauler does not agree with a draft.
package enum DisputeReason: String, FieldChoice { case weight, ticketMissing, price, deduction }

/// What was taken off once.
package struct Assessment: Sendable, Hashable {
    package let number: Int64
    package let day: CivilDate
    package let amount: Money
    package internal(set) var isWithdrawn = false

    var month: WasteMonth { WasteMonth(day) }
}

/// What counts for a month: tickets and their net weight.
package struct WeighedMonth: Sendable, Hashable {
    package let tickets: Int64
    package let kilograms: Int64
}

package enum SettlementPhase: String, FieldChoice {
    /// Reckoned; the hauler has not said anything yet.
    case drafted
    case disputed
    /// By the hauler; the township has not confirmed yet.
    case agreed
    case confirmed

    /// Whether its tickets and assessments stand.
    var isFixed: Bool { self == .agreed || self == .confirmed }
}

/// What a hauler is paid for a month.
package struct WasteSettlement: Sendable, Hashable {
    package let weighed: WeighedMonth
    package let due: Money
    /// What the assessments take off, at most what is due.
    package let deducted: Money
    package internal(set) var phase = SettlementPhase.drafted

    package var net: Money { due - deducted }
}

/// A contract of a hauler: who pays whom how much for a tonne.
package struct Haulage: Sendable, Hashable {
    package let id: HaulageID
    package let place: DivisionID
    package let hauler: OrganisationID
    package let payer: OrganisationID
    /// The account the hauler agrees with.
    package let agent: OfficeID
    package let basis: HaulageBasis
    package let price: Money
    package let from: CivilDate
    package let until: CivilDate
    package internal(set) var assessments: [Assessment] = []
    package internal(set) var settlements: [WasteMonth: WasteSettlement] = [:]

    /// The assessments of a month that stand.
    package func deductions(of month: WasteMonth) -> Money {
        assessments.filter { $0.month == month && !$0.isWithdrawn }.reduce(.zero) { $0 + $1.amount }
    }

    /// Price by weight, rounded once for the month; the assessments take off at most all of it.
    package func settlement(of month: WasteMonth, _ weighed: WeighedMonth) throws(Rejection) -> WasteSettlement {
        let due = try price.scaled(by: weighed.kilograms, over: 1_000)
        return WasteSettlement(weighed: weighed, due: due, deducted: min(due, deductions(of: month)))
    }

    /// The month's settlement is reckoned in the morning of the third day after it.
    static func draftTime(of month: WasteMonth) -> Instant {
        month.next.adding(days: 2).start.adding(seconds: 6 * 3_600)
    }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(price > .zero && from <= until, "\(id) pays nothing, or ends before it begins")
        invariants.hold(
            settlements.values.allSatisfy { $0.deducted >= .zero && $0.deducted <= $0.due },
            "\(id) takes off more than is due")
    }
}
