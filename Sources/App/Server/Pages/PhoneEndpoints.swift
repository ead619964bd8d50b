import Hummingbird
import Kernel
import Web

/// Bidders and villagers: a code by phone, or a slip from the station.
enum PhoneEndpoints {
    static let all: [Endpoint] = [
        .form(
            "/sign-in/phone",
            ask: { server, incoming, values, refusal in
                try await server.showPhone(incoming, values, refusal)
            },
            act: { server, incoming, form in
                try await server.sendCode(to: form.values["phone"] ?? "", incoming)
                return Reply.redirect(Onward.path("/sign-in/phone/code", then: form.values["then"]))
            }),
        .form(
            "/sign-in/phone/code",
            ask: { server, incoming, values, refusal in
                try await server.showCode(incoming, values, refusal)
            },
            act: { server, incoming, form in
                guard let visit = incoming.caller.visit else { throw ServerRejection.foreignForm.rejection }
                try await server.limitCodes(incoming.caller)
                if try await server.signIn.newPhone(visit, at: incoming.caller.now) != nil {
                    try await server.signIn.prove(
                        newPhoneBy: form.values["code"] ?? "", visit: visit, from: incoming.whence,
                        at: incoming.caller.now)
                    return Reply.redirect(Onward.path(JoinEndpoints.path, then: form.values["then"]))
                }
                let begun = try await server.signIn.signIn(
                    phoneCode: form.values["code"] ?? "", visit: visit, from: incoming.whence,
                    at: incoming.caller.now)
                return try await server.welcome(begun, incoming, then: form.values["then"])
            }),
        .form(
            "/sign-in/slip",
            ask: { server, incoming, values, refusal in
                try await server.showSlip(incoming, values, refusal)
            },
            act: { server, incoming, form in
                try await server.limitCodes(incoming.caller)
                let begun = try await server.signIn.signIn(
                    slip: form.values["code"] ?? "", from: incoming.whence, at: incoming.caller.now)
                return try await server.welcome(begun, incoming, then: form.values["then"])
            }),
    ]
}

extension WebServer {
    func sendCode(to typed: String, _ incoming: IncomingRequest) async throws {
        guard signIn.sendsCodes else { throw SignInRejection.noSender.rejection }
        guard let phone = PhoneNumber(typed) else { throw SignInRejection.badPhone.rejection }
        guard let visit = incoming.caller.visit else { throw ServerRejection.foreignForm.rejection }
        let limits = configuration.limits
        // The bucket's name is in memory only, and even there not the number itself.
        let name = Base64.text(secrets.digest(phone: phone))
        try await limit(
            [
                ("code/phone:\(name)", limits.codesPerPhone),
                ("code/\(incoming.caller.browserName)", limits.codesPerBrowser),
                ("code/address:\(incoming.caller.address)", limits.codesPerAddress),
            ],
            at: incoming.caller.now)
        try await signIn.requestCode(
            phone: phone, visit: visit, language: incoming.caller.language, at: incoming.caller.now)
    }

    /// Guessing codes and slips: slow for one browser, and for the block of addresses it comes from not so slow that a
    /// village behind one mobile address could not sign in. A code is good for five tries anyway.
    func limitCodes(_ caller: Caller) async throws {
        let limits = configuration.limits
        try await limit(
            [
                ("guess/\(caller.browserName)", limits.guessesPerBrowser),
                ("guess/address:\(caller.address)", limits.guessesPerAddress),
            ], at: caller.now)
    }

    func showPhone(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil)
        async throws -> Response
    {
        let field = FormField.text("phone", Text.phone, hint: Text.phoneHint, limit: 40)
        let then = Onward.then(incoming, values)
        guard signIn.sendsCodes else { return try await showNoSender(incoming, then, refusal) }
        return try await ownForm(
            incoming, Text.signInByPhone, answer: Text.phoneAnswer, submit: Text.sendCode,
            [field, .hidden("then", then)],
            values, refusal,
            more: [
                ActionBar([
                    Action(Text.signInBySlip, to: Onward.path("/sign-in/slip", then: then)),
                    Action(Text.signInStaff, to: Onward.path("/sign-in", then: then)),
                ])
            ] + DemoTable.phones(demo))
    }

    /// Without a sender nobody signs in by phone, and the page says which other way there is.
    private func showNoSender(_ incoming: IncomingRequest, _ then: String, _ refusal: Refusal?) async throws -> Response
    {
        let request = incoming.page()
        let page = Page(
            Text.signInByPhone, request,
            [
                Headline(Text.signInByPhone, answer: Text.noSender, in: request.language),
                Callout(SignInRejection.noSender.rejection),
                ActionBar([
                    Action(Text.signInBySlip, to: Onward.path("/sign-in/slip", then: then), isPrimary: true),
                    Action(Text.signInStaff, to: Onward.path("/sign-in", then: then)),
                ]),
            ])
        return try await show(page, request, incoming, status: refusal.map { Refusal.status(of: $0.rejection) } ?? 200)
    }

    func showCode(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil) async throws
        -> Response
    {
        let then = Onward.then(incoming, values)
        let field = FormField.text("code", Text.phoneCode, hint: Text.phoneCodeHint, limit: 40)
        return try await ownForm(
            incoming, Text.signInByPhone, answer: configuration.isDemo ? Text.codeSentDemo : Text.codeSent,
            submit: Text.signIn, [field, .hidden("then", then)], [:], refusal,
            more: [ActionBar([Action(Text.anotherCode, to: Onward.path("/sign-in/phone", then: then))])]
                + (try await demoCodes(incoming.caller)))
    }

    /// In a demo the codes of its invented people stand on the page, and the code of a number somebody invents; nobody
    /// has such a phone.
    private func demoCodes(_ caller: Caller) async throws -> [any Component] {
        guard configuration.isDemo else { return [] }
        await signIn.settle()
        var codes: [(name: String, code: String)] = []
        for person in demo {
            if let phone = person.phone, let code = await signIn.demoCode(for: phone) {
                codes.append((person.name, code))
            }
        }
        if let visit = caller.visit, let new = try await signIn.newPhone(visit, at: caller.now),
            let code = await signIn.demoCode(for: new.phone)
        {
            codes.insert((new.phone.text, code), at: 0)
        }
        return DemoTable.codes(codes)
    }

    func showSlip(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil) async throws
        -> Response
    {
        let field = FormField.text("code", Text.slip, hint: Text.slipHint, limit: 40)
        return try await ownForm(
            incoming, Text.signInBySlip, answer: Text.slipAnswer, submit: Text.signIn,
            [field, .hidden("then", Onward.then(incoming, values))], [:], refusal)
    }

    /// A page of one question and one form.
    func ownForm(
        _ incoming: IncomingRequest, _ title: Message, answer: Message, submit: Message, _ fields: [FormField],
        _ values: [String: String], _ refusal: Refusal?, before: [any Component] = [], more: [any Component] = []
    ) async throws -> Response {
        let request = incoming.page(form: FormState(values: values, rejections: refusal.map { [$0.rejection] } ?? []))
        let parts: [any Component] =
            [Headline(title, answer: answer, in: request.language)] + before
            + [FormBuilder(request, submit: submit, fields)] + more
        let status = refusal.map { Refusal.status(of: $0.rejection) } ?? 200
        var response = try await show(Page(title, request, parts), request, incoming, status: status)
        if let refusal { response.headers.append(contentsOf: refusal.headers) }
        return response
    }
}
