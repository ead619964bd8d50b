package import Kernel
package import Registry
package import Storage

/// The members confirm the census; what is the collective's own before and after is computed.
package struct ConfirmCensus: CensusVerb {
    package let census: CensusID
    package let resolution: ResolutionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(census: pass.value("census", \.census), resolution: pass.value("resolution", \.resolution))
    }

    package static let name = "confirmCensus"
    package static var title: Message { CleanupText.confirmCensus }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchCensus, .censusClosed, .itemMissing, .noSuchResolution, .otherBodysResolution,
    ]

    package struct Facts: Sendable {
        package let resolution: Resolution?
    }

    package func decide(_ found: Census, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard !found.isClosed else { throw CleanupRefusal.censusClosed(census) }
        guard !found.lines.isEmpty else { throw CleanupRefusal.itemMissing() }
        guard let known = facts.resolution else { throw CleanupRefusal.noSuchResolution(resolution) }
        guard known.organisation == found.organisation else { throw CleanupRefusal.otherBodysResolution() }
        return [
            CensusConfirmed(
                census: census, place: found.place, resolution: resolution, equityBefore: found.equityBefore,
                equityAfter: found.equityAfter)
        ]
    }
}

/// A census is confirmed.
package struct CensusConfirmed: CleanupEvent {
    package let census: CensusID
    package let place: DivisionID
    package let resolution: ResolutionID
    package let equityBefore: Money
    package let equityAfter: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            census: pass.value("census", \.census), place: pass.value("division", \.place),
            resolution: pass.value("resolution", \.resolution),
            equityBefore: pass.value("equityBeforeFen", \.equityBefore),
            equityAfter: pass.value("equityAfterFen", \.equityAfter))
    }

    package static let name = "censusConfirmed"

    package func change(_ state: inout Cleanup.State, at instant: Instant) { state.census?.isClosed = true }
}
