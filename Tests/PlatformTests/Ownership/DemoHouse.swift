import Foundation
import Kernel
import Storage
import TestSupport
import Web

@testable import Platform

/// The demo county as it stands at its last hour, for one test: desks of two townships and the county, bidders, villagers.
struct DemoHouse {
    let practice: PracticeHouse

    static let base = Instant(milliseconds: 1_795_831_200_000)  // 2026-11-28T10:00+08:00

    init() async throws {
        practice = try PracticeHouse()
        let scenario = DemoCounty.scenario(endingAt: Self.base)
        _ = try await ScenarioRunner(practice.installation, clock: practice.clock).run(scenario) { _ in }
    }

    var database: any Database { practice.installation.database }

    /// Who sits at a desk.
    func principal(_ office: String) throws -> Principal {
        guard let id = OfficeID(office), let found = try practice.installation.findPrincipal(office: id) else {
            throw InstallationRefusal(Message(zh: office, en: office))
        }
        return found
    }

    /// Gives the command as the API does; answers the number of the refusal, nil when it was accepted.
    @discardableResult
    func give(_ office: String, _ command: String, _ arguments: JSON, key: String? = nil) async throws -> Int? {
        try await give(principal(office), command, arguments, key: key)
    }

    @discardableResult
    func give(_ principal: Principal, _ command: String, _ arguments: JSON, key: String? = nil) async throws -> Int? {
        let answer = try await practice.installation.writer.submit(
            Submission(
                command: command, arguments: arguments, principal: principal, key: key ?? UUID().uuidString))
        if case .rejected(let rejection) = answer { return rejection.number }
        return nil
    }

    var size: Int64 { get throws { try practice.installation.log.head().size } }

    /// Whether the page is shown to whoever sits at the office.
    func shows(_ path: String, _ parameters: [String: String], to office: String?) throws -> Bool {
        let principal = try office.map { try self.principal($0) }
        guard let route = practice.installation.routes.first(where: { $0.path == path }) else {
            throw InstallationRefusal(Message(zh: path, en: path))
        }
        return try shows(route, parameters, to: principal)
    }

    func shows(_ route: Route, _ parameters: [String: String], to principal: Principal?) throws -> Bool {
        guard route.rule.allows(principal) else { return false }
        let request = PageRequest(
            path: route.path, parameters: parameters, now: practice.clock.now(), principal: principal,
            origin: "https://installation.example")
        switch route.handler {
        case .page(let page), .form(_, let page, _): if case .page = try page(request) { return true }
        case .upload(let upload): if case .page = try upload.page(request) { return true }
        case .json(_, let read): if case .json = try read(request) { return true }
        case .file(_, let read): if case .file = try read(request) { return true }
        }
        return false
    }
}
