import Hummingbird
import Kernel
import Web

/// `/staff/events`: the administrator looks up who came in, who failed and who changed what.
enum EventEndpoints {
    static let path = "/staff/events"
    static let roles: Set<Role> = [.administrator]
    private static let onPage: Int64 = 200

    static let all: [Endpoint] = [
        .get(path) { server, incoming in
            try server.admit(incoming.caller, .roles(roles))
            let request = incoming.page()
            let newest = incoming.caller.now.milliseconds + 1
            let asked = incoming.query["before"].flatMap { AddressNumber.index.find($0) }
            let before = Instant(milliseconds: min(asked ?? newest, newest))
            let events = try await server.signIn.events(before: before, limit: onPage)
            var parts: [any Component] = [
                Headline(Text.events, answer: Text.eventsAnswer, in: request.language),
                EventTable.table(events, request, isOwn: false),
            ]
            if events.count == Int(onPage), let last = events.last {
                parts.append(
                    ActionBar([Action(Text.olderEvents, to: "\(path)?before=\(last.at.milliseconds)")]))
            }
            return try await server.show(Page(Text.events, request, parts), request, incoming)
        }
    ]
}

/// Security events as people read them.
enum EventTable {
    static func table(_ events: [SecurityEvent], _ request: PageRequest, isOwn: Bool) -> any Component {
        let language = request.language
        let rows = events.map { event -> [HTML] in
            let doer =
                event.whence.person == event.person ? nil : event.whence.office?.text ?? event.whence.person?.text
            let way = event.way.map { language(Text.way($0)) } ?? ""
            let whom: [HTML] = isOwn ? [] : ["\(event.person?.text ?? "")"]
            return [.time(event.at, language), HTML(text: language(Text.event(event.kind)))] + whom + [
                HTML(text: way), HTML(text: doer ?? ""), "<code>\(event.whence.address)</code>",
                HTML(text: event.detail ?? ""),
            ]
        }
        let whom: [DataTable.Column] = isOwn ? [] : [.init(Text.eventPerson)]
        return DataTable(
            Text.events,
            columns: [.init(Text.eventTime), .init(Text.eventKind)] + whom + [
                .init(Text.wayIn), .init(Text.eventDoer), .init(Text.eventAddress), .init(Text.eventDetail),
            ], rows: rows)
    }
}
