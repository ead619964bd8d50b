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
}

extension DemoText {
    static let facilities = [
        DemoFacility(id: "water-plant", name: "县城污水处理厂", kind: "plant", grade: "1A", design: "30000", volume: "24180"),
        DemoFacility(id: "water-town", name: "东河镇污水处理站", kind: "town", grade: "1B", design: "1200", volume: "860"),
        DemoFacility(id: "water-village", name: "柳湾村污水处理设施", kind: "village", grade: "1B", design: "60", volume: "38"),
    ]
}
