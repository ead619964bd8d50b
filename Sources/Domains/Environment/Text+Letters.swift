import HJ212
import Kernel

/// Letters about exceeding days, and their answers.
enum LetterText {
    static let write = Message(zh: "发函问询", en: "Write to the operator")
    static let answer = Message(zh: "答复来函", en: "Answer a letter")
    static let letters = Message(zh: "问询函与答复", en: "Letters and their answers")
    static let letter = Message(zh: "问询函", en: "Letter")
    static let lettersWait = Message(zh: "待答复的问询函", en: "Letters that wait for an answer")
    static let question = Message(zh: "这封函答复了吗？", en: "Is this letter answered?")
    static let number = Message(zh: "函号", en: "Letter")
    static let about = Message(zh: "事由", en: "About")
    static let sent = Message(zh: "发函", en: "Written")
    static let answerBy = Message(zh: "答复期限", en: "Answer due")
    static let answeredAt = Message(zh: "答复时间", en: "Answered")
    static let noLetters = Message(zh: "没有发过函。", en: "No letter was written.")
    static let demand = Message(zh: "要求", en: "What is asked")
    static let demandHint = Message(
        zh: "例如：查明原因，三日内恢复达标，并报送复测结果",
        en: "For example: find the cause, meet the limit within three days, send the repeat’s result")
    static let causes = Message(zh: "超标原因", en: "Causes")
    static let measures = Message(zh: "已采取和拟采取的措施", en: "What is done about it")
    static let doneBy = Message(zh: "完成时限", en: "Done by")
    static let alarm = Message(zh: "所涉警报", en: "The alarm")
    static let waits = Message(zh: "待答复", en: "waits for its answer")
    static let overdue = Message(zh: "逾期未答复", en: "not answered in time")
    static let answered = Message(zh: "已答复", en: "answered")
    static let answeredLate = Message(zh: "迟复", en: "answered late")
    static let void = Message(zh: "不再要求（当日已改判）", en: "no longer asked: the day was judged anew")
    static let toPrint = Message(zh: "用浏览器的打印即可打印成文。", en: "The browser’s print gives the letter on paper.")

    static func number(_ number: Int64, _ year: Int) -> Message {
        Message(zh: "〔\(year)〕第 \(number) 号", en: "No. \(number) of \(year)")
    }

    static func subject(_ facility: String, _ day: String, _ item: Message) -> Message {
        Message(
            zh: "关于\(facility)\(day)\(item.zh)超标的问询函",
            en: "Letter on \(item.en) beyond the limit at \(facility) on \(day)")
    }

    static func reply(_ number: Message) -> Message {
        Message(zh: "关于问询函\(number.zh)的复函", en: "Answer to letter \(number.en)")
    }

    static func toOperator(_ facility: String) -> Message {
        Message(zh: "\(facility)运营单位：", en: "To the operator of \(facility):")
    }

    static func toOffice(_ office: String) -> Message { Message(zh: "\(office)：", en: "To \(office):") }

    /// What was measured, and what it rests on.
    static func finding(
        _ day: String, _ item: Message, _ value: String, _ limit: String, _ row: String, _ source: Message
    )
        -> Message
    {
        Message(
            zh: "经监测，你单位运营的该设施\(day)出水\(item.zh)为 \(value)，超过 \(source.zh)规定的限值 \(limit)（限值编号 \(row)）。",
            en: """
                On \(day) the water leaving this facility, which you operate, had \(item.en) at \(value), beyond the limit of \
                \(limit) by \(source.en) (row \(row)).
                """)
    }

    static func hours(_ valid: Int64, _ due: Int64, _ version: Int64) -> Message {
        Message(
            zh: "当日应有数据 \(due) 小时，有效 \(valid) 小时；以上为该日第 \(version) 版结论。",
            en: "\(valid) of the day’s \(due) hours are valid; this is version \(version) of the day.")
    }

    static func asked(_ demand: String) -> Message { Message(zh: "现要求：\(demand)", en: "You are asked: \(demand)") }

    static func please(_ day: String) -> Message {
        Message(
            zh: "请于\(day)（含当日）前书面答复，写明超标原因、已采取和拟采取的措施以及完成时限。",
            en:
                "Please answer in writing by \(day), that day included: the causes, the measures, and by when they are done."
        )
    }

    static func causes(_ words: String) -> Message { Message(zh: "一、超标原因：\(words)", en: "1. Causes: \(words)") }
    static func measures(_ words: String) -> Message { Message(zh: "二、措施：\(words)", en: "2. Measures: \(words)") }
    static func doneBy(_ day: String) -> Message { Message(zh: "三、完成时限：\(day)。", en: "3. Done by \(day).") }

    static func due(_ number: Int64, _ what: Message, isAnswered: Bool) -> Message {
        isAnswered
            ? Message(zh: "函 \(number)（\(what.zh)）", en: "Letter \(number) (\(what.en))")
            : Message(zh: "函 \(number)（\(what.zh)）：待答复", en: "Letter \(number) (\(what.en)): to be answered")
    }

    static func toWrite(_ alarm: Int64, _ what: Message) -> Message {
        Message(zh: "警报 \(alarm)（\(what.zh)）：待发函", en: "Alarm \(alarm) (\(what.en)): the letter is to be written")
    }

    static func alarm(_ number: Int64, _ what: Message) -> Message {
        Message(zh: "警报 \(number)：\(what.zh)", en: "Alarm \(number): \(what.en)")
    }
}

/// By whom a facility is run, and what that costs.
enum OperatorText {
    static let link = Message(zh: "关联运营合同", en: "Link a contract")
    static let unlink = Message(zh: "取消关联合同", en: "Take a contract off")
    static let section = Message(zh: "运营合同与费用", en: "Contract of the operator, and its fees")
    static let contract = Message(zh: "合同", en: "Contract")
    static let contractHint = Message(
        zh: "登记簿里的合同；没有的先在登记簿登记", en: "Of the register; one that is not there is registered first")
    static let parties = Message(zh: "双方", en: "Parties")
    static let term = Message(zh: "期限", en: "Term")
    static let total = Message(zh: "总额", en: "Whole")
    static let fallenDue = Message(zh: "已到期应付", en: "Due so far")
    static let standing = Message(zh: "支付情况", en: "How they stand")
    static let none = Message(zh: "还没有关联合同。", en: "No contract is linked.")
    static let note = Message(
        zh: "金额和期次按登记簿的合同；付没付按公开栏的记录，明细见合同页。",
        en:
            "Amounts and instalments are the register’s; what was paid is the public board’s. The contract’s page has each of them."
    )
    static let notShown = Message(zh: "公开栏没有这份合同的支付记录", en: "the board has no payments of it")

    static func count(_ instalments: Int, _ money: String) -> Message {
        Message(zh: "\(instalments) 期 \(money)", en: "\(instalments.of("instalment")), \(money)")
    }
}
