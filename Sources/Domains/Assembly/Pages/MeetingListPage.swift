import Kernel
import Registry
import Storage
import Web

/// All meetings, the latest day first.
struct MeetingListPage {
    private static let most = 5_000

    let meetings: [MeetingLine]
    /// The collective of the reader's own place, whose roll and offices they may look at.
    let own: OrganisationID?

    init(_ request: PageRequest, in tx: any ReadTransaction) throws {
        meetings = try MeetingQueries.list(limit: Self.most, in: tx)
        let principal = request.principal.flatMap { RollPage.readers.contains($0.role) ? $0 : nil }
        own = try principal.flatMap { try OrganisationQueries.findCollective(of: $0.division, in: tx)?.id }
    }

    func page(_ request: PageRequest) -> Page {
        let format = request.format
        let rows = meetings.map { meeting -> [ListCell] in
            [
                .date(meeting.day, format, to: "/meetings/\(meeting.id)"), .text(meeting.name),
                .text(request(meeting.body.label)), .text(meeting.agenda), .count(meeting.present, format),
                .count(meeting.entitled, format),
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
                ActionBar(call + [Action(AssemblyText.deliberations, to: "/deliberations")] + (lists ?? [])),
                ListTable(
                    request,
                    columns: [
                        .init("day", AssemblyText.day), .init("body", AssemblyText.organisation),
                        .init("kind", AssemblyText.body), .init("agenda", AssemblyText.agenda),
                        .init("present", AssemblyText.present, .number),
                        .init("entitled", AssemblyText.entitled, .number),
                    ], rows: rows, most: Self.most, empty: EmptyState(AssemblyText.empty)),
            ])
    }
}
