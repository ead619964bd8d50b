import Foundation
import Kernel
import Testing

@testable import Skills

@Suite("Patterns of training fraud") struct FraudCheckTests {
    /// `QIANMO_FRAUD_SEEDS`: how many counties.
    private static let seeds =
        ProcessInfo.processInfo.environment["QIANMO_FRAUD_SEEDS"].flatMap { UInt64($0) }.map { max(1, $0) } ?? 3

    @Test("A clean county gives at most one finding to a hundred claims")
    func clean() {
        for seed in 1...Self.seeds {
            let county = TrainingCounty(seed: seed)
            let findings = FraudCheck(county.record, now: TrainingCounty.now).findings()
            #expect(findings.count * 100 <= county.record.claims.count, "seed \(seed): \(findings.prefix(5))")
        }
    }

    @Test("Of planted frauds at least 95 of 100 are found, each by its own detector, and little else is")
    func planted() {
        var (found, all) = (0, 0)
        for seed in 1...Self.seeds {
            var county = TrainingCounty(seed: seed, courses: 28)
            for number in 0..<28 { county.plant(Detector.allCases[number % 14], into: number) }
            let findings = FraudCheck(county.record, now: TrainingCounty.now).findings()
            let seen = Set(findings.map { TrainingCounty.Planted(detector: $0.detector, about: $0.about) })
            #expect(Set(county.planted.map(\.detector)).count == 14)
            all += county.planted.count
            found += county.planted.intersection(seen).count
            #expect(county.planted.subtracting(seen).isEmpty, "seed \(seed)")
        }
        #expect(found * 100 >= all * 95, "\(found) of \(all)")
    }

    @Test("The order of the rows changes nothing")
    func order() {
        var county = TrainingCounty(seed: 9, courses: 14)
        for number in 0..<14 { county.plant(Detector.allCases[number], into: number) }
        let before = FraudCheck(county.record, now: TrainingCounty.now).findings()
        county.record.signIns.reverse()
        county.record.sessions.reverse()
        county.record.claims.reverse()
        let after = FraudCheck(county.record, now: TrainingCounty.now).findings()
        #expect(Set(before) == Set(after))
        #expect(!before.isEmpty)
    }

    @Test(
        "Limits hold to the unit: morning and afternoon do not overlap, three on one device are allowed, the 60th day counts"
    )
    func limits() throws {
        let start = TrainingCounty.begin
        func session(_ id: String, _ from: Int64, _ to: Int64) -> TrainingRecord.Session {
            .init(
                id: id, course: "c", room: "r-\(id)", seats: 3, teacher: "t",
                time: Stretch(start.adding(seconds: from * 3_600), start.adding(seconds: to * 3_600)), isPractice: true)
        }
        func signIn(_ session: String, _ person: String, _ seconds: Int64, _ looks: UInt64) -> TrainingRecord.SignIn {
            .init(
                session: session, person: person, device: "d", at: start.adding(seconds: seconds),
                photo: "\(session)\(person)", looks: looks)
        }
        var record = TrainingRecord()
        record.sessions = [session("a", 8, 12), session("b", 12, 16)]
        record.signIns = [
            signIn("a", "p1", 8 * 3_600, 0), signIn("a", "p2", 8 * 3_600 + 60, .max),
            signIn("a", "p3", 8 * 3_600 + 120, 0xFFFF_FFFF), signIn("b", "p1", 12 * 3_600, 0),
        ]
        record.claims = [
            .init(id: "k", person: "p1", course: "c", account: "a", at: start, job: .init(employer: "w", from: start))
        ]
        record.wages = [.init(person: "p1", employer: "w", at: start.adding(days: 60))]
        #expect(FraudCheck(record, now: TrainingCounty.now).findings().isEmpty)
        record.signIns.append(signIn("a", "p4", 8 * 3_600 + 90, 0b11_1111))
        record.wages = [.init(person: "p1", employer: "w", at: start.adding(days: 61))]
        let found = Set(FraudCheck(record, now: TrainingCounty.now).findings().map(\.detector))
        #expect(found == [.onePhoto, .oneDevice, .roomTooSmall, .noWages])
    }
}

@Suite("Numbers of certificates") struct CertificateNumberTests {
    private static let file = "/work/shared/data/labour/certificate_numbers.csv"

    @Test(
        "The numbers listed are accepted and refused as listed",
        .enabled(if: FileManager.default.fileExists(atPath: file), "needs the shared data"))
    func listed() throws {
        let lines = try String(contentsOfFile: Self.file, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(lines.count == 9)
        for line in lines {
            let cells = line.split(separator: ",").map(String.init)
            let isGood = (try? CertificateNumber(cells[0])) != nil
            #expect(isGood == (cells[1] == "yes"), "\(cells[0])")
        }
    }

    @Test("Each fault is named, and the other two kinds of number are read")
    func kinds() throws {
        #expect(try CertificateNumber("S000014000001265000001").kind == .skillLevel(5))
        #expect(try CertificateNumber("YA00001400000126000001").kind == .aboveLevels)
        #expect(try CertificateNumber("2614040012200001").kind == .qualification(2))
        let faults: [(String, CertificateNumber.Fault)] = [
            ("", .length(0)), ("S0", .length(2)), ("X000014000001265000001", .letter),
            ("S00001400000126500000O", .digits),
            ("S000099000001265000001", .province), ("S000014000001269000001", .level), ("26140400125000O1", .digits),
        ]
        for (text, fault) in faults {
            #expect(throws: fault) { _ = try CertificateNumber(text) }
        }
    }
}
