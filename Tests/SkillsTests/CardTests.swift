import EventLog
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Skills

@Suite("Certificates to print") struct CardTests {
    private static let issuer = BadgeIssuer { purpose in
        Array((purpose + String(repeating: "x", count: 32)).utf8.prefix(32))
    }

    private func request(_ school: School, _ language: Language = .chinese) -> PageRequest {
        PageRequest(path: "/", language: language, now: school.runner.now, origin: "https://county.example")
    }

    /// The events of a stream as a desk reads them.
    private func desk(_ school: School) -> DeskReading {
        let kept = school.runner.events.map { PastEvent($0.entry, $0.event) }
        return DeskReading(
            rehearse: { _, _ in .success([]) },
            history: { stream, _ in kept.filter { $0.entry.stream == stream } })
    }

    private func pdf(
        _ lines: [CertificateLine], _ school: School, _ language: Language = .chinese, by desk: DeskReading? = nil
    ) throws -> [UInt8]? {
        let request = request(school, language)
        return try school.runner.database.read { tx in
            try CertificateCards(lines, desk: desk, request, in: tx).pdf(request, by: Self.issuer)
        }
    }

    @Test(
        "The name is covered but on the original of a desk, where it stands as it was last written",
        .enabled(if: PDFTools.areThere, "needs poppler-utils"))
    func names() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let line = try school.line()
        let shown = try PDFTools.text(#require(try pdf([line], school)))
        #expect(shown.contains("学*1") && !shown.contains("学员1") && shown.contains("cert-1x"))
        #expect(shown.contains("高处作业") && shown.contains("五级／初级工"))
        let original = try PDFTools.text(#require(try pdf([line], school, by: desk(school))))
        #expect(original.contains("学员1"))
        try school.runner.give(
            CorrectLearnerName(
                learner: School.learner(1), name: Personal("买买提·𠮷ŵ", of: .example), paper: "card"),
            by: School.agent())
        let corrected = try PDFTools.text(#require(try pdf([try school.line()], school, .english, by: desk(school))))
        #expect(corrected.contains("买买提·𠮷ŵ") && corrected.contains("Certificate of Skill Level"))
        #expect(!corrected.contains("学员1") && corrected.contains("Holds until"))
    }

    @Test("Nothing is printed of a certificate that was taken back, replaced or suspended")
    func held() throws {
        let school = try School()
        try school.finish()
        try school.issue()
        let suspend = SuspendCertificate(certificate: School.named("cert-1x"), reason: .complaint, paper: "p")
        try school.runner.give(suspend, by: School.reviewer())
        #expect(try pdf([try school.line()], school) == nil)
        try school.runner.give(
            LiftSuspension(certificate: School.named("cert-1x"), paper: "p"), by: School.reviewer())
        #expect(try pdf([try school.line()], school) != nil)
        try school.runner.give(
            RevokeCertificate(certificate: School.named("cert-1x"), reason: .wrongPerson, paper: "p"),
            by: School.reviewer())
        #expect(try pdf([try school.line()], school) == nil)
        #expect(
            try school.runner.database.read { try SkillsQueries.listCertificates(ofCourse: School.course, in: $0) }
                .count == 1)
    }
}
