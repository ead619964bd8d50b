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
                HTML.link(request.format.date(meeting.day), to: "/meetings/\(meeting.id)"), HTML(text: meeting.name),
                HTML(text: request(meeting.body.label)), HTML(text: meeting.agenda),
                HTML(text: request.format.count(meeting.present)), HTML(text: request.format.count(meeting.entitled)),
            ]
        }
        let call =
            CallMeeting.isOffered(to: request)
            ? [Action(CallMeeting.title, to: "/meetings/new", isPrimary: true)] : []
        return Page(
            AssemblyText.title, request,
            [
                Headline(
                    AssemblyText.question, answer: AssemblyText.answer(request.format.count(meetings.count)),
                    in: request.language),
                ActionBar(call),
                DataTable(
                    columns: [
                        .init(AssemblyText.day), .init(AssemblyText.organisation), .init(AssemblyText.body),
                        .init(AssemblyText.agenda), .init(AssemblyText.present, .number),
                        .init(AssemblyText.entitled, .number),
                    ], rows: rows, empty: EmptyState(AssemblyText.empty)),
            ])
    }
}
