import Kernel
import Storage

extension AssetStatus {
    /// The condition on the cards `a` that are not retired.
    static var standing: SQL { "a.retired_on IS NULL" }

    /// The condition on the cards `a`: a dispute counts before a lease, a lease before an offer, as on the card.
    func condition(on day: CivilDate) -> SQL {
        let isUnlet: SQL = "(a.leased_until IS NULL OR a.leased_until < \(day))"
        let isFree: SQL = "\(Self.standing) AND a.dispute IS NULL AND \(isUnlet)"
        return switch self {
        case .disputed: "a.dispute IS NOT NULL"
        case .leased: "a.dispute IS NULL AND a.leased_until >= \(day)"
        case .reserved: "\(isFree) AND a.reserved_by IS NOT NULL"
        case .idle: "\(isFree) AND a.reserved_by IS NULL"
        case .retired: "a.retired_on IS NOT NULL"
        }
    }
}

extension TermStanding {
    /// The condition on the contracts `c`: of those in force, and of those among them that end soon.
    func condition(on day: CivilDate) -> SQL {
        switch self {
        case .running: "c.starts <= \(day) AND c.ends >= \(day)"
        case .ending: "\(Self.running.condition(on: day)) AND c.ends <= \(day.adding(days: Self.soon))"
        case .over: "c.ends < \(day)"
        case .ahead: "c.starts > \(day)"
        }
    }
}
