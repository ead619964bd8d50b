package import Kernel

/// The ways in which the room says no; numbers 12001–12999.
package struct SupervisionRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [SupervisionRefusal] = [
        .noSuchFlag, .wordsMissing, .flagPaperMissing, .untilMissing, .untilOutside, .noAnswer, .nothingToConfirm,
        .ownFlagAnswer, .answerStale, .answerErased,
    ]

    private static let fromTheList = Message(zh: "请从预警列表中选择。", en: "Choose one from the list of flags.")

    package static let noSuchFlag = Self(
        12_001, .notFound, field: "flag",
        zh: "现在没有这条预警。", en: "There is no such flag now.", next: fromTheList)

    package static let wordsMissing = Self(
        12_002, .badInput, field: "words",
        zh: "没有写查到了什么。", en: "It is not said what was found out.",
        next: Message(zh: "请写明核实的情况。", en: "Say what you looked at and found."))

    package static let flagPaperMissing = Self(
        12_003, .badInput, field: "paper",
        zh: "说明情况或已整改，都要有凭据。", en: "An explanation, or that it was mended, takes a paper.",
        next: Message(zh: "请附上凭据的照片或文件。", en: "Add the paper."))

    package static let untilMissing = Self(
        12_004, .badInput, field: "until",
        zh: "移送以后，要写哪一天再来问结果。", en: "Of what is sent on it is said by when you ask again.",
        next: Message(zh: "请填一个日期。", en: "Give a day."))

    package static let untilOutside = Self(
        12_005, .badInput, field: "until",
        zh: "答复的有效期应在今天到三年之内。", en: "An answer holds until today at least and three years at most.",
        next: Message(zh: "请改日期，或不填。", en: "Give another day, or none."))

    package static let noAnswer = Self(
        12_006, .notFound, field: "flag",
        zh: "这条预警还没有答复。", en: "This flag has no answer yet.", next: fromTheList)

    package static let nothingToConfirm = Self(
        12_007, .conflict, field: "flag",
        zh: "这条答复不等第二个人复核。", en: "This answer does not wait for a second person.",
        next: Message(zh: "不用再复核；不同意时请另作答复。", en: "Nothing is to be done; answer anew if you disagree."))

    package static let ownFlagAnswer = Self(
        12_008, .refused, field: "flag",
        zh: "这是您自己的答复，要由另一个人复核。", en: "This is your own answer; another person looks at it.",
        next: Message(zh: "请让另一位监督人员复核。", en: "Let another supervisor look at it."))

    package static let answerStale = Self(
        12_009, .conflict, field: "flag",
        zh: "答复以后情况有了变化。", en: "Something has changed since the answer.",
        next: Message(zh: "请按现在的情况重新答复。", en: "Answer anew, by what stands now."))

    package static let answerErased = Self(
        12_010, .conflict, field: "flag",
        zh: "这条答复的文字已经销毁。", en: "The words of this answer were destroyed before.",
        next: Message(zh: "不用再销毁。", en: "Nothing is to be done."))
}
