import Kernel

extension WasteRefusal {
    package static let vehicleKnown = Self(
        10040, .conflict, field: "vehicle",
        zh: "车辆编号“{1}”已经用过。",
        en: "Vehicle “{1}” is registered already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["truck-1"])

    package static let plateKnown = Self(
        10041, .conflict, field: "plate",
        zh: "在用车辆中已有车牌“{1}”。",
        en: "A vehicle in use has the plate “{1}”.",
        next: Message(zh: "请核对车牌；旧车已经不用的，先停用旧车。", en: "Check the plate; retire the old vehicle first if it is gone."),
        example: ["川E12345"])

    package static let vehicleUnknown = Self(
        10042, .notFound, field: "vehicle",
        zh: "在用车辆中没有“{1}”。",
        en: "No vehicle “{1}” is in use.",
        next: Message(zh: "请从车辆名册中选择；新车先登记。", en: "Choose one of the register; enter a new one first."),
        example: ["川E12345"])

    package static let vehicleRetired = Self(
        10043, .conflict, field: "vehicle",
        zh: "车辆“{1}”已经停用。",
        en: "Vehicle “{1}” is retired.",
        next: Message(zh: "重新使用的，请重新登记。", en: "Register it anew if it is used again."),
        example: ["川E12345"])

    package static let ownerUnknown = Self(
        10044, .notFound, field: "owner",
        zh: "没有登记过单位“{1}”。",
        en: "No organisation “{1}” is registered.",
        next: Message(zh: "请先登记单位，再登记车辆。", en: "Register the organisation first."),
        example: ["sanitation"])

    package static let nothingCarried = Self(
        10045, .badInput, field: "carries",
        zh: "请选择车辆收运的垃圾种类。",
        en: "What the vehicle carries is missing.",
        next: Message(zh: "至少选择一种。", en: "Choose one stream at least."))

    package static let slipMissing = Self(
        10046, .badInput, field: "slip",
        zh: "请填写空车过磅的磅单号。",
        en: "The number of the scale’s slip is missing.",
        next: Message(zh: "请照磅单填写。", en: "Copy it from the slip."))

    package static let tareOlder = Self(
        10047, .badInput, field: "day",
        zh: "已有 {1} 登记的皮重，不能再登记更早的。",
        en: "A tare of {1} is registered: an earlier one is not entered after it.",
        next: Message(zh: "请核对日期，或重新过磅。", en: "Check the day, or weigh the vehicle again."),
        example: [CivilDate.example])

    package static let tareOld = Self(
        10048, field: "vehicle",
        zh: "该车的皮重登记已超过 {1} 天。",
        en: "The vehicle’s tare was registered more than {1} days ago.",
        next: Message(zh: "请先空车过磅，登记新的皮重。", en: "Weigh it empty first and enter the tare."),
        example: [30])

    package static let notCarried = Self(
        10049, field: "stream",
        zh: "该车登记的收运种类里没有{1}。",
        en: "The vehicle is not registered to carry {1}.",
        next: Message(zh: "请换一辆车，分好的垃圾不能混装。", en: "Use another vehicle: what was sorted is not mixed."),
        example: ["厨余垃圾"])

    package static let overloaded = Self(
        10050, field: "gross",
        zh: "净重超过该车最多 {1} 千克。",
        en: "The net is above the {1} kg the vehicle may have at most.",
        next: Message(zh: "请核对车号和毛重。", en: "Check the vehicle and the gross weight."),
        example: [8_800])
}
