import Kernel

extension LabourRefusal {
    package static let overlaps = Self(
        7060, field: "order",
        zh: "与她的另一班“{1}”时间重叠。",
        en: "It lies across her other shift, “{1}”.",
        next: Message(
            zh: "请选不重叠的班次，或先退出另一班。", en: "Choose another shift, or give the other up first."),
        example: ["order-1"])

    package static let seatTwice = Self(
        7061, .conflict, field: "worker",
        zh: "“{1}”已在这张单上。",
        en: "“{1}” is on this order already.",
        next: Message(
            zh: "不需要再报名。", en: "Nothing needs to be done."),
        example: ["worker-1"])

    package static let noSeatLeft = Self(
        7062, .conflict, field: "order",
        zh: "岗位已满。",
        en: "No seat is left.",
        next: Message(
            zh: "可以排队等候，或选别的用工单。", en: "Wait for one, or choose another order."))

    package static let noSeat = Self(
        7063, field: "worker",
        zh: "“{1}”在这张单上没有相应的岗位。",
        en: "“{1}” has no such seat on this order.",
        next: Message(
            zh: "请核对名单。", en: "Check the list."),
        example: ["worker-1"])

    package static let offerStands = Self(
        7064,
        zh: "邀约还没有到期。",
        en: "The offer still stands.",
        next: Message(
            zh: "请等到期。", en: "Wait until it lapses."))
}
