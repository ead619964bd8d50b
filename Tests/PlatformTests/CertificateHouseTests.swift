import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// Certificates in the whole house: what follows from them in the labour market.
@Suite("Certificates in the house") struct CertificateHouseTests {
    private static let review = "county-review"

    /// What opens work at height to somebody of the kerb, by the serial; nil where nothing does.
    private func opener(_ worker: String, _ house: DemoHouse) throws -> String? {
        try house.database.read { tx in
            try tx.find("SELECT paper FROM labour_certificate WHERE worker = \(worker) AND trade = 'height'")
        }
    }

    @Test("A suspended certificate closes its trade until the suspension is lifted; one taken back closes it for good")
    func suspension() async throws {
        let house = try await DemoHouse()
        #expect(try opener("kerb-1", house) == "demo-cert-1")
        let suspended = try await house.give(
            Self.review, "skills.suspendCertificate",
            ["certificate": "demo-cert-1", "reason": "complaint", "paper": "县人社〔2026〕7号"])
        #expect(suspended == nil)
        #expect(try opener("kerb-1", house) == nil)
        #expect(try opener("kerb-2", house) == "demo-cert-2")
        let lifted = try await house.give(
            Self.review, "skills.liftSuspension", ["certificate": "demo-cert-1", "paper": "县人社〔2026〕8号"])
        #expect(lifted == nil)
        #expect(try opener("kerb-1", house) == "demo-cert-1")
    }

    @Test("Whoever gets a certificate in the place of another keeps the trade, under the new serial, in one act")
    func replacement() async throws {
        let house = try await DemoHouse()
        let before = try house.size
        let replaced = try await house.give(
            Self.review, "skills.replaceCertificate",
            ["certificate": "demo-cert-1", "replacement": "demo-cert-1b", "cause": "lost", "paper": "挂失申请"])
        #expect(replaced == nil)
        #expect(try opener("kerb-1", house) == "demo-cert-1b")
        let (old, new): (String?, String?) = try house.database.read { tx in
            (
                try tx.find("SELECT replaced_by FROM skills_certificate WHERE id = 'demo-cert-1'"),
                try tx.find("SELECT replaces FROM skills_certificate WHERE id = 'demo-cert-1b' AND revoked IS NULL")
            )
        }
        #expect(old == "demo-cert-1b" && new == "demo-cert-1")
        #expect(try house.size > before + 2)
        // A serial that is taken takes the whole act back.
        let taken = try await house.give(
            Self.review, "skills.replaceCertificate",
            ["certificate": "demo-cert-2", "replacement": "demo-cert-1", "cause": "lost", "paper": "挂失申请"])
        #expect(taken == 8057)
        #expect(try opener("kerb-2", house) == "demo-cert-2")
    }
}
