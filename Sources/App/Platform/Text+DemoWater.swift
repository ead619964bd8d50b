import Kernel

/// A facility of the demo county.
struct DemoFacility {
    let id: String
    let name: String
    let kind: String
    let grade: String
    /// m³ a day, designed and sent off.
    let design: String
    let volume: String
    /// kWh on its quietest day, and wet tonnes of sludge a day.
    let energy: Int64
    let sludge: String
}

extension DemoText {
    static let acceptance = "环验〔2025〕12号"
    static let waterDemand = "请查明超标原因，三日内恢复达标，并报送复测结果。"
    static let waterVisit = "设备运行正常，清了格栅，补了药剂。"

    static let facilities = [
        DemoFacility(
            id: "water-plant", name: "县城污水处理厂", kind: "plant", grade: "1A", design: "30000",
            volume: "24180", energy: 7_800, sludge: "13.6"),
        DemoFacility(
            id: "water-town", name: "东河镇污水处理站", kind: "town", grade: "1B", design: "1200",
            volume: "860", energy: 340, sludge: "0.5"),
        DemoFacility(
            id: "water-village", name: "柳湾村污水处理设施", kind: "village", grade: "1B", design: "60",
            volume: "38", energy: 21, sludge: "0.02"),
    ]
}
