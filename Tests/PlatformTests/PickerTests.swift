import Disclosure
import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// Nobody types an identifier. The list of forms and of their fields is the program's own: a new form is among them.
@Suite("Things are chosen by their names") struct PickerTests {
    /// The identifier fields of a command, nested ones as a form writes them: `members[].party`.
    static func identifiers(_ fields: [FieldShape.Field], prefix: String = "") -> [String] {
        fields.flatMap { field -> [String] in
            switch field.shape.kind {
            case .identifier: [prefix + field.name]
            case .list(let parts) where parts.first?.name != "":
                identifiers(parts, prefix: prefix + field.name + "[].")
            case .list(let parts):
                if case .identifier? = parts.first?.shape.kind { [prefix + field.name + "[]"] } else { [] }
            case .object(let parts): identifiers(parts, prefix: prefix + field.name + ".")
            default: []
            }
        }
    }

    /// The names of all boxes of a form into which somebody types, without row numbers.
    static func typed(_ markup: String) -> Set<String> {
        let inputs = markup.matches(of: /<(?:input type="(?:text|search)"|textarea)[^>]*? name="([^"]+)"/)
        return Set(inputs.map { String($0.1).replacing(/\[\d+\]/, with: "[]") })
    }

    @Test("No form of any command asks anybody to type an identifier")
    func noIdentifierIsTyped() async throws {
        let walk = try await PageWalk()
        let (opened, _) = try walk.open(on: walk.practice.installation.database)
        let commands = Dictionary(uniqueKeysWithValues: InstallationPlan.qianmo.commands.map { ($0.name, $0) })
        var forms = 0
        for page in opened {
            guard case .form(let name, _, _) = page.route.handler else { continue }
            let command = try #require(commands[name], "\(page.route.path) gives no command of the house")
            forms += 1
            let identifiers = Set(Self.identifiers(command.fields))
            for markup in page.markup.values {
                let asked = Self.typed(markup).intersection(identifiers)
                #expect(asked.isEmpty, "\(page.route.path) has \(asked.sorted()) typed by hand")
            }
        }
        #expect(forms > 50)
    }

    @Test("A walk over fields finds identifiers in lists and parts")
    func finds() {
        let party = FieldShape.Field(
            name: "party", shape: FieldShape(.identifier(of: "PartyName")), isOptional: true)
        let list = FieldShape.Field(name: "members", shape: FieldShape(.list([party])), isOptional: true)
        #expect(Self.identifiers([list, party]) == ["members[].party", "party"])
        #expect(
            Self.typed("<input type=\"text\" id=\"a\" name=\"members[3].party\" value=\"\">") == ["members[].party"])
    }
}
