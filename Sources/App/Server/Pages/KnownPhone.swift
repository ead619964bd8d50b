import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// Whom a new phone belongs to, by what desks wrote down. Joining is never automatic where it is not plain: two people who
/// share a phone, and whoever has an account already, come by the desk (record 0522).
enum PhoneOwner {
    case nobody
    /// One person; the records of them, each with the account that is open for it and that nobody has signed in to yet,
    /// where there is one. Never empty.
    case one([KnownAccount])
    /// Several people, or somebody who comes in some other way already.
    case unclear
}

extension WebServer {
    func known(by phone: PhoneNumber, at now: Instant) async throws -> PhoneOwner {
        let access = access
        let found = try await threads.runIfActive { try access.listKnown(phone) }
        guard !found.isEmpty else { return .nobody }
        guard WebServer.isOnePerson(found.map(\.known)), found.allSatisfy({ $0.account?.role.signsInByPhone ?? true })
        else { return .unclear }
        for record in found where try await signIn.summary(of: record.known.person, at: now) != nil { return .unclear }
        return .one(found)
    }

    /// Records of one name, of which no two have different identity numbers.
    private static func isOnePerson(_ records: [KnownPerson]) -> Bool {
        Set(records.map(\.name)).count == 1 && Set(records.compactMap(\.identity)).count <= 1
    }

    func showKnown(
        _ records: [KnownPerson], _ incoming: IncomingRequest, _ values: [String: String], _ refusal: Refusal?
    ) async throws -> Response {
        let then = Onward.then(incoming, values)
        let other = JoinEndpoints.path + "?known=no" + (then == "/" ? "" : "&then=\(Links.encoded(then))")
        return try await ownForm(
            incoming, Text.isItYou, answer: Text.known(records), submit: Text.thatIsMe,
            [.hidden("known", "yes"), .hidden("then", then)], values, refusal,
            more: [ActionBar([Action(Text.thatIsNotMe, to: other)])])
    }

    /// Opens the account of whom the desk wrote the phone down for; what a desk knows of them is theirs from now on. The log
    /// says that an account was opened, for whose record and by the house.
    func joinKnown(
        _ visit: Token, _ phone: PhoneNumber, _ values: [String: String], _ incoming: IncomingRequest
    ) async throws -> Response {
        guard case .one(let records) = try await known(by: phone, at: incoming.caller.now), let first = records.first
        else {
            throw SignInRejection.phoneTaken.rejection
        }
        let office = try await openAccount(first)
        let person = first.known
        let begun = try await signIn.join(
            person.person, office: office, visit: visit, from: incoming.whence, at: incoming.caller.now)
        for record in records.dropFirst() {
            let account = NewAccount(
                person: person.person, name: person.person.text, offices: [try await openAccount(record)])
            try await signIn.open(account, from: incoming.whence, at: incoming.caller.now)
        }
        let then = LocalPath.safe(values["then"] ?? "/")
        return try await welcome(begun, incoming, then: then == "/" ? person.path : then)
    }

    /// The account of a record: the one that a desk opened, or a new one, by the house.
    private func openAccount(_ record: KnownAccount) async throws -> OfficeID {
        if let account = record.account { return account.office }
        guard let office = OfficeID("\(record.known.person)-account") else {
            throw SignInRejection.unknownPerson.rejection
        }
        try await give(
            "registry.openOffice",
            key: "known-" + Hex.text(of: Array(secrets.digest(code: "known", of: office.text).prefix(12))),
            [
                "office": .string(office.text), "role": .string(Role.bidder.rawValue),
                "division": .string(record.known.place.text), "person": .string(record.known.person.text),
                "title": .string(Language.chinese(record.known.what)),
            ])
        return office
    }
}
