import Kernel
import Registry

/// The village's public data, as programs read them.
struct VillageResource: FieldRecord {
    let division: DivisionID
    let name: String
    let assets: [VillageAsset]

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            division: pass.value("division", \.division), name: pass.value("name", \.name),
            assets: pass.wholeList("assets", \.assets))
    }
}

/// One thing the village owns, and its lease where it is let.
struct VillageAsset: FieldRecord {
    let asset: AssetID
    let name: String
    let status: AssetStatus
    let area: Area?
    let contract: ContractID?
    /// Covered for natural persons.
    let tenant: String?
    let until: CivilDate?
    let unitPrice: Money?
    let instalments: WholeList<Payment>?

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), name: pass.value("name", \.name),
            status: pass.value("status", \.status), area: pass.optional("area", \.area),
            contract: pass.optional("contract", \.contract), tenant: pass.optional("tenant", \.tenant),
            until: pass.optional("until", \.until), unitPrice: pass.optional("unitPriceFen", \.unitPrice),
            instalments: pass.optional("instalments", \.instalments))
    }
}

extension VillageResource {
    init(_ page: VillagePage) {
        division = page.division.id
        name = page.division.name
        assets = page.assets.map { VillageAsset($0, page.payments, on: page.today) }
    }
}

extension VillageAsset {
    init(_ line: AssetLine, _ payments: [ContractID: [Payment]], on today: CivilDate) {
        asset = line.asset.id
        name = line.asset.name
        status = line.asset.status(on: today)
        area = line.asset.area
        let contract = status == .leased ? line.contract : nil
        self.contract = contract
        tenant = contract == nil ? nil : line.lesseeName
        until = contract == nil ? nil : line.contractEnd
        unitPrice = contract == nil ? nil : line.unitPrice
        instalments = contract.map { WholeList(payments[$0] ?? []) }
    }
}
