package import Kernel
package import Storage
package import Web

/// What an address names: where it lies, and whose it is where it is somebody's.
package struct Belonging: Sendable, Hashable {
    package let place: DivisionID
    package let holder: PersonID?

    package init(at place: DivisionID, of holder: PersonID? = nil) {
        self.place = place
        self.holder = holder
    }
}

extension Access {
    /// Whether the person may do it with the thing: what the writer will say of the command, said of its page and its
    /// links beforehand (decision record 0230).
    package func reaches(_ thing: Belonging, for principal: Principal, in tx: any ReadTransaction) throws -> Bool {
        switch reach[principal.role] {
        case nil: false
        case .anywhere: true
        case .mine: thing.holder == principal.person
        case .own: try DivisionQueries.isWithin(thing.place, of: principal.division, in: tx)
        }
    }
}

extension Route {
    /// A page about one thing, for exactly those whose access reaches it; for everybody else it is not there. `thing` finds
    /// what the address names.
    package init(
        _ path: String, _ summary: Message, _ access: Access, _ database: any Database,
        of thing: @escaping @Sendable (PageRequest, any ReadTransaction) throws -> Belonging?, _ handler: Handler,
        isQuick: Bool = false
    ) {
        self.init(
            path, summary, .roles(access.roles),
            handler.shown { request in
                guard let principal = request.principal else { return false }
                return try database.read { tx in
                    try thing(request, tx).map { try access.reaches($0, for: principal, in: tx) } ?? false
                }
            }, isQuick: isQuick)
    }
}
