import Kernel
import Web

/// Words of balances by contract, project and asset.
enum DimensionText {
    static let title = Message(zh: "按合同、项目、资产核算", en: "By contract, project and asset")
    static let hint = Message(
        zh: "每份合同、每个项目、每项资产收了多少、花了多少", en: "What each contract, project and asset brought and cost")
    static let question = Message(zh: "每一项各收支多少？", en: "What stands with each?")
    static func answer(_ count: Int, _ dimension: Dimension) -> Message {
        let label = name(dimension)
        return Message(zh: "\(label.zh) \(count) 项", en: "\(label.en): \(count)")
    }
    static func name(_ dimension: Dimension) -> Message {
        switch dimension {
        case .contract: Message(zh: "合同", en: "Contract")
        case .project: Message(zh: "项目", en: "Project")
        case .asset: Message(zh: "资产", en: "Asset")
        }
    }
    static func by(_ dimension: Dimension) -> Message {
        switch dimension {
        case .contract: Message(zh: "按合同看", en: "By contract")
        case .project: Message(zh: "按项目看", en: "By project")
        case .asset: Message(zh: "按资产看", en: "By asset")
        }
    }
    static let none = Message(zh: "凭证上还没有这样的记载。", en: "No voucher names any.")
}
