import Kernel

/// Words of the morning rounds.
enum RoundText {
    static let openHall = Message(zh: "开市", en: "Open a hall")
    static let closeHall = Message(zh: "关市", en: "Close a hall")
    static let runRound = Message(zh: "现在撮合一次", en: "Hold a round now")
    static let fillSeats = Message(zh: "补空岗", en: "Fill seats that came free")
    static let noteCertificate = Message(zh: "登记证书", en: "Enter a certificate")
    static let takeCertificate = Message(zh: "收到证书变动", en: "Take a certificate of another room")
    static let rounds = Message(zh: "撮合", en: "Rounds")
    static let roundsQuestion = Message(zh: "岗位是怎么分的？", en: "How are seats given out?")
    static let roundsAnswer = Message(zh: "先坐满，再论先后", en: "Fill the seats, then who waited longest")
    static let method = Message(
        zh: """
            先让尽量多的岗位有人；同样多时，等得久的先去，再看路近，最后抽签。抽签的种子事先公布摘要，谁都可以重算。\
            结伴的人排在等得一样久和更久的人后面，坐得下整伙才给，按等得最短的那个人算。已经应约的人不会被换下。
            """,
        en: """
            As many seats as possible are filled; then whoever waited longer goes first, then whoever lives nearer, and last \
            a draw decides, whose seed was committed to before. Anybody can reckon it again. A crew has its turn after whoever \
            waited as long or longer, counts as whoever of it waited least, and gets seats for all or none. Who has accepted \
            is never moved.
            """)
    static let refillMethod = Message(
        zh: "有人退出、没来、没答复，或有人晚到，空出来的岗位当场再排一次，办法一样。已经应约的、正在等答复的，都不动。",
        en: """
            When somebody gives a seat up, does not come or does not answer, or comes late, what is free is given out again \
            at once, in the same way. Nobody who has accepted, or is still being asked, is moved.
            """)
    static let kind = Message(zh: "哪一种", en: "Kind")
    static let whole = Message(zh: "整场撮合", en: "A whole round")
    static let refill = Message(zh: "补空岗", en: "Seats that came free")
    static let lastFilled = Message(zh: "最近一次补空岗", en: "Seats last filled again")
    static let toTell = Message(zh: "可以这样告诉本人", en: "What to tell the person")
    static let times = Message(zh: "每天的时刻", en: "Times of the day")
    static let next = Message(zh: "下一次", en: "Next")
    static let at = Message(zh: "时间", en: "Held at")
    static let round = Message(zh: "场次", en: "Round")
    static let seekers = Message(zh: "等活人数", en: "People")
    static let placed = Message(zh: "邀约", en: "Offered")
    static let free = Message(zh: "空岗", en: "Free seats")
    static let seed = Message(zh: "抽签种子", en: "Seed of the draw")
    static let entry = Message(zh: "台账第几条", en: "Entry of the log")
    static let noRounds = Message(zh: "还没有撮合过。", en: "No round was held yet.")
    static let noHalls = Message(zh: "还没有开市。", en: "No hall is open.")
    static let closed = Message(zh: "已关市", en: "Closed")
    static let roundQuestion = Message(zh: "这一次分出了几个岗位？", en: "How many seats did this round give?")
    static let whyNot = Message(zh: "最近一次撮合", en: "The last round")
    static let yourNumber = Message(zh: "您当天的号", en: "Your number of the day")
    static let offeredSeat = Message(zh: "给您留了一个岗位，请答复。", en: "A seat is held for you; please answer.")
    static let seatWas = Message(zh: "给您留过一个岗位，现在已不在您名下。", en: "A seat was held for you; it is yours no more.")
    static let refilled = Message(zh: "刚才补空岗", en: "Seats that came free since")
    static let paper = Message(zh: "证书编号", en: "Number of the certificate")
    static let lastDay = Message(zh: "有效到", en: "Valid to")
    static let isInForce = Message(zh: "有效", en: "In force")

    static func given(_ placed: String, _ seats: String) -> Message {
        Message(zh: "\(placed) 个，共 \(seats) 个空岗", en: "\(placed) of \(seats) free seats")
    }

    static func check(_ id: String) -> Message {
        Message(
            zh: "自己核对：qianmo verify round \(id) --log 目录", en: "Check it yourself: qianmo verify round \(id) --log DIR")
    }

    /// In her words: of her and the work only.
    static func reason(_ answer: RoundAnswer) -> Message {
        let work = answer.work ?? ""
        switch answer.kind {
        case nil where answer.group != nil: return answer.hasSeat ? CrewText.offeredSeats : CrewText.seatsWere
        case nil: return answer.hasSeat ? offeredSeat : seatWas
        case .waited:
            return Message(
                zh: "“\(work)”这次给了等活更久的人，您再等 \(answer.amount) 天就排得上。",
                en: "“\(work)” went to people who waited longer; you lack \(answer.amount) days.")
        case .distance:
            return Message(
                zh: "“\(work)”这次给了住得更近的人。", en: "“\(work)” went to people who live nearer.")
        case .draw:
            return Message(
                zh: "“\(work)”您和别人条件一样，抽签没抽中。", en: "At “\(work)” all was equal, and the draw went the other way.")
        case .group: return CrewText.short(work, answer.amount)
        case .rule: return rule(answer.rule, answer.amount)
        case .noOrder: return Message(zh: "这次没有空岗。", en: "There were no free seats.")
        }
    }

    private static func rule(_ rule: RoundRule?, _ count: Int64) -> Message {
        switch rule {
        case .age, nil:
            Message(zh: "有 \(count) 单的活按规定年龄还不能干。", en: "For \(count.of("order")) the law asks another age.")
        case .trade:
            Message(
                zh: "有 \(count) 单的工种不在您登记的工种里；会干的话，到窗口加上。",
                en:
                    "\(count.of("order")) of trades you have not entered; if you can do them, have them added at the desk."
            )
        case .certificate:
            Message(
                zh: "有 \(count) 单要证书，您的证书还没有登记。",
                en: "\(count.of("order")) with a certificate to show, and none of yours is entered.")
        case .elsewhere:
            Message(zh: "有 \(count) 单和您已定的活时间重叠。", en: "\(count.of("order")) across work you have agreed to.")
        case .declined:
            Message(zh: "有 \(count) 单您没有答应过，或已退出。", en: "You did not take, or gave up, \(count.of("order")).")
        case .blocked: Message(zh: "有 \(count) 单的用工方停止发单。", en: "\(count.of("order")) of blocked employers.")
        case .wage:
            Message(
                zh: "有 \(count) 单的工钱低于您说的最低数；想降一点，随时可以改。",
                en: "\(count.of("order")) for less a day than you said you work for; you can change that at any time.")
        case .group: CrewText.rule(count)
        case .reach:
            Message(
                zh: "有 \(count) 单比您说的远；愿意去的话，改一下要求。",
                en: "\(count.of("order")) farther away than you said you go; change that if you would.")
        }
    }
}
