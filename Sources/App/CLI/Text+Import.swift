import Assembly
import Kernel

extension CLIText {
    static let importMembers = Message(zh: "导入成员名册。", en: "Import a list of members.")
    static let membersOrganisation = Message(
        zh: "集体经济组织的编号；不写就只读不登记。", en: "The collective; without it the list is read and nothing entered.")
    static let membersOffice = Message(
        zh: "登记时用的窗口（村报账员、服务站）。", en: "The desk that enters them: a village clerk or a station.")
    static let membersOn = Message(
        zh: "按这一天计算名册数字（可重复）。", en: "Reckon the roll on this day; may be repeated.")

    static func noOrganisation(_ text: String) -> Message {
        Message(zh: "组织编号“\(text)”不对。", en: "“\(text)” names no organisation.")
    }

    static func rollFigures(_ figures: RollFigures) -> Message {
        Message(
            zh: """
                \(figures.day)：\(figures.households) 户，成员 \(figures.members) 人，有表决权 \(figures.voters) 人；\
                到会至少 \(figures.quorum) 人，三分之二 \(figures.twoThirds) 人，四分之三 \(figures.threeQuarters) 人。
                """,
            en: """
                \(figures.day): \(figures.households) households, \(figures.members) members, \(figures.voters) voters; \
                quorum \(figures.quorum), two thirds \(figures.twoThirds), three quarters \(figures.threeQuarters).
                """)
    }

    static func membersRead(_ counts: MemberCounts) -> Message {
        Message(
            zh: "读出 \(counts.read) 行，\(counts.refused) 行有问题；登记 \(counts.entered) 人，已在册 \(counts.known) 人。",
            en: """
                \(counts.read) rows read, \(counts.refused) with problems; \(counts.entered) entered, \
                \(counts.known) known already.
                """)
    }
}
