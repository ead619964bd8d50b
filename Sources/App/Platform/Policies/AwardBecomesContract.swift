import Exchange
import Registry

/// The contract signed on an award enters the register as it was signed.
enum AwardBecomesContract {
    static let policy = Policy("AwardBecomesContract", on: ContractSigned.self, gives: [RegisterContract.self]) {
        signed, _ in
        let terms = ContractTerms(
            lot: signed.lot, asset: signed.asset, lessor: signed.lessor, lessee: signed.lessee,
            category: signed.category, way: signed.transferWay, start: signed.startsOn, end: signed.endsOn,
            unitPrice: signed.priceUnit == .fenPerMuYear ? signed.price : signed.yearly, total: signed.total,
            instalments: signed.instalments, use: signed.use)
        return [RegisterContract(contract: signed.contract, terms: terms)]
    }
}
