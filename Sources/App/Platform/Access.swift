package import Kernel
package import Storage

/// Who may give which command, and where: read off the commands, each of which declares it. Deny by default.
package struct AccessTable: Sendable {
    package struct Row: Sendable {
        /// With the module prefix.
        package let command: String
        package let access: Access
    }

    package let rows: [Row]
    private let byCommand: [String: Access]

    package init(_ modules: [any Module.Type]) {
        rows = modules.flatMap { $0.commands.map { Row(command: $0.fullName, access: $0.access) } }
        byCommand = Dictionary(uniqueKeysWithValues: rows.map { ($0.command, $0.access) })
    }

    /// Nil when the role may not give the command at all.
    package func reach(of role: Role, for command: String) -> Access.Reach? { byCommand[command]?.reach[role] }

    /// The roles that may give `command`, in the order roles are declared.
    package func roles(for command: String) -> [Role] {
        Role.allCases.filter { byCommand[command]?.reach[$0] != nil }
    }
}
