import Assembly
import Kernel
import Registry

/// What a meeting passed stands in the register at once, with the counts the house made; what needs the township waits.
enum PassedVoteBecomesResolution {
    static let policy = Policy("PassedVoteBecomesResolution", on: VoteClosed.self, gives: [RecordResolution.self]) {
        closed, _ in
        guard closed.isPassed, !closed.matter.needsTownship else { return [] }
        return [record(closed)]
    }

    static func record(_ closed: VoteClosed) -> RecordResolution {
        RecordResolution(
            resolution: ResolutionID("\(closed.meeting.text)-\(closed.number)"), organisation: closed.organisation,
            matter: closed.matter, body: closed.body, entitled: closed.entitled, present: closed.present,
            inFavour: closed.inFavour, date: closed.day, evidence: [closed.rollDigest], object: closed.object)
    }
}

/// A resolution on an outsider opens nothing before the township approved it (Contracting Law art. 52).
enum ApprovedVoteBecomesResolution {
    static let policy = Policy(
        "ApprovedVoteBecomesResolution", on: TownshipApproved.self, gives: [RecordResolution.self]
    ) { approved, _ in
        approved.outcome.map { [PassedVoteBecomesResolution.record($0)] } ?? []
    }
}
