import Kernel

extension WasteRefusal {
    package static let complaintKnown = Self(
        10028, .conflict, field: "complaint",
        zh: "投诉编号“{1}”已经用过。",
        en: "Complaint “{1}” is filed already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["heap-1"])

    package static let complaintUnknown = Self(
        10029, .notFound, field: "complaint",
        zh: "没有投诉“{1}”。",
        en: "There is no complaint “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["heap-1"])

    package static let wordsMissing = Self(
        10030, .badInput, field: "words",
        zh: "请写明情况。",
        en: "Nothing is said.",
        next: Message(zh: "用一两句话写清楚。", en: "One or two sentences will do."))

    package static let complaintsUsedUp = Self(
        10031, field: "words",
        zh: "你已有 {1} 件投诉没有办结。",
        en: "{1} complaints of yours are open.",
        next: Message(
            zh: "请先办结已有的投诉，或到村委会、乡镇窗口反映。",
            en: "Close one of them first, or go to the desk of the village or township."),
        example: [5])

    package static let complaintAnswered = Self(
        10032, .conflict, field: "complaint",
        zh: "投诉“{1}”已经答复。",
        en: "Complaint “{1}” is answered already.",
        next: Message(
            zh: "等投诉人确认；不接受的可以再答复。",
            en: "The one who complained has it now; if it is not accepted it comes back."),
        example: ["heap-1"])

    package static let complaintNotAnswered = Self(
        10033, .conflict, field: "complaint",
        zh: "投诉“{1}”还没有答复。",
        en: "Complaint “{1}” is not answered yet.",
        next: Message(zh: "请先答复。", en: "Answer it first."),
        example: ["heap-1"])

    package static let complaintClosed = Self(
        10034, .conflict, field: "complaint",
        zh: "投诉“{1}”已经办结。",
        en: "Complaint “{1}” is closed.",
        next: Message(zh: "还有问题请另提一件。", en: "File another if something is still wrong."),
        example: ["heap-1"])

    package static let complaintForgotten = Self(
        10035, .conflict, field: "complaint",
        zh: "这件投诉的内容已经销毁。",
        en: "What this complaint said is destroyed.",
        next: Message(zh: "由监督人员选明原因后办结。", en: "A supervisor closes it with a reason."))

    package static let complaintOfPerson = Self(
        10036, .forbidden, field: "complaint",
        zh: "本人提出的投诉，由本人确认；窗口不能代办。",
        en: "Somebody complained in person: a desk does not say for them that all is well, or that it is not.",
        next: Message(zh: "请投诉人用手机确认，或由监督人员办结。", en: "The one who complained does it, or a supervisor closes it."))

    package static let closingReasonMissing = Self(
        10037, .badInput, field: "reason",
        zh: "监督人员办结要选原因。",
        en: "A supervisor closes with a reason.",
        next: Message(zh: "请选择一个原因。", en: "Choose one of the list."))

    package static let ownAnswer = Self(
        10038, .forbidden, field: "complaint",
        zh: "答复的人不能办结这件投诉。",
        en: "Whoever answered a complaint does not close it.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let complaintEndsWithPerson = Self(
        10039, field: "complaint",
        zh: "本人提出的投诉，内容随本人的个人信息一并销毁。",
        en: "The words of a person’s own complaint end with what else is personal of the person.",
        next: Message(zh: "请在登记簿中办理个人信息销毁。", en: "Use the erasure of the register."))
}
