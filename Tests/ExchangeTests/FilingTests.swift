import EventLog
import Foundation
import Kernel
import Storage
import Testing
import Web

@testable import Exchange
@testable import Registry

@Suite("The file of a lot") struct FilingTests {
    private func pack(_ installation: TestInstallation) throws -> FilingPack {
        try #require(try installation.database.read { try FilingQueries.find(Village.lot, in: $0) })
    }

    @Test("A digest that is not the papers' is refused with both to compare; the papers' own closes the file")
    func digest() throws {
        let installation = try TestInstallation.certified()
        let digest = try pack(installation).digest
        let wrong = FileLot(lot: Village.lot, digest: String(repeating: "0", count: 64))
        installation.expectRefusal(.fileDigestWrong, wrong, by: Village.agent)
        #expect(try installation.view().line.state == .certified && installation.view().fileDigest == nil)
        try installation.give(FileLot(lot: Village.lot, digest: digest), by: Village.agent)
        #expect(try installation.view().fileDigest == digest)
    }

    @Test("Without a digest the file is closed as it stands; what comes later changes no paper")
    func later() throws {
        let installation = try TestInstallation.certified()
        let before = try pack(installation)
        try installation.give(FileLot(lot: Village.lot), by: Village.agent)
        #expect(try installation.view().fileDigest == before.digest)
        let contract = try #require(try installation.view().contract)
        try installation.register(ReprintCertificate(contract: contract, reason: "lost"))
        try installation.register(ErasePersonalData(party: Village.id("person1"), reason: "asked"))
        try installation.give(
            EndContractEarly(lot: Village.lot, cause: .agreed, reasons: "both wish so"), by: Village.agent)
        #expect(try pack(installation) == before)
    }

    @Test("Before the certificate there is no file, and nobody without a desk gets one")
    func notYet() throws {
        let installation = try TestInstallation.sold()
        #expect(try installation.database.read { try FilingQueries.find(Village.lot, in: $0) } == nil)
        let route = Self.route(installation)
        for role in [Role.bidder, .villager] {
            #expect(!route.rule.allows(Village.principal(role, "p")))
        }
        #expect(!route.rule.allows(nil) && route.rule.allows(Village.agent))
    }

    @Test("tar unpacks the archive, sha256sum finds every paper as listed, and the papers tell the deal")
    func archive() throws {
        let installation = try TestInstallation.certified()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qianmo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = try archive(of: installation)
        #expect(try bytes == archive(of: installation))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: folder.appendingPathComponent("a.tar"))
        #expect(try run("tar xf a.tar && cd L1 && sha256sum --strict -c SHA256SUMS", in: folder) == 0)
        func read(_ name: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent("L1/\(name)"), encoding: .utf8)
        }
        #expect(try Hash.file(Array(read("SHA256SUMS").utf8)).hex == pack(installation).digest)
        #expect(try read("bids.csv").split(separator: "\n").count == 22)
        #expect(try read("contract.txt").contains("720000.00 元") && !read("contract.txt").contains("王"))
        #expect(try read("notices.txt").contains("潭坝村河东二十亩"))
        #expect(try read("steps.csv").hasPrefix("number,state,at,office,entry\n1,draft,2026-03-02T09:00:00.000+08:00"))
        #expect(try read("certificate.json").contains("140421-2026-T-A1-00001"))
        #expect(try JSON(parsing: Array(read("ocds.json").utf8))["uri"] == "https://a.cn/ocds/L1")
        let sheet = try Data(contentsOf: folder.appendingPathComponent("L1/certificate.pdf"))
        #expect(sheet.starts(with: Array("%PDF".utf8)))
    }

    /// The archive's address in a house without a log, whose open data are one small record.
    private static func route(_ installation: TestInstallation) -> Route {
        FilingRoute.route(installation.database, { _ in nil }) { lot, origin, _ in
            ["uri": .string("\(origin)/ocds/\(lot)")]
        }
    }

    private func archive(of installation: TestInstallation) throws -> [UInt8] {
        let route = Self.route(installation)
        guard case .file("application/x-tar", let read) = route.handler,
            case .file(let bytes, "L1.tar") = try read(
                PageRequest(
                    path: "/lots/L1/file.tar", parameters: ["lot": "L1"], now: installation.now,
                    principal: TestInstallation.county,
                    origin: "https://a.cn"))
        else { return [] }
        return bytes
    }

    private func run(_ script: String, in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
