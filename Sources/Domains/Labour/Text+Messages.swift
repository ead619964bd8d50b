import Kernel
import Web

/// What is said to people on the telephone, and the list of who is to be called.
enum MessageText {
    static let note = Message(zh: "记短信去向", en: "Note what became of a message")
    static let tell = Message(zh: "已打电话告知", en: "Told by telephone")
    static let tellNote = Message(
        zh: "电话里说到本人再点；日志只记告知了哪件事，不记号码和说的话。",
        en: "Press once you have spoken to the person; the log keeps what was told, and neither number nor words.")
    static let calls = Message(zh: "电话名单", en: "Calls to make")
    static let callsQuestion = Message(zh: "现在要给谁打电话？", en: "Who is to be called now?")
    static let callsNote = Message(
        zh: "没有电话可发、短信没发出，或还没有回话的人。打通了，把那句话念给本人，再点去或不去。",
        en: """
            People without a telephone for messages, whose message did not go out, or who have not answered. Read the \
            sentence to the person, then press yes or no.
            """)
    static let nobodyToCall = Message(zh: "没有要打的电话。", en: "Nobody is to be called.")
    static let sentence = Message(zh: "说这句话", en: "Say this")
    static let why = Message(zh: "为什么打", en: "Why")
    static let noNumber = Message(zh: "没有登记电话", en: "No number is known")
    static let until = Message(zh: "几点以前", en: "By")

    static func reason(_ outcome: MessageOutcome?) -> Message {
        switch outcome {
        case .handed: Message(zh: "短信已发，还没回", en: "Message sent, no answer yet")
        case .failed: Message(zh: "短信没发出", en: "The message did not go out")
        case .noPhone: Message(zh: "没有电话", en: "No telephone")
        case .told: Message(zh: "电话告知过，还没答复", en: "Told by telephone, no answer yet")
        case nil: Message(zh: "没有发短信", en: "No message was sent")
        }
    }

    // MARK: The sentences

    private static let nothing = Message(zh: "", en: "")
    private static let cameFree = Message(zh: "有人去不了，空出一个位子。", en: "A seat came free. ")

    /// `12月3日 06:30`; the year says nothing at the kerb.
    private static func moment(_ instant: Instant) -> Message {
        let (_, month, day) = instant.date.components
        let time = Format(.chinese).time(instant).prefix(5)
        return Message(zh: "\(month)月\(day)日 \(time)", en: "\(instant.date) \(time)")
    }

    /// What there is to say. `asks`: whether it ends with how to answer by message.
    static func sentence(_ line: MessageLine, asks: Bool) -> Message {
        let (terms, start) = (line.order.terms, moment(line.order.terms.start))
        switch line.kind {
        case .offer:
            let rate = terms.rate.plainYuan
            let free = line.isReplacement ? cameFree : nothing
            let (time, pay, cover) = (moment(line.until), terms.unit.label, terms.insurance.label)
            let ask =
                asks
                ? Message(zh: "去请回1，不去请回2，\(time.zh)前有效。", en: "Answer 1 to go, 2 not to go, by \(time.en).")
                : Message(zh: "您去不去？\(time.zh)前要定。", en: "Do you go? It stands until \(time.en).")
            return Message(
                zh: "零工市场：\(free.zh)\(start.zh)到\(terms.address)，\(terms.work)，\(rate)\(pay.zh)，\(cover.zh)。\(ask.zh)",
                en: """
                    Labour market: \(free.en)\(start.en), \(terms.address), \(terms.work), \(rate) \(pay.en), \(cover.en). \
                    \(ask.en)
                    """)
        case .cancelled:
            let pay =
                line.net > .zero
                ? Message(
                    zh: "出门费\(line.net.plainYuan)元，应付给您本人。",
                    en: " \(line.net.plainYuan) yuan for setting out are due to you.")
                : nothing
            return Message(
                zh: "零工市场：\(start.zh)\(terms.address)的\(terms.work)取消了，不用去了。\(pay.zh)",
                en: """
                    Labour market: \(terms.work) at \(terms.address) on \(start.en) was taken back; do not set out.\(pay.en)
                    """)
        case .wagesMissed:
            return Message(
                zh: "零工市场：您\(start.zh)\(terms.work)的工钱还欠\(line.owed.plainYuan)元，过了应付日。已催用工方；到市场可以立案，不收费。",
                en: """
                    Labour market: \(line.owed.plainYuan) yuan for your work on \(start.en) (\(terms.work)) are past their \
                    day. Who hired you was reminded; the market opens a case, free of charge.
                    """)
        case .reminder:
            return Message(
                zh: "零工市场：\(start.zh)\(terms.work)的工钱过了应付日还没付清，请今天付给本人；再不付要立案，并停止发单。",
                en: """
                    Labour market: wages for \(terms.work) on \(start.en) are past their day. Pay the workers themselves \
                    today; a case and a stop to new orders follow.
                    """)
        }
    }

    // MARK: Answers

    /// What people write for yes and no beside the figures.
    static let yes: Set<String> = ["1", "一", "去", "我去"]
    static let no: Set<String> = ["2", "二", "不去", "我不去"]

    static let unknownPhone = Message(
        zh: "这个号码没有在零工市场登记。请到市场登记，或用登记的号码回。",
        en: "This number is not known to the labour market. Register at the market, or answer from the number you gave."
    )
    static let notUnderstood = Message(zh: "没看懂。去请回1，不去请回2。", en: "Not understood. Answer 1 to go, 2 not to go.")
    static let nothingAsked = Message(zh: "现在没有等您答复的活。", en: "Nothing waits for your answer now.")
    static let severalAsked = Message(
        zh: "这个号码上不止一个活等答复，请给市场打电话说去哪一个。",
        en: "More than one offer waits at this number; call the market and say which.")
    static let leaderAnswers = Message(
        zh: "你们结了伴，请领头人回1；不去可以直接回2。", en: "You go together: let the leader answer 1; anybody may answer 2.")
    static let late = Message(
        zh: "回晚了，这个位子已经给了别人，或者活取消了。还想干活请给市场打电话。",
        en: "Too late: the seat went to somebody else, or the work was taken back. Call the market for other work.")
    static let saidNo = Message(
        zh: "您回过不去了。还想去请给市场打电话，看有没有空位。",
        en: "You have answered no. To go after all, call the market and ask for a seat.")
    static let noted = Message(zh: "记下了，这次不去，不影响下次。", en: "Noted: not this time. It costs you nothing.")

    static func saidYes(_ order: OrderLine) -> Message {
        let start = moment(order.terms.start)
        return Message(
            zh: "您已经答应了：\(start.zh)到\(order.terms.address)，\(order.terms.work)。去不了请给市场打电话。",
            en: """
                You have said yes: \(start.en), \(order.terms.address), \(order.terms.work). If you cannot come, call the \
                market.
                """)
    }

    static func goes(_ order: OrderLine) -> Message {
        let start = moment(order.terms.start)
        return Message(
            zh: "定了：\(start.zh)到\(order.terms.address)，\(order.terms.work)。工钱付给您本人。",
            en: "Agreed: \(start.en), \(order.terms.address), \(order.terms.work). Wages go to you yourself.")
    }
}
