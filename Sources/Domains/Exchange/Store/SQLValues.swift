import Storage

extension LotState: SQLValueConvertible {}
extension TradingMode: SQLValueConvertible {}
extension PriceUnit: SQLValueConvertible {}
extension HandlingLevel: SQLValueConvertible {}
extension TieRule: SQLValueConvertible {}
extension PriorityRule: SQLValueConvertible {}
extension BidderState: SQLValueConvertible {}
extension DepositState: SQLValueConvertible {}
extension ObjectionDecision: SQLValueConvertible {}
