import Exchange
import Kernel
import Registry
import Waste

/// A heap of recyclables that is offered gets a card of the register and a lot of the exchange, all of one name: what
/// follows is the exchange's, as with any other thing a collective sells (decision record 0483).
enum OfferedHeapBecomesLot {
    static let policy = Policy(
        "OfferedHeapBecomesLot", on: RecyclablesOffered.self, gives: [RegisterAsset.self, DraftLot.self]
    ) { offered, _ in
        guard let asset = AssetID(offered.sale.text), let lot = LotID(offered.sale.text) else { return [] }
        let card = AssetCard(
            owner: offered.seller, division: offered.place, assetClass: .other, kind: .operating,
            name: SaleText.card(offered.material, offered.kilograms, offered.siteName), right: .ownership,
            use: SaleText.use)
        return [
            RegisterAsset(asset: asset, card: card),
            DraftLot(
                selling: asset, of: offered.seller, as: lot, use: SaleText.use, from: offered.reserve,
                fetchedBy: offered.fetchBy),
        ]
    }
}

/// A contract on such a lot lets the loads go.
enum SignedLotSellsHeap {
    static let policy = Policy("SignedLotSellsHeap", on: ContractSigned.self, gives: [NoteSale.self]) { signed, _ in
        SaleID(signed.lot.text).map { [NoteSale(sale: $0, contract: signed.contract, total: signed.total)] } ?? []
    }
}

/// A lot that ended without a deal frees its heap.
enum EndedLotFreesHeap {
    static let policy = Policy("EndedLotFreesHeap", on: LotEnded.self, gives: [EndSale.self]) { ended, _ in
        SaleID(ended.lot.text).map { [EndSale(sale: $0)] } ?? []
    }
}

/// So does a contract that ended before its day, for what was not fetched.
enum EarlyEndFreesHeap {
    static let policy = Policy("EarlyEndFreesHeap", on: ContractEndedEarly.self, gives: [EndSale.self]) { ended, _ in
        SaleID(ended.lot.text).map { [EndSale(sale: $0)] } ?? []
    }
}
