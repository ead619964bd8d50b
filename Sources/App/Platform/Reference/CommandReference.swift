import Kernel
import Storage

/// `docs/commands.md`: every command with its arguments and units, who may give it, and its refusals. Made from the
/// forms the commands are read with, so it cannot say anything else than the program does.
package struct CommandReference {
    private let plan: InstallationPlan

    package init(_ plan: InstallationPlan) {
        self.plan = plan
    }

    package var markdown: String {
        var lines = [
            "<!-- \(ReferenceText.generated.en) -->", "# \(both(ReferenceText.title))", "",
            ReferenceText.introduction.zh, "", ReferenceText.introduction.en, "",
        ]
        for module in plan.modules.all {
            lines += ["## \(both(module.title)) · `\(module.name)`", ""]
            let commands = plan.commands.filter { $0.name.hasPrefix("\(module.name).") }
            for command in commands { lines += section(command) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ command: CommandDescription) -> [String] {
        var lines = ["### `\(command.name)`", "", both(command.title), ""]
        let roles = command.roles.map { role in
            switch command.access.reach[role] {
            case .anywhere: "\(role.rawValue)*"
            case .mine: "\(role.rawValue)°"
            case .own, nil: role.rawValue
            }
        }
        lines.append("\(both(ReferenceText.roles)): \(roles.joined(separator: ", "))")
        if !command.rejections.isEmpty {
            lines.append("")
            let numbers = command.rejections.map(String.init).joined(separator: ", ")
            lines.append("\(both(ReferenceText.rejections)): \(numbers)")
        }
        lines.append("")
        if !command.fields.isEmpty {
            lines += ["| \(both(ReferenceText.argument)) | \(both(ReferenceText.kind)) | |", "|---|---|---|"]
            lines += rows(command.fields, prefix: "")
            lines.append("")
        }
        return lines
    }

    /// One row a field; the parts of lists and records under their own path.
    private func rows(_ fields: [FieldShape.Field], prefix: String) -> [String] {
        fields.flatMap { field -> [String] in
            let path = prefix + field.name
            var notes: [String] = []
            if field.isOptional { notes.append(both(ReferenceText.optional)) }
            if field.shape.isPersonal { notes.append(both(ReferenceText.personal)) }
            let row = "| `\(path)` | \(kind(field.shape)) | \(notes.joined(separator: "; ")) |"
            switch field.shape.kind {
            case .list(let parts) where parts.first?.name != "": return [row] + rows(parts, prefix: path + "[].")
            case .object(let parts): return [row] + rows(parts, prefix: path + ".")
            default: return [row]
            }
        }
    }

    private func kind(_ shape: FieldShape) -> String {
        let name =
            switch shape.kind {
            case .text: "text"
            case .paper: "paper (SHA-256)"
            case .integer: "integer"
            case .flag: "true / false"
            case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
            case .identifier(let named): "identifier (\(named))"
            case .date: "date"
            case .instant: "instant"
            case .money: "money"
            case .area: "area"
            case .list(let parts): parts.first.map { $0.name.isEmpty ? "list of \(kind($0.shape))" : "list" } ?? "list"
            case .object: "record"
            }
        let words = [shape.unit, shape.range.map { "\($0.lowerBound)…\($0.upperBound)" } ?? ""].filter { !$0.isEmpty }
        return words.isEmpty ? name : "\(name) (\(words.joined(separator: ", ")))"
    }

    private func both(_ message: Message) -> String { "\(message.zh) · \(message.en)" }
}

extension AccessTable {
    /// `docs/access.md`: the whole table, commands down, roles across.
    package var markdown: String {
        var lines = [
            "<!-- \(ReferenceText.generated.en) -->",
            "# \(ReferenceText.accessTitle.zh) · \(ReferenceText.accessTitle.en)", "",
            ReferenceText.accessIntroduction.zh, "", ReferenceText.accessIntroduction.en, "",
            "| | " + Role.allCases.map(\.rawValue).joined(separator: " | ") + " |",
            "|---|" + Role.allCases.map { _ in "---|" }.joined(),
        ]
        for row in rows {
            let cells = Role.allCases.map { role in
                switch row.access.reach[role] {
                case nil: ""
                case .own: "own"
                case .mine: "mine"
                case .anywhere: "any"
                }
            }
            lines.append("| `\(row.command)` | " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
