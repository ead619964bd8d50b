/// Who may give a command, and where; declared with the command. Deny by default: a role that is not named may not.
///
/// `[.own(.stationAgent), .mine(.bidder)]`. Rules of a domain may narrow this (the second pair of eyes, the state of a
/// lot), never widen it.
package struct Access: Sendable, Hashable, ExpressibleByArrayLiteral {
    package enum Reach: Sendable, Hashable {
        /// Only for places that are the office's own or lie below it.
        case own
        /// Only for things that are the acting person's: the own registration, paddle, application. Whose a thing is, the
        /// command says (`holder`); where it says nobody, nobody may (decision record 0230).
        case mine
        /// Wherever the place is and whosever the thing: to object, and the program's own acts.
        case anywhere
    }

    package let reach: [Role: Reach]

    private init(_ reach: [Role: Reach]) { self.reach = reach }

    /// The union; a role stands in one part only.
    package init(arrayLiteral parts: Access...) {
        reach = parts.reduce(into: [:]) { all, part in
            all.merge(part.reach) { _, _ in preconditionFailure("a role is named twice") }
        }
    }

    package static func own(_ roles: Role...) -> Access { Access(roles, .own) }
    package static func mine(_ roles: Role...) -> Access { Access(roles, .mine) }
    package static func anywhere(_ roles: Role...) -> Access { Access(roles, .anywhere) }
    /// The program itself: acts of the clock and of policies.
    package static let installation = Access([.system], .anywhere)

    private init(_ roles: [Role], _ reach: Reach) {
        self.reach = Dictionary(uniqueKeysWithValues: roles.map { ($0, reach) })
    }

    /// Whether somebody who holds no office may give the command: a bidder, a villager.
    package var admitsPrivatePersons: Bool { reach.keys.contains(where: \.isPrivate) }

    /// The people who may give the command: a form is offered to exactly these.
    package var roles: Set<Role> { Set(reach.keys).subtracting([.system]) }
}
