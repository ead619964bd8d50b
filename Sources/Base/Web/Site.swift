package import Kernel

/// What every page of the installation shares: its sections, its notices and the head of the log.
package struct Site: Sendable {
    package let navigation: [NavigationItem]
    /// The newest checkpoint, shown in the footer.
    package let head: LogHead?
    package let isDemo: Bool
    /// Plain HTTP on the loopback address; said on every page.
    package let isLoopback: Bool
    /// Who has signed in; nil for the public.
    package let person: SignedInPerson?
    /// What the clock of a practice house says, and where it is moved; nil in every other house. Said on every page.
    package let practiceClock: (now: Instant, path: String)?
    package let signInPath: String
    /// Whether the reader has chosen large letters, and where that is chosen; nil where there is no choice.
    package let letters: (isLarge: Bool, path: String)?
    package let signOutPath: String
    /// Whether there is a search over all rooms.
    package let hasSearch: Bool
    /// Every public page that stands in no head and asks for nothing, by room: named in the foot of each page, so that none is an
    /// orphan.
    package let doors: [NavigationGroup]
    /// Where the log's entries about the page are; nil where the page is about no one thing.
    package let entries: String?

    package init(
        navigation: [NavigationItem] = [], head: LogHead? = nil, isDemo: Bool = false, isLoopback: Bool = false,
        person: SignedInPerson? = nil, signInPath: String = "/sign-in", signOutPath: String = "/sign-out",
        practiceClock: (now: Instant, path: String)? = nil,
        letters: (isLarge: Bool, path: String)? = nil, hasSearch: Bool = false, doors: [NavigationGroup] = [],
        entries: String? = nil
    ) {
        self.doors = doors
        self.entries = entries
        self.hasSearch = hasSearch
        self.letters = letters
        self.navigation = navigation
        self.head = head
        self.isDemo = isDemo
        self.isLoopback = isLoopback
        self.person = person
        self.signInPath = signInPath
        self.signOutPath = signOutPath
        self.practiceClock = practiceClock
    }
}

/// Pages that belong together, under the title of their room.
package struct NavigationGroup: Sendable {
    let title: Message
    let items: [NavigationItem]

    package init(_ title: Message, _ items: [NavigationItem]) {
        self.title = title
        self.items = items
    }
}

/// One section in the head of the page, shown to those its rule lets in.
package struct NavigationItem: Sendable {
    package let message: Message
    package let path: String
    package let rule: Route.Rule

    package init(_ message: Message, _ path: String, _ rule: Route.Rule = .everyone) {
        self.message = message
        self.path = path
        self.rule = rule
    }
}

/// The size and root of the log at its newest checkpoint, and where the log's page is.
package struct LogHead: Sendable, Hashable {
    package let size: Int64
    /// The root's first hexadecimal digits are enough to compare by eye.
    package let root: String
    package let path: String

    package init(size: Int64, root: String, path: String = "/log") {
        self.size = size
        self.root = root
        self.path = path
    }
}

/// The name and desk shown to somebody who has signed in; never logged.
package struct SignedInPerson: Sendable, Hashable {
    package let name: String
    package let office: String

    package init(name: String, office: String) {
        self.name = name
        self.office = office
    }
}

extension Route.Rule {
    /// Whether `principal` (nil: the public) may come here.
    package func allows(_ principal: Principal?) -> Bool {
        switch self {
        case .everyone: true
        case .signedIn: principal != nil
        case .roles(let roles): principal.map { roles.contains($0.role) } ?? false
        }
    }
}
