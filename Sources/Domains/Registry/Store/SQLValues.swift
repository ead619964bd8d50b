import Kernel
import Storage

extension DivisionKind: SQLValueConvertible {}
extension OrganisationKind: SQLValueConvertible {}
extension PartyKind: SQLValueConvertible {}
extension AssetClass: SQLValueConvertible {}
extension AssetKind: SQLValueConvertible {}
extension AssetRight: SQLValueConvertible {}
extension RetirementCause: SQLValueConvertible {}
extension TradeCategory: SQLValueConvertible {}
extension TransferWay: SQLValueConvertible {}
extension CertificateLevel: SQLValueConvertible {}
extension ResolutionMatter: SQLValueConvertible {}
extension ResolutionBody: SQLValueConvertible {}
extension ParameterKey: SQLValueConvertible {}
extension CalendarDayKind: SQLValueConvertible {}
extension GroundVerdict: SQLValueConvertible {}
extension ArrivalKind: SQLValueConvertible {}
