import Kernel
import Registry
import Storage
import Web

/// The forms of a meeting, in the order in which it goes. Nobody types a count or an identifier.
enum AssemblyForms {
    static let all =
        [
            call, attend, proxy, withdraw, leave, open, motion, recuse, count, closeVote, approve, close, papers,
            strike, tally,
        ] + MemberForms.all + OfficeForms.all + DeliberationForms.all

    static let call = VerbForm(
        "/meetings/new", CallMeeting.self, note: AssemblyText.callNote, target: "/meetings/{id}",
        fields: { request, tx in
            let notice = ResolutionBody.assembly.noticeDays ?? 0
            return [
                .hidden("body", ResolutionBody.assembly.rawValue),
                try .pick("organisation", AssemblyText.organisation, of: OrganisationName.self, request, tx),
                .date(
                    "day", AssemblyText.day, hint: AssemblyText.noticeHint(request.format.count(notice)),
                    value: request.now.date.adding(days: Int(notice))),
                .textarea("agenda", AssemblyText.agenda, hint: AssemblyText.agendaHint),
            ]
        })

    static let attend = ofMeeting(
        "attend", AttendTogether.self,
        fields: { request, voters in
            [
                .several(
                    "members", AssemblyText.whoCame, options(voters.filter { $0.presence == nil }, of: voters, request),
                    hint: AssemblyText.whoCameHint),
                .choice(
                    "how", AssemblyText.how, VerbForm.options(request) { (how: Presence) in how.label },
                    value: Presence.inPerson.rawValue),
            ]
        })

    static let proxy = ofMeeting(
        "proxy", GrantProxy.self, note: AssemblyText.proxyNote,
        fields: { request, voters in
            let away = voters.filter { $0.presence == nil && $0.holder == nil }
            return [
                .choice("member", AssemblyText.whoStaysAway, options(away, of: voters, request)),
                .choice(
                    "holder", AssemblyText.whoSpeaks, options(voters.filter { $0.holder == nil }, of: voters, request)),
            ]
        })

    static let withdraw = ofMeeting(
        "proxy-back", WithdrawProxy.self,
        fields: { request, voters in
            [
                .choice(
                    "member", AssemblyText.whoStaysAway,
                    options(voters.filter { $0.holder != nil }, of: voters, request))
            ]
        })

    static let leave = ofMeeting(
        "leave", Leave.self,
        fields: { request, voters in
            [
                .choice(
                    "member", AssemblyText.whoLeaves, options(voters.filter { $0.presence != nil }, of: voters, request)
                )
            ]
        })

    static let open = ofMeeting("open", OpenMeeting.self, note: AssemblyText.openNote)

    static let motion = ofMeeting(
        "motion", PutMotion.self, note: AssemblyText.motionNote,
        more: { request, tx in
            let matters = ResolutionMatter.allCases.filter { (try? VotingRule.find($0, .assembly)) != nil }
            return [
                .choice("matter", AssemblyText.matter, matters.map { .init($0.rawValue, request($0.label)) }),
                try .pick(
                    "object", AssemblyText.object, of: AssetName.self, request, tx, hint: AssemblyText.objectHint,
                    optional: true),
                try .pick(
                    "concerns", AssemblyText.concerns, of: PartyName.self, request, tx,
                    hint: AssemblyText.concernsHint, optional: true),
                .checkbox("secret", AssemblyText.secret, hint: AssemblyText.secretHint),
            ]
        })

    static let papers = ofMeeting(
        "papers", AddMeetingPapers.self,
        more: { request, tx in
            let meeting = try request.identifier("meeting", as: MeetingName.self)
                .flatMap { try MeetingQueries.find($0, in: tx) }
            let kinds = MeetingPaperKind.allCases.filter { $0 == .notice || meeting?.isOpen == true }
            return [
                .choice("kind", AssemblyText.paperKind, kinds.map { .init($0.rawValue, request($0.label)) }),
                .paper("papers[0]", AssemblyText.papers),
                .paper("papers[1]", AssemblyText.secondPaper, optional: true),
            ]
        })

    static let tally = ofMeeting(
        "tally", EnterTally.self, note: AssemblyText.tallyNote,
        fields: { _, _ in
            [
                .number("issued", AssemblyText.issued), .number("returned", AssemblyText.returned),
                .number("for", AssemblyText.inFavour), .number("against", AssemblyText.against),
                .number("abstained", AssemblyText.abstained), .number("invalid", AssemblyText.invalid),
            ]
        })

    static let strike = ofMeeting(
        "strike", StrikeFromRoll.self, note: AssemblyText.strikeNote,
        fields: { request, voters in
            [
                .choice(
                    "member", AssemblyText.whoIsStruck,
                    options(voters.filter { $0.presence == nil }, of: voters, request)),
                .choice(
                    "ground", AssemblyText.endGround,
                    VerbForm.options(request) { (ground: EndGround) in ground.label }),
                .text("paper", AssemblyText.paper, hint: AssemblyText.endPaperHint),
            ]
        })

    static let recuse = ofMeeting(
        "recuse", Recuse.self, note: AssemblyText.recuseNote,
        fields: { request, voters in
            [.choice("member", AssemblyText.whoIsConcerned, options(voters, of: voters, request))]
        })

    static let count = ofMeeting(
        "count", CountVoices.self, note: AssemblyText.countNote,
        more: { request, tx in
            guard let id = request.identifier("meeting", as: MeetingName.self) else { return [] }
            let open = try MeetingQueries.motions(of: id, in: tx).last?.number ?? 0
            let voters = try MeetingQueries.voters(of: id, in: tx)
            let here = Set(voters.filter { $0.presence != nil }.map(\.member))
            let waiting = voters.filter { voter in
                (here.contains(voter.member) || voter.holder.map(here.contains) ?? false)
                    && voter.counted != open && voter.recused != open
            }
            return [
                .choice(
                    "choice", AssemblyText.said, VerbForm.options(request) { (choice: VoteChoice) in choice.label }),
                .checkbox(
                    "others", AssemblyText.others(request.format.count(waiting.count)), hint: AssemblyText.othersHint),
                .several("members", AssemblyText.whoSaid, options(waiting, of: voters, request)),
            ]
        })

    static let closeVote = ofMeeting("close-vote", CloseVote.self, note: AssemblyText.closeVoteNote)
    static let close = ofMeeting("close", CloseMeeting.self, note: AssemblyText.closeNote)

    static let approve = ofMeeting(
        "approve", ApproveByTownship.self,
        more: { request, tx in
            let waiting = try request.identifier("meeting", as: MeetingName.self).map {
                try MeetingQueries.motions(of: $0, in: tx).filter {
                    $0.isPassed == true && $0.matter.needsTownship && $0.approvedBy == nil
                }
            }
            return [
                .choice(
                    "number", AssemblyText.resolution,
                    (waiting ?? []).map {
                        .init(String($0.number), "\($0.number) · \(request($0.matter.label))")
                    }),
                .text("paper", AssemblyText.paper, hint: AssemblyText.paperHint),
            ]
        })

    /// A form on the meeting of the address, which it leads back to.
    private static func ofMeeting(
        _ name: String, _ command: any MeetingVerb.Type, note: Message? = nil,
        fields: @escaping @Sendable (PageRequest, [VoterLine]) throws -> [FormField]
    ) -> VerbForm {
        ofMeeting(
            name, command, note: note,
            more: { request, tx in
                let voters = try request.identifier("meeting", as: MeetingName.self).map {
                    try MeetingQueries.voters(of: $0, in: tx)
                }
                return try fields(request, voters ?? [])
            })
    }

    private static func ofMeeting(
        _ name: String, _ command: any MeetingVerb.Type, note: Message? = nil,
        more: @escaping VerbForm.Fields = { _, _ in [] }
    ) -> VerbForm {
        VerbForm(
            "/meetings/{meeting}/\(name)", command, note: note, target: "/meetings/{meeting}", of: MeetingPage.thing,
            fields: { request, tx in VerbForm.hidden("meeting", of: request) + (try more(request, tx)) })
    }

    /// As the sheet at the door names them: with the household of the whole roll.
    private static func options(_ chosen: [VoterLine], of voters: [VoterLine], _ request: PageRequest)
        -> [FormField.Option]
    {
        let households = HouseholdNames(voters)
        return chosen.map { .init($0.member.text, "\($0.name) · \(request(households[$0.household]))") }
    }
}
