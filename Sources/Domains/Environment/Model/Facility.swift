package import HJ212
package import Kernel
package import Registry

package enum FacilityName {}
package typealias FacilityID = Identifier<FacilityName>
package enum LimitName {}
package typealias LimitID = Identifier<LimitName>

/// What treats the water: a county's plant, a town's station, a village's small facility.
package enum FacilityKind: String, FieldChoice { case plant, town, village }

/// What is measured and judged at an outlet.
package enum MeasuredItem: String, FieldChoice {
    case cod = "COD"
    case ammonia = "NH3-N"
    case nitrogen = "TN"
    case phosphorus = "TP"
    case solids = "SS"
    case bod = "BOD5"
    case acidity = "pH"

    /// Empty for what has none.
    package var unit: String { self == .acidity ? "" : "mg/L" }
}

/// A standard that binds a facility from a day on. The strictest of all that hold is applied.
package struct AssignedStandard: Sendable, Hashable {
    package let name: StandardName
    package let from: CivilDate
}

/// What an alarm is about. All but an exceedance are questions to the operator, not verdicts.
package enum AlarmKind: String, FieldChoice {
    case exceedance, offline, clockBack, flat, rangeEnd, powerWithoutFlow
}

/// What a facility numbers from 1 and never takes off its list.
protocol Numbered {
    var number: Int64 { get }
}

extension Array where Element: Numbered {
    /// Changes the one of that number; nothing where there is none.
    mutating func change(_ number: Int64, _ body: (inout Element) -> Void) {
        guard let place = firstIndex(where: { $0.number == number }) else { return }
        body(&self[place])
    }
}

extension Alarm: Numbered {}
extension Instrument: Numbered {}
extension HandMark: Numbered {}
extension DeviceOrder: Numbered {}

/// One raise and one clear; the same condition later is a new number.
package struct Alarm: Sendable, Hashable {
    package let number: Int64
    package let kind: AlarmKind
    package let item: MeasuredItem?
    package let day: CivilDate
    package let raisedAt: Instant
    package internal(set) var owner: PersonID?
    package internal(set) var closedAt: Instant?
}

/// A facility with one outlet.
package struct Facility: Sendable {
    package let id: FacilityID
    package let place: DivisionID
    package let name: String
    package let kind: FacilityKind
    /// m³ a day.
    package let design: Micro
    package internal(set) var standards: [AssignedStandard] = []
    package internal(set) var stations: [String] = []
    package internal(set) var alarms: [Alarm] = []
    package internal(set) var instruments: [Instrument] = []
    package internal(set) var marks: [HandMark] = []
    package internal(set) var orders: [DeviceOrder] = []
    /// Of each shaft of the sewers the one below it.
    package internal(set) var drains: [String: String] = [:]
    package internal(set) var letters: [Letter] = []
    /// The contracts by which it is run.
    package internal(set) var contracts: [ContractID] = []
    /// How many visits were written down.
    package internal(set) var visits: Int64 = 0
    package internal(set) var reagents: [Reagent: ReagentCount] = [:]

    package func openAlarm(_ item: MeasuredItem, on day: CivilDate) -> Alarm? {
        alarms.first { $0.kind == .exceedance && $0.item == item && $0.day == day && $0.closedAt == nil }
    }

    /// The rows that bind it on a day.
    package func binding(_ rows: [LimitRow], on day: CivilDate) -> [LimitRow] {
        let names = Set(standards.filter { $0.from <= day }.map(\.name))
        return rows.filter { names.contains(StandardName($0.standard, $0.grade)) }
    }
}

extension Facility {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(design.units > 0, "\(id) has no design load")
        invariants.hold(Set(alarms.map(\.number)).count == alarms.count, "\(id) has an alarm number twice")
        invariants.hold(
            instruments.enumerated().allSatisfy { $0.element.number == Int64($0.offset) + 1 }
                && marks.enumerated().allSatisfy { $0.element.number == Int64($0.offset) + 1 },
            "\(id) has instruments or marks out of number")
        invariants.hold(
            letters.enumerated().allSatisfy { $0.element.number == Int64($0.offset) + 1 }
                && Set(letters.filter { !$0.isAnswered }.map(\.alarm)).count == letters.count { !$0.isAnswered },
            "\(id) has letters out of number, or two that wait of one alarm")
        invariants.hold(Set(contracts).count == contracts.count, "\(id) has a contract twice")
    }
}

/// The last seal of the telemetry.
package struct Seal: Sendable, Hashable {
    package let to: Instant
    package let root: String
}
