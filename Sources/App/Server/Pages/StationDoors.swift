import Hummingbird
import Kernel
import NIOPosix
import Web

/// `/station/codes`: somebody without a phone stands at the counter and gets a slip to sign in with.
enum StationDoors {
    static let roles: Set<Role> = [.villageClerk, .stationAgent, .stationReviewer, .administrator]

    static let all: [Door] = [
        .form(
            "/station/codes",
            show: { door, ask in
                try door.admit(ask.caller, .roles(roles))
                return try await door.showStation(ask)
            },
            act: { door, ask in
                try door.admit(ask.caller, .roles(roles))
                let form = try await door.form(ask)
                do {
                    let slip = try await door.issueSlip(form.values, ask)
                    return try await door.showSlipToHandOut(ask, slip)
                } catch {
                    guard let refusal = Refusal(error) else { throw error }
                    return try await door.showStation(ask, form.values, refusal)
                }
            })
    ]
}

extension FrontDoor {
    func showStation(_ ask: Ask, _ values: [String: String] = [:], _ refusal: Refusal? = nil) async throws -> Response {
        try await ownForm(
            ask, Text.stationTitle, answer: Text.stationAnswer, submit: Text.issueSlip,
            [
                .text("office", Text.personOffice, hint: Text.personOfficeHint, limit: 64),
                .text("phone", Text.phone, hint: Text.stationPhoneHint, optional: true, limit: 20),
            ], values, refusal)
    }

    /// Only for bidders and villagers of the issuer's own places: nobody at a counter can open the account of an officer.
    func issueSlip(_ values: [String: String], _ ask: Ask) async throws -> String {
        guard let issuer = ask.caller.principal else { throw ServerRejection.notSignedIn.rejection }
        try await limitCodes(ask.caller)
        let access = access
        guard let office = values["office"].flatMap({ OfficeID($0) }),
            let principal = try await threads.runIfActive({ try access.findPrincipal(office) }),
            principal.role.signsInByPhone,
            try await threads.runIfActive({ try access.isWithin(principal.division, issuer.division) })
        else { throw SignInRejection.unknownPerson.rejection }
        var phone: PhoneNumber?
        if let typed = values["phone"], !typed.allSatisfy(\.isWhitespace) {
            guard let number = PhoneNumber(typed) else { throw SignInRejection.badPhone.rejection }
            phone = number
        }
        try await signIn.open(
            NewAccount(person: principal.person, name: principal.person.text, offices: [office], phone: phone),
            at: ask.caller.now)
        return try await signIn.issueSlip(to: principal.person, by: issuer.office, at: ask.caller.now)
    }

    func showSlipToHandOut(_ ask: Ask, _ slip: String) async throws -> Response {
        let request = ask.page()
        let page = Page(
            Text.stationTitle, request,
            [
                Headline(Text.slipQuestion, answer: "<code>\(slip)</code>", note: Text.slipHandOut),
                ActionBar([Action(Text.anotherSlip, to: "/station/codes")]),
            ])
        return try await show(page, request, ask)
    }
}
