package import Kernel
package import Registry

/// A lot as a bidder's command sees it.
package struct LotOutline: Sendable, Hashable {
    package let lot: LotID
    package let state: LotState
    package let village: DivisionID
    package let deposit: Money
    package let closesAt: Instant?
    /// Shares of the collective stay with its members (section 1.2, D3).
    package let isForMembersOnly: Bool

    package init(
        lot: LotID, state: LotState, village: DivisionID, deposit: Money, closesAt: Instant?,
        isForMembersOnly: Bool = false
    ) {
        self.lot = lot
        self.state = state
        self.village = village
        self.deposit = deposit
        self.closesAt = closesAt
        self.isForMembersOnly = isForMembersOnly
    }
}
