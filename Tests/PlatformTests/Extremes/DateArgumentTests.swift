import Kernel
import TestSupport
import Testing

@testable import Platform

/// Each date of each command that the demo county gives, three generations back and ahead, where it is given.
@Suite("Dates that cannot be") struct DateArgumentTests {
    private enum Way: String, CaseIterable {
        case back, ahead

        /// 3 February 1951, and 4 March 2100.
        func value(_ kind: FieldShape.Kind) -> JSON? {
            switch kind {
            case .date: self == .back ? "1951-02-03" : "2100-03-04"
            case .instant: .integer(self == .back ? -596793600000 : 4107772800000)
            default: nil
            }
        }
    }

    /// What may lie so far away, each with what it tells.
    private static let may: [String: String] = [
        "assembly.admitMember.since back": "members have been in the collective since it was founded"
    ]

    @Test(
        "Of every command of the county no date is taken that lies three generations back or ahead, but those named here"
    )
    func dates() async throws {
        let houses = ExtremeHouse(seed: 1951)
        let shapes = Dictionary(uniqueKeysWithValues: InstallationPlan.qianmo.commands.map { ($0.name, $0) })
        let past = try Workshop()
        var installation: Installation? = try houses.open(past)
        var (tried, taken, distant) = (Set<String>(), Set<String>(), 0)
        let tooFar = PlatformRejection.dateTooFar(field: "", date: .example, days: .example...CivilDate.example).number
        for line in DemoCounty.scenario(endingAt: DemoHouse.base).lines {
            past.clock.set(max(line.at.milliseconds, past.clock.now().milliseconds))
            for (name, arguments) in Self.variants(line, shapes[line.command]) where tried.insert(name).inserted {
                installation = nil
                let copy = try Workshop.copied(past)
                copy.clock.set(past.clock.now().milliseconds)
                let answer = try await Self.give(line, arguments, to: try houses.open(copy))
                if case .accepted = answer { taken.insert(name) }
                if answer?.number == tooFar { distant += 1 }
            }
            let house = try installation ?? houses.open(past)
            installation = house
            _ = try await Self.give(line, line.arguments, to: house)
        }
        print("dates: \(tried.count) tried, \(taken.count) taken")
        #expect(tried.count > 50 && distant > 10, "\(tried.count) tried, \(distant) refused for their distance alone")
        #expect(taken.subtracting(Self.may.keys).sorted() == [])
        #expect(Set(Self.may.keys).subtracting(taken).sorted() == [], "these are refused now: they need no reason")
    }

    private static func give(_ line: Scenario.Line, _ arguments: JSON, to house: Installation) async throws -> Answer? {
        guard let principal = try house.findPrincipal(office: line.office) else { return nil }
        return try await house.writer.submit(
            Submission(command: line.command, arguments: arguments, principal: principal, key: line.key))
    }

    /// The line with one of its dates moved, by `command.field way`; dates within lists stand in the first of the list.
    private static func variants(_ line: Scenario.Line, _ shape: CommandDescription?) -> [(String, JSON)] {
        guard let shape, let arguments = line.arguments.object else { return [] }
        return moved(shape.fields, arguments).map { ("\(line.command).\($0)", .object($1)) }
    }

    private static func moved(_ fields: [FieldShape.Field], _ record: [String: JSON]) -> [(String, [String: JSON])] {
        fields.flatMap { field -> [(String, [String: JSON])] in
            guard let value = record[field.name] else { return [] }
            func with(_ changed: JSON) -> [String: JSON] { record.merging([field.name: changed]) { $1 } }
            switch field.shape.kind {
            case .list(let parts):
                guard let list = value.array, let first = list.first?.object else { return [] }
                return moved(parts, first).map {
                    ("\(field.name).\($0)", with(.array([.object($1)] + list.dropFirst())))
                }
            case .object(let parts):
                return moved(parts, value.object ?? [:]).map { ("\(field.name).\($0)", with(.object($1))) }
            default:
                return Way.allCases.compactMap { way in
                    way.value(field.shape.kind).map { ("\(field.name) \(way.rawValue)", with($0)) }
                }
            }
        }
    }
}
