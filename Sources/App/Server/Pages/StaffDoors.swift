import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/staff/accounts`: the administrator opens the first account of whoever holds a desk. Only where there is none: a page
/// that set new passwords would let one person sign in as another (decision record 0187).
enum StaffDoors {
    static let path = "/staff/accounts"
    static let roles: Set<Role> = [.administrator]

    static let all: [Door] = [
        .form(
            path,
            show: { door, ask in
                try door.admit(ask.caller, .roles(roles))
                return try await door.showStaff(ask)
            },
            act: { door, ask in
                try door.admit(ask.caller, .roles(roles))
                let form = try await door.form(ask)
                guard !form.isLooking else { return try await door.showStaff(ask, form.values) }
                do {
                    let account = try await door.openStaff(form.values, ask)
                    return try await door.showAccount(account, ask)
                } catch {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await door.showStaff(ask, form.values, refusal)
                }
            })
    ]
}

extension FrontDoor {
    func showStaff(_ ask: Ask, _ values: [String: String] = [:], _ refusal: Refusal? = nil) async throws -> Response {
        let offices = access.offices
        let looking = ask.page(form: FormState(values: values))
        let office = try await threads.runIfActive {
            try offices.desk(Text.staffDesk, Text.staffDeskHint, looking)
        }
        return try await ownForm(
            ask, Text.staffTitle, answer: Text.staffAnswer, submit: Text.openStaff, [office], values, refusal)
    }

    func openStaff(_ values: [String: String], _ ask: Ask) async throws -> (name: String, password: String) {
        try await limitCodes(ask.caller)
        let access = access
        guard let office = values["office"].flatMap({ OfficeID($0) }),
            let principal = try await threads.runIfActive({ try access.findPrincipal(office) }),
            ![.bidder, .villager, .system].contains(principal.role)
        else { throw SignInRejection.deskUnknown.rejection }
        guard try await signIn.summary(of: principal.person, at: ask.caller.now) == nil else {
            throw SignInRejection.hasAccount.rejection
        }
        return try await signIn.openStaff(principal, from: ask.whence, at: ask.caller.now)
    }

    func showAccount(_ account: (name: String, password: String), _ ask: Ask) async throws -> Response {
        let request = ask.page()
        let facts = FactList([
            .init(Text.signInName, "\(account.name)"), .init(Text.password, "<code>\(account.password)</code>"),
        ])
        let page = Page(
            Text.staffTitle, request,
            [
                Headline(Text.staffOpened, answer: Text.staffHandOver, in: request.language), facts,
                ActionBar([Action(Text.anotherAccount, to: StaffDoors.path)]),
            ])
        return try await show(page, request, ask)
    }
}
