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
    let sender: any CodeSender
    /// What a wrong name is compared with, so that it takes as long as a wrong password.
    private let decoy: PasswordHash

    // The gate before the slow hash; see `hashing`.
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(
        database: any Database, secrets: Secrets, sender: any CodeSender, limits: SignInLimits = SignInLimits(),
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

    /// Opens the account, or adds what is new of it (offices, password, second factor, phone) to an existing one.
    package func open(_ account: NewAccount, at now: Instant) async throws {
        var hash: PasswordHash?
        if let password = account.password { hash = try await self.hash(password) }
        try await open(account, hash: hash, at: now)
    }

    /// Opens accounts that all have the first one's password, hashed once: the people of a demo, who share one that is
    /// shown to everybody. Never for real accounts, where each has a salt of its own.
    func openSharing(_ accounts: [NewAccount], at now: Instant) async throws {
        var hash: PasswordHash?
        if let password = accounts.lazy.compactMap(\.password).first { hash = try await self.hash(password) }
        for account in accounts {
            try await open(account, hash: account.password == nil ? nil : hash, at: now)
        }
    }

    private func open(_ account: NewAccount, hash kept: PasswordHash?, at now: Instant) async throws {
        let secrets = secrets
        let sealed = try account.phone.map { try secrets.sealed(Array($0.text.utf8), for: "phone") }
        let factor = try account.secondFactor.map {
            try secrets.sealed($0, for: SignInStore.factorPurpose(account.person))
        }
        try await write { tx in
            if let other = try AccountQueries.find(name: account.name, in: tx), other.person != account.person {
                throw SignInRejection.nameTaken.rejection
            }
            if let phone = account.phone,
                let other = try AccountQueries.find(phone: secrets.digest(phone: phone), in: tx),
                other.person != account.person
            {
                throw SignInRejection.phoneTaken.rejection
            }
            try AccountQueries.insert(account.person, name: account.name, at: now, in: tx)
            for office in account.offices { try AccountQueries.insert(office: office, of: account.person, in: tx) }
            if let kept { try AccountQueries.set(password: kept, of: account.person, in: tx) }
            if let factor { try AccountQueries.set(secondFactor: factor, step: 0, of: account.person, in: tx) }
            if let phone = account.phone, let sealed {
                let digest = secrets.digest(phone: phone)
                try AccountQueries.set(phone: digest, sealed: sealed, of: account.person, in: tx)
            }
        }
    }

    /// Sets a new password and ends every session of the person.
    package func set(password: String, of person: PersonID) async throws {
        let hash = try await hash(password)
        try await write { tx in
            try AccountQueries.set(password: hash, of: person, in: tx)
            try SessionQueries.deleteAll(of: person, in: tx)
        }
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
                offices: try AccountQueries.listOffices(of: person, in: tx),
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
    package func signIn(name: String, password: String, code: String, at now: Instant) async throws -> NewSession {
        let account = try await read { try AccountQueries.find(name: name, in: $0) }
        let hash = account?.password ?? decoy
        let isRight = try await hashing { try hash.matches(password) }
        guard isRight, let account, account.password != nil else { throw SignInRejection.wrongCredentials.rejection }
        let factor = try account.secondFactor.map {
            try secrets.opened($0, for: SignInStore.factorPurpose(account.person))
        }
        let recovery = secrets.digest(code: Base32.normalized(code), of: account.person.text)
        return try await begin(account.person, way: .password, at: now) { tx in
            guard let factor else { return }
            let digits = TypedCode.figures(code)
            let step = OneTimePassword(secret: factor).acceptedStep(digits, at: now, after: account.lastStep)
            if let step, try AccountQueries.use(step: step, of: account.person, in: tx) { return }
            if try AccountQueries.use(recoveryCode: recovery, of: account.person, in: tx) { return }
            throw SignInRejection.wrongCredentials.rejection
        }
    }

    // MARK: The gate

    /// Runs a slow hash when its turn comes: at most two at once (128 MiB each), a short queue, the rest told to come
    /// back. So a flood of sign-ins cannot take memory and processors from those already inside.
    package func hashing<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        if running < limits.hashesAtOnce {
            running += 1
        } else {
            guard waiting.count < limits.hashesWaiting else { throw SignInRejection.busy.rejection }
            // Who leaves hands its place over without lowering `running`.
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() } }
        return try await threads.runIfActive(work)
    }

    /// How many hashes run and wait now.
    package var hashLoad: (running: Int, waiting: Int) { (running, waiting.count) }

    func hash(_ password: String) async throws -> PasswordHash {
        guard PasswordHash.lengths.contains(password.count) else { throw SignInRejection.weakPassword.rejection }
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
