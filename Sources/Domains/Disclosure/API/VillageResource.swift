import Kernel
import Registry

/// The village's public data as programs read them.
extension VillagePage {
    static let shape = FieldShape(
        .object([
            .init(name: "division", shape: DivisionID.shape, isOptional: false),
            .init(name: "name", shape: String.shape, isOptional: false),
            .init(
                name: "assets",
                shape: FieldShape(
                    .list([
                        .init(name: "asset", shape: AssetID.shape, isOptional: false),
                        .init(name: "name", shape: String.shape, isOptional: false),
                        .init(name: "status", shape: AssetStatus.shape, isOptional: false),
                        .init(name: "area", shape: Area.shape, isOptional: true),
                        .init(name: "contract", shape: ContractID.shape, isOptional: true),
                        .init(name: "tenant", shape: String.shape, isOptional: true),
                        .init(name: "until", shape: CivilDate.shape, isOptional: true),
                        .init(name: "unitPriceFen", shape: Money.shape, isOptional: true),
                        .init(name: "instalments", shape: FieldShape(.list(Payment.fields)), isOptional: true),
                    ])), isOptional: false),
        ]))

    var json: JSON {
        .object([
            "division": division.id.field, "name": .string(division.name),
            "assets": .array(assets.map { json(of: $0) }),
        ])
    }

    private func json(of line: AssetLine) -> JSON {
        let status = line.asset.status(on: today)
        var members: [String: JSON] = [
            "asset": line.asset.id.field, "name": .string(line.asset.name), "status": status.field,
        ]
        members["area"] = line.asset.area?.field
        if status == .leased, let contract = line.contract {
            members["contract"] = contract.field
            members["tenant"] = line.lesseeName.map { .string($0) }
            members["until"] = line.contractEnd?.field
            members["unitPriceFen"] = line.unitPrice?.field
            members["instalments"] = .array((payments[contract] ?? []).map { .object($0.openFields) })
        }
        return .object(members)
    }
}
