import Kernel
import Registry
import Storage
import Web

/// All meetings, the latest day first.
struct MeetingListPage {
    let meetings: [MeetingLine]

    init(_ tx: any ReadTransaction) throws { meetings = try MeetingQueries.list(limit: 200, in: tx) }

    func page(_ request: PageRequest) -> Page {
        let rows = meetings.map { meeting -> [HTML] in
            [
                HTML.link(meeting.id.text, to: "/meetings/\(meeting.id)"), HTML(text: meeting.name),
                HTML(text: request(meeting.body.label)), HTML(text: request.format.date(meeting.day)),
                HTML(text: request.format.count(meeting.present)), HTML(text: request.format.count(meeting.entitled)),
            ]
        }
        return Page(
            AssemblyText.title, request,
            [
                Headline(
                    AssemblyText.question, answer: AssemblyText.answer(request.format.count(meetings.count)),
                    in: request.language),
                DataTable(
                    columns: [
                        .init(AssemblyText.meeting), .init(AssemblyText.organisation), .init(AssemblyText.body),
                        .init(AssemblyText.day, .number), .init(AssemblyText.present, .number),
                        .init(AssemblyText.entitled, .number),
                    ], rows: rows, empty: EmptyState(AssemblyText.empty)),
            ])
    }
}

/// One meeting: who is entitled, who is here, what was put to the vote and what it needed.
struct MeetingPage {
    let meeting: MeetingLine
    let motions: [MotionLine]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("meeting", as: MeetingName.self),
            let meeting = try MeetingQueries.find(id, in: tx)
        else { return nil }
        self.meeting = meeting
        motions = try MeetingQueries.motions(of: id, in: tx)
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let answer =
            meeting.rollDigest == nil
            ? AssemblyText.rollComing
            : AssemblyText.came(format.count(meeting.present), format.count(meeting.entitled))
        return Page(
            AssemblyText.meeting, request,
            [
                Breadcrumb([.init(request(AssemblyText.title), "/meetings"), .init(meeting.id.text)]),
                Headline(AssemblyText.whatWasDecided, answer: answer, note: AssemblyText.promise, in: request.language),
                FactList([
                    .init(
                        AssemblyText.organisation, HTML.link(meeting.name, to: "/organisations/\(meeting.organisation)")
                    ),
                    .init(AssemblyText.body, HTML(text: request(meeting.body.label))),
                    .init(AssemblyText.noticed, HTML(text: format.date(meeting.noticed))),
                    .init(AssemblyText.day, HTML(text: format.date(meeting.day))),
                    .init(AssemblyText.agenda, HTML(text: meeting.agenda)),
                    .init(AssemblyText.rollDigest, meeting.rollDigest.map { HTML(text: $0) }),
                ]), table(request),
            ])
    }

    private func table(_ request: PageRequest) -> DataTable {
        let format = request.format
        let rows = motions.map { motion -> [HTML] in
            let rule = try? VotingRule.find(motion.matter, meeting.body)
            let state = motion.isPassed.map { $0 ? AssemblyText.passed : AssemblyText.notPassed } ?? AssemblyText.voting
            return [
                HTML(text: format.count(motion.number)), HTML(text: request(motion.matter.label)),
                HTML(text: motion.object ?? "—"), HTML(text: rule.map { request($0.basis.article) } ?? "—"),
                HTML(text: format.count(motion.present)), HTML(text: format.count(motion.needed)),
                HTML(text: format.count(motion.inFavour)), HTML(text: format.count(motion.against)),
                HTML(text: format.count(motion.abstained)), HTML(text: request(state)),
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
}
