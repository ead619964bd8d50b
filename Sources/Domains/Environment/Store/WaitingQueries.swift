package import Kernel
import Registry
package import Storage

extension Environment {
    /// Open alarms that nobody took up, at the facilities of the desk's place.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        guard TakeAlarm.access.roles.contains(principal.role) else { return [] }
        let alarms = try EnvironmentQueries.openAlarms(in: tx).filter { $0.owner == nil }
        guard !alarms.isEmpty else { return [] }
        let own = Set(try EnvironmentQueries.facilities(within: principal.division, in: tx).map(\.id))
        let calendar = try CalendarQueries.calendar(in: tx)
        let items = alarms.filter { own.contains($0.facility) }.map { alarm in
            Waiting.Item(
                EnvironmentText.alarmOf(alarm.name, EnvironmentText.alarm(alarm.kind, alarm.item)), TakeAlarm.title,
                path: "/environment/facilities/\(alarm.facility)/alarms/\(alarm.number)/take", since: alarm.raisedAt,
                by: alarm.takenBy, now: now, in: calendar)
        }
        guard !items.isEmpty else { return [] }
        return [
            Waiting(
                EnvironmentText.alarmsWait, items.count, path: "/environment/due", isLate: items.contains { $0.isLate },
                items: items)
        ]
    }
}
