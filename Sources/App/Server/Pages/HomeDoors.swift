import Kernel
import NIOPosix
import Web

/// `/`: one plain entrance for each kind of person; for who has signed in, what waits for them.
enum HomeDoors {
    static let all: [Door] = [
        .get("/") { door, ask in
            let request = ask.page()
            guard let principal = ask.caller.principal else {
                if let front = door.access.routes.first(where: { $0.path == "/county" }) {
                    return try await door.serve(front, ask)
                }
                return try await door.show(entrances(request, door.access.routes), request, ask)
            }
            let access = door.access
            let waiting = try await door.threads.runIfActive { try access.listWaiting(principal) }
            return try await door.show(desk(request, access.routes, principal, waiting), request, ask)
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

    private static func desk(_ request: PageRequest, _ routes: [Route], _ principal: Principal, _ waiting: [Waiting])
        -> Page
    {
        let count = waiting.reduce(0) { $0 + $1.count }
        let tiles = waiting.map {
            StatTiles.Stat(
                $0.title, "\(request.format.count($0.count))",
                definition: $0.isLate ? Text.waitingLate : Text.waitingInTime, to: $0.path)
        }
        let answer = count == 0 ? Text.nothingWaits : Text.waits(request.format.count(count))
        return Page(
            Text.home, request,
            [
                Headline(
                    Text.deskQuestion, answer: answer,
                    note: Text.welcome(principal.office.text, principal.role.label),
                    in: request.language)
            ] + (tiles.isEmpty ? [] : [StatTiles(tiles)]) + [
                section(Text.yourDesk, Text.yourDeskNote, mine(routes, principal)), villages(routes), log(routes),
            ])
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
        let station =
            StationDoors.roles.contains(principal.role)
            ? [(Text.stationTitle, "/station/codes"), (Text.phoneChanges, StationDoors.phones)] : []
        let staff =
            StaffDoors.roles.contains(principal.role)
            ? [(Text.staffTitle, StaffDoors.path), (Text.events, EventDoors.path), (Text.clockTitle, ClockDoors.path)]
            : []
        return own.prefix(12).map { ($0.summary, $0.path) } + station + staff + [(Text.account, "/account")]
    }
}
