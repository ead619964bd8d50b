import Kernel
import Web

/// The sections in the head of every page: those that the rooms' addresses declare, by rank.
enum Navigation {
    /// The public pages that stand in no head and need nothing in their address, by path: each is named in the foot.
    static func doors(_ routes: [Route]) -> [NavigationItem] {
        routes.filter { route in
            guard case .page = route.handler else { return false }
            return route.section == nil && route.rule == .everyone && route.parameterNames.isEmpty
                && !["/", "/style", SearchPage.path].contains(route.path)
        }.sorted { $0.path < $1.path }.map { NavigationItem($0.summary, $0.path) }
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
