import Kernel
import Weighing

extension CLIText {
    static let replayTickets = Message(
        zh: "核对过磅单：单据、车次两头、站点进出存、零填埋。",
        en: "Hold weighing tickets against each other: sums, both ends of trips, closure, zero landfill.")
    static let ticketsStock = Message(zh: "库存读数文件（CSV）。", en: "The file of stock readings (CSV).")
    static let ticketsGap = Message(zh: "站到厂最长分钟数。", en: "The longest way from station to plant, in minutes.")

    static func ticketRow(_ problem: WeighingFile.Problem) -> Message {
        let why =
            switch problem.reason {
            case .missingColumn: Message(zh: "缺这一列", en: "the column is missing")
            case .wrongCount: Message(zh: "列数不对", en: "not as many cells as the heading")
            case .empty: Message(zh: "不能空", en: "may not be empty")
            case .badNumber: Message(zh: "不是吨数（最多三位小数）", en: "not tonnes with at most three decimals")
            case .badTime: Message(zh: "不是时间", en: "not a time")
            case .unknownKind: Message(zh: "没有这种单据", en: "no such kind of ticket")
            case .negative: Message(zh: "不能为负", en: "may not be negative")
            }
        return Message(
            zh: "第 \(problem.line) 行 \(problem.field) “\(problem.value)”：\(why.zh)。",
            en: "line \(problem.line), \(problem.field) “\(problem.value)”: \(why.en).")
    }

    static func tonnes(_ kilograms: Int) -> String {
        let size = kilograms.magnitude
        let rest = String(1_000 + size % 1_000).dropFirst()
        return "\(kilograms < 0 ? "-" : "")\(size / 1_000).\(rest)"
    }

    static func weighingFault(_ fault: MassBalance.Fault) -> Message {
        let words = weighingWords(fault)
        let name = [fault.ticket, fault.trip, fault.place].compactMap(\.self).joined(separator: " ")
        let mass = tonnes(Int(fault.kilograms.magnitude))
        return Message(
            zh: "\(fault.day) \(name)：\(words.zh)（\(mass) 吨）", en: "\(fault.day) \(name): \(words.en) (\(mass) t)")
    }

    static func weighingWords(_ fault: MassBalance.Fault) -> Message {
        switch fault.kind {
        case .netNotGrossLessTare: Message(zh: "净重不等于毛重减皮重", en: "net is not gross minus tare")
        case .enteredTwice:
            Message(
                zh: "与 \(fault.other ?? "") 同车同毛重同皮重，重复录入",
                en: "same vehicle, gross and tare as \(fault.other ?? "") shortly before: entered twice")
        case .numberTwice: Message(zh: "单号用了两次", en: "the ticket number is used twice")
        case .onBoardDiffers: Message(zh: "地磅与车载秤不符", en: "gate weight differs from the on-board weight")
        case .endsDiffer:
            Message(zh: "厂里过磅与站里同一车次不符", en: "plant ticket differs from the station ticket of the same trip")
        case .neverArrived: Message(zh: "出站后没有到厂，链条断了", en: "left the station, never arrived: chain broken")
        case .neverLeft: Message(zh: "到厂没有出站单，链条断了", en: "arrived without a station ticket: chain broken")
        case .tooLongUnderway: Message(zh: "路上时间超过限度或倒流", en: "underway longer than the limit, or backwards in time")
        case .tareOff: Message(zh: "皮重偏离该车常值", en: "tare is far from the vehicle's usual tare")
        case .notClosed: Message(zh: "当日进出存不平，只能定位到站和日", en: "the station's day does not close; only the day is known")
        case .scaleDrift: Message(zh: "两台秤长期偏差", en: "one scale of the pair has drifted")
        }
    }

    static func zeroLandfill(_ balance: MassBalance) -> Message {
        let zh = balance.reasons.map { "\(reasonWords($0.reason).zh) \(tonnes($0.kilograms)) 吨" }
        let en = balance.reasons.map { "\(reasonWords($0.reason).en) \(tonnes($0.kilograms)) t" }
        return switch balance.verdict {
        case .proven: Message(zh: "零填埋：已证明。", en: "Zero landfill: proven.")
        case .landfilled:
            Message(
                zh: "零填埋：不成立（\(zh.joined(separator: "；"))）。", en: "Zero landfill: no (\(en.joined(separator: "; "))).")
        case .notProven:
            Message(
                zh: "零填埋：未证明（\(zh.joined(separator: "；"))）。",
                en: "Zero landfill: not proven (\(en.joined(separator: "; "))).")
        }
    }

    private static func reasonWords(_ reason: MassBalance.Reason) -> Message {
        switch reason {
        case .landfilled: Message(zh: "原生垃圾进了填埋场", en: "raw waste to a landfill")
        case .tripBroken: Message(zh: "车次断了", en: "broken trips")
        case .endsDiffer: Message(zh: "车次两头不符", en: "trips whose ends differ")
        case .notClosed: Message(zh: "进出存不平", en: "days that do not close")
        case .noStock: Message(zh: "没有库存读数", en: "no stock readings")
        case .unreadRows: Message(zh: "有读不出的行", en: "rows that could not be read")
        case .noTicket: Message(zh: "没有过磅单", en: "no tickets")
        }
    }
}
