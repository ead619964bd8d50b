package import Kernel
package import Storage

/// The edition of HJ 212 and the checksum rule are facts a person registers; the program never guesses them.
package enum StationVersion: String, FieldChoice { case v2005, v2017, v2025 }
package enum StationDialect: String, FieldChoice { case annexA, modbusLowFirst, modbusHighFirst }

/// Registers the logger of a facility by its number (MN). Keys and passwords are no part of it: they never enter the log.
package struct RegisterStation: FacilityVerb {
    package let facility: FacilityID
    package let mn: String
    package let version: StationVersion
    package let dialect: StationDialect
    package let longest: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), mn: pass.value("mn", \.mn),
            version: pass.value("version", \.version), dialect: pass.value("dialect", \.dialect, absent: .annexA),
            longest: pass.whole("longest", \.longest, in: SegmentDomain.self, absent: 1_024))
    }

    package static let name = "registerStation"
    package static var title: Message { EnvironmentText.registerStation }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .numberMalformed, .numberTaken]

    package struct Facts: Sendable {
        package let isTaken: Bool
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard (4...24).contains(mn.utf8.count), mn.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3B }) else {
            throw EnvironmentRefusal.numberMalformed()
        }
        guard !facts.isTaken else { throw EnvironmentRefusal.numberTaken(mn) }
        return [
            StationRegistered(
                facility: facility, place: subject.place, mn: mn, version: version, dialect: dialect, longest: longest)
        ]
    }
}

/// The bytes a segment may have: 1 to 4,096.
package enum SegmentDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...4_096
    package static let unit = "bytes"
}

/// A logger was registered.
package struct StationRegistered: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let mn: String
    package let version: StationVersion
    package let dialect: StationDialect
    package let longest: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            mn: pass.value("mn", \.mn), version: pass.value("version", \.version),
            dialect: pass.value("dialect", \.dialect), longest: pass.whole("longest", \.longest, in: SegmentDomain.self)
        )
    }

    package static let name = "stationRegistered"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.stations.append(mn)
    }
}
