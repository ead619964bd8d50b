import Kernel
import NIOPosix
import Platform
import Web

/// `/`: one plain entrance for each kind of person; for who has signed in, what waits for them.
enum HomeEndpoints {
    static let all: [Endpoint] = [
        .get("/") { server, incoming in
            // On a station's laptop nothing else is asked for.
            if server.isLetIn(incoming.request) { return Reply.redirect(LaptopEndpoints.path) }
            let request = incoming.page()
            guard let principal = incoming.caller.principal else {
                if let front = server.access.routes.first(where: { $0.path == "/county" && $0.rule == .everyone }) {
                    return try await server.serve(front, incoming)
                }
                return try await server.show(entrances(request, server.access.routes), request, incoming)
            }
            let access = server.access
            let (waiting, own) = try await server.threads.runIfActive {
                (
                    try access.listWaiting(principal),
                    principal.role.isPrivate ? try access.listOwn(principal.person) : []
                )
            }
            let others = try await server.otherRecords(of: principal, incoming)
            return try await server.show(
                desk(request, access.routes, principal, waiting, own: OwnRecords(own, others)), request, incoming)
        }
    ]

    private static func entrances(_ request: PageRequest, _ routes: [Route]) -> Page {
        Page(
            Text.home, request,
            [
                Headline(Text.homeQuestion, answer: Text.homeAnswer, note: Text.homeNote, in: request.language),
                villages(routes),
                section(
                    Text.forBidders, Text.forBiddersNote,
                    existing([(Text.lots, "/lots")], routes) + [(Text.signInByPhone, "/sign-in/phone")]),
                section(Text.forStaff, Text.forStaffNote, [(Text.signInStaff, "/sign-in")]),
                log(routes),
            ])
    }

    /// What must be done, one line each, the late first; what may be done is folded, by room.
    private static func desk(
        _ request: PageRequest, _ routes: [Route], _ principal: Principal, _ waiting: [Waiting], own: OwnRecords
    ) -> Page {
        let elsewhere = waiting.filter(\.isElsewhere).flatMap(\.items)
        let waiting = waiting.filter { !$0.isElsewhere }
        let count = waiting.reduce(0) { $0 + $1.count }
        let answer = count == 0 ? Text.nothingWaits : Text.waits(request.format.count(count))
        var parts: [any Component] = [
            Headline(
                Text.deskQuestion, answer: answer, note: Text.welcome(principal.office.text, principal.role.label),
                in: request.language)
        ]
        parts += own.parts(request)
        let items = waiting.flatMap(\.items)
        if !items.isEmpty { parts.append(listed(ServerText.mustDo, items, untimed: Tag(ServerText.noTerm), request)) }
        let others = waiting.filter { $0.items.count < $0.count }
        if !others.isEmpty { parts.append(todo(others.sorted { $0.isLate && !$1.isLate }, request)) }
        if !elsewhere.isEmpty { parts.append(listed(ServerText.withOthers, elsewhere, untimed: nil, request)) }
        if principal.division != Principal.administrator.division { parts.append(places(routes, principal)) }
        let groups = mine(routes, principal)
        for group in groups {
            parts.append(
                Details(group.title, isOpen: groups.count == 1, [ActionBar(group.links.map { Action($0.0, to: $0.1) })])
            )
        }
        return Page(Text.home, request, parts)
    }

    /// Where the desk works each day: first the sections that are not the public's (the accountant's books), then its place.
    private static func places(_ routes: [Route], _ principal: Principal) -> ActionBar {
        let rooms = routes.filter { $0.section != nil && $0.rule != .everyone && $0.rule.allows(principal) }
        var links = rooms.compactMap { route in route.section.map { ($0.label, route.path) } }
        let place = principal.role.isPrivate ? ServerText.ourVillage : ServerText.myPlace
        links.append((place, "/places/\(principal.division)"))
        links += existing([(Text.lots, "/lots")], routes)
        return ActionBar(links.enumerated().map { Action($1.0, to: $1.1, isPrimary: $0 == 0) })
    }

    /// As many things stand on the desk itself; the rest on the rooms' own pages.
    private static let mostListed = 30

    /// The things that wait: what is late first, then by the day it ends, then by how long it has waited.
    /// What has no time limit says `untimed`.
    private static func listed(_ title: Message, _ items: [Waiting.Item], untimed: Tag?, _ request: PageRequest) -> HTML
    {
        let ordered = items.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.by != b.by { return (a.by ?? .latest) < (b.by ?? .latest) }
            if a.since != b.since { return (a.since ?? .latest) < (b.since ?? .latest) }
            return left.offset < right.offset
        }.map(\.element)
        let lines = ordered.prefix(mostListed).map { item -> HTML in
            let since: HTML? = item.since.map {
                "<small>\(ServerText.waitsSince(request.format.date($0)), request.language)</small>"
            }
            let tag = (item.daysLeft.map(term(daysLeft:)) ?? untimed)?.html(request.language)
            return TodoList.line(
                """
                <span><b>\(item.subject, request.language)</b> \(since)</span>\
                <span>\(tag) \(HTML.link(request(item.act), to: item.path))</span>
                """, isLate: item.isLate)
        }
        let more: HTML? =
            items.count > mostListed
            ? "<p class=\"note\">\(ServerText.moreWait(request.format.count(items.count - mostListed)), request.language)</p>"
            : nil
        return TodoList.section(title, lines, more: more, request)
    }

    private static func term(daysLeft left: Int) -> Tag {
        if left < 0 { return Tag(ServerText.lateBy(-left), .bad) }
        return left == 0
            ? Tag(ServerText.endsToday, .warning) : Tag(ServerText.daysLeft(left), left < 3 ? .warning : .neutral)
    }

    private static func todo(_ waiting: [Waiting], _ request: PageRequest) -> HTML {
        let lines = waiting.map { wait -> HTML in
            let tag = Tag(wait.isLate ? ServerText.late : ServerText.inTime, wait.isLate ? .bad : .neutral)
            return TodoList.line(
                """
                <span>\(HTML.link(request(wait.title), to: wait.path)) \
                \(tag, request.language)</span> <b>\(request.format.count(wait.count))</b>
                """, isLate: wait.isLate)
        }
        return TodoList.section(ServerText.byKind, lines, request)
    }

    private static func villages(_ routes: [Route]) -> Section {
        section(
            Text.forVillagers, Text.forVillagersNote,
            existing([(Text.places, "/places"), (Text.notices, "/notices")], routes))
    }

    private static func log(_ routes: [Route]) -> Section {
        section(
            Text.forEveryone, Text.forEveryoneNote,
            existing([(Text.log, "/log")], routes) + [
                (Text.checkpoint, "/checkpoint"), (Text.api, "/api/openapi.json"),
            ])
    }

    private static func section(_ title: Message, _ note: Message, _ links: [(Message, String)]) -> Section {
        let actions = links.enumerated().map { Action($1.0, to: $1.1, isPrimary: $0 == 0) }
        return Section(title, [Paragraph(note), ActionBar(actions)])
    }

    private static func existing(_ links: [(Message, String)], _ routes: [Route]) -> [(Message, String)] {
        links.filter { link in routes.contains { $0.path == link.1 } }
    }

    /// What this office may open and the public may not, without parameters in the address: of every room all of it.
    private static func mine(_ routes: [Route], _ principal: Principal)
        -> [(title: Message, links: [(Message, String)])]
    {
        let own = routes.filter { route in
            guard route.rule != .everyone, route.parameterNames.isEmpty, route.rule.allows(principal) else {
                return false
            }
            switch route.handler {
            case .page, .form, .upload: return true
            case .json, .file: return false
            }
        }
        var groups = Navigation.byRoom(own, otherwise: ServerText.mayDo).map { title, routes in
            (title: title, links: routes.map { ($0.summary, $0.path) })
        }
        if StationEndpoints.roles.contains(principal.role) {
            groups.append(
                (
                    Text.stationTitle,
                    [(Text.stationTitle, "/station/codes"), (Text.phoneChanges, StationEndpoints.phones)]
                ))
        }
        if StaffEndpoints.roles.contains(principal.role) {
            groups.append(
                (
                    ServerText.installation,
                    [
                        (Text.staffTitle, StaffEndpoints.path), (Text.endSessions, SessionEndpoints.path),
                        (Text.events, EventEndpoints.path),
                        (Text.clockTitle, ClockEndpoints.path),
                    ]
                ))
        }
        return groups + [(ServerText.mine, [(Text.account, "/account")])]
    }
}

/// The lists of the first page: a thing to a line, the act at its end.
enum TodoList {
    static func line(_ content: HTML, isLate: Bool = false) -> HTML {
        "<li class=\"\(isLate ? "late" : "in-time")\">\(content)</li>\n"
    }

    static func section(_ title: Message, _ lines: [HTML], more: HTML? = nil, _ request: PageRequest) -> HTML {
        """
        <section><h2>\(title, request.language)</h2><ul class="todo">
        \(lines)</ul>\(more)</section>

        """
    }
}
