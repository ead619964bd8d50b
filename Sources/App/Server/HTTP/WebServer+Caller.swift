import Hummingbird
import Kernel
import NIOPosix
import Web

/// Who asks, and the checks before anything else.
extension WebServer {
    /// Refuses what no honest browser sends, before it costs anything.
    func checkHead(_ request: Request) throws {
        let limits = configuration.limits
        let size = request.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
        guard size <= limits.headerBytes, request.headers.count <= limits.headerCount else {
            throw ServerRejection.headersTooLarge.rejection
        }
        try checkHost(request)
        if configuration.isPlainLoopback, let authority = request.head.authority,
            !Loopback.isLoopback(authority: authority)
        {
            throw ServerRejection.badHeader.rejection
        }
        let state: Set<HTTPRequest.Method> = [.get, .head, .options]
        if !state.contains(request.method) { try CrossSite.check(request) }
    }

    /// One `Host`, and one that can be a host (RFC 9112, section 3.2). The first has become the authority; a second is
    /// still among the fields. A balancer's check may ask in HTTP/1.0, without one.
    private func checkHost(_ request: Request) throws {
        let isDoubled = HTTPField.Name("Host").map(request.headers.contains) ?? false
        guard !isDoubled else { throw ServerRejection.badHost.rejection }
        guard let authority = request.head.authority else {
            guard WebServer.path(request).hasPrefix(LogEndpoints.health) else {
                throw ServerRejection.badHost.rejection
            }
            return
        }
        let others = Set(".-_:[]%".utf8)
        let isHost = authority.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                true
            default: others.contains(byte)
            }
        }
        guard isHost, (1...255).contains(authority.utf8.count) else { throw ServerRejection.badHost.rejection }
    }

    static func path(_ request: Request) -> String { String(request.head.path?.prefix { $0 != "?" } ?? "/") }

    /// What the house prints as its own address: the one configured, else where it listens. Never the `Host` of a request,
    /// which its sender chooses: papers and exports would carry a stranger's link.
    var origin: String {
        configuration.address
            ?? "\(configuration.isPlainLoopback ? "http" : "https")://\(configuration.host):\(configuration.port)"
    }

    /// What stands behind the `?`. Programs are told of a name that comes twice or cannot be read; on pages such a name is
    /// passed over, for whoever opens a link has not written it.
    func query(_ request: Request) throws -> [String: String] {
        guard let target = request.head.path, let mark = target.firstIndex(of: "?") else { return [:] }
        let text = String(target[target.index(after: mark)...])
        let limits = FormLimits(bodyBytes: configuration.limits.queryBytes, fields: 50)
        return Audience.isForPrograms(WebServer.path(request))
            ? try FormDecoding.query(text, limits: limits) : FormDecoding.forgivingQuery(text, limits: limits)
    }

    func language(_ request: Request, query: [String: String]) -> Language {
        LanguageChoice.choose(
            query: query["lang"], cookie: CookieJar.value(cookies.language, in: request.headers),
            accepted: request.headers[.acceptLanguage])
    }

    func caller(_ request: Request, _ context: HTTPContext, _ language: Language, needsSession: Bool) async throws
        -> Caller
    {
        let now = access.machineNow
        let bearer = bearer(request)
        let token = bearer ?? CookieJar.value(cookies.session, in: request.headers).flatMap(Token.init(text:))
        var (session, principal): (Session?, Principal?)
        if let token {
            let find = access.findPrincipal
            let found = try await signIn.session(token, at: now) { try WebServer.principal(of: $0, find) }
            (session, principal) = (found?.session, found?.also)
        }
        let known = CookieJar.value(cookies.visit, in: request.headers).flatMap(Token.init(text:))
        let browser = session == nil ? (known ?? (needsSession ? Token.fresh() : nil)) : known
        let formSecret = (session == nil ? browser : token ?? browser).map { secrets.formToken(for: $0) }
        return Caller(
            address: address(request, context), language: language, now: now, writerNow: access.now(),
            token: session == nil ? nil : token,
            session: session, principal: principal, isBearer: bearer != nil, visit: browser,
            isNewVisit: known == nil, formSecret: formSecret, formToken: formSecret?.masked() ?? "",
            known: CookieJar.value(cookies.known, in: request.headers).flatMap { KnownBrowser(text: $0, at: now) },
            hasLargeLetters: CookieJar.value(cookies.letters, in: request.headers) == "large")
    }

    /// Programs may carry the token themselves; only the API takes it so.
    private func bearer(_ request: Request) -> Token? {
        guard request.head.path?.hasPrefix("/api/") == true, let header = request.headers[.authorization],
            header.hasPrefix("Bearer ")
        else { return nil }
        return Token(text: String(header.dropFirst(7)))
    }

    /// The office as the house knows it now: closed, or given to somebody else, means nobody.
    private static func principal(
        of session: Session, _ find: @Sendable (OfficeID) throws -> Principal?
    ) throws -> Principal? {
        guard !session.mustEnrol, let office = session.office, let principal = try find(office) else { return nil }
        return principal.isHeld(by: session.person) ? principal : nil
    }

    private func address(_ request: Request, _ context: HTTPContext) -> String {
        guard configuration.trustsProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last?.filter({ $0 != " " }), !last.isEmpty
        else { return context.address }
        return HTTPContext.block(named: last) ?? context.address
    }

    /// Throws unless the caller may come where `rule` stands.
    func admit(_ caller: Caller, _ rule: Route.Rule) throws {
        guard rule != .everyone else { return }
        guard let session = caller.session else { throw ServerRejection.notSignedIn.rejection }
        if session.mustEnrol { throw ServerRejection.mustEnrol.rejection }
        if session.office == nil { throw ServerRejection.mustChooseOffice.rejection }
        guard caller.principal != nil else { throw SignInRejection.officeClosed.rejection }
        guard rule.allows(caller.principal) else { throw ServerRejection.notAllowed.rejection }
    }

    /// Takes from the caller's buckets or refuses with the seconds to wait.
    func limit(_ demands: [(key: String, limit: RateLimit)], at now: Instant) async throws {
        let wait = await limiter.take(demands, at: now)
        if wait > 0 { throw Refusal.tooMany(seconds: wait) }
    }
}

extension Principal {
    /// Whether the office is that person's: theirs by the register, or the account of another record of theirs, which was
    /// joined at the door (record 0522).
    func isHeld(by person: PersonID) -> Bool { self.person == person || role.isPrivate }
}
