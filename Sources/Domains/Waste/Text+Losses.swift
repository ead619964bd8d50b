import Kernel

/// What declared losses are called.
enum LossText {
    static let declare = Message(zh: "申报损耗", en: "Declare a loss")
    static let losses = Message(zh: "申报的损耗", en: "Declared losses")
    static let none = Message(zh: "没有申报过损耗。", en: "No loss is declared.")
    static let cause = Message(zh: "去向", en: "Where it went")
    static let kilogramsHint = Message(zh: "填 0 是撤回这一天的申报", en: "0 takes the day’s declaration back")
    static let reason = Message(zh: "说明", en: "What happened")
    static let reasonHint = Message(zh: "例如：压缩时排出渗滤液，已接入污水管", en: "For example: leachate pressed out, led to the sewer")
    static let paper = Message(zh: "凭据", en: "Paper")
    static let noPaper = Message(zh: "没有凭据", en: "no paper")
    static let who = Message(zh: "谁申报", en: "Who declared it")
    static let declared = Message(zh: "申报损耗（吨）", en: "Declared loss, t")
    static let note = Message(
        zh: "进 = 出 + 存量变化 + 申报损耗。申报多少、谁申报、有没有凭据，都列在这里。",
        en:
            "In = out + change of stock + declared loss. How much, who declares it, and whether there is a paper stand here."
    )
}

extension LossCause {
    var label: Message {
        switch self {
        case .drained: Message(zh: "渗滤液排走", en: "drained as leachate")
        case .dried: Message(zh: "晾干、蒸发", en: "dried")
        case .burnt: Message(zh: "起火烧掉", en: "burnt in a fire")
        case .spilled: Message(zh: "抛洒", en: "spilled")
        case .stolen: Message(zh: "被盗", en: "stolen")
        case .other: Message(zh: "其他", en: "something else")
        }
    }
}
