import Kernel
import Registry
import Storage
import Web

/// One meeting: who is entitled, who is here, what was put to the vote and what it needed; and for its desk what comes next.
struct MeetingPage {
    let meeting: MeetingLine
    let motions: [MotionLine]
    /// Names of the things that were voted on, by identifier.
    let objects: [String: String]
    let actions: [Action]
    /// Nil for whoever has no business with the roll.
    let voters: [VoterLine]?
    let papers: [MeetingPaper]
    let tallies: [TallyLine]
    let struck: Int64

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("meeting", as: MeetingName.self),
            let meeting = try MeetingQueries.find(id, in: tx)
        else { return nil }
        self.meeting = meeting
        motions = try MeetingQueries.motions(of: id, in: tx)
        tallies = try MeetingQueries.tallies(of: id, in: tx)
        var objects: [String: String] = [:]
        for object in motions.compactMap(\.object) {
            objects[object] = try AssetID(object).flatMap { try AssetQueries.find($0, in: tx) }?.name
        }
        self.objects = objects
        actions = try VerbForm.actions(
            Self.next(meeting, motions, tallies), request, at: meeting.division, inOrder: true, in: tx)
        let isDesk = try Attend.isOffered(to: request, at: meeting.division, in: tx)
        voters = isDesk ? try MeetingQueries.voters(of: id, in: tx) : nil
        papers = isDesk ? try MeetingQueries.papers(of: id, in: tx) : []
        struck = try MeetingQueries.countStruck(of: id, in: tx)
    }

    static let thing: VerbForm.Thing = { request, tx in
        try request.identifier("meeting", as: MeetingName.self).flatMap { try MeetingQueries.find($0, in: tx) }
            .map { Belonging(at: $0.division) }
    }

    /// What can be done now, in the order in which a meeting goes.
    private static func next(_ meeting: MeetingLine, _ motions: [MotionLine], _ tallies: [TallyLine])
        -> [(command: any Command.Type, path: String)]
    {
        let base = "/meetings/\(meeting.id)"
        let approval: [(command: any Command.Type, path: String)] =
            motions.contains { $0.isPassed == true && $0.matter.needsTownship && $0.approvedBy == nil }
            ? [(ApproveByTownship.self, base + "/approve")] : []
        let papers: [(command: any Command.Type, path: String)] = [(AddMeetingPapers.self, base + "/papers")]
        guard meeting.rollDigest != nil, !meeting.isClosed else { return approval + papers }
        let isVoting = motions.last.map { $0.isPassed == nil } ?? false
        let voting: [(command: any Command.Type, path: String)] =
            isVoting
            ? counting(motions.last, tallies, base) + [(Recuse.self, base + "/recuse")]
            : [(PutMotion.self, base + "/motion")]
        let arriving: [(command: any Command.Type, path: String)] = [
            (AttendTogether.self, base + "/attend"), (GrantProxy.self, base + "/proxy"),
            (WithdrawProxy.self, base + "/proxy-back"), (Leave.self, base + "/leave"),
        ]
        guard meeting.isOpen else {
            let open: [(command: any Command.Type, path: String)] = [(OpenMeeting.self, base + "/open")]
            let isQuorate = meeting.present >= meeting.quorum ?? .max
            let strike: [(command: any Command.Type, path: String)] = [(StrikeFromRoll.self, base + "/strike")]
            return (isQuorate ? open + arriving : arriving + open) + strike + approval + papers
        }
        return voting + arriving + (isVoting ? [] : [(CloseMeeting.self, base + "/close")]) + approval + papers
    }

    /// A show of hands, or the sheets of the two tellers; it is closed when there is something to close.
    private static func counting(_ open: MotionLine?, _ tallies: [TallyLine], _ base: String)
        -> [(command: any Command.Type, path: String)]
    {
        guard let tally = tallies.first(where: { $0.number == open?.number }) else {
            return [(CountVoices.self, base + "/count"), (CloseVote.self, base + "/close-vote")]
        }
        return tally.sheets < 2
            ? [(EnterTally.self, base + "/tally")] : [(CloseVote.self, base + "/close-vote")]
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        return Page(
            AssemblyText.meeting, request,
            [
                Breadcrumb([
                    .init(request(AssemblyText.title), "/meetings"),
                    .init("\(meeting.name) \(format.date(meeting.day))"),
                ]),
                Headline(
                    AssemblyText.whatWasDecided, answer: answer(format), note: AssemblyText.promise,
                    in: request.language),
                ActionBar(actions),
            ] + figures(request) + [
                table(request),
                FactList([
                    .init(
                        AssemblyText.organisation, HTML.link(meeting.name, to: "/organisations/\(meeting.organisation)")
                    ),
                    .init(AssemblyText.body, HTML(text: request(meeting.body.label))),
                    .init(AssemblyText.state, HTML(text: request(state))),
                    .init(AssemblyText.noticed, HTML(text: format.date(meeting.noticed))),
                    .init(AssemblyText.day, HTML(text: format.date(meeting.day))),
                    .init(AssemblyText.agenda, HTML(text: meeting.agenda)),
                    .init(AssemblyText.rollDigest, meeting.rollDigest.map { HTML(text: $0) }),
                    .init(AssemblyText.struck, struck == 0 ? nil : HTML(text: format.count(struck))),
                ]),
            ] + tallySection(request) + paperSection(request) + roll(request))
    }

    /// What was decided, one after another; before anything is, who came.
    private func answer(_ format: Format) -> Message {
        guard meeting.rollDigest != nil else { return AssemblyText.rollComing(format.date(meeting.day)) }
        let decided = motions.filter { $0.isPassed != nil }
        guard !decided.isEmpty else {
            return AssemblyText.came(format.count(meeting.present), format.count(meeting.entitled))
        }
        return AssemblyText.decided(decided.map { ($0.matter.label, result($0)) })
    }

    private var state: Message {
        if meeting.isClosed { return AssemblyText.isOver }
        if meeting.isOpen {
            return motions.last.map { $0.isPassed == nil } ?? false ? AssemblyText.voting : AssemblyText.isOn
        }
        return meeting.rollDigest == nil ? AssemblyText.isCalled : AssemblyText.isGathering
    }

    private func figures(_ request: PageRequest) -> [any Component] {
        guard let quorum = meeting.quorum else { return [] }
        let format = request.format
        let missing = max(0, quorum - meeting.present)
        return [
            StatTiles([
                .init(
                    AssemblyText.entitled, HTML(text: format.count(meeting.entitled)),
                    definition: AssemblyText.entitledMeans),
                .init(
                    AssemblyText.present, HTML(text: format.count(meeting.present)),
                    definition: AssemblyText.presentMeans, tone: missing == 0 ? .good : .warning),
                .init(AssemblyText.quorum, HTML(text: format.count(quorum)), definition: AssemblyText.quorumMeans),
            ])
        ]
    }

    private func table(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = motions.map { motion -> [HTML] in
            let rule = try? VotingRule.find(motion.matter, meeting.body)
            return [
                HTML(text: format.count(motion.number)), HTML(text: request(motion.matter.label)),
                object(motion), HTML(text: rule.map { request($0.basis.article) } ?? "—"),
                HTML(text: format.count(motion.present)), HTML(text: format.count(motion.needed)),
                HTML(text: format.count(motion.inFavour)), HTML(text: format.count(motion.against)),
                HTML(text: format.count(motion.abstained)), HTML(text: request(result(motion))),
            ]
        }
        return DataTable(
            columns: [
                .init(AssemblyText.number, .number), .init(AssemblyText.matter), .init(AssemblyText.object),
                .init(AssemblyText.article), .init(AssemblyText.present, .number), .init(AssemblyText.needed, .number),
                .init(AssemblyText.inFavour, .number), .init(AssemblyText.against, .number),
                .init(AssemblyText.abstained, .number), .init(AssemblyText.result, .state),
            ], rows: rows, empty: EmptyState(AssemblyText.noMotions))
    }

    private func object(_ motion: MotionLine) -> HTML {
        guard let object = motion.object else { return "—" }
        return objects[object].map { HTML.link($0, to: "/assets/\(object)") } ?? HTML(text: object)
    }

    private func result(_ motion: MotionLine) -> Message {
        switch motion.isPassed {
        case nil: AssemblyText.voting
        case false?: AssemblyText.notPassed
        case true? where motion.matter.needsTownship && motion.approvedBy == nil: AssemblyText.waitsForTownship
        case true?: AssemblyText.passed
        }
    }

    /// The papers of secret votes: handed out, come back, void; nobody learns who said what.
    private func tallySection(_ request: PageRequest) -> [any Component] {
        guard !tallies.isEmpty else { return [] }
        let format = request.format
        let rows = tallies.map { tally -> [HTML] in
            [tally.number, tally.issued, tally.returned, tally.invalid, tally.recounts].map { count in
                HTML(text: count.map { format.count($0) } ?? "—")
            } + [HTML(text: request(AssemblyText.sheets(tally.sheets)))]
        }
        return [
            Section(
                AssemblyText.paperVotes,
                [
                    DataTable(
                        columns: [
                            .init(AssemblyText.number, .number), .init(AssemblyText.issued, .number),
                            .init(AssemblyText.returned, .number), .init(AssemblyText.invalid, .number),
                            .init(AssemblyText.recounts, .number), .init(AssemblyText.state, .state),
                        ], rows: rows)
                ])
        ]
    }

    /// Notice, sheet and minutes, for its desk.
    private func paperSection(_ request: PageRequest) -> [any Component] {
        guard !papers.isEmpty else { return [] }
        let rows = papers.map { paper -> [HTML] in
            [HTML(text: request(paper.kind.label)), PaperCard(paper.mark, request).html(request.language)]
        }
        return [
            Section(
                AssemblyText.papers,
                [
                    DataTable(
                        columns: [.init(AssemblyText.paperKind), .init(AssemblyText.papers)], rows: rows)
                ])
        ]
    }

    /// Whether somebody came and was counted; what they said stands nowhere.
    private func roll(_ request: PageRequest) -> [any Component] {
        guard let voters, !voters.isEmpty else { return [] }
        let open = motions.last.flatMap { $0.isPassed == nil ? $0.number : nil }
        let households = HouseholdNames(voters)
        let names = Dictionary(voters.map { ($0.member, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = voters.map { voter -> [ListCell] in
            let presence =
                voter.presence.map { request($0.label) }
                ?? voter.holder.map { "\(request(AssemblyText.spokenFor)) \(names[$0] ?? "")" } ?? "—"
            let counted =
                open == nil || voter.counted != open
                ? (open == voter.recused ? request(AssemblyText.recused) : "—") : "✓"
            return [
                .text(voter.name), .text(request(households[voter.household])), .text(presence), .text(counted),
            ]
        }
        return [
            Section(
                AssemblyText.rollOfMeeting,
                [
                    ListTable(
                        request,
                        columns: [
                            .init("name", AssemblyText.name), .init("household", AssemblyText.household),
                            .init("present", AssemblyText.present), .init("counted", AssemblyText.counted),
                        ], rows: rows, empty: EmptyState(AssemblyText.noMembers))
                ])
        ]
    }
}
