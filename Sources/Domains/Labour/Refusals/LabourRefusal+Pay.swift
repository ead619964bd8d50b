import Kernel

extension LabourRefusal {
    package static let shiftBackwards = Self(
        7001, .badInput, field: "end",
        zh: "结束时间必须晚于开始时间，且不超过 31 天。夜班请写第二天的日期。",
        en: "The end lies after the start, by at most 31 days. A night shift ends on the next date.",
        next: Message(zh: "请改正开始或结束的日期和时间。", en: "Correct the date and time of start or end."))

    package static let numberUnreadable = Self(
        7002, .badInput,
        zh: "“{1}”不是能计算的数。",
        en: "“{1}” is not a number that can be reckoned with.",
        next: Message(
            zh: "请写成小数，或用“/”连起来的小数，如 5000/30/8。", en: "Write a decimal, or decimals joined by “/”: 5000/30/8."),
        example: ["1,5"])

    package static let amountTooLarge = Self(
        7003, .badInput,
        zh: "算出来的数超过一千亿元，或者除数为零。",
        en: "The result is beyond a hundred billion yuan, or something is divided by nothing.",
        next: Message(zh: "请核对单价、数量和倍数。", en: "Check rate, quantity and factor."))

    package static let amountMissing = Self(
        7004, .badInput, field: "amountFen",
        zh: "金额或数量必须大于零。",
        en: "The amount or quantity must be above nothing.",
        next: Message(zh: "请填写实际的数。", en: "Enter what it really is."))

    package static let moreThanDue = Self(
        7005, field: "amountFen",
        zh: "还欠 {1} 元，不能登记更多的付款。",
        en: "{1} yuan are owed; no more can be entered as paid.",
        next: Message(zh: "请核对金额；奖金请先补记到工资条上。", en: "Check the amount; put a bonus on the slip first."),
        basis: order724("十五", 15), example: ["160.00"])

    package static let fewerThanAccepted = Self(
        7006, field: "seats",
        zh: "已有 {1} 人应约，岗位数不能更少。",
        en: "{1} people have accepted; there cannot be fewer seats.",
        next: Message(
            zh: "请先逐人取消并支付误工补偿，再减少岗位。", en: "Cancel with each of those who go, with call-out pay, then lower the seats."
        ),
        example: [5])

    package static let caseUnreadable = Self(
        7007, .badInput,
        zh: "案例中的“{1}”读不懂。",
        en: "“{1}” of the case cannot be understood.",
        next: Message(zh: "请按 docs/replay.md 的格式改正。", en: "Correct it after docs/replay.md."), example: ["shifts"])
}
