package import Kernel
package import Storage

/// Says what the books have of one line and what was found; said again, the later counts. A difference needs its reason.
package struct CountLine: CensusVerb {
    package let census: CensusID
    package let line: CensusLine

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(census: pass.value("census", \.census), line: pass.inlined(\.line))
    }

    package static let name = "countLine"
    package static var title: Message { CleanupText.countLine }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchCensus, .censusClosed, .itemMissing, .differenceUnexplained,
    ]

    package func decide(_ found: Census, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard !found.isClosed else { throw CleanupRefusal.censusClosed(census) }
        guard !line.item.isBlank else { throw CleanupRefusal.itemMissing() }
        guard line.difference == .zero || line.reason != nil else { throw CleanupRefusal.differenceUnexplained() }
        return [LineCounted(census: census, place: found.place, line: line)]
    }
}

/// One line of a census was counted.
package struct LineCounted: CleanupEvent {
    package let census: CensusID
    package let place: DivisionID
    package let line: CensusLine

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            census: pass.value("census", \.census), place: pass.value("division", \.place), line: pass.inlined(\.line))
    }

    package static let name = "lineCounted"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.census?.lines[line.item] = line }
}
