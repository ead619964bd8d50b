package import Kernel
import Registry
package import Storage

extension HoldAgainstRoll {
    package func facts(on state: Assembly.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let place = try OrganisationQueries.find(organisation, in: tx)?.division
        let isAsked = try ParameterQueries.value(.resolutionFromRoll, at: place ?? .root, on: date, in: tx).flag
        guard let place, isAsked else { return Facts(place: place, isAsked: false, isCounted: false, roll: 0) }
        return Facts(
            place: place, isAsked: true, isCounted: try MeetingQueries.isCounted(self, in: tx),
            roll: try readRoll(at: place, in: tx))
    }

    /// Of villagers who are no members nobody keeps a roll here: of their meeting, and of a group's, nothing is known.
    private func readRoll(at place: DivisionID, in tx: any ReadTransaction) throws -> Int64 {
        switch body {
        case .assembly: Int64(try MemberQueries.list(of: organisation, in: tx).count { $0.isVoter(on: date) })
        case .representatives: try TermQueries.count(.representatives, of: organisation, on: date, tx)
        case .council: try TermQueries.count(.council, of: organisation, on: date, tx)
        case .villagersRepresentatives: try TermQueries.countConference(at: place, on: date, tx)
        case .villagersMeeting, .groupMeeting: 0
        }
    }
}
