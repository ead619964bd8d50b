package import Kernel
package import Registry

/// What the card, the county and the law allow for the terms of a lot.
package struct TermLimits: Sendable {
    /// The whole card's; nil where the register knows none.
    package let area: Area?
    /// The last day of the right; nil where it has none.
    package let rightUntil: CivilDate?
    package let cap: TermCap
    /// The guide price's floor for this card, yuan a mu and year; nil where no table covers it.
    package let floor: Money?
    /// The guide price itself; nil where no table covers it.
    package var guide: Money?
    /// Households' contracted land: its price is their own (Rural Land Contracting Law, art. 39).
    package let isHouseholdRight: Bool
    /// The sums of what belongs to the same piece of business within the anti-splitting months.
    package let recentArea: Area
    package let recentTotal: Money
    /// The thresholds of the routing table and what stands for amounts nobody typed (`ParameterKey.terms`).
    package let figures: CountyFigures
}
