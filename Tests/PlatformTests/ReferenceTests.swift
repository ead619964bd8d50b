import Foundation
import Kernel
@testable import Platform
import TestSupport
import Testing
import Web

@Suite("The generated documents and the tables they are made from") struct ReferenceTests {
    @Test("docs/commands.md is what the program prints")
    func commands() throws {
        #expect(try document("docs/commands.md") == CommandReference(.qianmo).markdown, "run: make docs")
    }

    @Test("docs/access.md is the access table")
    func access() throws {
        #expect(try document("docs/access.md") == InstallationPlan.qianmo.access.markdown, "run: make docs")
    }

    @Test("docs/routes.md is the table of routes")
    func routes() throws {
        let written = RouteReference(try PracticeHouse().installation.routes).markdown
        if ProcessInfo.processInfo.environment["QIANMO_WRITE_DOCS"] != nil {
            try written.write(to: Tree.root.appending(path: "docs/routes.md"), atomically: true, encoding: .utf8)
        }
        #expect(try document("docs/routes.md") == written, "run: make docs")
    }

    @Test("a form is shown to exactly the people who may give its command, in both directions")
    func forms() throws {
        let access = InstallationPlan.qianmo.access
        var forms = 0
        for route in try PracticeHouse().installation.routes {
            guard case .form(let command, _, _) = route.handler else { continue }
            let given = Set(access.roles(for: command)).subtracting([.system])
            let shown: Set<Role>
            switch route.rule {
            case .roles(let roles): shown = roles
            case .signedIn, .everyone: shown = Set(Role.allCases).subtracting([.system])
            }
            #expect(shown == given, "\(route.path): \(command) shown to \(shown), given by \(given)")
            forms += 1
        }
        #expect(forms > 60)
    }

    @Test("every command is in the access table, and nothing else is")
    func complete() {
        let commands = Set(InstallationPlan.qianmo.commands.map(\.name))
        let rows = InstallationPlan.qianmo.access.rows.map(\.command)
        #expect(Set(rows) == commands)
        #expect(rows.count == commands.count)
        for command in InstallationPlan.qianmo.commands { #expect(!command.roles.isEmpty, "\(command.name)") }
    }

    @Test("the program's own acts are nobody else's: a role that may give them is named with them")
    func own() {
        let access = InstallationPlan.qianmo.access
        let shared = access.rows.filter { $0.access.reach[.system] != nil && $0.access.reach.count > 1 }.map(\.command)
        #expect(
            shared == [
                "registry.openOffice", "registry.registerParty", "registry.registerAsset",
                "registry.recordResolution", "registry.registerContract", "registry.authenticateContract",
                "exchange.draftLot", "exchange.holdDraw",
                "exchange.resumeLot", "ledger.settleInstalment", "disclosure.openNotice",
                "disclosure.answerObjection", "labour.blockEmployer", "labour.offerSeat", "labour.advanceArrear",
                "labour.runRound", "labour.fillSeats", "labour.noteCertificate",
                "environment.recordDay", "waste.draftSettlement",
            ])
    }

    @Test("numbers of rejections are unique and within the house's own")
    func rejections() {
        let numbers = PlatformRejection.catalogue.map(\.number)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { (1_200..<1_300).contains($0) })
        for reason in PlatformRejection.catalogue {
            #expect(!reason.text.zh.isEmpty && !reason.text.en.isEmpty && !reason.next.zh.isEmpty)
        }
    }

    private func document(_ path: String) throws -> String {
        try String(contentsOf: Tree.root.appending(path: path), encoding: .utf8)
    }
}
