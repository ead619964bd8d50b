import Hummingbird

/// Whether a program asks or a person with a browser: who is told "no" as JSON and who on a page.
enum Audience {
    /// Addresses that only programs use.
    static func isForPrograms(_ path: String) -> Bool {
        ["/api/", "/events", LogEndpoints.tilePrefix, LogEndpoints.health].contains { path.hasPrefix($0) }
            || path == "/checkpoint"
    }

    /// `isFile`: the address gives a file, whose refusals are documented as JSON; a browser that follows a link to it says
    /// that it takes HTML.
    static func isProgram(_ request: Request, path: String, isFile: Bool) -> Bool {
        if isForPrograms(path) { return true }
        let accepted = request.headers[.accept]?.lowercased() ?? ""
        if accepted.contains("text/html") { return false }
        let sentJSON = Body.isType("application/json", request.headers[.contentType])
        return isFile || sentJSON || accepted.contains("json")
    }
}
