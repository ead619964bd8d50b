import Kernel

/// How a parcel stands, as the map of its village colours it. What is late counts before a dispute, a dispute before a lease.
enum LandState: Sendable, Hashable, CaseIterable {
    case arrears, disputed, leased, offered, idle
    /// No card of the register is drawn by it.
    case unlisted

    init(_ card: AssetLine?, late: Set<ContractID>, on day: CivilDate) {
        guard let card else {
            self = .unlisted
            return
        }
        if let contract = card.contract, late.contains(contract) {
            self = .arrears
            return
        }
        switch card.asset.status(on: day) {
        case .idle: self = .idle
        case .reserved: self = .offered
        case .leased: self = .leased
        case .disputed: self = .disputed
        case .retired: self = .unlisted
        }
    }
}
