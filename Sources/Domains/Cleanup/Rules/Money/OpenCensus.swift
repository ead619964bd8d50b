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
