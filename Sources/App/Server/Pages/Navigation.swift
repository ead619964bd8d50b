import Kernel
import Web

/// The sections in the head of every page and the entrances on the first one: those that the house really has.
enum Navigation {
    private static let sections: [(Message, String)] = [
        (Text.desk, "/exchange/desk"), (Text.lots, "/lots"), (Text.places, "/places"), (Text.notices, "/notices"),
        (Text.contracts, "/contracts"), (Text.books, "/books"), (Text.log, "/log"),
    ]

    static func items(_ routes: [Route]) -> [NavigationItem] {
        let rules = Dictionary(routes.map { ($0.path, $0.rule) }, uniquingKeysWith: { first, _ in first })
        return sections.compactMap { message, path in rules[path].map { NavigationItem(message, path, $0) } }
    }
}
