import Foundation
import Kernel
import TestSupport
import Testing
import Web

@testable import Platform

/// What programs are told beforehand of an answer, and the answer.
@Suite("Answers for programs") struct AnswerShapeTests {
    @Test("every answer with something in it is of the shape its document names")
    func shapes() async throws {
        let walk = try await PageWalk()
        let (names, people) = (try walk.names(), try walk.people())
        var empty: [String] = []
        var answered = 0
        for room in InstallationPlan.qianmo.rooms {
            for route in room.routes(walk.practice.installation.database, walk.practice.installation.log) {
                guard case .json(let shape, let read) = route.handler else { continue }
                var found = 0
                for parameters in PageWalk.combinations(route.parameterNames, names) {
                    for person in people where route.rule == .everyone || person.map(route.rule.allows) ?? false {
                        let request = PageRequest(
                            path: route.path, parameters: parameters, now: walk.practice.clock.now(),
                            principal: person, origin: "https://installation.example")
                        guard case .json(let answer)? = try? read(request) else { continue }
                        found += 1
                        let misfit = Self.misfit(answer, shape, at: "")
                        #expect(misfit == nil, "\(route.path) \(parameters): \(misfit ?? "")")
                        break
                    }
                }
                answered += found
                if found == 0 { empty.append(route.path) }
            }
        }
        // The members of the walk have adopted no budget.
        #expect(empty == ["/api/v1/books/{organisation}/budget"], "nobody had an answer of these")
        #expect(answered > 20)
    }

    @Test("what is of another shape is noticed, wherever it stands")
    func noticed() {
        let shape = FieldShape(
            .list([
                FieldShape.Field(name: "a", shape: FieldShape(.integer), isOptional: false),
                FieldShape.Field(name: "b", shape: FieldShape(.text(maxLength: 2)), isOptional: true),
            ]))
        let good: [JSON] = [[], [["a": 1]], [["a": 1, "b": "xy"]]]
        let bad: [JSON] = ["", ["a"], [["b": "xy"]], [["a": "1"]], [["a": 1, "b": "xyz"]], [["a": 1, "c": 1]]]
        for answer in good { #expect(Self.misfit(answer, shape, at: "") == nil) }
        for answer in bad { #expect(Self.misfit(answer, shape, at: "") != nil, "\(answer)") }
    }

    /// Where the answer is of another shape; nil where it is of this one.
    private static func misfit(_ answer: JSON, _ shape: FieldShape, at place: String) -> String? {
        switch shape.kind {
        case .list(let fields):
            guard let parts = answer.array else { return "\(place) is no list" }
            let isBare = fields.count == 1 && fields[0].name.isEmpty
            return parts.indices.lazy.compactMap { number in
                isBare
                    ? misfit(parts[number], fields[0].shape, at: "\(place)/\(number)")
                    : misfit(parts[number], FieldShape(.object(fields)), at: "\(place)/\(number)")
            }.first
        case .object(let fields):
            guard let members = answer.object else { return "\(place) is no object" }
            if let strange = members.keys.first(where: { key in !fields.contains { $0.name == key } }) {
                return "\(place)/\(strange) is named nowhere"
            }
            return fields.lazy.compactMap { field in
                guard let value = members[field.name] else {
                    return field.isOptional ? nil : "\(place)/\(field.name) is missing"
                }
                return misfit(value, field.shape, at: "\(place)/\(field.name)")
            }.first
        case .text(let limit): return answer.string.map { $0.count <= limit } ?? false ? nil : "\(place) is no text"
        case .choice(let choices):
            return answer.string.map(choices.contains) ?? false ? nil : "\(place) is none of the choices"
        case .paper, .identifier, .date: return answer.string == nil ? "\(place) is no text" : nil
        case .flag: return answer.bool == nil ? "\(place) is no truth" : nil
        case .integer, .money, .area:
            guard let number = answer.integer else { return "\(place) is no whole number" }
            return shape.range?.contains(number) ?? true ? nil : "\(place) is out of its range"
        case .instant: return answer.integer == nil && answer.string == nil ? "\(place) is no instant" : nil
        }
    }
}
