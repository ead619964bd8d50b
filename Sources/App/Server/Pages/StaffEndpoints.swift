import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/staff/accounts`: the administrator opens the first account of whoever holds a desk. Only where there is none: a page
/// that set new passwords would let one person sign in as another (decision record 0187).
enum StaffEndpoints {
    static let path = "/staff/accounts"
    static let roles: Set<Role> = [.administrator]

    static let all: [Endpoint] = [
        .form(
            path, for: roles,
            ask: { server, incoming, values, refusal in
                try await server.showStaff(incoming, values, refusal)
            },
            act: { server, incoming, form in
                let account = try await server.openStaff(form.values, incoming)
                return try await server.showAccount(account, incoming)
            })
    ]
}

extension WebServer {
    func showStaff(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil)
        async throws -> Response
    {
        let offices = access.offices
        let looking = incoming.page(form: FormState(values: values))
        let office = try await threads.runIfActive {
            try offices.desk(Text.staffDesk, Text.staffDeskHint, looking)
        }
        return try await ownForm(
            incoming, Text.staffTitle, answer: Text.staffAnswer, submit: Text.openStaff, [office], values, refusal)
    }

    func openStaff(_ values: [String: String], _ incoming: IncomingRequest) async throws -> (
        name: String, password: String
    ) {
        try await limitCodes(incoming.caller)
        let access = access
        guard let office = values["office"].flatMap({ OfficeID($0) }),
            let principal = try await threads.runIfActive({ try access.findPrincipal(office) }),
            ![.bidder, .villager, .system].contains(principal.role)
        else { throw SignInRejection.deskUnknown.rejection }
        guard try await signIn.summary(of: principal.person, at: incoming.caller.now) == nil else {
            throw SignInRejection.hasAccount.rejection
        }
        return try await signIn.openStaff(principal, from: incoming.whence, at: incoming.caller.now)
    }

    func showAccount(_ account: (name: String, password: String), _ incoming: IncomingRequest) async throws -> Response
    {
        let request = incoming.page()
        let facts = FactList([
            .init(Text.signInName, "\(account.name)"), .init(Text.password, "<code>\(account.password)</code>"),
        ])
        let page = Page(
            Text.staffTitle, request,
            [
                Headline(Text.staffOpened, answer: Text.staffHandOver, in: request.language), facts,
                ActionBar([Action(Text.anotherAccount, to: StaffEndpoints.path)]),
            ])
        return try await show(page, request, incoming)
    }
}
