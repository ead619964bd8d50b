import Kernel

/// What a desk reads above the form on which it decides.
enum BasisText {
    static let notYet = Message(zh: "现在还办不了", en: "Not possible yet")
    static let draft = Message(zh: "将公布的内容", en: "What will be published")
    static let floor = Message(zh: "指导价下限", en: "Guide price, lower bound")
    static let below = Message(zh: "起始价低于下限", en: "The starting price is below it")
    static let notBelow = Message(zh: "起始价不低于下限", en: "The starting price is not below it")
    static let resolution = Message(zh: "民主决议", en: "Resolution")
    static let noResolution = Message(zh: "还没有选定决议", en: "No resolution chosen yet")
    static let standing = Message(zh: "情况", en: "Standing")
    static let inRegister = Message(zh: "台账已有", en: "In the register")
    static let missing = Message(zh: "缺", en: "Missing")
    static let noWords = Message(
        zh: "异议原文在公示栏的异议里，或者已经按规定销毁。",
        en: "The words stand with the objection on the notice board, or were destroyed as the rules ask.")
    static let fullName = Message(zh: "姓名或名称（全称）", en: "Full name")
    static let phone = Message(zh: "手机号", en: "Telephone")
    static let transferNote = Message(zh: "报名编号（转账附言）", en: "Registration number (goes with the transfer)")
    static func papers(missing: Int) -> Message {
        missing == 0
            ? Message(zh: "申请材料：齐全", en: "Papers: complete")
            : Message(zh: "申请材料：还缺 \(missing) 件", en: "Papers: \(missing) missing")
    }
    static func objection(_ number: Int64) -> Message {
        Message(zh: "第 \(number) 号异议怎么说", en: "What objection \(number) says")
    }
    static func votes(_ inFavour: Int64, of entitled: Int64) -> Message {
        Message(zh: "\(entitled) 人中 \(inFavour) 人同意", en: "\(inFavour) of \(entitled) in favour")
    }
}
