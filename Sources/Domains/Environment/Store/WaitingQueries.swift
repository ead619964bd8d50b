package import Kernel
import Registry
package import Storage

extension Environment {
    /// Letters without an answer and open alarms that nobody took up, at the facilities of the desk's place.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        let isAnswering = AnswerLetter.access.roles.contains(principal.role)
        let isTaking = TakeAlarm.access.roles.contains(principal.role)
        guard isAnswering || isTaking else { return [] }
        let letters = isAnswering ? try UpkeepQueries.waitingLetters(in: tx) : []
        let alarms = isTaking ? try EnvironmentQueries.openAlarms(in: tx).filter { $0.owner == nil } : []
        guard !letters.isEmpty || !alarms.isEmpty else { return [] }
        let facilities = try EnvironmentQueries.facilities(within: principal.division, in: tx)
        let names = Dictionary(facilities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let calendar = try CalendarQueries.calendar(in: tx)
        let written = letters.compactMap { letter -> Waiting.Item? in
            guard let name = names[letter.facility], letter.office != principal.office else { return nil }
            return Waiting.Item(
                EnvironmentText.alarmOf(name, EnvironmentText.alarm(.exceedance, letter.item)), AnswerLetter.title,
                path: "/environment/facilities/\(letter.facility)/letters/\(letter.number)", since: letter.writtenAt,
                by: letter.answerBy.end, now: now, in: calendar)
        }
        let raised = alarms.filter { names[$0.facility] != nil }.map { alarm in
            Waiting.Item(
                EnvironmentText.alarmOf(alarm.name, EnvironmentText.alarm(alarm.kind, alarm.item)), TakeAlarm.title,
                path: "/environment/facilities/\(alarm.facility)/alarms/\(alarm.number)/take", since: alarm.raisedAt,
                by: alarm.takenBy, now: now, in: calendar)
        }
        return [(LetterText.lettersWait, written), (EnvironmentText.alarmsWait, raised)].filter { !$0.1.isEmpty }.map {
            Waiting(
                $0.0, $0.1.count, path: "/environment/due", isLate: $0.1.contains { $0.isLate }, items: $0.1)
        }
    }
}
