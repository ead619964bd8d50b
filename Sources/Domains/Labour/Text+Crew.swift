import Kernel

/// Words of people who go to work together or not at all.
enum CrewText {
    static let form = Message(zh: "登记结伴", en: "Enter a crew")
    static let leave = Message(zh: "退出结伴", en: "Leave a crew")
    static let offer = Message(zh: "整伙邀约", en: "Offer a crew its seats")
    static let seat = Message(zh: "整伙应约", en: "Take seats for a crew")
    static let crew = Message(zh: "结伴", en: "Crew")
    static let question = Message(zh: "几个人要去一起去？", en: "How many go together?")
    static let leader = Message(zh: "领头人", en: "Leader")
    static let members = Message(zh: "同去的人", en: "Who goes along")
    static let alone = Message(zh: "正在找活、还没有和别人结伴的人", en: "Those who look for work and are of no crew")
    static let consent = Message(
        zh: "每个人都同意：要去一起去，由领头人替大家答复", en: "Each agrees to go together or not at all, and to who answers for them")
    static let note = Message(
        zh: "撮合时整伙派活，要么都有岗位，要么都没有；等活的天数按等得最短的那个人算。工钱各付各的，不经领头人。",
        en: """
            A round gives a crew seats for all or none; it counts as whoever of it has waited least. Wages go to each of \
            them, not through the leader.
            """)
    static let leaveNote = Message(
        zh: "领头人退出，这一伙就散了；只剩一个人也散。散了以后各找各的活。",
        en: "Where the leader leaves, or one stays behind, the crew is over, and each looks for work alone.")
    static let weGo = Message(zh: "我们去", en: "We go")
    static let iDoNotGo = Message(zh: "不去", en: "No")
    static let iGiveUp = Message(zh: "去不了了", en: "I cannot come")
    static let asked = Message(zh: "等领头人答复", en: "Waits for the leader’s answer")
    static let canTake = Message(zh: "坐得下整伙的活", en: "Work with seats for all")
    static let over = Message(zh: "已散伙", en: "Over")
    static let offeredSeats = Message(
        zh: "给你们整伙留了岗位，请领头人答复。", en: "Seats are held for all of your crew; let the leader answer.")
    static let seatsWere = Message(
        zh: "给你们整伙留过岗位，现在已不在你们名下。", en: "Seats were held for your crew; they are yours no more.")

    static func numbered(_ number: Int64) -> Message { Message(zh: "结伴 \(number)", en: "crew \(number)") }

    /// In words of one of them: of the crew and the work only.
    static func short(_ work: String, _ size: Int64) -> Message {
        Message(
            zh: "“\(work)”先紧着等得一样久或更久的人，剩下的岗位坐不下你们 \(size) 个人。",
            en: """
                “\(work)” went first to people who waited as long or longer; what was left did not take the \(size) of you \
                together.
                """)
    }

    static func rule(_ count: Int64) -> Message {
        Message(
            zh: "有 \(count) 单的活没法让你们整伙一起去：岗位不够，或者有人去不了。",
            en: "\(count.of("order")) that cannot take all of your crew: too few seats, or somebody cannot go.")
    }
}
