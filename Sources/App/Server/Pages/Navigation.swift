import Kernel
import Web

/// The sections in the head of every page: those that the rooms' addresses declare, by rank.
enum Navigation {
    static func items(_ routes: [Route]) -> [NavigationItem] {
        routes.compactMap { route in route.section.map { (route, $0) } }
            .sorted { ($0.1.rank, $0.0.path) < ($1.1.rank, $1.0.path) }
            .map { NavigationItem($1.label, $0.path, $0.rule) }
    }
}
