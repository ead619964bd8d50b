import Kernel
import Web

/// The sections in the head of every page: those that the rooms' addresses declare, by rank.
enum Navigation {
    /// The public pages that stand in no head and need nothing in their address, by room and path: each is named in the foot.
    static func doors(_ routes: [Route]) -> [NavigationGroup] {
        let doors = routes.filter { route in
            guard case .page = route.handler else { return false }
            return route.section == nil && route.rule == .everyone && route.parameterNames.isEmpty
                && !["/", "/style", SearchPage.path].contains(route.path)
        }
        return byRoom(doors, otherwise: ServerText.mayDo).map { title, routes in
            NavigationGroup(title, routes.sorted { $0.path < $1.path }.map { NavigationItem($0.summary, $0.path) })
        }
    }

    /// The addresses under the titles of their rooms, in the order of the rooms.
    static func byRoom(_ routes: [Route], otherwise: Message) -> [(title: Message, routes: [Route])] {
        var groups: [(title: Message, routes: [Route])] = []
        for route in routes {
            let title = route.room ?? otherwise
            if let position = groups.firstIndex(where: { $0.title == title }) {
                groups[position].routes.append(route)
            } else {
                groups.append((title, [route]))
            }
        }
        return groups
    }

    /// The log's entries about the thing at `path`; nil for pages about no one thing.
    static func entries(_ path: String) -> String? {
        let parts = path.split(separator: "/").map { String($0) }
        guard parts.count == 2, let kind = streams[parts[0]] else { return nil }
        return Links.address("/log", query: ["about": kind.isEmpty ? parts[1] : "\(kind)/\(parts[1])"])
    }

    /// The kind of stream behind each collection of pages; a place is told by itself.
    private static let streams = [
        "places": "", "lots": "lot", "contracts": "contract", "assets": "asset", "notices": "notice",
        "organisations": "organisation", "books": "books",
    ]

    static func items(_ routes: [Route]) -> [NavigationItem] {
        routes.compactMap { route in route.section.map { (route, $0) } }
            .sorted { ($0.1.rank, $0.0.path) < ($1.1.rank, $1.0.path) }
            .map { NavigationItem($1.label, $0.path, $0.rule) }
    }
}
