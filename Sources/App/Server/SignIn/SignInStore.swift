package import Kernel
package import NIOPosix
package import Storage

/// Who may come in and who is in. The only keeper of the sign-in database; nothing of it is in the log.
///
/// All database work runs on threads of its own. Answers to a wrong name, password, code or phone are alike in words
/// and in time, so that nobody learns who has an account.
package actor SignInStore {
    let database: any Database
    let secrets: Secrets
    let limits: SignInLimits
    let threads: NIOThreadPool
    /// Nil: no codes go out, and nobody signs in by phone.
    let sender: (any CodeSender)?
    /// Codes on their way to the sender.
    private var sending: [Int: Task<Void, Never>] = [:]
    private var nextSending = 0
    /// What a wrong name is compared with, so that it takes as long as a wrong password.
    let decoy: PasswordHash

    // The gate before the slow hash; see `hashing`.
    private var running = 0
    private var queue = HashQueue<CheckedContinuation<Void, Never>>()

    package init(
        database: any Database, secrets: Secrets, sender: (any CodeSender)?, limits: SignInLimits = SignInLimits(),
        threads: NIOThreadPool = .singleton
    ) throws {
        self.database = database
        self.secrets = secrets
        self.sender = sender
        self.limits = limits
        self.threads = threads
        decoy = .decoy(cost: limits.passwordCost)
    }

    // MARK: Accounts

    /// Whether anybody can sign in by phone.
    package nonisolated var sendsCodes: Bool { sender != nil }

    /// Opens the account, or adds what is new of it (offices, password, second factor, a first phone) to an existing one.
    /// A phone that would replace another is refused: see `ask(phone:)`. `isFirstPassword`: somebody else knows it.
    package func open(
        _ account: NewAccount, isFirstPassword: Bool = false, from whence: Whence = .machine, at now: Instant
    ) async throws {
        var hash: PasswordHash?
        if let password = account.password { hash = try await self.hash(password) }
        let until = isFirstPassword ? now.adding(milliseconds: limits.firstPasswordMilliseconds) : nil
        try await open(account, hash: hash, until: until, from: whence, at: now)
    }

    /// Opens accounts that all have the first one's password, hashed once: the people of a demo, who share one that is
    /// shown to everybody. Never for real accounts, where each has a salt of its own.
    func openSharing(_ accounts: [NewAccount], at now: Instant) async throws {
        var hash: PasswordHash?
        if let password = accounts.lazy.compactMap(\.password).first { hash = try await self.hash(password) }
        for account in accounts {
            try await open(account, hash: account.password == nil ? nil : hash, until: nil, from: .machine, at: now)
        }
    }

    private func open(
        _ account: NewAccount, hash kept: PasswordHash?, until: Instant?, from whence: Whence, at now: Instant
    ) async throws {
        let secrets = secrets
        let sealed = try account.phone.map { try secrets.sealed(Array($0.text.utf8), for: "phone") }
        let factor = try account.secondFactor.map {
            try secrets.sealed($0, for: SignInStore.factorPurpose(account.person))
        }
        let changed: [SecurityEventKind] = try await write { tx in
            var changed: [SecurityEventKind] = []
            if let other = try AccountQueries.find(name: account.name, in: tx), other.person != account.person {
                throw SignInRejection.nameTaken.rejection
            }
            if let phone = account.phone,
                let other = try AccountQueries.find(phone: secrets.digest(phone: phone), in: tx),
                other.person != account.person
            {
                throw SignInRejection.phoneTaken.rejection
            }
            func event(_ kind: SecurityEventKind) throws {
                try EventQueries.insert(kind, of: account.person, from: whence, at: now, in: tx)
                changed.append(kind)
            }
            let isNew = try AccountQueries.insert(account.person, name: account.name, at: now, in: tx)
            if isNew { try event(.accountOpened) }
            for office in account.offices where try AccountQueries.insert(office: office, of: account.person, in: tx) {
                try event(.officeAdded)
            }
            if let kept {
                try AccountQueries.set(password: kept, until: until, of: account.person, in: tx)
                try event(.passwordSet)
            }
            if let factor {
                try AccountQueries.set(secondFactor: factor, step: 0, of: account.person, in: tx)
                try event(.factorSet)
            }
            if let phone = account.phone, let sealed {
                let digest = secrets.digest(phone: phone)
                let old = try AccountQueries.find(person: account.person, in: tx)?.phoneDigest
                guard old == nil || old == digest else { throw SignInRejection.needsAnother.rejection }
                if old == nil {
                    try AccountQueries.set(phone: digest, sealed: sealed, of: account.person, in: tx)
                    try event(.phoneSet)
                }
            }
            return isNew ? [] : changed.filter { $0 != .officeAdded }
        }
        for kind in changed { try await tell(kind, of: account.person, at: now) }
    }

    /// Sets a new password of one's own, after the old one and a code, and ends every session of the person.
    package func change(
        password: String, of person: PersonID, old: String, code: String, from whence: Whence = .machine,
        at now: Instant
    ) async throws {
        // The new one first: a weak one shall not use up the code.
        let hash = try await hash(password)
        let account = try await read { try AccountQueries.find(person: person, in: $0) }
        try await prove(account, password: old, code: code, from: whence, at: now) { tx in
            try AccountQueries.set(password: hash, until: nil, of: person, in: tx)
            try SessionQueries.deleteAll(of: person, in: tx)
            try EventQueries.insert(.passwordSet, of: person, from: whence, at: now, in: tx)
        }
        try await tell(.passwordSet, of: person, at: now)
    }

    package func summary(of person: PersonID, at now: Instant) async throws -> AccountSummary? {
        let limits = limits
        return try await read { tx in
            guard let account = try AccountQueries.find(person: person, in: tx) else { return nil }
            let sessions = try SessionQueries.list(of: person, in: tx).filter { $0.isAlive(at: now, limits) }
            return AccountSummary(
                person: person, name: account.name, hasPassword: account.password != nil,
                hasSecondFactor: account.secondFactor != nil,
                recoveryCodes: try AccountQueries.countRecoveryCodes(of: person, in: tx),
                passwordUntil: account.passwordUntil, offices: try AccountQueries.listOffices(of: person, in: tx),
                sessions: sessions.map { $0.session(mustEnrol: false) })
        }
    }

    /// Whoever acts for `office`, to issue a slip to; nil when there is nobody or more than one.
    package func findPerson(of office: OfficeID) async throws -> PersonID? {
        let people = try await read { try AccountQueries.listPeople(of: office, in: $0) }
        return people.count == 1 ? people.first : nil
    }

    // MARK: Coming in with a password

    /// Staff sign in: name, password and, once enrolled, the app's six digits or a recovery code.
    package func signIn(
        name: String, password: String, code: String, from whence: Whence = .machine, at now: Instant
    ) async throws -> NewSession {
        let account = try await read { try AccountQueries.find(name: name, in: $0) }
        let (token, limits) = (Token.fresh(), limits)
        return try await prove(account, password: password, code: code, from: whence, at: now) { tx in
            guard let person = account?.person else { throw SignInRejection.wrongCredentials.rejection }
            return try SignInStore.insertSession(token, person, .password, limits, from: whence, at: now, in: tx)
        }
    }

    // MARK: Codes on their way

    /// Hands a code to the sender and does not wait for it: a known phone is answered as soon as an unknown one. What could
    /// not be sent is a security event; too many at once are not sent.
    func send(code: String, to phone: PhoneNumber, of person: PersonID?, language: Language, at now: Instant) {
        hand(of: person, at: now) { try await $0.send(code: code, to: phone, language: language) }
    }

    /// The same of what the house has to say.
    func send(text: String, to phone: PhoneNumber, of person: PersonID?, at now: Instant) {
        hand(of: person, at: now) { try await $0.send(text: text, to: phone, language: .chinese) }
    }

    private func hand(
        of person: PersonID?, at now: Instant, _ work: @escaping @Sendable (any CodeSender) async throws -> Void
    ) {
        guard let sender else { return }
        let isFull = sending.count >= limits.sendingAtOnce
        let id = nextSending
        nextSending += 1
        sending[id] = Task {
            do {
                guard !isFull else { throw SignInRejection.notSent.rejection }
                try await work(sender)
            } catch {
                try? await record(.codeNotSent, of: person, .phone, from: .machine, at: now)
            }
            sending[id] = nil
        }
    }

    /// What the demo's sender sent last to `phone`; nil in any other house.
    func demoCode(for phone: PhoneNumber) -> String? { (sender as? TerminalCodeSender)?.code(for: phone) }

    /// Waits until nothing is on its way.
    package func settle() async {
        while let task = sending.values.first { await task.value }
    }

    // MARK: The gate

    /// Runs a slow hash when its turn comes: at most two at once (128 MiB each), a short queue, the rest told to come
    /// back. So a flood of sign-ins cannot take memory and processors from those already inside. Where wrong passwords have
    /// come from lately waits behind others.
    package func hashing<Result: Sendable>(
        from whence: Whence = .machine, _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        if running < limits.hashesAtOnce {
            running += 1
        } else {
            guard queue.count < limits.hashesWaiting else { throw SignInRejection.busy.rejection }
            // Who leaves hands its place over without lowering `running`.
            await withCheckedContinuation { queue.append($0, from: whence.address) }
        }
        defer { if let next = queue.next() { next.resume() } else { running -= 1 } }
        return try await HashThreads.run(work)
    }

    /// A wrong password came from there.
    func noteWrong(from whence: Whence) { queue.noteWrong(from: whence.address) }

    /// Nobody is held to what went wrong a quarter of an hour ago.
    func forgetWrong() { queue.forgetWrong() }

    /// How many hashes run and wait now.
    package var hashLoad: (running: Int, waiting: Int) { (running, queue.count) }

    func hash(_ password: String) async throws -> PasswordHash {
        guard PasswordHash.lengths.contains(password.count) else { throw SignInRejection.weakPassword.rejection }
        guard !CommonPasswords.contains(password) else { throw SignInRejection.commonPassword.rejection }
        let cost = limits.passwordCost
        return try await hashing { try PasswordHash(of: password, cost: cost) }
    }

    // MARK: Threads

    func read<Result: Sendable>(_ body: @escaping @Sendable (any ReadTransaction) throws -> Result) async throws
        -> Result
    {
        let database = database
        return try await threads.runIfActive { try database.read(body) }
    }

    func write<Result: Sendable>(_ body: @escaping @Sendable (any WriteTransaction) throws -> Result) async throws
        -> Result
    {
        let database = database
        return try await threads.runIfActive { try database.write(body) }
    }

    static func factorPurpose(_ person: PersonID) -> String { "second-factor/\(person)" }
}
