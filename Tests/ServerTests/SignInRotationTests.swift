import Foundation
import Kernel
import Platform
@testable import Server
import Storage
import TestSupport
import Testing

/// A fresh `sign-in.key` (decision record 0399).
@Suite("A fresh sign-in.key") struct SignInRotationTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-rotate-\(UUID().uuidString)")
    private let now = Instant(milliseconds: 1_600_000_000_000)
    private let database: any Database
    private var key: URL { folder.appending(path: "keys/sign-in.key") }
    private var next: URL { folder.appending(path: "keys/sign-in.key.next") }

    init() throws { database = try temporaryDatabase() }

    private func setUp() throws -> ServerSetup {
        try ServerSetup(folder: folder, database: database, sender: nil, at: now)
    }

    private func rotate() throws -> SignInRotation.Done {
        try SignInRotation(dataDirectory: folder).run(database, at: now)
    }

    /// A clerk with an app and recovery codes, and a bidder with a phone; answers the clerk's secret and codes.
    private func opened() async throws -> (factor: OneTimePassword, codes: [String]) {
        let store = try setUp().signIn
        let clerk = try #require(PersonID("person-clerk"))
        try await store.open(
            NewAccount(
                person: clerk, name: "clerk", offices: [try #require(OfficeID("clerk"))], password: "a long sentence",
                secondFactor: nil, phone: nil), at: now)
        try await store.open(
            NewAccount(
                person: try #require(PersonID("person-bidder")), name: "bidder",
                offices: [try #require(OfficeID("bidder"))], password: nil, secondFactor: nil,
                phone: PhoneNumber("13912345678")), at: now)
        let session = try await store.signIn(name: "clerk", password: "a long sentence", code: "", at: now).session
        let factor = try #require(try await store.beginEnrolment(in: session))
        return (factor, try await store.confirmEnrolment(in: session, code: code(factor, 0), at: now))
    }

    private func code(_ factor: OneTimePassword, _ seconds: Int64) -> String {
        factor.code(step: now.adding(seconds: seconds).milliseconds / 1_000 / OneTimePassword.stepSeconds)
    }

    private func signIn(_ code: String, after seconds: Int64) async throws -> NewSession {
        try await setUp().signIn.signIn(
            name: "clerk", password: "a long sentence", code: code, at: now.adding(seconds: seconds))
    }

    @Test(
        "Twice: phones and second factors are under it, the old key opens nothing of the store, recovery codes are void"
    )
    func rotated() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (factor, codes) = try await opened()
        let phone = try #require(PhoneNumber("13912345678"))
        let old = try #require(Secrets(Array(Data(contentsOf: key))))
        let kept = try database.read { try AccountQueries.listSealed(in: $0) }
        #expect(try rotate() == SignInRotation.Done(accounts: 2, recoveryCodes: 10))
        let fresh = try #require(Secrets(Array(Data(contentsOf: key))))
        let rows = try database.read { try AccountQueries.listSealed(in: $0) }
        #expect(rows.count == 2 && kept.count == 2)
        for row in rows {
            let (purpose, sealed) =
                row.phoneSealed.map { ("phone", $0) }
                ?? (SignInStore.factorPurpose(row.person), row.secondFactor ?? [])
            #expect(throws: (any Error).self) { _ = try old.opened(sealed, for: purpose) }
            _ = try fresh.opened(sealed, for: purpose)
        }
        func owner(_ secrets: Secrets) throws -> String? {
            try database.read { try AccountQueries.find(phone: secrets.digest(phone: phone), in: $0)?.name }
        }
        #expect(try owner(fresh) == "bidder")
        #expect(try owner(old) == nil)
        await #expect(throws: Rejection.self) { _ = try await signIn(codes[0], after: 60) }
        #expect(try await signIn(code(factor, 60), after: 60).session.person.text == "person-clerk")
        #expect(try rotate().recoveryCodes == 0)
        _ = try await signIn(code(factor, 120), after: 120)
        let rights = try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions] as? Int
        #expect(rights == 0o600 && !FileManager.default.fileExists(atPath: next.path))
    }

    @Test(
        "A stop before the transaction leaves the old key in force, one after it the new one; a strange key is refused")
    func stops() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (factor, _) = try await opened()
        let old = try Data(contentsOf: key)
        try Data((0..<32).map { UInt8($0) }).write(to: next)
        _ = try await signIn(code(factor, 60), after: 60)
        #expect(try Data(contentsOf: key) == old && !FileManager.default.fileExists(atPath: next.path))
        _ = try rotate()
        let fresh = try Data(contentsOf: key)
        // As it was between the transaction and the names of the files.
        try fresh.write(to: next)
        try old.write(to: key)
        _ = try await signIn(code(factor, 120), after: 120)
        #expect(try Data(contentsOf: key) == fresh)
        try old.write(to: key)
        #expect(throws: InstallationRefusal.self) { _ = try rotate() }
    }
}
