import Kernel
import Web

/// What vehicles are asked and told.
enum VehicleText {
    static let registerVehicle = Message(zh: "登记车辆", en: "Register a vehicle")
    static let setTare = Message(zh: "登记皮重", en: "Enter a tare")
    static let retireVehicle = Message(zh: "停用车辆", en: "Retire a vehicle")

    static let vehicles = Message(zh: "收运车辆", en: "Waste vehicles")
    static let vehicle = Message(zh: "车辆", en: "Vehicle")
    static let whichRun = Message(zh: "哪些车在收垃圾？", en: "Which vehicles collect waste?")
    static let noVehicles = Message(zh: "还没有登记车辆。", en: "No vehicle is registered yet.")
    static let plate = Message(zh: "车牌号", en: "Plate")
    static let plateHint = Message(zh: "照车牌填写，例如 川E12345", en: "As it stands on the vehicle")
    static let carries = Message(zh: "收运种类", en: "Carries")
    static let alsoCarries = Message(zh: "还收运", en: "Carries also")
    static let capacity = Message(zh: "核定载质量", en: "Capacity")
    static let tare = Message(zh: "皮重", en: "Tare")
    static let tareOfPapers = Message(zh: "整备质量（照行驶证）", en: "Tare by its papers")
    static let tareHint = Message(zh: "空车过磅的重量", en: "What it weighs empty")
    static let since = Message(zh: "登记日期", en: "Since")
    static let owner = Message(zh: "所属单位", en: "Whose")
    static let howHeavy = Message(zh: "这辆车空车多重？", en: "What does this vehicle weigh empty?")
    static let tares = Message(zh: "皮重登记", en: "Its tares")
    static let ofPapers = Message(zh: "行驶证", en: "its papers")
    static let slip = Message(zh: "磅单号", en: "Number of the slip")
    static let pastTares = Message(
        zh: "开磅单时，皮重与登记的相差超过规定、或者登记过期，都开不出来。",
        en: "No ticket is written whose tare is too far off this one, or where this one is too old.")
    static let reason = Message(zh: "原因", en: "Reason")
    static let retireNote = Message(zh: "停用后不能再开磅单，已开的磅单保留。", en: "No ticket names it any more; its tickets stay.")

    static func count(_ count: String) -> Message { Message(zh: "在用 \(count) 辆", en: "\(count) in use") }
    static func weighs(_ tare: String) -> Message { Message(zh: "\(tare) 千克", en: "\(tare) kg") }

    /// How a vehicle stands: in use, its tare too old, retired.
    static func state(_ line: VehicleLine, days: Int, on day: CivilDate) -> Tag {
        if let ending = line.ending { return Tag(ending.label, .neutral) }
        return day > line.vehicle.tareDay.adding(days: days)
            ? Tag(Message(zh: "皮重过期", en: "tare too old"), .bad) : Tag(Message(zh: "在用", en: "in use"), .good)
    }
}

extension VehicleEnd {
    var label: Message {
        switch self {
        case .sold: Message(zh: "已转卖", en: "sold")
        case .scrapped: Message(zh: "已报废", en: "scrapped")
        case .contractEnded: Message(zh: "合同到期", en: "its contract ended")
        }
    }
}
