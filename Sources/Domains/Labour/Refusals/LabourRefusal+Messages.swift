import Kernel

extension LabourRefusal {
    package static let noSuchMessage = Self(
        7119, .notFound, field: "kind",
        zh: "没有要告诉这个人的这件事。",
        en: "There is nothing of this kind to tell.",
        next: Message(zh: "请在电话名单上重新点。", en: "Choose it on the list of calls."))

    package static let messageTold = Self(
        7120, .conflict, field: "kind",
        zh: "这件事已经告诉过了。",
        en: "This was told already.",
        next: Message(zh: "不需要再打电话。", en: "No further call is needed."))
}
