import HJ212
import Kernel
import Registry
import Storage
import Web

extension DuePage {
    /// Letters that wait for their answer, with those of the last thirty days that have one, and letters that are to be written.
    static func letters(
        _ facility: FacilityLine, _ alarms: [AlarmLine], _ request: PageRequest, in tx: any ReadTransaction
    )
        throws -> [Line]
    {
        let now = request.now
        let letters = try UpkeepQueries.letters(of: facility.id, in: tx)
        let since = now.adding(days: -Int64(FacilityPage.shownDays))
        let shown = letters.filter { letter in !letter.isVoid && (letter.answer.map { $0.at >= since } ?? true) }
        let written = Set(letters.map(\.alarm))
        let missing = alarms.filter { $0.kind == .exceedance && !written.contains($0.number) }
        return shown.map { letter in
            Line(
                facility: facility,
                what: LetterText.due(
                    letter.number, EnvironmentText.alarm(.exceedance, letter.item), isAnswered: letter.answer != nil),
                due: letter.answerBy.end, isDone: letter.answer != nil,
                // Whoever wrote it leaves it to the operator.
                act: request.principal?.office == letter.office
                    ? nil : (AnswerLetter.self, "letters/\(letter.number)/answer"),
                wasLate: letter.answer != nil && letter.isLate(at: now))
        }
            + missing.map { alarm in
                let days = DatedTables.value("letterDays", on: alarm.raisedAt.date)
                return Line(
                    facility: facility,
                    what: LetterText.toWrite(alarm.number, EnvironmentText.alarm(alarm.kind, alarm.item)),
                    due: alarm.raisedAt.date.adding(days: Int(days)).end, isDone: false,
                    act: (WriteLetter.self, "alarms/\(alarm.number)/letter"))
            }
    }

    /// The next visit, each reagent's next count or order, and of a village's facility yesterday's meter.
    static func upkeep(_ facility: FacilityLine, _ request: PageRequest, in tx: any ReadTransaction) throws -> [Line] {
        let today = request.now.date
        let days = facility.kind.visitDays(on: today)
        let last = try UpkeepQueries.visits(of: facility.id, limit: 1, in: tx).first?.day
        let next = last?.adding(days: Int(days)) ?? today
        var lines = [
            Line(
                facility: facility, what: UpkeepText.visitDue(days), due: next.end,
                isDone: last != nil && next > today, act: (RecordVisit.self, "visits/new"))
        ]
        lines += try UpkeepQueries.reagents(of: facility.id, in: tx).map { reagent, use -> Line in
            if let out = use.runsOut, let order = use.orderBy, order <= today {
                return Line(
                    facility: facility, what: UpkeepText.orderReagent(reagent, request.format.date(out)),
                    due: order.end, isDone: false, act: (CountReagent.self, "reagents/count"))
            }
            let again = use.day.adding(days: Int(DatedTables.value("reagentCount", on: today)))
            return Line(
                facility: facility, what: UpkeepText.countDue(reagent), due: again.end, isDone: again > today,
                act: (CountReagent.self, "reagents/count"))
        }
        guard facility.kind == .village else { return lines }
        let yesterday = DayAnswer.yesterday(request.now)
        let read = try CapacityQueries.version(facility.id, yesterday, in: tx) > 0
        lines.append(
            Line(
                facility: facility, what: UpkeepText.meterDue, due: today.start.adding(seconds: 13 * 3_600),
                isDone: read, act: (EnterOperation.self, "operation")))
        return lines
    }
}
