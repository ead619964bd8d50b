import Kernel

extension WasteRefusal {
    package static let vehicleOnShift = Self(
        10100, .conflict, field: "vehicle",
        zh: "车辆“{1}”正在出车。",
        en: "Vehicle “{1}” is on a shift.",
        next: Message(zh: "请先收车，再换人出车。", en: "End that shift first."),
        example: ["川E12345"])

    package static let driverOnShift = Self(
        10101, .conflict, field: "driver",
        zh: "这名司机正在开“{1}”。",
        en: "The driver is on a shift with “{1}”.",
        next: Message(zh: "请先收车，再换车。", en: "End that shift first."),
        example: ["川E12345"])

    package static let shiftLater = Self(
        10102, .badInput, field: "at",
        zh: "时间在现在之后。",
        en: "That time is still to come.",
        next: Message(zh: "请核对时间。", en: "Check the time."))

    package static let shiftLongAgo = Self(
        10103, .badInput, field: "at",
        zh: "出车时间太早，或者与上一次出车重叠。",
        en: "It began too long ago, or before the last shift ended.",
        next: Message(zh: "出车记录要在 16 小时内补登，不能与上一次重叠。", en: "Enter it within 16 hours, after the last one."))

    package static let notOnShift = Self(
        10104, .conflict, field: "vehicle",
        zh: "车辆“{1}”没有出车。",
        en: "Vehicle “{1}” is on no shift.",
        next: Message(zh: "请先登记出车。", en: "Begin one first."),
        example: ["川E12345"])

    package static let endsBeforeStart = Self(
        10105, .badInput, field: "at",
        zh: "收车时间不晚于出车时间。",
        en: "It ends before it began.",
        next: Message(zh: "请核对时间。", en: "Check the time."))

    package static let shiftTooLong = Self(
        10106, .badInput, field: "at",
        zh: "出车超过 16 小时。",
        en: "The shift is over 16 hours long.",
        next: Message(zh: "忘记收车的，请填写实际收车时间。", en: "Where it was forgotten, enter when it really ended."))
}
