import Kernel
import Registry
import Storage
import Web

/// All meetings, the latest day first.
struct MeetingListPage {
    let meetings: [MeetingLine]
    /// The collective of the reader's own place, whose roll and offices they may look at.
    let own: OrganisationID?

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        meetings = try MeetingQueries.list(limit: 200, in: tx)
        let principal = request.principal.flatMap { RollPage.readers.contains($0.role) ? $0 : nil }
        own = try principal.flatMap { try OrganisationQueries.findCollective(of: $0.division, in: tx)?.id }
    }

    func page(_ request: PageRequest) -> Page {
        let rows = meetings.map { meeting -> [HTML] in
            [
                HTML.link(request.format.date(meeting.day), to: "/meetings/\(meeting.id)"), HTML(text: meeting.name),
                HTML(text: request(meeting.body.label)), HTML(text: meeting.agenda),
                HTML(text: request.format.count(meeting.present)), HTML(text: request.format.count(meeting.entitled)),
            ]
        }
        let call =
            CallMeeting.isOffered(to: request)
            ? [Action(CallMeeting.title, to: "/meetings/new", isPrimary: true)] : []
        let lists = own.map { body in
            [
                Action(AssemblyText.members, to: "/organisations/\(body)/members"),
                Action(AssemblyText.officeHolders, to: "/organisations/\(body)/officers"),
            ]
        }
        return Page(
            AssemblyText.title, request,
            [
                Headline(
                    AssemblyText.question, answer: AssemblyText.answer(request.format.count(meetings.count)),
                    in: request.language),
                ActionBar(call + (lists ?? [])),
                DataTable(
                    columns: [
                        .init(AssemblyText.day), .init(AssemblyText.organisation), .init(AssemblyText.body),
                        .init(AssemblyText.agenda), .init(AssemblyText.present, .number),
                        .init(AssemblyText.entitled, .number),
                    ], rows: rows, empty: EmptyState(AssemblyText.empty)),
            ])
    }
}
