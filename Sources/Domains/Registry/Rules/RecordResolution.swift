package import Kernel

/// Records what a body of a place resolved; the legal majority is checked.
package struct RecordResolution: CommandPayload {
    package static let name = "recordResolution"
    package static var title: Message { RegistryText.recordResolution }
    package static let rejections = [2022, 2026, 2080, 2081, 2082, 2083, 2084, 2085, 2086]

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
            throw RegistryRejection.organisationUnknown(id: organisation.text).rejection
        }
        guard !exists else { throw RegistryRejection.alreadyRegistered(id: id.text).rejection }
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
            throw RegistryRejection.figuresImpossible.rejection
        }
        guard date <= today else { throw RegistryRejection.resolutionInFuture.rejection }
        guard !evidence.isEmpty, evidence.allSatisfy(\.isSHA256Hex) else {
            throw RegistryRejection.evidenceMissing.rejection
        }
    }

    private func checkVote() throws(Rejection) {
        let rule = try VotingRule.find(matter, body)
        let quorum = rule.quorum(of: entitled)
        guard present >= quorum else { throw RegistryRejection.quorumMissing(needed: quorum, rule: rule).rejection }
        let majority = rule.majority(of: entitled, present: present)
        guard inFavour >= majority else {
            throw RegistryRejection.majorityMissing(needed: majority, rule: rule).rejection
        }
    }
}
