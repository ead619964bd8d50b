import Kernel
import Web

/// The way through signing in to the page somebody wanted, carried along in the address and the forms as `then`.
enum Onward {
    /// Where this person is going: only ever an address of this house.
    static func then(_ incoming: IncomingRequest, _ values: [String: String]) -> String {
        LocalPath.safe(incoming.query["then"] ?? values["then"] ?? "/")
    }

    /// A door on the way; who is going nowhere in particular has a plain address.
    static func path(_ server: String, then: String?) -> String {
        let then = LocalPath.safe(then ?? "/")
        return then == "/" ? server : "\(server)?then=\(Links.encoded(then))"
    }

    /// The door for those the address is for: bidders and villagers have a phone, staff have a password.
    static func server(to rule: Route.Rule?) -> String {
        switch rule {
        case .roles(let roles) where roles.contains(where: \.signsInByPhone): "/sign-in/phone"
        case .signedIn: "/sign-in/phone"
        case .roles, .everyone, nil: "/sign-in"
        }
    }
}
