import EventLog
import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// `/sign-in/new`: whoever has proved a new phone is whom a desk wrote it down for, or says who they are and is a bidder from
/// then on.
enum JoinEndpoints {
    static let path = "/sign-in/new"

    static let all: [Endpoint] = [
        .form(
            path,
            ask: { server, incoming, values, refusal in try await server.showJoin(incoming, values, refusal) },
            act: { server, incoming, form in try await server.join(form.values, incoming) })
    ]
}

extension WebServer {
    func showJoin(_ incoming: IncomingRequest, _ values: [String: String] = [:], _ refusal: Refusal? = nil) async throws
        -> Response
    {
        let (_, phone) = try await provedPhone(incoming)
        let found = try await known(by: phone, at: incoming.caller.now)
        if case .one(let records) = found, incoming.query["known"] != "no", values["name"] == nil {
            return try await showKnown(records.map(\.known), incoming, values, refusal)
        }
        let isUnclear = if case .unclear = found { true } else { false }
        let offices = access.offices
        let looking = incoming.page(form: FormState(values: values))
        let place = try await threads.runIfActive { try offices.place(Text.homePlace, Text.homePlaceHint, looking) }
        return try await ownForm(
            incoming, Text.joinTitle, answer: Text.joinAnswer, submit: Text.join,
            [
                .text("name", Text.ownName, hint: Text.ownNameHint, limit: 40), place,
                .hidden("then", Onward.then(incoming, values)),
            ], values, refusal,
            before: isUnclear ? [Callout(.info, Text.phoneOfSeveral, Text.phoneOfSeveralNext)] : [])
    }

    private func provedPhone(_ incoming: IncomingRequest) async throws -> (visit: Token, phone: PhoneNumber) {
        guard let visit = incoming.caller.visit,
            let known = try await signIn.newPhone(visit, at: incoming.caller.now), known.isProved
        else { throw SignInRejection.phoneNotProved.rejection }
        return (visit, known.phone)
    }

    /// Enters the person in the register and opens their account there and at the door. Sent again after a stop halfway it
    /// goes on where it stopped: every name follows from the visit.
    func join(_ values: [String: String], _ incoming: IncomingRequest) async throws -> Response {
        try await limitCodes(incoming.caller)
        let (visit, phone) = try await provedPhone(incoming)
        if values["known"] == "yes" { return try await joinKnown(visit, phone, values, incoming) }
        let name = "self-" + Hex.text(of: Array(secrets.digest(code: "join", of: Base64.text(visit.digest)).prefix(6)))
        let place = JSON.string(values["division"] ?? "")
        // What was refused is asked again under another key; what was taken, under its own.
        let typed = "\(values["name"] ?? "")\u{0}\(values["division"] ?? "")"
        let key = "join-" + Hex.text(of: Array(secrets.digest(code: typed, of: name).prefix(12)))
        try await give(
            "registry.registerParty", key: key,
            [
                "party": .string(name), "kind": .string("person"), "name": .string(values["name"] ?? ""),
                "phone": .string(phone.text), "division": place,
            ])
        try await give(
            "registry.openOffice", key: key + "-account",
            [
                "office": .string("\(name)-account"), "role": .string(Role.bidder.rawValue), "division": place,
                "person": .string(name), "title": .string(Language.chinese(Role.bidder.label)),
            ])
        guard let person = PersonID(name), let office = OfficeID("\(name)-account") else {
            throw SignInRejection.unknownPerson.rejection
        }
        let begun = try await signIn.join(
            person, office: office, visit: visit, from: incoming.whence, at: incoming.caller.now)
        return try await welcome(begun, incoming, then: values["then"])
    }

    /// The house acts: nobody is signed in yet.
    func give(_ command: String, key: String, _ arguments: [String: JSON]) async throws {
        let given = Submission(
            command: command, arguments: .object(arguments), notation: .typed, principal: .theHouse, key: key)
        if case .rejected(let rejection) = try await access.submit(given) { throw rejection }
    }
}
