package import Kernel

/// How somebody came in.
package enum SignInWay: String, FieldChoice {
    case password, phone, slip
}

/// Somebody who is signed in, until they leave, stay away too long or the day is over.
package struct Session: Sendable, Hashable {
    package let person: PersonID
    /// The office they act for; nil while somebody with several has not chosen yet.
    package let office: OfficeID?
    package let way: SignInWay
    package let createdAt: Instant
    package let seenAt: Instant
    /// Came with a password but has no second factor yet: may only enrol one or leave.
    package let mustEnrol: Bool
    /// Tells this session from the person's others without giving it away.
    package let digest: [UInt8]
}

/// How long things last. Configuration, not law.
package struct SignInLimits: Sendable {
    package var idleMilliseconds: Int64 = 30 * 60_000
    package var absoluteMilliseconds: Int64 = 12 * 3_600_000
    package var phoneCodeMilliseconds: Int64 = 5 * 60_000
    package var phoneCodeTries = 5
    package var slipMilliseconds: Int64 = 30 * 60_000
    /// An ended session signs nobody in; for so long it is still known whose it was, so that a form sent too late is kept.
    package var endedMilliseconds: Int64 = 24 * 3_600_000
    package var draftMilliseconds: Int64 = 3_600_000
    /// A password that somebody else gave is good for a week.
    package var firstPasswordMilliseconds: Int64 = 7 * 86_400_000
    /// A change of phone waits so long for a second person or the old phone.
    package var phoneChangeMilliseconds: Int64 = 7 * 86_400_000
    /// Security events are kept for six months and a few days.
    package var eventMilliseconds: Int64 = 190 * 86_400_000
    /// How many codes may be on their way to the sender at once.
    package var sendingAtOnce = 64
    /// How many sessions one person may have at once; one more ends the one that was used longest ago.
    package var sessionsPerPerson = 10
    /// Whoever has no password may end a session of theirs for so long after they came in.
    package var freshMilliseconds: Int64 = 10 * 60_000
    /// How many slow hashes may run and wait at once. A place in the queue costs next to nothing: where it was short, a
    /// flood of 30 clients, each with one sign-in under way, had all of it, and honest people were turned away. The last
    /// in this one waits about a quarter of a minute.
    package var hashesAtOnce = 2
    package var hashesWaiting = 64
    package var passwordCost = PasswordHash.Cost.full

    package init() {}

    /// Of a demo, whose passwords stand on its page for signing in: nobody has to guess them, and nobody should wait for them.
    package static let demo: SignInLimits = {
        var limits = SignInLimits()
        limits.passwordCost = PasswordHash.Cost(logRounds: 10, blockSize: 8, parallelism: 1)
        return limits
    }()
}

/// A new account: a person, the offices they may act for, and what they can sign in with.
package struct NewAccount: Sendable {
    package let person: PersonID
    /// What staff type into the sign-in form; for others nobody types it.
    package let name: String
    package let offices: [OfficeID]
    package let password: String?
    package let secondFactor: [UInt8]?
    package let phone: PhoneNumber?

    package init(
        person: PersonID, name: String, offices: [OfficeID], password: String? = nil, secondFactor: [UInt8]? = nil,
        phone: PhoneNumber? = nil
    ) {
        self.person = person
        self.name = name
        self.offices = offices
        self.password = password
        self.secondFactor = secondFactor
        self.phone = phone
    }
}

/// A session that has just begun, and the token that only the browser keeps.
package struct NewSession: Sendable {
    package let token: Token
    package let session: Session
    /// More than one: the person has to choose before anything else.
    package let offices: [OfficeID]
}

/// What the account page shows of somebody's own account.
package struct AccountSummary: Sendable {
    package let person: PersonID
    package let name: String
    package let hasPassword: Bool
    package let hasSecondFactor: Bool
    package let recoveryCodes: Int
    /// Until when a password that somebody else gave is good; nil for one's own.
    package let passwordUntil: Instant?
    package let offices: [OfficeID]
    package let sessions: [Session]
}
