import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/sign-in` for staff, the choice of an office, and `/sign-out`.
enum SignInEndpoints {
    static let all: [Endpoint] = [
        .form(
            "/sign-in",
            ask: { server, incoming, values, refusal in
                try await server.showSignIn(
                    incoming, values.filter { $0.key != "password" && $0.key != "code" }, refusal)
            },
            act: { server, incoming, form in
                if let played = server.demo.first(where: {
                    $0.password != nil && $0.name == form.values[DemoTable.demoField]
                }) {
                    let begun = try await server.play(played, incoming.caller)
                    return try await server.welcome(begun, incoming, then: form.values["then"])
                }
                let name = WebServer.accountName(form.values["name"] ?? "")
                let begun = try await server.enter(
                    name: name, password: form.values["password"] ?? "", code: form.values["code"] ?? "",
                    incoming.caller)
                var response = try await server.welcome(begun, incoming, then: form.values["then"])
                let browser = (incoming.caller.known ?? KnownBrowser(at: incoming.caller.now))
                    .remembering(name.lowercased(), server.secrets)
                response.headers.append(.init(name: .setCookie, value: server.cookies.knownHeader(browser)))
                return response
            }),
        .form(
            "/sign-in/office", show: { server, incoming in try await server.showOffices(incoming) },
            act: { server, incoming in
                let form = try await server.form(incoming)
                guard let token = incoming.caller.token, let office = form.values["office"].flatMap({ OfficeID($0) })
                else {
                    throw ServerRejection.badForm.rejection
                }
                let begun = try await server.signIn.choose(
                    office: office, with: token, from: incoming.whence, at: incoming.caller.now)
                return try await server.welcome(begun, incoming, then: form.values["then"], isChosen: true)
            }),
        .post("/sign-out") { server, incoming in
            _ = try await server.form(incoming)
            if let token = incoming.caller.token {
                try await server.signIn.signOut(token, from: incoming.whence, at: incoming.caller.now)
            }
            return server.goodbye()
        },
    ]
}

extension WebServer {
    static func accountName(_ typed: String) -> String { String(TypedCode.name(typed).prefix(64)) }

    /// Checks name, password and code against the limits of the account and of the address.
    func enter(name: String, password: String, code: String, _ caller: Caller) async throws -> NewSession {
        let store = signIn
        return try await limitingSignIn(name: name, caller) {
            try await store.signIn(
                name: name, password: password, code: code, from: caller.whence, at: caller.now)
        }
    }

    /// Somebody of the demo, by one click. Who was played in this half minute already comes in by the next one's code.
    fileprivate func play(_ person: DemoPerson, _ caller: Caller) async throws -> NewSession {
        func enter(at moment: Instant) async throws -> NewSession {
            try await self.enter(
                name: person.name, password: person.password ?? "", code: person.code(at: moment) ?? "", caller)
        }
        do {
            return try await enter(at: caller.now)
        } catch let refused as Rejection where refused.number == SignInRejection.wrongCredentials.number {
            return try await enter(at: caller.now.adding(seconds: OneTimePassword.stepSeconds))
        }
    }

    /// Runs `body`, which looks at a password, under the limits of the account and of the address. Only a wrong one counts:
    /// neither what is right nor what was not looked at, because too many were signing in or the store was away. A session
    /// whose account it is, and a browser in which this name came in before, have a count of their own (record 0197).
    func limitingSignIn<Result: Sendable>(
        name: String, isOwn: Bool = false, _ caller: Caller, _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        let limits = configuration.limits
        let own =
            isOwn
            ? "session:\(caller.sessionName)"
            : caller.known?.bucket(of: name.lowercased(), secrets).map { "browser:\($0)" }
        let account = "sign-in/\(own ?? "account:\(name.lowercased())")"
        let address = "sign-in/address:\(caller.address)"
        try await limit([(account, limits.signInPerAccount), (address, limits.signInPerAddress)], at: caller.now)
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        var isWrong = false
        if case .failure(let error) = result {
            isWrong = (error as? Rejection)?.number == SignInRejection.wrongCredentials.number
        }
        if !isWrong {
            await limiter.giveBack(account)
            await limiter.giveBack(address)
        }
        return try result.get()
    }

    /// The new session's cookie, the old one's end, and on to where the person wanted to go.
    func welcome(_ begun: NewSession, _ incoming: IncomingRequest, then: String?, isChosen: Bool = false) async throws
        -> Response
    {
        if let old = incoming.caller.token, !isChosen {
            try await signIn.signOut(old, from: incoming.whence, at: incoming.caller.now)
        }
        var begun = begun
        // Whoever came by phone has records, not desks: the first is as good as any, and the first page shows all.
        if begun.session.way == .phone, begun.session.office == nil, let first = begun.offices.first {
            begun = try await signIn.choose(
                office: first, with: begun.token, from: incoming.whence, at: incoming.caller.now)
        }
        let target = LocalPath.safe(then ?? "/")
        let next =
            if begun.session.mustEnrol {
                "/account/second-factor"
            } else if begun.session.office == nil && begun.offices.count > 1 {
                Onward.path("/sign-in/office", then: target)
            } else {
                target
            }
        var response = Reply.redirect(next)
        response.headers.append(.init(name: .setCookie, value: cookies.header(cookies.session, begun.token.text)))
        response.headers.append(.init(name: .setCookie, value: cookies.expired(cookies.visit)))
        return response
    }

    func goodbye() -> Response {
        var response = Reply.redirect("/")
        response.headers.append(.init(name: .setCookie, value: cookies.expired(cookies.session)))
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\"" }
        return response
    }

    func showSignIn(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil)
        async throws -> Response
    {
        let rejections = refusal.map { [$0.rejection] } ?? []
        let request = incoming.page(form: FormState(values: values, rejections: rejections))
        let then = Onward.then(incoming, values)
        let form = FormBuilder(
            request, submit: Text.signIn,
            [
                .text("name", Text.signInName, limit: 64), .secret("password", Text.password),
                .text("code", Text.code, hint: Text.codeHint, optional: true, limit: 40),
                .hidden("then", then),
            ])
        let page = Page(
            Text.signInStaff, request,
            [
                Headline(Text.signInQuestion, answer: Text.signInAnswer, in: request.language), form,
                ActionBar([
                    Action(Text.signInByPhone, to: Onward.path("/sign-in/phone", then: then)),
                    Action(Text.signInBySlip, to: Onward.path("/sign-in/slip", then: then)),
                ]),
            ]
                + DemoTable.parts(
                    demo, incoming.caller.now, incoming.page(), then: then, places: try await demoPlaces()))
        var response = try await show(
            page, request, incoming, status: refusal.map { Refusal.status(of: $0.rejection) } ?? 200)
        if let refusal { response.headers.append(contentsOf: refusal.headers) }
        return response
    }

    /// What the places of the demo's people are called; nothing without a demo.
    private func demoPlaces() async throws -> [DivisionID: String] {
        let divisions = Set(demo.map(\.principal.division))
        guard !divisions.isEmpty else { return [:] }
        let find = access.findPlaceName
        return try await threads.runIfActive {
            var names: [DivisionID: String] = [:]
            for division in divisions { names[division] = try find(division) }
            return names
        }
    }

    func showOffices(_ incoming: IncomingRequest) async throws -> Response {
        guard let session = incoming.caller.session,
            let summary = try await signIn.summary(of: session.person, at: incoming.caller.now)
        else { throw ServerRejection.notSignedIn.rejection }
        let find = access.findPrincipal
        let principals = try await threads.runIfActive {
            try summary.offices.compactMap(find).filter { $0.isHeld(by: session.person) }
        }
        let request = incoming.page()
        let options = principals.map {
            FormField.Option($0.office.text, "\($0.office) · \(request($0.role.label))")
        }
        let then = LocalPath.safe(incoming.query["then"] ?? "/")
        let form = FormBuilder(
            request, submit: Text.continueAs, [.choice("office", Text.office, options), .hidden("then", then)])
        let page = Page(
            Text.chooseOffice, request,
            [
                Headline(Text.chooseOffice, answer: Text.chooseOfficeAnswer, in: request.language),
                options.isEmpty ? EmptyState(Text.noOffice) : form,
            ])
        return try await show(page, request, incoming)
    }
}
