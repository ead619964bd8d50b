import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/station/codes`: somebody without a phone stands at the counter and gets a slip to sign in with.
enum StationEndpoints {
    static let roles: Set<Role> = [.villageClerk, .stationAgent, .stationReviewer, .administrator]

    static let all: [Endpoint] = [
        .form(
            "/station/codes", for: roles,
            ask: { server, incoming, values, refusal in
                try await server.showStation(incoming, values, refusal)
            },
            act: { server, incoming, form in
                let (slip, answer) = try await server.issueSlip(form.values, incoming)
                return try await server.showSlipToHandOut(incoming, slip, answer)
            }),
        .form(
            phones, for: roles,
            ask: { server, incoming, _, refusal in
                try await server.showPhoneChanges(incoming, refusal)
            },
            act: { server, incoming, form in
                try await server.confirmPhone(form.values, incoming)
                return Reply.redirect(phones)
            }),
    ]

    /// Where a second person confirms a new phone.
    static let phones = "/station/phones"
}

extension WebServer {
    func showStation(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil)
        async throws -> Response
    {
        let offices = access.offices
        let looking = incoming.page(form: FormState(values: values))
        let office = try await threads.runIfActive {
            try offices.account(Text.personOffice, Text.personOfficeHint, looking)
        }
        return try await ownForm(
            incoming, Text.stationTitle, answer: Text.stationAnswer, submit: Text.issueSlip,
            [
                office,
                .text("phone", Text.phone, hint: Text.stationPhoneHint, optional: true, limit: 20),
            ], values, refusal)
    }

    /// Only for bidders and villagers of the issuer's own places: nobody at a counter can open the account of an officer.
    private func visitor(_ typed: String?, _ incoming: IncomingRequest) async throws -> Principal {
        guard let issuer = incoming.caller.principal else { throw ServerRejection.notSignedIn.rejection }
        let access = access
        guard let office = typed.flatMap({ OfficeID($0) }),
            let principal = try await threads.runIfActive({ try access.findPrincipal(office) }),
            principal.role.signsInByPhone,
            try await threads.runIfActive({ try access.isWithin(principal.division, issuer.division) })
        else { throw SignInRejection.unknownPerson.rejection }
        return principal
    }

    func issueSlip(_ values: [String: String], _ incoming: IncomingRequest) async throws -> (
        slip: String, phone: PhoneAnswer?
    ) {
        guard let issuer = incoming.caller.principal else { throw ServerRejection.notSignedIn.rejection }
        try await limitCodes(incoming.caller)
        let principal = try await visitor(values["office"], incoming)
        var phone: PhoneNumber?
        if let typed = values["phone"], !typed.isBlank {
            guard let number = PhoneNumber(typed) else { throw SignInRejection.badPhone.rejection }
            phone = number
        }
        let now = incoming.caller.now
        try await signIn.open(
            NewAccount(person: principal.person, name: principal.person.text, offices: [principal.office]),
            from: incoming.whence, at: now)
        var answer: PhoneAnswer?
        if let phone {
            answer = try await signIn.incoming(phone: phone, for: principal.person, from: incoming.whence, at: now)
        }
        let slip = try await signIn.issueSlip(
            to: principal.person, by: issuer.office, from: incoming.whence, at: now)
        return (slip, answer)
    }

    func showSlipToHandOut(_ incoming: IncomingRequest, _ slip: String, _ answer: PhoneAnswer?) async throws -> Response
    {
        let request = incoming.page()
        let waits: [any Component] =
            answer == .waits
            ? [
                Callout(SignInRejection.needsAnother.rejection),
                ActionBar([Action(Text.phoneChanges, to: StationEndpoints.phones)]),
            ] : []
        let page = Page(
            Text.stationTitle, request,
            [Headline(Text.slipQuestion, answer: "<code>\(slip)</code>", note: Text.slipHandOut)] + waits + [
                ActionBar([Action(Text.anotherSlip, to: "/station/codes")])
            ])
        return try await show(page, request, incoming)
    }

    // MARK: Changes of phone

    /// The changes that wait in the issuer's own places, each with whose account it is.
    private func phoneChanges(_ incoming: IncomingRequest) async throws -> [(change: PhoneChange, office: OfficeID)] {
        var found: [(PhoneChange, OfficeID)] = []
        for change in try await signIn.phoneChanges(at: incoming.caller.now) {
            let offices = try await signIn.summary(of: change.person, at: incoming.caller.now)?.offices ?? []
            for office in offices where (try? await visitor(office.text, incoming))?.person == change.person {
                found.append((change, office))
                break
            }
        }
        return found
    }

    func showPhoneChanges(_ incoming: IncomingRequest, _ refusal: Refusal? = nil) async throws -> Response {
        let request = incoming.page()
        let changes = try await phoneChanges(incoming)
        let rows = changes.map { change, office -> [HTML] in
            [
                "\(office)", "\(change.ending)", "\(change.askedOffice)", .time(change.askedAt, request.language),
            ]
        }
        var parts: [any Component] = [
            Headline(Text.phoneChanges, answer: Text.phoneChangesAnswer, in: request.language)
        ]
        if let refusal { parts.append(Callout(refusal.rejection)) }
        guard !rows.isEmpty else {
            parts.append(EmptyState(Text.noPhoneChange))
            return try await show(Page(Text.phoneChanges, request, parts), request, incoming)
        }
        parts.append(
            DataTable(
                columns: [
                    .init(Text.personOffice), .init(Text.phoneEnding), .init(Text.askedBy), .init(Text.since),
                ], rows: rows))
        let options = changes.map { FormField.Option($0.office.text, "\($0.office) · \($0.change.ending)") }
        parts.append(
            FormBuilder(
                request, submit: Text.confirmPhone,
                [
                    .choice("office", Text.personOffice, options),
                    .text("code", Text.oldPhoneCode, hint: Text.oldPhoneCodeHint, optional: true, limit: 40),
                ]))
        let status = refusal.map { Refusal.status(of: $0.rejection) } ?? 200
        return try await show(Page(Text.phoneChanges, request, parts), request, incoming, status: status)
    }

    func confirmPhone(_ values: [String: String], _ incoming: IncomingRequest) async throws {
        try await limitCodes(incoming.caller)
        let principal = try await visitor(values["office"], incoming)
        try await signIn.confirmPhone(
            of: principal.person, code: values["code"] ?? "", from: incoming.whence, at: incoming.caller.now)
    }
}
