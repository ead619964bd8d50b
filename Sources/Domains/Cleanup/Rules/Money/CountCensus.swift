package import Kernel
package import Registry
package import Storage

/// Begins the counting of what a collective has, as of a day.
package struct OpenCensus: CleanupCommand {
    package let census: CensusID?
    package let organisation: OrganisationID
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            census: pass.newName("census", \.census), organisation: pass.value("organisation", \.organisation),
            asOf: pass.value("asOf", \.asOf))
    }

    package static let name = "openCensus"
    package static var title: Message { CleanupText.openCensus }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.noSuchOrganisation, .censusKnown, .claimDays]

    package func stream(_ context: Context) -> StreamID { StreamID("census", identifier(context).text) }

    /// One counting of a body and a day.
    private func identifier(_ context: Context) -> CensusID {
        census ?? Identifier("census-\(organisation.text)-\(asOf)") ?? context.derivedIdentifier(.closing)
    }

    package struct Facts: Sendable {
        package let organisation: Organisation?
    }

    package func place(_ state: Cleanup.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Cleanup.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard let body = facts.organisation else { throw CleanupRefusal.noSuchOrganisation(organisation) }
        let id = identifier(context)
        guard state.census == nil else { throw CleanupRefusal.censusKnown(id) }
        guard asOf <= context.now.date else { throw CleanupRefusal.claimDays() }
        return [CensusOpened(census: id, organisation: organisation, place: body.division, asOf: asOf)]
    }
}

/// A census has begun.
package struct CensusOpened: CleanupEvent {
    package let census: CensusID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let asOf: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            census: pass.value("census", \.census), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), asOf: pass.value("asOf", \.asOf))
    }

    package static let name = "censusOpened"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.census = Census(
            id: census, organisation: organisation, place: place, asOf: asOf, lines: [:], isClosed: false)
    }
}

/// A verb on a census that is there.
package protocol CensusVerb: CleanupCommand where Subject == Census {
    var census: CensusID { get }
}

extension CensusVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("census", census.text) }

    package func subject(of state: Cleanup.State) throws(Rejection) -> Census {
        guard let found = state.census else { throw CleanupRefusal.noSuchCensus(census) }
        return found
    }

    package func place(_ found: Census, _ facts: Facts) -> DivisionID? { found.place }
}

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
