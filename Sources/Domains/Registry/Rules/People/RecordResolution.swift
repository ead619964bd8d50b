package import Kernel
package import Storage

/// Records what a body of a place resolved; the legal majority is checked.
package struct RecordResolution: RegistryCommand {
    package static let name = "recordResolution"
    package static var title: Message { RegistryText.recordResolution }
    package static let access: Access = [.own(.villageClerk, .stationAgent), .installation]
    package static let reaches: [String: DateReach] = ["date": .years(back: 50, ahead: 0)]
    package static let refusals: [RegistryRefusal] = [
        .organisationUnknown, .alreadyRegistered, .figuresImpossible, .resolutionInFuture, .evidenceMissing,
        .notDelegable, .wrongBody, .bodyOfAnother, .quorumMissing, .majorityMissing,
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
    /// The one asset it is about; nil for what concerns the whole.
    package var object: String?

    package init(
        resolution: ResolutionID? = nil, organisation: OrganisationID, matter: ResolutionMatter, body: ResolutionBody,
        entitled: Int64, present: Int64, inFavour: Int64, date: CivilDate, evidence: [String] = [],
        object: String? = nil
    ) {
        self.resolution = resolution
        self.organisation = organisation
        self.matter = matter
        self.body = body
        self.entitled = entitled
        self.present = present
        self.inFavour = inFavour
        self.date = date
        self.evidence = evidence
        self.object = object
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.newName("resolution", \.resolution),
            organisation: pass.value("organisation", \.organisation), matter: pass.value("matter", \.matter),
            body: pass.value("body", \.body), entitled: pass.whole("entitled", \.entitled, in: CountDomain.self),
            present: pass.whole("present", \.present, in: CountDomain.self),
            inFavour: pass.whole("inFavour", \.inFavour, in: CountDomain.self),
            date: pass.value("date", \.date), evidence: pass.papers("evidence", \.evidence),
            object: pass.optional("object", \.object))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("resolution", identifier(context).text) }

    package struct Facts: Sendable {
        package let organisation: Organisation?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.organisation?.division
    }
}

extension RecordResolution {
    func identifier(_ context: Context) -> ResolutionID { resolution ?? context.derivedIdentifier(.resolution) }

    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let id = identifier(context)
        guard let body = facts.organisation else {
            throw RegistryRefusal.organisationUnknown(organisation.text)
        }
        guard !state.exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        try checkPapers(on: context.now.date)
        try checkVote(of: body.kind)
        return [
            ResolutionRecorded(
                resolution: id, organisation: organisation, place: body.division, matter: matter,
                body: self.body, entitled: entitled, present: present, inFavour: inFavour, date: date,
                evidence: evidence, object: object)
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

    private func checkVote(of kind: OrganisationKind) throws(Rejection) {
        let rule = try VotingRule.find(matter, body)
        guard body.isOf(kind) else { throw RegistryRefusal.bodyOfAnother() }
        let quorum = rule.quorum(of: entitled)
        guard present >= quorum else { throw RegistryRefusal.quorumMissing(quorum).resting(on: rule.basis) }
        let majority = rule.majority(of: entitled, present: present)
        guard inFavour >= majority else {
            throw RegistryRefusal.majorityMissing(majority).resting(on: rule.basis)
        }
    }
}

/// A body of a place has resolved, with the numbers that make it valid.
package struct ResolutionRecorded: RegistryEvent {
    package static let name = "resolutionRecorded"

    package let resolution: ResolutionID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let matter: ResolutionMatter
    package let body: ResolutionBody
    /// Persons entitled to vote.
    package let entitled: Int64
    package let present: Int64
    package let inFavour: Int64
    package let date: CivilDate
    /// SHA-256 of each paper, in hex.
    package var evidence: [String] = []
    /// The one asset it is about; nil for what concerns the whole.
    package var object: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.value("resolution", \.resolution),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            matter: pass.value("matter", \.matter), body: pass.value("body", \.body),
            entitled: pass.whole("entitled", \.entitled, in: CountDomain.self),
            present: pass.whole("present", \.present, in: CountDomain.self),
            inFavour: pass.whole("inFavour", \.inFavour, in: CountDomain.self), date: pass.value("date", \.date),
            evidence: pass.papers("evidence", \.evidence),
            object: pass.optional("object", \.object))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
