package import Kernel

/// The ways in which the room says no; numbers __first__–__last__.
package struct __Name__Refusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [__Name__Refusal] = [.placeUnknown, .noteExists, .textMissing]

    package static let placeUnknown = Self(
        __thousand__001, .notFound, field: "place",
        zh: "没有登记过地方“{1}”。",
        en: "No place “{1}” is registered.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["p140404101"])

    package static let noteExists = Self(
        __thousand__002, .conflict, field: "note",
        zh: "编号“{1}”已经用过。",
        en: "“{1}” is already in use.",
        next: Message(zh: "请换一个编号。", en: "Choose another."),
        example: ["note-1"])

    package static let textMissing = Self(
        __thousand__003, .badInput, field: "text",
        zh: "内容不能为空。",
        en: "There is no text.",
        next: Message(zh: "请填写内容。", en: "Write something."))
}
