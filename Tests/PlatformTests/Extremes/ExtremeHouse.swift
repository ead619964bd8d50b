import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import Synchronization
import TestSupport
import Web

/// A house at one moment, of which copies are made: each accepted command is looked at in a copy of its own.
final class ExtremeHouse {
    /// One command that could be given at the moment, and by whom.
    struct Site {
        let name: String
        let office: String
        let arguments: [String: JSON]
        let fields: [FieldShape.Field]
        /// Whether somebody gives the command like this at this moment.
        var isLawful = false
    }

    /// What the houses say while they run.
    private final class Reports: Sendable {
        private let lines = Mutex<[String]>([])
        var last: String { lines.withLock { $0.last ?? "" } }
        @Sendable func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private(set) var given = 0
    private(set) var accepted = 0
    private(set) var verified = 0
    private(set) var pages = 0
    private(set) var wrong: [String] = []
    private let reports = Reports()
    private var dice: Dice

    init(seed: UInt64) { dice = Dice(seed: seed) }

    func open(_ workshop: Workshop) throws -> Installation {
        try Installation.open(
            .qianmo, dataDirectory: workshop.folder, database: workshop.store(), clock: workshop.clock,
            random: .practice(seed: "extremes"),
            report: reports.add)
    }

    /// Tries so many variants of the command on copies of `past`: first single fields, then pairs.
    func attack(_ site: Site, _ past: Workshop, cases: Int) async throws {
        var singles = ExtremeValues.records(site.fields, site.arguments)
        for position in singles.indices.reversed() where position > 0 {
            singles.swapAt(position, dice.roll(position + 1))
        }
        // Two thirds of what could be given is given nearly as it is: what is accepted is what can do harm.
        let lawful = site.isLawful ? cases * 2 / 3 : 0
        var variants = (0..<lawful).map { $0 == 0 ? site.arguments : near(site) }
        variants += singles.prefix((cases - lawful) * 7 / 10)
        while variants.count < cases { variants.append(pair(site)) }
        var copy: (place: Workshop, installation: Installation)?
        for (number, arguments) in variants.enumerated() {
            let now = past.clock.now()
            if copy == nil {
                let place = try Workshop.copied(past)
                place.clock.set(now.milliseconds)
                copy = (place, try open(place))
            }
            guard let (place, installation) = copy, let office = OfficeID(site.office),
                let principal = try installation.findPrincipal(office: office)
            else { return wrong.append("no office \(site.office)") }
            given += 1
            let answer: Answer
            do {
                answer = try await installation.writer.submit(
                    Submission(
                        command: site.name, arguments: .object(arguments), principal: principal, key: "x\(given)"))
            } catch {
                if !(error is Rejection) { wrong.append("\(told(site, arguments)): \(error)") }
                continue
            }
            switch answer {
            case .rejected(let rejection):
                if rejection.flattened.contains(where: { $0.number == PlatformRejection.fault.number }) {
                    wrong.append("\(told(site, arguments)): 1208 \(reports.last)")
                    copy = nil
                }
            case .accepted(_, let stream, _):
                accepted += 1
                // Of what is nearly as people give it, every eighth is looked at.
                if number >= lawful || accepted % 8 == 0 {
                    try await look(installation, place, site, arguments, stream)
                }
                copy = nil
            }
        }
    }

    /// The command with one of its fields, or an optional one, moved a little.
    private func near(_ site: Site) -> [String: JSON] {
        var arguments = site.arguments
        guard let field = dice.pick(site.fields.filter { arguments[$0.name] != nil || $0.isOptional }) else {
            return arguments
        }
        let values = ExtremeValues.near(field.shape, base: arguments[field.name])
        arguments[field.name] = dice.pick(values) ?? arguments[field.name]
        return arguments
    }

    private func pair(_ site: Site) -> [String: JSON] {
        var arguments = site.arguments
        for _ in 0..<2 {
            guard let field = dice.pick(site.fields) else { continue }
            arguments[field.name] =
                dice.pick(ExtremeValues.of(field.shape, base: arguments[field.name])) ?? nil
        }
        return arguments
    }

    private func told(_ site: Site, _ arguments: [String: JSON]) -> String {
        let changed = arguments.filter { site.arguments[$0.key] != $0.value }.map {
            "\($0.key)=\($0.value)".prefix(120)
        }
        let gone = site.arguments.keys.filter { arguments[$0] == nil }.map { "\($0) left out" }
        return "\(site.name) \(changed.joined(separator: ", ")) \(gone.joined(separator: ", "))"
    }

    /// What was accepted must be shown, must come due, and must verify.
    private func look(
        _ installation: Installation, _ place: Workshop, _ site: Site, _ arguments: [String: JSON], _ stream: StreamID
    ) async throws {
        var names: [String: [String]] = [:]
        for (key, value) in arguments { if let text = value.string { names[key] = [text] } }
        names[stream.kind] = [stream.description.split(separator: "/").last.map { String($0) } ?? ""]
        let all = accepted % 25 == 0
        // The pages of what the command named; the lists, which are many and name nothing, after every eighth.
        let lists = accepted % 8 == 0
        let routes = installation.routes.filter {
            all || (lists || !$0.parameterNames.isEmpty) && Set($0.parameterNames).isSubset(of: names.keys)
        }
        try open(routes, names, installation, told(site, arguments))
        place.clock.advance(400 * 86_400_000)
        await installation.writer.nudge()
        for act in try installation.listSetAside() where act.reason == .failed {
            wrong.append("\(told(site, arguments)): \(act.command) failed")
        }
        if all {
            try open(routes, names, installation, told(site, arguments) + ", 400 days later")
            verified += 1
            do {
                _ = try Verifier(
                    .qianmo, dataDirectory: place.folder, database: installation.database, scratch: temporaryDatabase()
                ).run()
            } catch { wrong.append("\(told(site, arguments)): verify \(error)") }
        }
    }

    private func open(_ routes: [Route], _ names: [String: [String]], _ installation: Installation, _ words: String)
        throws
    {
        for route in routes {
            let parameters = Dictionary(
                uniqueKeysWithValues: route.parameterNames.map { ($0, names[$0]?.first ?? "x") })
            if let fault = Self.fault(route, parameters, [:], installation) {
                wrong.append("\(words): \(route.path) \(fault)")
            }
            pages += 1
        }
    }

    /// What a reader would be told as 500; nil when the address answers.
    static func fault(
        _ route: Route, _ parameters: [String: String], _ query: [String: String], _ installation: Installation
    ) -> String? {
        let request = PageRequest(
            path: route.path, parameters: parameters, query: query, now: installation.clock.now(),
            principal: .administrator, origin: "https://installation.example")
        do {
            switch route.handler {
            case .page(let show), .form(_, let show, _):
                if case .page(let page) = try show(request), page.body.markup.utf8.count > 20_000_000 {
                    return "is far too long"
                }
            case .upload(let upload): _ = try upload.page(request)
            case .json(_, let read): _ = try read(request)
            case .file(_, let read): _ = try read(request)
            }
            return nil
        } catch is Rejection {
            return nil
        } catch {
            return "\(error)"
        }
    }
}
