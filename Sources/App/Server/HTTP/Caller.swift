import Kernel

/// Who asks, in which language, and with which tokens. Made once for each request.
struct Caller: Sendable {
    let address: String
    let language: Language
    /// The machine's time: sessions, codes and limits go by it.
    let now: Instant
    /// What the house's clock says: the same but in a practice house.
    let writerNow: Instant
    /// The session's token, or one sent as `Authorization: Bearer`.
    let token: Token?
    let session: Session?
    /// The office they act for, as the house knows it; nil for the public and while an office is to be chosen.
    let principal: Principal?
    let isBearer: Bool
    /// Binds a form to a browser before anybody has signed in.
    let visit: Token?
    let isNewVisit: Bool
    /// What every form has to bring back: derived from the session, else from the visit; nil where there is neither.
    let formSecret: FormToken?
    /// The same, masked for this answer; empty where there is none.
    let formToken: String
    /// What the browser brings of those who came in here before.
    var known: KnownBrowser?
    /// Chosen in this browser.
    var hasLargeLetters = false

    /// Where it does not matter who asks.
    static func nobody(_ address: String, _ language: Language, _ now: Instant) -> Caller {
        Caller(
            address: address, language: language, now: now, writerNow: now, token: nil, session: nil, principal: nil,
            isBearer: false,
            visit: nil, isNewVisit: false, formSecret: nil, formToken: "")
    }

    /// What the rate limiter counts for.
    var name: String { session.map { "person:\($0.person)" } ?? "address:\(address)" }

    var whence: Whence { Whence(address: address, person: session?.person, office: principal?.office) }

    /// The session, for what each may have so many of; empty when nobody has signed in.
    var sessionName: String { session.map { Hex.text(of: $0.digest) } ?? "" }

    /// The browser: its session, else the visit of a form it was shown; its address where it has neither.
    var browserName: String {
        session.map { "session:\(Hex.text(of: $0.digest))" } ?? visit.map { "visit:\(Hex.text(of: $0.digest))" }
            ?? "address:\(address)"
    }
}
