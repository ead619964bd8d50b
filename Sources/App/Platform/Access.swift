package import Kernel

/// Who may give which command, and where. Deny by default: what is not in the table nobody may do.
package struct AccessTable: Sendable {
    package enum Reach: Sendable, Hashable {
        /// Only for places that are the office's own or lie below it.
        case own
        /// Wherever the place is: bidding, viewing, the program's own acts.
        case anywhere
    }

    package struct Row: Sendable {
        /// With the module prefix.
        package let command: String
        package let reach: [Role: Reach]

        package init(_ command: String, _ reach: [Role: Reach]) {
            self.command = command
            self.reach = reach
        }
    }

    package let rows: [Row]
    private let byCommand: [String: [Role: Reach]]

    package init(_ rows: [Row]) {
        self.rows = rows
        byCommand = Dictionary(uniqueKeysWithValues: rows.map { ($0.command, $0.reach) })
    }

    /// Nil when the role may not give the command at all.
    package func reach(of role: Role, for command: String) -> Reach? { byCommand[command]?[role] }

    /// The roles that may give `command`, in the order roles are declared.
    package func roles(for command: String) -> [Role] {
        Role.allCases.filter { byCommand[command]?[$0] != nil }
    }
}
