import EventLog
package import Kernel
package import Platform
package import Web

/// What the server asks of the house, as values and functions: made from a `Installation`, or small ones in tests.
package struct InstallationAccess: Sendable {
    package let routes: [Route]
    /// By address: what is shown to those who have not signed in, where that is read by a role of its own.
    package let publicRoutes: [String: Route]
    package let commands: [OpenAPI.Command]
    package let now: @Sendable () -> Instant
    package let submit: @Sendable (Submission) async throws -> Answer
    package let findPrincipal: @Sendable (OfficeID) throws -> Principal?
    /// Whether the first place is the second or lies below it.
    package let isWithin: @Sendable (DivisionID, DivisionID) throws -> Bool
    /// What a place is called, for people; reads the store.
    package let findPlaceName: @Sendable (DivisionID) throws -> String?
    /// What waits for somebody at their desk; reads the store.
    package let listWaiting: @Sendable (Principal) throws -> [Waiting]
    /// Who is next on the thing of a stream; reads the store.
    package let nextStep: @Sendable (StreamID) throws -> NextStep?
    /// What an entry of the log is about, by its name; nil where the log names nothing. Reads the store.
    package let thing: @Sendable (Int64) throws -> String?
    /// For whom desks wrote a telephone down; reads the store.
    package let listKnown: @Sendable (PhoneNumber) throws -> [KnownAccount]
    /// What is a person's own; reads the store.
    package let listOwn: @Sendable (PersonID) throws -> [OwnThing]
    /// Accounts and desks by their names; reads the store.
    package let offices: OfficeAccess
    package let log: LogAccess
    /// Whether commands are taken here; a stand-by only shows.
    package let isWriting: @Sendable () -> Bool
    /// Only in a practice house: its clock is moved by hand.
    package let practice: PracticeAccess?
    package let clock: ClockAccess
    package let operation: OperationAccess
    /// What people are told by message, and what they answer; nil where nobody is (small houses of tests).
    let messages: MessageAccess?
    /// The papers of the house; nil where none are kept (small houses of tests).
    package let papers: InstallationPapers?
    /// The fields that ask for papers, by command: `digest`, `evidence[]`.
    let papersAsked: [String: Set<String>]
    /// What a station's laptop can do; nil in small houses of tests.
    private(set) var laptop: LaptopAccess?

    package init(
        routes: [Route], commands: [OpenAPI.Command], now: @escaping @Sendable () -> Instant,
        submit: @escaping @Sendable (Submission) async throws -> Answer,
        findPrincipal: @escaping @Sendable (OfficeID) throws -> Principal?,
        isWithin: @escaping @Sendable (DivisionID, DivisionID) throws -> Bool, log: LogAccess,
        findPlaceName: @escaping @Sendable (DivisionID) throws -> String? = { _ in nil },
        listWaiting: @escaping @Sendable (Principal) throws -> [Waiting] = { _ in [] },
        nextStep: @escaping @Sendable (StreamID) throws -> NextStep? = { _ in nil },
        thing: @escaping @Sendable (Int64) throws -> String? = { _ in nil },
        listKnown: @escaping @Sendable (PhoneNumber) throws -> [KnownAccount] = { _ in [] },
        listOwn: @escaping @Sendable (PersonID) throws -> [OwnThing] = { _ in [] },
        publicRoutes: [Route] = [], isWriting: @escaping @Sendable () -> Bool = { true },
        practice: PracticeAccess? = nil, clock: ClockAccess = .quiet, operation: OperationAccess = .well,
        offices: OfficeAccess = .none,
        messages: MessageAccess? = nil, papers: InstallationPapers? = nil
    ) {
        self.messages = messages
        self.papers = papers
        papersAsked = Dictionary(
            commands.map { ($0.name, Set(FieldShape.Field.papers(among: $0.fields))) },
            uniquingKeysWith: { first, _ in first })
        self.offices = offices
        self.routes = routes
        self.publicRoutes = Dictionary(
            publicRoutes.filter { $0.rule == .everyone }.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        self.commands = commands
        self.now = now
        self.submit = submit
        self.findPrincipal = findPrincipal
        self.isWithin = isWithin
        self.findPlaceName = findPlaceName
        self.listWaiting = listWaiting
        self.nextStep = nextStep
        self.thing = thing
        self.listKnown = listKnown
        self.listOwn = listOwn
        self.log = log
        self.isWriting = isWriting
        self.practice = practice
        self.clock = clock
        self.operation = operation
    }

    /// What sign-ins, codes and limits go by: the machine's time, also where the house's own clock is ahead of it.
    var machineNow: Instant { practice?.machineNow() ?? now() }

    package init(_ installation: Installation) {
        let log = installation.log
        self.init(
            routes: installation.routes,
            commands: installation.commands.map {
                OpenAPI.Command(
                    name: $0.name, title: $0.title, fields: $0.fields, rejections: $0.rejections, roles: $0.roles)
            },
            now: { installation.clock.now() }, submit: { try await installation.writer.submit($0) },
            findPrincipal: { try installation.findPrincipal(office: $0) },
            isWithin: { try installation.isWithin($0, $1) },
            log: LogAccess(
                head: {
                    let head = try log.head()
                    return LogHead(size: head.size, root: Hex.text(of: head.root.bytes))
                },
                checkpoint: { try log.head().checkpoint },
                sizes: {
                    AsyncStream { continuation in
                        let heads = installation.writer.heads()
                        let task = Task {
                            for await head in heads { continuation.yield(head.size) }
                            continuation.finish()
                        }
                        continuation.onTermination = { _ in task.cancel() }
                    }
                },
                leaf: { try log.leaf($0) }, leaves: { try log.bytes(from: $0, limit: $1) },
                tile: { try log.tile(level: $0, index: $1, width: $2) },
                entries: { try log.entries(index: $0, width: $1) }),
            findPlaceName: { try installation.findPlaceName($0) },
            listWaiting: { try installation.listWaiting(for: $0) },
            nextStep: { try installation.findNextStep(on: $0) }, thing: { try installation.findThing(ofEntry: $0) },
            listKnown: { try installation.listKnown(phone: $0.text) }, listOwn: { try installation.listOwn(of: $0) },
            publicRoutes: installation.publicRoutes,
            isWriting: { !installation.writer.isWaiting },
            practice: (installation.clock as? PracticeClock).map { PracticeAccess($0, installation.writer) },
            clock: .of(installation), operation: .of(installation), offices: .of(installation),
            messages: MessageAccess(installation), papers: installation.papers)
        laptop = LaptopAccess(installation)
    }
}

/// The clock of a practice house.
package struct PracticeAccess: Sendable {
    let machineNow: @Sendable () -> Instant
    /// When the next act is due that waits for its hour; nil when none waits.
    let nextDue: @Sendable () -> Instant?
    /// Moves on, and has everything done that has come due.
    let advance: @Sendable (Instant) async throws -> Void

    init(_ clock: PracticeClock, _ writer: Writer) {
        machineNow = { clock.machineNow() }
        nextDue = { writer.nextDue }
        advance = { instant in
            try clock.advance(to: instant)
            await writer.nudge()
        }
    }
}

/// The log as the server shows it. All but `sizes` read the store and belong on a thread of their own.
package struct LogAccess: Sendable {
    package let head: @Sendable () throws -> LogHead
    package let checkpoint: @Sendable () throws -> String
    /// The log's size after each flush; a slow watcher sees only the newest.
    package let sizes: @Sendable () -> AsyncStream<Int64>
    package let leaf: @Sendable (Int64) throws -> [UInt8]?
    /// At most so many leaves from an index on, in commit order.
    package let leaves: @Sendable (_ first: Int64, _ limit: Int64) throws -> [[UInt8]]
    package let tile: @Sendable (_ level: Int, _ index: Int64, _ width: Int) throws -> [UInt8]?
    package let entries: @Sendable (_ index: Int64, _ width: Int) throws -> [UInt8]?

    package init(
        head: @escaping @Sendable () throws -> LogHead, checkpoint: @escaping @Sendable () throws -> String,
        sizes: @escaping @Sendable () -> AsyncStream<Int64>, leaf: @escaping @Sendable (Int64) throws -> [UInt8]?,
        leaves: @escaping @Sendable (Int64, Int64) throws -> [[UInt8]],
        tile: @escaping @Sendable (Int, Int64, Int) throws -> [UInt8]?,
        entries: @escaping @Sendable (Int64, Int) throws -> [UInt8]?
    ) {
        self.head = head
        self.checkpoint = checkpoint
        self.sizes = sizes
        self.leaf = leaf
        self.leaves = leaves
        self.tile = tile
        self.entries = entries
    }
}
