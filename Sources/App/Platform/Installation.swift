package import Attachments
import EventLog
package import Foundation
package import Kernel
package import Storage
package import Web

/// The addresses of one room of the house.
package struct RoomRoutes: Sendable {
    /// The target's name: `Exchange`.
    package let room: String
    let routes: @Sendable (any Database, LogView) -> [Route]

    /// `title`: under which a desk finds the room's addresses.
    package init(
        _ room: String, title: Message? = nil, _ routes: @escaping @Sendable (any Database, LogView) -> [Route]
    ) {
        self.room = room
        self.routes = { database, log in
            routes(database, log).map { route in
                var route = route
                route.room = title
                return route
            }
        }
    }
}

/// What a house is made of: its modules, what joins them, who may do what. `InstallationPlan.qianmo` is the real one.
package struct InstallationPlan: Sendable {
    package let modules: ModuleSet
    package let policies: [Policy]
    /// The path of a place from the root down (`/p14/p1404/`); nil when it is not registered.
    let path: @Sendable (DivisionID, any ReadTransaction) throws -> String?
    /// Who acts at a registered office; nil when unknown or closed.
    let office: @Sendable (OfficeID, any ReadTransaction) throws -> Principal?
    /// Whether the thing of a stream (`contract/C1`) is a private person's own, so that the papers about it are theirs to see.
    let owns: @Sendable (PersonID, String, any ReadTransaction) throws -> Bool
    let rooms: [RoomRoutes]
    /// Lists of holidays that were brought in, beside those that the program ships.
    let years: @Sendable (any ReadTransaction) throws -> [CalendarYear]

    package init(
        modules: [any Module.Type], policies: [Policy],
        path: @escaping @Sendable (DivisionID, any ReadTransaction) throws -> String?,
        office: @escaping @Sendable (OfficeID, any ReadTransaction) throws -> Principal?,
        owns: @escaping @Sendable (PersonID, String, any ReadTransaction) throws -> Bool = { _, _, _ in false },
        rooms: [RoomRoutes],
        years: @escaping @Sendable (any ReadTransaction) throws -> [CalendarYear] = { _ in [] }
    ) {
        self.modules = ModuleSet(modules)
        self.policies = policies
        self.path = path
        self.office = office
        self.owns = owns
        self.rooms = rooms
        self.years = years
    }

    /// Every address of every room, in the rooms' order.
    func routes(_ database: any Database, _ log: LogView) -> [Route] { rooms.flatMap { $0.routes(database, log) } }

    /// The steps of the schema: the house's own, then the modules', then what reads the log into tables of the modules.
    package var migrations: [Migration] {
        PlatformSchema.migrations(of: modules) + modules.migrations + PlatformSchema.late
    }

    /// What the writer needs of the plan.
    func parts(
        _ keys: InstallationKeys, _ random: InstallationRandom, calendar: WorkingCalendar = .announced,
        mark: ActMark? = nil,
        report: @escaping @Sendable (String) -> Void
    ) -> EngineParts {
        EngineParts(
            modules: modules, policies: PolicySet(policies), calendar: calendar, years: years,
            keys: keys, mark: mark, random: random, path: path, report: report)
    }

    /// The tables a role for public pages must not read.
    package static var closedTables: Set<String> { PlatformSchema.closed }

    /// Every command of every module: the source of `docs/commands.md` and of OpenAPI.
    package var commands: [CommandDescription] {
        modules.all.flatMap { module in module.commands.map { CommandDescription($0, of: module) } }
    }

    package var access: AccessTable { AccessTable(modules.all) }
}

/// The whole house, put together: modules, store, writer, addresses, access table and log.
package struct Installation: Sendable {
    package let plan: InstallationPlan
    package let database: any Database
    package let clock: any WriterClock
    package let writer: Writer
    /// The addresses of every module, in the modules' order.
    package let routes: [Route]
    /// The same addresses, reading by the role for public pages; none where there is no such role.
    package let publicRoutes: [Route]
    package let log: LogView
    let room: DiskRoom
    package fileprivate(set) var papers: InstallationPapers
    let marks: Marks

    package var commands: [CommandDescription] { plan.commands }
    package var access: AccessTable { plan.access }

    /// Runs migrations, loads or creates the keys in `dataDirectory/keys`, and verifies the log's tail.
    ///
    /// Throws `InstallationRefusal` when the log does not verify or the keys do not fit, `StorageError.unavailable` when another
    /// writer holds the store. With `mayWait` the house is then open for reading, and its writer waits for the place
    /// (`Writer.takePlace`, which the `Scheduler` calls). `publicReading`: what pages for nobody in particular read.
    /// `aheadFrom`: how large a group of commands must be to be written while the next is decided. `report` is told of
    /// failures that are ours; its words hold nothing personal.
    package static func open(
        _ plan: InstallationPlan, dataDirectory: URL, database: any Database, clock: any WriterClock = SystemClock(),
        random: InstallationRandom = .system, origin: String = "qianmo.local/log", mayWait: Bool = false,
        calendar: WorkingCalendar = .announced, publicReading: (any Database)? = nil,
        aheadFrom: Int = Writer.largestGroup / 2,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Installation {
        let contended = mayWait ? database as? any ContendedDatabase : nil
        let waits = contended.map { !$0.takeWriterPlace() } ?? false
        if waits {
            try checkSchema(plan, database)
        } else {
            if try isWithoutLog(database) { try mayBegin(dataDirectory) }
            try Migrator(plan.migrations).migrate(database, at: clock.now())
        }
        let directory = dataDirectory.appending(path: "keys")
        let keys = try waits ? loadKeysOfAnother(directory, database) : loadKeys(directory, origin, database, random)
        let former = try database.read { try EpochStore.listFormer(in: $0) }
        let papers = InstallationPapers(keys, in: dataDirectory, database, plan)
        var parts = plan.parts(keys, random, calendar: calendar, mark: ActMark(in: dataDirectory), report: report)
        parts.afterErasure = {
            do {
                try papers.endWithPersons()
                if let store = database as? any ForgettingDatabase, !store.forgetOverwritten() {
                    report(
                        "what an erasure overwrote is still in the write-ahead log; it goes with the next checkpoint")
                }
            } catch {
                report("papers of an erased person were not taken away: \(error)")
            }
        }
        if !waits {
            try database.write { try MigrationSeals(keys: keys).sealNew(in: $0) }
            try SharedSeals(keys: keys, modules: plan.modules, random: random).part(database)
            if try AnswerStore(keys: keys).keyBareDigests(database) > 0 {
                _ = (database as? any ForgettingDatabase)?.forgetOverwritten()
            }
            // A machine that stopped between an erasure and this.
            try papers.endWithPersons()
        }
        let signer = SignerFile(keys: directory)
        let head = try database.read { try Tail(parts, signer).open(in: $0).head }
        if head.range.size > 0 { clock.takeUp(after: head.lastAt) }
        if !waits { try Interruption(parts).settle(database, at: clock.now()) }
        let desk = DeskReading(parts, database, clock)
        let secret: @Sendable (String) -> [UInt8] = { keys.seal("secret for \($0)", []) }
        let log = LogView(
            database: database, keys: LogKeys(keys.signing.verifier, former: former), desk: desk, secret: secret,
            folder: dataDirectory)
        let writer = Writer(
            database: database, signer: signer, parts: parts, clock: clock,
            place: contended.map { WriterSlot($0, plan.migrations, isWaiting: waits) }, aheadFrom: aheadFrom)
        try contended.map { try writer.follow($0) }
        return Installation(
            plan: plan, database: database, clock: clock, writer: writer,
            routes: plan.routes(database, log),
            publicRoutes: publicReading.map {
                plan.routes(
                    $0,
                    LogView(
                        database: $0, keys: log.keys, desk: desk, secret: secret, folder: dataDirectory))
            } ?? [], log: log, room: DiskRoom(in: dataDirectory),
            papers: papers, marks: keys.marks)
    }

    /// The same house, whose papers `scanner` looks at and `reading` reads.
    package func scanned(by scanner: PaperScanner?, reading: PaperReading? = nil) -> Installation {
        var house = self
        house.papers = InstallationPapers(papers, scanner: scanner, reading: reading)
        return house
    }

    /// A waiting program changes nothing, so the schema must be its own already.
    private static func checkSchema(_ plan: InstallationPlan, _ database: any Database) throws {
        let migrator = Migrator(plan.migrations)
        guard let pending = try? database.read({ try migrator.pending(in: $0) }), pending.isEmpty else {
            throw InstallationRefusal(InstallationText.otherSchema)
        }
    }

    /// The keys of the installation another program is writing: they are made once, and carried over by a person.
    private static func loadKeysOfAnother(_ directory: URL, _ database: any Database) throws -> InstallationKeys {
        guard let keys = try InstallationKeys.load(from: directory) else {
            throw InstallationRefusal(InstallationText.keysMissing)
        }
        try keys.checkHalf(in: directory, former: database.read { try EpochStore.listFormer(in: $0) })
        return keys
    }

    /// Who acts at `office`: registered with `registry.openOffice`, or the built-in `admin`. Nil when unknown or closed.
    package func findPrincipal(office: OfficeID) throws -> Principal? {
        if office == Principal.administrator.office { return .administrator }
        let found = try database.read { try plan.office(office, $0) }
        // Nobody signs in as the program itself, whatever the register says.
        return found?.role == .system ? nil : found
    }

    /// What waits for somebody at their desk, of every module in the modules' order.
    package func listWaiting(for principal: Principal) throws -> [Waiting] {
        let now = clock.now()
        return try database.read { tx in
            let own = try plan.modules.all.flatMap { try $0.listWaiting(for: principal, at: now, in: tx) }
            guard principal.role == .administrator else { return try listWaitingForYear(principal, tx) + own }
            let aside = try ActStore.list(in: tx).count
            return (clock.doubt == nil ? [] : [Waiting(ClockText.doubted, 1, path: "/clock", isLate: true)])
                + (aside == 0 ? [] : [Waiting(ClockText.setAside, aside, path: "/clock", isLate: true)]) + own
        }
    }

    /// For the desks of the place: what waits until the holidays of a year are known, and then goes on by itself.
    private func listWaitingForYear(_ principal: Principal, _ tx: any ReadTransaction) throws -> [Waiting] {
        let desks: Set<Role> = [
            .villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .countyReleaser, .supervisor,
        ]
        guard desks.contains(principal.role) else { return [] }
        let unknown = KernelRejection.unknownYear(year: 0).number
        let count = try ActStore.list(in: tx).count { act in
            guard act.number == unknown, let bytes = try LogStore.leaf(act.entry, in: tx),
                let place = try Leaf(decoding: bytes).division
            else { return false }
            if place == principal.division || principal.division == .installation { return true }
            return try plan.path(place, tx)?.contains("/\(principal.division.text)/") ?? false
        }
        return count == 0 ? [] : [Waiting(ClockText.waitsForYear, count, path: "/calendar", isLate: true)]
    }

    /// Who is next on the thing of `stream` (`lot/L1`), asked of every module.
    package func findNextStep(on stream: StreamID) throws -> NextStep? {
        try database.read { tx in
            for module in plan.modules.all {
                if let next = try module.findNextStep(on: stream, in: tx) { return next }
            }
            return nil
        }
    }

    /// What an entry of the log is about.
    package func findThing(ofEntry index: Int64) throws -> String? {
        guard let bytes = try log.leaf(index) else { return nil }
        let leaf = try Leaf(decoding: bytes)
        return try database.read { try plan.modules.findThing(on: leaf.stream, in: $0)?.name }
    }

    /// Acts of the clock that were not carried out at their hour, the longest due first.
    package func listSetAside() throws -> [ActSetAside] { try database.read { try ActStore.list(in: $0) } }

    /// No log has been begun in this store: there is not even the table of its head, or no head in it.
    package static func isWithoutLog(_ database: any Database) throws -> Bool {
        try database.read { tx in
            guard try StoreCopy.tables(in: tx).contains("log_head") else { return true }
            return try LogStore.countHeads(in: tx) == 0
        }
    }

    /// Throws `InstallationRefusal` 1216 where the keys in `dataDirectory` have signed a log already: a second one under the same
    /// key would speak against the first, and what was signed would be forgotten.
    package static func mayBegin(_ dataDirectory: URL) throws {
        let directory = dataDirectory.appending(path: "keys")
        let hasKeys = FileManager.default.fileExists(atPath: directory.appending(path: "log.key").path)
        let signed = try SignerFile(keys: directory).last()
        // Keys without a record of what they signed were carried here: nobody can say that it was nothing.
        if hasKeys, signed == nil { throw InstallationRefusal(InstallationText.signerMissing) }
        if let signed, signed.size > 0 { throw InstallationRefusal(PlatformRejection.storeEmpty(signed: signed.size)) }
    }

    /// Keys are made once, for an empty log; a log without its keys is refused.
    private static func loadKeys(
        _ directory: URL, _ origin: String, _ database: any Database, _ random: InstallationRandom
    ) throws -> InstallationKeys {
        let head = try database.read { try LogStore.findHead(in: $0) }
        let signer = SignerFile(keys: directory)
        try KeyRotation.settle(in: directory, database)
        try SignerRotation.settle(in: directory, database)
        if let keys = try InstallationKeys.load(from: directory) {
            try keys.checkHalf(in: directory, former: database.read { try EpochStore.listFormer(in: $0) })
            if head == nil { try begin(keys, database) }
            return keys
        }
        guard head == nil else { throw InstallationRefusal(InstallationText.keysMissing) }
        let keys = try InstallationKeys(origin: origin, random: SystemRandom()).practising(random)
        // Before the keys: whoever finds keys without this record knows that something was taken away.
        try InstallationKeys.makeFolder(directory)
        try signer.record(SignerFile.Signed(size: 0, root: .empty))
        try keys.save(to: directory)
        try begin(keys, database)
        return keys
    }

    private static func begin(_ keys: InstallationKeys, _ database: any Database) throws {
        let head = StoredHead(CompactRange(), at: Instant(milliseconds: 0), answers: 0, keys)
        try database.write { try LogStore.insertHead(head, in: $0) }
    }
}

/// The house refuses to open: the store, the log or the keys are not what they should be.
package struct InstallationRefusal: Error, Sendable {
    package let message: Message

    package init(_ message: Message) {
        self.message = message
    }

    /// With its number, and what to do.
    init(_ reason: PlatformRejection) {
        message = Message(
            zh: "\(reason.number) \(reason.text.zh)\(reason.next.zh)",
            en: "\(reason.number) \(reason.text.en) \(reason.next.en)")
    }
}

/// One command as documentation, OpenAPI and forms need it.
package struct CommandDescription: Sendable {
    /// With the module prefix: `exchange.placeBid`.
    package let name: String
    package let module: Message
    package let title: Message
    package let fields: [FieldShape.Field]
    /// Numbers of the domain's rejections it can be answered with; the Kernel's and the house's come on top.
    package let rejections: [Int]
    package let access: Access

    /// The roles that may give it, in the order roles are declared.
    package var roles: [Role] { Role.allCases.filter { access.reach[$0] != nil } }

    init<Verb: Command>(_ command: Verb.Type, of module: any Module.Type) {
        name = Verb.fullName
        self.module = module.title
        title = Verb.title
        fields = Verb.shapes
        rejections = Verb.refusalNumbers
        access = Verb.access
    }
}
