package import Kernel

/// One item that was put to a vote, as its count sheet has it. Persons; households only where delegates came for them.
package struct Ballot: Sendable, Hashable {
    package var body: ResolutionBody
    package var matter: ResolutionMatter
    /// On the roll frozen for the meeting.
    package var entitled: Int64
    package var present: Int64
    package var inFavour: Int64
    package var against: Int64
    package var abstained: Int64
    package var invalid: Int64
    /// Whole days from the notice to the meeting; nil where nobody wrote it down.
    package var noticeDays: Int64?
    package var households: Int64?
    package var householdsPresent: Int64?
    package var isApprovedByTownship: Bool
    package var on: CivilDate?

    package init(
        _ body: ResolutionBody, _ matter: ResolutionMatter, entitled: Int64, present: Int64, inFavour: Int64,
        against: Int64 = 0, abstained: Int64 = 0, invalid: Int64 = 0, noticeDays: Int64? = 10, households: Int64? = nil,
        householdsPresent: Int64? = nil, isApprovedByTownship: Bool = false, on: CivilDate? = nil
    ) {
        self.body = body
        self.matter = matter
        self.entitled = entitled
        self.present = present
        self.inFavour = inFavour
        self.against = against
        self.abstained = abstained
        self.invalid = invalid
        self.noticeDays = noticeDays
        self.households = households
        self.householdsPresent = householdsPresent
        self.isApprovedByTownship = isApprovedByTownship
        self.on = on
    }

    /// What came of it. A quorum that was missed is no defeat: there was no meeting.
    package enum Result: String, Sendable, CaseIterable {
        case pass, noMajority, noQuorum, noTownshipApproval, notDelegable, wrongBody, shortNotice, sumMismatch,
            impossible
    }

    /// The result with the numbers and the row of law it rests on; these are nil where it did not come to counting.
    package struct Verdict: Sendable, Hashable {
        package let result: Result
        package var rule: VotingRule?
        package var neededPresent: Int64?
        package var neededInFavour: Int64?
    }

    /// The most persons that can be on a roll; no village comes near it.
    package static let mostEntitled: Int64 = 1_000_000_000

    /// Judges by whole numbers: possible, in the body's power, called in time, adding up, quorate, in favour, approved.
    package var verdict: Verdict {
        guard isPossible else { return Verdict(result: .impossible) }
        let rule: VotingRule
        do throws(Rejection) {
            rule = try VotingRule.find(matter, body)
        } catch {
            let isKept = error.number == RegistryRefusal.notDelegable.number
            return Verdict(result: isKept ? .notDelegable : .wrongBody)
        }
        if let least = body.noticeDays, (noticeDays ?? least) < least {
            return Verdict(result: .shortNotice, rule: rule)
        }
        guard inFavour + against + abstained + invalid == present else {
            return Verdict(result: .sumMismatch, rule: rule)
        }
        let quorum = rule.quorum(of: entitled)
        let majority = rule.majority(of: entitled, present: present)
        let result: Result =
            if !isQuorate(rule, quorum) { .noQuorum } else if inFavour < majority {
                .noMajority
            } else if matter
                .needsTownship, !isApprovedByTownship
            { .noTownshipApproval } else { .pass }
        return Verdict(result: result, rule: rule, neededPresent: quorum, neededInFavour: majority)
    }

    private var isPossible: Bool {
        let counts = [present, inFavour, against, abstained, invalid]
        guard (1...Ballot.mostEntitled).contains(entitled),
            counts.allSatisfy({ (0...Ballot.mostEntitled).contains($0) }), present <= entitled
        else { return false }
        guard (noticeDays ?? 0) >= 0, (households ?? 0) >= 0, (householdsPresent ?? 0) >= 0 else { return false }
        return (householdsPresent ?? 0) <= (households ?? householdsPresent ?? 0)
            && (households ?? 0) <= Ballot.mostEntitled
    }

    private func isQuorate(_ rule: VotingRule, _ quorum: Int64) -> Bool {
        if present >= quorum { return true }
        guard let households, households > 0, let householdsPresent,
            let delegates = rule.quorum(ofHouseholds: households)
        else { return false }
        return householdsPresent >= delegates
    }
}
