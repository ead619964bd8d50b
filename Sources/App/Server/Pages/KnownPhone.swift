import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// Whom a new phone belongs to, by what desks wrote down. Joining is never automatic where it is not plain: two people who
/// share a phone, and whoever has an account already, come by the desk (record 0522).
enum PhoneOwner: Equatable {
    case nobody
    /// One record; with the account that is open for them and that nobody has signed in to yet, where there is one.
    case one(KnownPerson, Principal?)
    /// Several records, or one whose person comes in some other way already.
    case unclear
}

extension WebServer {
    func known(by phone: PhoneNumber, at now: Instant) async throws -> PhoneOwner {
        let access = access
        let found = try await threads.runIfActive { try access.listKnown(phone) }
        guard let only = found.first else { return .nobody }
        guard found.count == 1, only.account?.role.signsInByPhone ?? true,
            try await signIn.summary(of: only.known.person, at: now) == nil
        else { return .unclear }
        return .one(only.known, only.account)
    }

    func showKnown(
        _ person: KnownPerson, _ incoming: IncomingRequest, _ values: [String: String], _ refusal: Refusal?
    ) async throws -> Response {
        let then = Onward.then(incoming, values)
        let other = JoinEndpoints.path + "?known=no" + (then == "/" ? "" : "&then=\(Links.encoded(then))")
        return try await ownForm(
            incoming, Text.isItYou, answer: Text.known(person), submit: Text.thatIsMe,
            [.hidden("known", "yes"), .hidden("then", then)], values, refusal,
            more: [ActionBar([Action(Text.thatIsNotMe, to: other)])])
    }

    /// Opens the account of whom the desk wrote the phone down for; what a desk knows of them is theirs from now on. The log
    /// says that an account was opened, for whose record and by the house.
    func joinKnown(
        _ visit: Token, _ phone: PhoneNumber, _ values: [String: String], _ incoming: IncomingRequest
    ) async throws -> Response {
        guard case .one(let person, let account) = try await known(by: phone, at: incoming.caller.now) else {
            throw SignInRejection.phoneTaken.rejection
        }
        guard let office = account?.office ?? OfficeID("\(person.person)-account") else {
            throw SignInRejection.unknownPerson.rejection
        }
        if account == nil {
            try await give(
                "registry.openOffice",
                key: "known-" + Hex.text(of: Array(secrets.digest(code: "known", of: office.text).prefix(12))),
                [
                    "office": .string(office.text), "role": .string(Role.bidder.rawValue),
                    "division": .string(person.place.text), "person": .string(person.person.text),
                    "title": .string(Language.chinese(person.what)),
                ])
        }
        let begun = try await signIn.join(
            person.person, office: office, visit: visit, from: incoming.whence, at: incoming.caller.now)
        let then = LocalPath.safe(values["then"] ?? "/")
        return try await welcome(begun, incoming, then: then == "/" ? person.path : then)
    }
}
