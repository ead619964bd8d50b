package import Hummingbird
import Kernel
import Logging
import Platform
package import NIOPosix
import Storage
import Web

/// Where every request comes in: who asks, what for, may they, and the answer with its headers. Plain HTTP in and out;
/// what happens behind is the house's.
package struct WebServer: HTTPResponder {
    package typealias Context = HTTPContext

    let access: InstallationAccess
    let table: RouteTable
    let endpoints: [String: Endpoint]
    /// The same at the head of every page.
    let navigation: [NavigationItem]
    let doors: [NavigationGroup]
    let signIn: SignInStore
    let secrets: Secrets
    let limiter: RateLimiter
    let meter = RequestMeter()
    package let hub: LiveHub
    let configuration: ServerConfiguration
    let cookies: CookieJar
    let demo: [DemoPerson]
    /// Pages and queries read the store: on these threads, never on the few that everybody shares.
    let threads: NIOThreadPool

    package init(
        access: InstallationAccess, signIn: SignInStore, secrets: Secrets, configuration: ServerConfiguration,
        demo: [DemoPerson] = [], threads: NIOThreadPool = .singleton
    ) throws {
        self.access = access
        self.signIn = signIn
        self.secrets = secrets
        self.configuration = configuration
        self.demo = demo
        self.threads = threads
        navigation = Navigation.items(access.routes)
        doors = Navigation.doors(access.routes)
        table = try RouteTable(access.routes + [StylePage.route])
        var endpoints: [String: Endpoint] = [:]
        for endpoint in WebServer.allEndpoints where endpoints.updateValue(endpoint, forKey: endpoint.path) != nil {
            throw ServerConfigurationError.addressTwice(endpoint.path)
        }
        for route in access.routes where endpoints[route.path] != nil {
            throw ServerConfigurationError.addressTwice(route.path)
        }
        self.endpoints = endpoints
        limiter = RateLimiter()
        cookies = CookieJar(isPlainLoopback: configuration.isPlainLoopback)
        hub = LiveHub(
            log: access.log, threads: threads, streamsPerPerson: configuration.limits.streamsPerPerson,
            streamsPerAddress: configuration.limits.streamsPerAddress,
            streams: configuration.limits.streams)
    }

    /// The server's own addresses, beside the house's routes.
    static let allEndpoints: [Endpoint] =
        HomeEndpoints.all + ChoiceEndpoints.all + DoneEndpoints.all + SignInEndpoints.all + PhoneEndpoints.all
        + JoinEndpoints.all + AccountEndpoints.all
        + StationEndpoints.all + LaptopEndpoints.all + StaffEndpoints.all + SessionEndpoints.all
        + EventEndpoints.all + PracticeEndpoints.all + ClockEndpoints.all + HealthEndpoints.all
        + APIEndpoints.all + MessageEndpoints.all + UploadEndpoints.all + [PaperTermEndpoints.endpoint]
        + LogEndpoints.all + StaticEndpoints.all

    /// The patterns of those addresses.
    package static var endpointPaths: [String] { allEndpoints.map(\.path) }

    // MARK: HTTPResponder

    package func respond(to request: Request, context: HTTPContext) async -> Response {
        let start = ContinuousClock.now
        var trace = Trace()
        var response = await answer(request, context, &trace)
        if response.status == .serviceUnavailable, !response.headers.contains(.retryAfter) {
            response.headers[.retryAfter] = Refusal.retryAfter
        }
        if request.method == .head { response = response.createHeadResponse() }
        SecurityHeaders.apply(
            to: &response, isPrivate: trace.isPrivate, isPlainLoopback: configuration.isPlainLoopback)
        meter.note(trace.pattern, status: response.status.code, took: .now - start)
        log(request, context, trace, response, took: .now - start)
        await remember(response.status.code, trace, context)
        return response
    }

    /// What the log line and the cache may know: never the address as typed, the query or the body.
    struct Trace {
        var pattern = "-"
        var isPrivate = true
        /// The address gives a file or JSON, and is documented so.
        var isFile = false
        var language = Language.chinese
        var fault: String?
        /// Of the refusal that was the answer.
        var refusal: Int?
        /// Known once the address is; a page of refusal is then in their own frame.
        var caller: Caller?
    }

    private func log(_ request: Request, _ context: HTTPContext, _ trace: Trace, _ response: Response, took: Duration) {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        let method = known.contains(request.method) ? request.method.rawValue : "OTHER"
        var metadata: Logger.Metadata = [
            "method": "\(method)", "route": "\(trace.pattern)", "status": "\(response.status.code)",
            "ms": "\(took.milliseconds)",
        ]
        if let fault = trace.fault { metadata["fault"] = "\(fault)" }
        context.logger.log(level: trace.fault == nil ? .info : .error, "request", metadata: metadata)
    }

    private func answer(_ request: Request, _ context: HTTPContext, _ trace: inout Trace) async -> Response {
        do {
            return try await dispatch(request, context, &trace)
        } catch {
            let refusal: Refusal
            if let known = Refusal(error) {
                refusal = known
                // The asker comes back; who runs the house reads of it.
                if error is StorageError { trace.fault = "\(type(of: error))" }
            } else {
                // The type only: what a store says of its failure may hold a person's data.
                trace.fault = "\(type(of: error))"
                refusal = Refusal(rejection: ServerRejection.fault.rejection)
            }
            trace.isPrivate = true
            trace.refusal = refusal.rejection.number
            let chosen = (try? query(request))?["lang"]
            return remembering(chosen, refuse(refusal, request, context, trace))
        }
    }

    private func dispatch(_ request: Request, _ context: HTTPContext, _ trace: inout Trace) async throws -> Response {
        let path = WebServer.path(request)
        trace.language = language(request, query: [:])
        try checkHead(request)
        let query = try query(request)
        trace.language = language(request, query: query)
        let place = try place(request.method, path, &trace)
        let caller = try await caller(request, context, trace.language, at: place)
        // The same for everybody: a stylesheet always, a public page while nobody is signed in.
        trace.isPrivate = !place.isStatic && (!place.isShared || caller.session != nil)
        if !place.isStatic { trace.caller = caller }
        var incoming = IncomingRequest(
            request: request, context: context, caller: caller, path: path, query: query, parameters: place.parameters,
            origin: origin,
            village: CookieJar.value(cookies.village, in: request.headers).flatMap { DivisionID($0) })
        if let papers = access.papers {
            let principal = caller.principal
            incoming.paper = { try? papers.label($0, for: principal) }
        }
        return finish(try await place.answerer(self, incoming), incoming, needsSession: place.needsSession)
    }

    /// Where a request goes.
    private struct Place {
        let needsSession: Bool
        var isStatic = false
        /// The same for everybody who is not signed in.
        var isShared = false
        var parameters: [String: String] = [:]
        let answerer: Endpoint.Answerer
    }

    private func place(_ method: HTTPRequest.Method, _ path: String, _ trace: inout Trace) throws -> Place {
        if let endpoint = endpoint(path) {
            trace.pattern = endpoint.path
            trace.isFile = endpoint.isStatic
            guard let answerer = endpoint.answerers[method] ?? (method == .head ? endpoint.answerers[.get] : nil) else {
                throw Refusal.methodNotAllowed(Array(endpoint.answerers.keys))
            }
            return Place(needsSession: endpoint.needsSession, isStatic: endpoint.isStatic, answerer: answerer)
        }
        switch table.match(method.rawValue, path) {
        case .badPath:
            // No page has such an address: only who says that HTML will do gets one.
            trace.isFile = true
            throw ServerRejection.badPath.rejection
        case .notFound: throw ServerRejection.notFound.rejection
        case .methodNotAllowed(let methods):
            throw Refusal.methodNotAllowed(methods.map { $0 == .get ? .get : .post })
        case .found(let route, let parameters):
            trace.pattern = route.path
            switch route.handler {
            case .file, .json: trace.isFile = true
            case .page, .form, .upload: break
            }
            let needsSession = route.methods.contains(.post)
            return Place(needsSession: needsSession, isShared: !needsSession, parameters: parameters) {
                try await $0.serve(route, $1)
            }
        }
    }

    private func endpoint(_ path: String) -> Endpoint? {
        if let endpoint = endpoints[path] { return endpoint }
        if path.hasPrefix(UploadEndpoints.prefix) { return UploadEndpoints.one }
        if path.hasPrefix(PaperEndpoints.prefix) { return PaperEndpoints.endpoint }
        if path.hasPrefix(LogEndpoints.tilePrefix) { return LogEndpoints.tile }
        return LogEndpoints.lot(path) == nil ? nil : LogEndpoints.lotEvents
    }

    /// No reading of sessions for a stylesheet.
    private func caller(
        _ request: Request, _ context: HTTPContext, _ language: Language, at place: Place
    ) async throws -> Caller {
        if place.isStatic { return Caller.nobody(context.address, language, access.now()) }
        return try await caller(request, context, language, needsSession: place.needsSession)
    }

    /// The language an address names is kept, also where the answer leads on to signing in.
    private func remembering(_ chosen: String?, _ response: Response) -> Response {
        guard let language = chosen.flatMap(Language.init(rawValue:)) else { return response }
        var response = response
        response.headers.append(.init(name: .setCookie, value: cookies.languageHeader(language)))
        return response
    }

    /// Cookies that the answer sets: the language once chosen, and the visit of somebody who was shown a form.
    private func finish(_ response: Response, _ incoming: IncomingRequest, needsSession: Bool) -> Response {
        var response = remembering(incoming.query["lang"], response)
        if needsSession, incoming.caller.session == nil, let visit = incoming.caller.visit, incoming.caller.isNewVisit {
            response.headers.append(
                .init(name: .setCookie, value: cookies.header(cookies.visit, visit.text, isStrict: true)))
        }
        return response
    }
}
