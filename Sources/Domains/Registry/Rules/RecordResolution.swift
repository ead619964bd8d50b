package import Kernel

/// Records what a body of a place resolved; the legal majority is checked.
package struct RecordResolution: CommandPayload {
    package static let name = "recordResolution"
    package static var title: Message { RegistryText.recordResolution }
    package static let refusals: [RegistryRefusal] = [
        .organisationUnknown, .alreadyRegistered, .figuresImpossible, .resolutionInFuture, .evidenceMissing,
        .notDelegable, .wrongBody, .quorumMissing, .majorityMissing,
    ]

    package var resolution: ResolutionID?
    package let organisation: OrganisationID
    package let matter: ResolutionMatter
    package let body: ResolutionBody
    /// Persons entitled to vote.
    package let entitled: Int64
    package let present: Int64
    package let inFavour: Int64
    package let date: CivilDate
    /// SHA-256 of each paper, in hex.
    package var evidence: [String] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.optional("resolution", \.resolution),
            organisation: pass.value("organisation", \.organisation), matter: pass.value("matter", \.matter),
            body: pass.value("body", \.body), entitled: pass.value("entitled", \.entitled),
            present: pass.value("present", \.present), inFavour: pass.value("inFavour", \.inFavour),
            date: pass.value("date", \.date), evidence: pass.values("evidence", \.evidence))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("resolution", identifier(context).text) }
}

extension RecordResolution {
    func identifier(_ context: Context) -> ResolutionID { resolution ?? context.derivedIdentifier("resolution") }

    func decide(_ exists: Bool, _ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        let id = identifier(context)
        guard let body = facts.organisation else {
            throw RegistryRefusal.organisationUnknown(organisation.text)
        }
        guard !exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        try checkPapers(on: context.now.date)
        try checkVote()
        return [
            .resolutionRecorded(
                ResolutionRecorded(
                    resolution: id, organisation: organisation, division: body.division, matter: matter,
                    body: self.body, entitled: entitled, present: present, inFavour: inFavour, date: date,
                    evidence: evidence))
        ]
    }

    private func checkPapers(on today: CivilDate) throws(Rejection) {
        guard entitled > 0, entitled <= 1_000_000, present <= entitled, inFavour <= present, inFavour >= 0 else {
            throw RegistryRefusal.figuresImpossible()
        }
        guard date <= today else { throw RegistryRefusal.resolutionInFuture() }
        guard !evidence.isEmpty, evidence.allSatisfy(\.isSHA256Hex) else {
            throw RegistryRefusal.evidenceMissing()
        }
    }

    private func checkVote() throws(Rejection) {
        let rule = try VotingRule.find(matter, body)
        let quorum = rule.quorum(of: entitled)
        guard present >= quorum else { throw RegistryRefusal.quorumMissing(quorum, rule) }
        let majority = rule.majority(of: entitled, present: present)
        guard inFavour >= majority else {
            throw RegistryRefusal.majorityMissing(majority, rule)
        }
    }
}
