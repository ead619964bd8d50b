package import Kernel

/// One address of the house as a value: the server serves it, OpenAPI and the tidy tests read it.
package struct Route: Sendable {
    package enum Method: String, Sendable, CaseIterable { case get = "GET", post = "POST" }

    /// Who may come here. Commands are checked once more by the access table in the writer.
    package enum Rule: Sendable, Hashable {
        /// Anyone; the page must hold nothing personal.
        case everyone
        case signedIn
        case roles(Set<Role>)
    }

    package enum Handler: Sendable {
        /// A page for people; `GET`.
        case page(@Sendable (PageRequest) throws -> PageResult)
        /// The same page with a form that gives `command`: `GET` shows it, `POST` gives the command and redirects to
        /// what `done` says, or shows the page again with the input kept and each rejection beside its field.
        case form(
            command: String, page: @Sendable (PageRequest) throws -> PageResult,
            done: @Sendable (PageRequest, [String: JSON]) -> String)
        /// JSON for programs; `GET`. The shape goes into OpenAPI.
        case json(shape: FieldShape, @Sendable (PageRequest) throws -> JSONResult)
        /// A file in many commands: `GET` and `POST`.
        case upload(Upload)
        /// A file: `GET`.
        case file(contentType: String, @Sendable (PageRequest) throws -> FileResult)
    }

    /// With parameters in braces: `/lots/{lot}`.
    package let path: String
    package let summary: Message
    package let rule: Rule
    package let handler: Handler
    /// A form of a hall that runs: its act leads straight back, without a page of confirmation.
    package let isQuick: Bool
    /// The title of the room the address belongs to, under which a desk finds it.
    package var room: Message?
    /// The name and place of the address in the head of every page; nil for the many that are not there.
    package var section: Section?
    /// For how long whoever fetched the file may keep it; nil: not at all.
    package var keptSeconds: Int64?

    /// A section in the head of every page: smaller ranks stand first.
    package struct Section: Sendable, Hashable {
        package let label: Message
        package let rank: Int
    }

    /// The same address as a section in the head of every page.
    package func inHead(_ label: Message, rank: Int) -> Route {
        var route = self
        route.section = Section(label: label, rank: rank)
        return route
    }

    /// A file that anybody may keep for a while.
    package func kept(seconds: Int64) -> Route {
        var route = self
        route.keptSeconds = seconds
        return route
    }

    package init(_ path: String, _ summary: Message, _ rule: Rule, _ handler: Handler, isQuick: Bool = false) {
        self.isQuick = isQuick
        self.path = path
        self.summary = summary
        self.rule = rule
        self.handler = handler
    }
}

/// What a page's code may know of the request: values only.
package struct PageRequest: Sendable {
    package let path: String
    package let parameters: [String: String]
    package let query: [String: String]
    package let language: Language
    package let now: Instant
    /// Who has signed in; nil for the public.
    package let principal: Principal?
    /// What was typed and what was wrong with it, when a form is shown again.
    package let form: FormState
    /// Goes into every form as a hidden field.
    package let csrfToken: String
    /// Where this installation is reached from outside, `https://lease.example.cn`: what is printed leads back to it.
    package let origin: String
    /// The village the reader chose on the first page, kept in their browser.
    package let village: DivisionID?
    /// What the reader may know of the paper with a mark; nil where it is not here or not for them.
    package let paper: @Sendable (String) -> PaperLabel?

    package init(
        path: String, parameters: [String: String] = [:], query: [String: String] = [:], language: Language = .chinese,
        now: Instant, principal: Principal? = nil, form: FormState = FormState(), csrfToken: String = "",
        origin: String = "https://localhost", village: DivisionID? = nil,
        paper: @escaping @Sendable (String) -> PaperLabel? = { _ in nil }
    ) {
        self.paper = paper
        self.village = village
        self.path = path
        self.parameters = parameters.mapValues(CanonicalText.sought)
        self.query = query.mapValues(CanonicalText.sought)
        self.language = language
        self.now = now
        self.principal = principal
        self.form = form
        self.csrfToken = csrfToken
        self.origin = origin
    }

    /// Which of its screens a page shows on a hall's wall (`?view=wall`), from 0; nil anywhere else.
    package var turn: Int? {
        query["view"] == "wall" ? number("turn", within: 0...99, otherwise: 0) : nil
    }

    /// The words of `message` in the reader's language.
    package func callAsFunction(_ message: Message) -> String { language(message) }

    /// The path parameter `name` as an identifier; nil when it is not well formed.
    package func identifier<Named>(_ name: String, as type: Named.Type = Named.self) -> Identifier<Named>? {
        parameters[name].flatMap { Identifier($0) }
    }
}

/// The state of a form: values as typed, rejections by field, and the idempotency key that makes a double click safe.
package struct FormState: Sendable, Hashable {
    package let values: [String: String]
    package let rejections: [Rejection]
    package let key: String

    package init(values: [String: String] = [:], rejections: [Rejection] = [], key: String = "") {
        self.values = values
        self.rejections = rejections
        self.key = key
    }
}

package enum PageResult: Sendable {
    case page(Page)
    case redirect(String)
    /// The public form of "not there" and of "not for you".
    case notFound
}

package enum JSONResult: Sendable {
    case json(JSON)
    case notFound
}

package enum FileResult: Sendable {
    case file([UInt8], name: String)
    case notFound
}

/// A page before its frame: the question it answers, and its body.
package struct Page: Sendable {
    package let title: String
    package let body: HTML
    /// Live pages say where their events come from; script only makes them live.
    package let liveSource: String?
    /// The rows of the page's list, for who takes them along (`?format=csv`); nil for a page without a list.
    package let rows: RowFile?
    /// Its forms are kept where there is no network and sent later; script only makes it so.
    package var sendsLater = false
    /// How many screens it takes on a hall's wall, one after the other; which one is shown, the request says.
    package var turns = 1

    package init(title: String, body: HTML, liveSource: String? = nil, rows: RowFile? = nil) {
        self.rows = rows
        self.title = title
        self.body = body
        self.liveSource = liveSource
    }
}
