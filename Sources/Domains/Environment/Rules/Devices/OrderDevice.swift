package import Kernel
package import Storage

/// Asks something of a logger. The gateway sends it on the open connection and writes down the answer.
package struct OrderDevice: FacilityVerb {
    package let facility: FacilityID
    package let mn: String
    package let words: DeviceWords

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(facility: pass.value("facility", \.facility), mn: pass.value("mn", \.mn), words: pass.inlined(\.words))
    }

    package static let name = "orderDevice"
    package static var title: Message { DeviceText.order }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .stationElsewhere, .orderWaits, .intervalWrong, .hourWrong, .itemMissing,
    ]

    /// What HJ 212-2017 lets the minute data be cut into.
    private static let minutes: Set<Int64> = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard subject.stations.contains(mn) else { throw EnvironmentRefusal.stationElsewhere(mn) }
        if let open = subject.orders.first(where: { $0.mn == mn && !$0.isAnswered }) {
            throw EnvironmentRefusal.orderWaits(open.number)
        }
        switch words.act {
        case .setTime: break
        case .realtimeInterval:
            guard let interval = words.interval, (30...3_600).contains(interval) else {
                throw EnvironmentRefusal.intervalWrong()
            }
        case .minuteInterval:
            guard let interval = words.interval, Self.minutes.contains(interval) else {
                throw EnvironmentRefusal.intervalWrong()
            }
        case .fetchHour:
            guard let hour = words.hour, hour.milliseconds % 3_600_000 == 0,
                hour.adding(seconds: 3_600) <= context.now
            else { throw EnvironmentRefusal.hourWrong() }
        case .sampleNow: guard words.item != nil else { throw EnvironmentRefusal.itemMissing() }
        }
        return [
            DeviceOrdered(
                facility: facility, place: subject.place, number: Int64(subject.orders.count) + 1, mn: mn, words: words,
                by: context.principal.person)
        ]
    }
}

/// A command waits for the gateway.
package struct DeviceOrdered: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let mn: String
    package let words: DeviceWords
    package let by: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), mn: pass.value("mn", \.mn),
            words: pass.inlined(\.words), by: pass.value("by", \.by))
    }

    package static let name = "deviceOrdered"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.orders.append(DeviceOrder(number: number, mn: mn))
    }
}
