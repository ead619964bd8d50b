package import Kernel
package import Registry

/// How somebody takes part: by an online tool counts as being there (Collective Law art. 27).
package enum Presence: String, FieldChoice { case inPerson, online }

/// What a paper of a meeting is.
package enum MeetingPaperKind: String, FieldChoice { case notice, attendance, minutes, tally, picture }

/// What somebody says to a motion.
package enum VoteChoice: String, FieldChoice {
    case inFavour = "for"
    case against, abstain
}

/// What is put to the vote: the matter, and the one thing it is about where there is one.
package struct Motion: Sendable, Hashable {
    package let number: Int64
    package let matter: ResolutionMatter
    /// The asset, contract or lot the resolution will allow to be dealt with; nil for what concerns the whole.
    package var object: String?
    package var votes: [MemberID: VoteChoice] = [:]
    /// Who may not vote on it, themselves or a close relative being concerned; they stay in the denominator.
    package var recused: Set<MemberID> = []
    package var isOpen = true
    /// Voted on by papers that two tellers count; nobody raises a hand.
    package var isSecret = false
    /// The sheet that is in and waits for the other teller's.
    package var committed: CommittedTally?
    /// What both tellers read.
    package var agreed: Tally?
    /// How it was counted, once it was closed.
    package var outcome: VoteClosed?
    package var isApproved = false
}

/// A teller's sheet that is not open yet.
package struct CommittedTally: Sendable, Hashable {
    package let teller: OfficeID
    package let tally: Tally
}

/// One meeting of a body, from its notice to its end. The roll is frozen at the first second of its day.
package struct Meeting: Sendable, Hashable {
    package let id: MeetingID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let body: ResolutionBody
    package let noticed: CivilDate
    package let day: CivilDate
    package var roll: [MemberID: HouseholdID] = [:]
    /// Of the sorted roll, in hex; nil until it is frozen.
    package var rollDigest: String?
    /// Whose voice somebody of the same household carries.
    package var proxies: [MemberID: MemberID] = [:]
    package var here: [MemberID: Presence] = [:]
    package var isOpen = false
    package var isClosed = false
    package var motions: [Motion] = []
    /// How many were struck from the roll before it opened, and how many papers were put to it.
    package var struck: Int64 = 0
    package var papers: Int64 = 0

    package init(
        id: MeetingID, organisation: OrganisationID, place: DivisionID, body: ResolutionBody, noticed: CivilDate,
        day: CivilDate
    ) {
        self.id = id
        self.organisation = organisation
        self.place = place
        self.body = body
        self.noticed = noticed
        self.day = day
    }

    package var entitled: Int64 { Int64(roll.count) }
    /// Those who came, and those for whom a present person of their household stands.
    package var present: Int64 { Int64(here.count + represented.count) }
    package var represented: [MemberID] {
        proxies.filter { here[$0.key] == nil && here[$0.value] != nil }.map(\.key).sorted()
    }

    /// Who raises the voice of `member`: themselves where they are here, or the one of their household who speaks for them.
    func speaker(for member: MemberID) -> MemberID { here[member] == nil ? proxies[member] ?? member : member }

    /// Whoever is here, or spoken for, may vote on the open motion and was not counted yet; in order.
    var silent: [MemberID] {
        guard let motion = motions.last, motion.isOpen else { return [] }
        return (here.keys + represented).filter { motion.votes[$0] == nil && !motion.recused.contains($0) }.sorted()
    }

    /// Changes the motion that is being voted on, where there is one.
    mutating func changeLastMotion(_ body: (inout Motion) -> Void) {
        guard let last = motions.indices.last else { return }
        body(&motions[last])
    }

    /// Takes somebody off the roll, and with them the proxies they gave or held.
    mutating func strike(_ member: MemberID) {
        roll[member] = nil
        struck += 1
        for (giver, holder) in proxies where giver == member || holder == member { proxies[giver] = nil }
    }

    package func isPresent(_ member: MemberID) -> Bool {
        here[member] != nil || proxies[member].map { here[$0] != nil } ?? false
    }

    /// The ballot of a motion as it stands: whoever is there and says nothing abstains.
    package func ballot(_ motion: Motion) -> Ballot {
        if let agreed = motion.agreed { return ballot(motion, agreed) }
        let inFavour = Int64(motion.votes.values.count { $0 == .inFavour })
        let against = Int64(motion.votes.values.count { $0 == .against })
        let counted = max(present, Int64(motion.votes.count))
        return Ballot(
            body, motion.matter, entitled: entitled, present: counted, inFavour: inFavour, against: against,
            abstained: counted - inFavour - against, noticeDays: Int64(day.dayNumber - noticed.dayNumber),
            isApprovedByTownship: true, on: day)
    }
}

extension Meeting {
    /// How many papers are handed out: to everybody here or spoken for who takes part.
    func papers(of motion: Motion) -> Int64 {
        Int64((here.keys + represented).count { !motion.recused.contains($0) })
    }

    /// A secret vote as both tellers counted it: whoever took no part or gave no paper back was there all the same.
    private func ballot(_ motion: Motion, _ agreed: Tally) -> Ballot {
        let counted = max(present, agreed.issued)
        let said = agreed.inFavour + agreed.against + agreed.invalid
        return Ballot(
            body, motion.matter, entitled: entitled, present: counted, inFavour: agreed.inFavour,
            against: agreed.against, abstained: counted - said, invalid: agreed.invalid,
            noticeDays: Int64(day.dayNumber - noticed.dayNumber), isApprovedByTownship: true, on: day)
    }

    /// Who still may be on the way: throws unless `member` is on the frozen roll.
    func require(_ member: MemberID) throws(Rejection) {
        guard rollDigest != nil else { throw AssemblyRefusal.rollNotFrozen(day) }
        guard roll[member] != nil else { throw AssemblyRefusal.notOnRoll(member) }
    }

    func requireRunning() throws(Rejection) {
        guard !isClosed else { throw AssemblyRefusal.meetingClosed() }
    }

    /// A voice goes in writing to another voter of the same household, who hands none on (art. 27).
    func checkProxy(from member: MemberID, to holder: MemberID) throws(Rejection) {
        try requireRunning()
        try require(member)
        guard roll[holder] != nil else { throw AssemblyRefusal.holderNotOnRoll(holder) }
        guard member != holder, roll[member] == roll[holder] else { throw AssemblyRefusal.otherHousehold() }
        guard !proxies.values.contains(member), proxies[holder] == nil else { throw AssemblyRefusal.proxyPassedOn() }
        guard proxies[member] == nil else { throw AssemblyRefusal.proxyGiven() }
        guard here[member] == nil else { throw AssemblyRefusal.alreadyHere(member) }
    }

    func checkArrival(_ member: MemberID) throws(Rejection) {
        try requireRunning()
        try require(member)
        guard here[member] == nil else { throw AssemblyRefusal.alreadyHere(member) }
        guard !motions.contains(where: { $0.isOpen && $0.votes[member] != nil }) else {
            throw AssemblyRefusal.hasVoted(member)
        }
    }

    /// Enough came to open; the quorum is that of the body, and tested again at every vote.
    func checkQuorum(_ rule: VotingRule) throws(Rejection) {
        let quorum = rule.quorum(of: entitled)
        guard present >= quorum else {
            throw AssemblyRefusal.quorumMissing(present, quorum).resting(on: rule.basis)
        }
    }

    /// The open motion, and whose voice `voter` raises: their own, or that of one who is not there themselves.
    func checkVote(_ voter: MemberID, for principal: MemberID?) throws(Rejection) -> Motion {
        guard isOpen else { throw AssemblyRefusal.notOpened() }
        guard let motion = motions.last, motion.isOpen else { throw AssemblyRefusal.voteClosed() }
        guard !motion.isSecret else { throw AssemblyRefusal.voteIsSecret() }
        try require(voter)
        guard here[voter] != nil else { throw AssemblyRefusal.notHere(voter) }
        let voice = principal ?? voter
        if let principal {
            try require(principal)
            guard proxies[principal] == voter, here[principal] == nil else { throw AssemblyRefusal.noProxy(principal) }
        }
        guard !motion.recused.contains(voice) else { throw AssemblyRefusal.isRecused(voice) }
        guard motion.votes[voice] == nil else { throw AssemblyRefusal.hasVoted(voice) }
        return motion
    }
}
