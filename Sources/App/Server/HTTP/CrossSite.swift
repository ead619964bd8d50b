import Hummingbird
import Kernel

/// Keeps other sites from acting in somebody's name. Two locks: what the browser says of the request's origin, and a
/// token in the form that only a page of ours can know.
enum CrossSite {
    /// Throws unless the request comes from a page of this house, or from a program that is no browser.
    static func check(_ request: Request) throws {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            guard site == "same-origin" || site == "none" else { throw ServerRejection.foreignSite.rejection }
        }
        if let origin = request.headers[.origin] {
            guard let host = host(of: origin), host == request.head.authority?.lowercased() else {
                throw ServerRejection.foreignSite.rejection
            }
        }
    }

    static func check(token: String, of caller: Caller) throws {
        guard isOurs(token, of: caller) else { throw ServerRejection.foreignForm.rejection }
    }

    /// With a cookie a program sends the form's token too (`X-Form-Token`); with a bearer token it need not.
    static func checkProgram(_ incoming: IncomingRequest) throws {
        guard !incoming.caller.isBearer else { return }
        let token = HTTPField.Name("X-Form-Token").flatMap { incoming.request.headers[$0] } ?? ""
        try check(token: token, of: incoming.caller)
    }

    static func isOurs(_ token: String, of caller: Caller) -> Bool {
        caller.formSecret?.matches(token) ?? false
    }

    /// The browser itself says that a page of this house sent the request; `check` has refused it where it lies elsewhere.
    static func saysOurs(_ request: Request) -> Bool {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        return site == "same-origin" || request.headers[.origin] != nil
    }

    /// `https://xian.example:8443` as `xian.example:8443`; nil for `null` and for anything odd.
    private static func host(of origin: String) -> String? {
        for scheme in ["https://", "http://"] where origin.hasPrefix(scheme) {
            let host = origin.dropFirst(scheme.count)
            return host.isEmpty || host.contains("/") ? nil : host.lowercased()
        }
        return nil
    }
}
