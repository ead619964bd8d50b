package import Kernel
import NIOPosix
import Storage

/// Sessions: begun, looked up, handed over to an office, ended.
extension SignInStore {
    /// Whose session this token is; nil when there is none or it has ended. Seen at most once a minute, so that a page
    /// does not cost a write.
    package func session(_ token: Token, at now: Instant) async throws -> Session? {
        try await session(token, at: now) { _ in }?.session
    }

    /// The same, and what `also` answers to it on the same reading thread: a request waits for one thread, not for two.
    package func session<Also: Sendable>(
        _ token: Token, at now: Instant, also: @escaping @Sendable (Session) throws -> Also
    ) async throws -> (session: Session, also: Also)? {
        let (digest, database, limits) = (token.digest, database, limits)
        let found = try await threads.runIfActive { () -> (row: SessionRow, live: (session: Session, also: Also)?)? in
            let read = try database.read { tx -> (row: SessionRow, account: AccountRow)? in
                guard let row = try SessionQueries.find(digest: digest, in: tx),
                    let account = try AccountQueries.find(person: row.person, in: tx)
                else { return nil }
                return (row, account)
            }
            guard let (row, account) = read else { return nil }
            guard row.isAlive(at: now, limits) else { return (row, nil) }
            let session = row.session(mustEnrol: row.way == .password && account.secondFactor == nil)
            return (row, (session, try also(session)))
        }
        guard let (row, found) = found, let live = found else { return nil }
        if now.milliseconds - row.seenAt.milliseconds >= min(60_000, limits.idleMilliseconds / 2) {
            try await write { try SessionQueries.touch(digest: digest, at: now, in: $0) }
        }
        return live
    }

    /// Somebody with several offices chooses one; the session goes on under a new token.
    package func choose(office: OfficeID, with token: Token, from whence: Whence = .machine, at now: Instant)
        async throws
        -> NewSession
    {
        let fresh = Token.fresh()
        let limits = limits
        return try await write { tx in
            guard let old = try SessionQueries.find(digest: token.digest, in: tx), old.isAlive(at: now, limits),
                let account = try AccountQueries.find(person: old.person, in: tx)
            else { throw ServerRejection.notSignedIn.rejection }
            let offices = try AccountQueries.listOffices(of: old.person, in: tx)
            guard offices.contains(office) else { throw SignInRejection.notYourOffice.rejection }
            let row = SessionRow(
                digest: fresh.digest, person: old.person, office: office, way: old.way, createdAt: old.createdAt,
                seenAt: now)
            try SessionQueries.delete(digest: old.digest, in: tx)
            try SessionQueries.insert(row, in: tx)
            let chosen = Whence(address: whence.address, person: old.person, office: office)
            try EventQueries.insert(.officeChosen, of: old.person, old.way, from: chosen, at: now, in: tx)
            let mustEnrol = row.way == .password && account.secondFactor == nil
            return NewSession(token: fresh, session: row.session(mustEnrol: mustEnrol), offices: offices)
        }
    }

    package func signOut(_ token: Token, from whence: Whence = .machine, at now: Instant? = nil) async throws {
        try await write { tx in
            let row = try SessionQueries.find(digest: token.digest, in: tx)
            guard try SessionQueries.delete(digest: token.digest, in: tx), let row else { return }
            try EventQueries.insert(
                .signedOut, of: row.person, row.way, from: whence, at: now ?? row.seenAt, in: tx)
        }
    }

    /// Ends one session of the person, named by the digest that `summary` tells; false when there is none of that name.
    @discardableResult
    package func end(
        session digest: [UInt8], of person: PersonID, from whence: Whence = .machine, at now: Instant
    ) async throws -> Bool {
        try await write { tx in
            guard let row = try SessionQueries.find(digest: digest, in: tx), row.person == person else { return false }
            try SessionQueries.delete(digest: digest, in: tx)
            try EventQueries.insert(.sessionEnded, of: person, row.way, from: whence, at: now, in: tx)
            return true
        }
    }

    /// The administrator ends the sessions of everybody else; says of how many people.
    @discardableResult
    package func signOutEverybody(but own: PersonID, from whence: Whence, at now: Instant) async throws -> Int {
        try await write { tx in
            let people = try SessionQueries.listPeople(in: tx).filter { $0 != own }
            for person in people {
                try EventQueries.insert(.sessionsEnded, of: person, from: whence, at: now, in: tx)
                try SessionQueries.deleteAll(of: person, in: tx)
            }
            return people.count
        }
    }

    /// Ends every session of the person, this one too; says how many.
    @discardableResult
    package func signOutEverywhere(_ person: PersonID, from whence: Whence = .machine, at now: Instant) async throws
        -> Int
    {
        try await write { tx in
            try EventQueries.insert(.sessionsEnded, of: person, from: whence, at: now, in: tx)
            return try SessionQueries.deleteAll(of: person, in: tx)
        }
    }

    /// Drops codes and slips of the past, and sessions a day after they ended. Called now and then; nothing depends on when.
    package func tidy(at now: Instant) async throws {
        let limits = limits
        forgetWrong()
        try await write { tx in
            try DraftQueries.deleteEnded(at: now, in: tx)
            try PhoneChangeQueries.deleteEnded(at: now, in: tx)
            try EventQueries.deleteEnded(before: now.adding(milliseconds: -limits.eventMilliseconds), in: tx)
            try SessionQueries.deleteEnded(
                idle: now.adding(milliseconds: -limits.idleMilliseconds - limits.endedMilliseconds),
                oldest: now.adding(milliseconds: -limits.absoluteMilliseconds - limits.endedMilliseconds), now: now,
                in: tx)
        }
    }

    static func insertSession(
        _ token: Token, _ person: PersonID, _ way: SignInWay, _ limits: SignInLimits, from whence: Whence,
        at now: Instant, in tx: any WriteTransaction
    ) throws -> NewSession {
        guard let account = try AccountQueries.find(person: person, in: tx) else {
            throw SignInRejection.wrongCredentials.rejection
        }
        let offices = try AccountQueries.listOffices(of: person, in: tx)
        let row = SessionRow(
            digest: token.digest, person: person, office: offices.count == 1 ? offices.first : nil, way: way,
            createdAt: now, seenAt: now)
        // The newest first: what was used longest ago makes room.
        let open = try SessionQueries.list(of: person, in: tx).filter { $0.isAlive(at: now, limits) }
        for old in open.dropFirst(max(0, limits.sessionsPerPerson - 1)) {
            try SessionQueries.delete(digest: old.digest, in: tx)
            try EventQueries.insert(.sessionEnded, of: person, old.way, from: whence, at: now, in: tx)
        }
        try SessionQueries.insert(row, in: tx)
        try EventQueries.insert(.signedIn, of: person, way, from: whence, at: now, in: tx)
        let mustEnrol = way == .password && account.secondFactor == nil
        return NewSession(token: token, session: row.session(mustEnrol: mustEnrol), offices: offices)
    }
}

extension SessionRow {
    func isAlive(at now: Instant, _ limits: SignInLimits) -> Bool {
        now.milliseconds - seenAt.milliseconds < limits.idleMilliseconds
            && now.milliseconds - createdAt.milliseconds < limits.absoluteMilliseconds
    }

    func session(mustEnrol: Bool) -> Session {
        Session(
            person: person, office: office, way: way, createdAt: createdAt, seenAt: seenAt, mustEnrol: mustEnrol,
            digest: digest)
    }
}
