import Kernel
import Web

/// `/`: one plain entrance for each kind of person.
enum HomeDoors {
    static let all: [Door] = [
        .get("/") { door, ask in
            let request = ask.page()
            return try await door.show(page(request, door.access.routes, ask.caller), request, ask)
        }
    ]

    private static func page(_ request: PageRequest, _ routes: [Route], _ caller: Caller) -> Page {
        var parts: [any Component] = [
            Headline(Text.homeQuestion, answer: Text.homeAnswer, note: Text.homeNote, in: request.language)
        ]
        if let principal = caller.principal {
            parts.append(Callout(.good, Text.welcome(principal.office.text, Text.role(principal.role))))
            parts.append(section(Text.yourDesk, Text.yourDeskNote, mine(routes, principal)))
        }
        parts.append(
            section(
                Text.forVillagers, Text.forVillagersNote,
                [
                    (Text.villages, "/villages"), (Text.places, "/places"), (Text.notices, "/notices"),
                ].filter { exists($0.1, routes) }))
        parts.append(
            section(
                Text.forBidders, Text.forBiddersNote,
                [
                    (Text.lots, "/lots"), (Text.signInByPhone, "/sign-in/phone"),
                ].filter { exists($0.1, routes) || $0.1.hasPrefix("/sign-in") }))
        parts.append(section(Text.forStaff, Text.forStaffNote, [(Text.signInStaff, "/sign-in")]))
        parts.append(
            section(
                Text.forEveryone, Text.forEveryoneNote,
                [
                    (Text.log, "/log"), (Text.checkpoint, "/checkpoint"), (Text.api, "/api/openapi.json"),
                ].filter { exists($0.1, routes) || !$0.1.hasPrefix("/log") }))
        return Page(Text.home, request, parts)
    }

    private static func section(_ title: Message, _ note: Message, _ links: [(Message, String)]) -> Section {
        let actions = links.enumerated().map { Action($1.0, to: $1.1, isPrimary: $0 == 0) }
        return Section(title, [Paragraph(note), ActionBar(actions)])
    }

    private static func exists(_ path: String, _ routes: [Route]) -> Bool { routes.contains { $0.path == path } }

    /// What this office may open and the public may not, without parameters in the address.
    private static func mine(_ routes: [Route], _ principal: Principal) -> [(Message, String)] {
        let own = routes.filter { route in
            guard route.rule != .everyone, route.parameterNames.isEmpty, route.rule.allows(principal) else {
                return false
            }
            switch route.handler {
            case .page, .form: return true
            case .json, .file: return false
            }
        }
        let station = StationDoors.roles.contains(principal.role) ? [(Text.stationTitle, "/station/codes")] : []
        return own.prefix(12).map { ($0.summary, $0.path) } + station + [(Text.account, "/account")]
    }
}
