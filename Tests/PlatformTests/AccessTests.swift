import Foundation
import Kernel
import TestSupport
import Testing

@testable import Platform

/// Who may do what, where: the printed table, the table in the code and the writer say the same of every cell.
@Suite("Role × command × place") struct AccessTests {
    /// `docs/access.md` read back: command, then what stands in each role's column.
    private func printed() throws -> [(command: String, cells: [Role: String])] {
        let text = String(decoding: try Data(contentsOf: Tree.root.appending(path: "docs/access.md")), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
            line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
            }
        }
        let roles = try #require(rows.first).dropFirst().map { Role(rawValue: $0) }
        return rows.dropFirst(2).map { row in
            var cells: [Role: String] = [:]
            for (role, cell) in zip(roles, row.dropFirst()) { if let role { cells[role] = cell } }
            return (row[0], cells)
        }
    }

    @Test("Every cell of the printed table is what the code enforces, and nothing is missing")
    func everyCell() throws {
        let access = InstallationPlan.qianmo.access
        let table = try printed()
        var cells = 0
        for (command, row) in table {
            for role in Role.allCases {
                let cell = try #require(row[role], "\(command) \(role)")
                let reach = access.reach(of: role, for: command)
                switch cell {
                case "": #expect(reach == nil, "\(command) \(role)")
                case "own": #expect(reach == .own, "\(command) \(role)")
                case "mine": #expect(reach == .mine, "\(command) \(role)")
                case "any": #expect(reach == .anywhere, "\(command) \(role)")
                default: Issue.record("\(command) \(role) is \(cell)")
                }
                cells += 1
            }
        }
        #expect(Set(table.map(\.command)) == Set(InstallationPlan.qianmo.commands.map(\.name)))
        #expect(cells == table.count * Role.allCases.count && cells > 700)
    }

    @Test("What nobody is told to do nobody may do: an unknown command and an unnamed role are refused")
    func deniedByDefault() {
        let access = InstallationPlan.qianmo.access
        for role in Role.allCases { #expect(access.reach(of: role, for: "exchange.closeNotic") == nil) }
        #expect(access.reach(of: .villager, for: "exchange.draftLot") == nil)
        #expect(AccessTable([]).reach(of: .administrator, for: "registry.openOffice") == nil)
    }

    private static let refusedRole = PlatformRejection.roleMayNot(command: Message(zh: "", en: ""), role: .villager)
        .number
    private static let refusedPlace = PlatformRejection.outsideDivision(command: Message(zh: "", en: "")).number

    /// Where an office may lie, seen from the village of the lots: itself, above it, and elsewhere.
    private static let places: [(name: String, place: String, isWithin: Bool)] = [
        ("inside", "p510521111207", true), ("above", "p510521", true), ("outside", "p510521112", false),
        ("beside", "p510521111208", false),
    ]

    @Test("The real writer answers every role at every place as the table says, for every command of a lot's life")
    func throughTheWriter() async throws {
        let practice = try PracticeHouse()
        let (steps, _) = try await practice.run("luxian-2019.jsonl")
        var samples: [String: JSON] = [:]
        for step in steps where samples[step.line.command] == nil { samples[step.line.command] = step.line.arguments }
        // What is at home nowhere yet is placed by its own argument; the others by the lot, card or organisation they name.
        samples["registry.importDivisions"] = nil
        #expect(samples.count >= 20)
        var answers = 0
        for (command, arguments) in samples.sorted(by: { $0.key < $1.key }) {
            for role in Role.allCases where role != .system {
                for (name, place, isWithin) in Self.places {
                    let principal = Principal(
                        person: try #require(PersonID("tester")), role: role,
                        office: try #require(OfficeID("tester-\(role.rawValue.lowercased())-\(name)")),
                        division: try #require(DivisionID(place)))
                    let answer = try await practice.installation.writer.submit(
                        Submission(
                            command: command, arguments: arguments, principal: principal,
                            key: "\(command) \(role) \(name)"))
                    let number: Int? = if case .rejected(let rejection) = answer { rejection.number } else { nil }
                    let reach = practice.installation.access.reach(of: role, for: command)
                    let spot = Comment(rawValue: "\(command) as \(role) \(name): \(number ?? 0)")
                    if reach == nil {
                        #expect(number == Self.refusedRole, spot)
                    } else if reach == .own, !isWithin {
                        #expect(number == Self.refusedPlace, spot)
                    } else if reach == .anywhere || (isWithin && name == "above") {
                        #expect(number != Self.refusedRole && number != Self.refusedPlace, spot)
                    } else {
                        #expect(number != Self.refusedRole, spot)
                    }
                    answers += 1
                }
            }
        }
        #expect(answers == samples.count * (Role.allCases.count - 1) * Self.places.count)
    }

}
