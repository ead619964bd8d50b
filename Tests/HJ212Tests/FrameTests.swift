import Foundation
import HJ212
import Kernel
import Testing

@Suite("One frame")
struct FrameTests {
    static let standard = StationProfile()
    static func judge(_ text: String, _ station: StationProfile = standard) -> FrameVerdict {
        FrameVerdict(judging: Array(text.utf8), by: station)
    }
    static func framed(_ segment: String) -> [UInt8] { Composer.frame(Array(segment.utf8)) }
    static func segment(_ text: String) throws -> Segment { try #require(Segment(Array(text.utf8))) }

    static let head = "QN=20160801085857223;ST=32;CN=1000;PW=123456;MN=010000A8900016F000169DC0;"

    @Test(
        "the examples of annex C get the printed lengths and sums",
        arguments: [
            (head + "Flag=5;CP=&&OverTime=5;ReCount=3&&", "0107", "CAC1"),
            (
                "QN=20160801085857223;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&QnRtn=1&&",
                "0094",
                "1B00"
            ),
            (
                "QN=20160801085857223;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&ExeRtn=1&&",
                "0095", "6240"
            ),
            (
                "QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&", "0087",
                "C241"
            ),
        ])
    func annexC(_ segment: String, _ length: String, _ sum: String) {
        #expect(Self.framed(segment) == Array("##\(length)\(segment)\(sum)\r\n".utf8))
    }

    @Test("answers carry the question's QN, PW, MN and the version bits, with ST=91")
    func answers() throws {
        let asked = try Self.segment(
            "QN=20160801085000001;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20160801084000&&"
        )
        let answer = String(decoding: Composer.received(asked), as: UTF8.self)
        #expect(
            answer
                == "##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&C241\r\n"
        )
    }

    @Test("a wrong length names the true one, a wrong sum the right one and the dialect it fits")
    func reasons() {
        let good = String(decoding: Self.framed(Self.head + "Flag=5;CP=&&OverTime=5;ReCount=3&&"), as: UTF8.self)
        #expect(Self.judge(good).isAccepted)
        #expect(
            Self.judge(good.replacingOccurrences(of: "##0107", with: "##0127")).fault
                == .lengthWrong(declared: 127, actual: 107))
        #expect(
            Self.judge(good.replacingOccurrences(of: "CAC1", with: "CAC0")).fault
                == .checksumWrong(declared: "CAC0", computed: "CAC1", fits: nil))
        #expect(Self.judge(good.replacingOccurrences(of: "CAC1", with: "cac1")).oddities.contains(.lowerCaseChecksum))
        #expect(Self.judge(good.replacingOccurrences(of: "CAC1", with: "GGGG")).fault?.name == "checksumWrong")
        #expect(Self.judge("0107QN").fault == .noMark)
        #expect(Self.judge("##01A7QN=1&&0000").fault == .lengthNotFigures)
        #expect(Self.judge("##0000ABCD").fault == .lengthZero)
        #expect(Self.judge("##").fault == .lengthNotFigures)
        #expect(Self.judge("##0001").fault == .lengthWrong(declared: 1, actual: 0))
        let segment = "ST=32;CN=2011;MN=1"
        #expect(FrameVerdict(judging: Self.framed(segment), by: Self.standard).fault == .noBody)
    }

    @Test("a length over the station's limit is refused by the limit, and a raised limit takes it with a remark")
    func limits() {
        let long =
            "ST=32;CN=2011;MN=1;CP=&&DataTime=20200101000000;a-Info=" + String(repeating: "x", count: 1_000) + "&&"
        let frame = Self.framed(long)
        #expect(
            FrameVerdict(judging: frame, by: Self.standard).fault
                == .lengthOverLimit(declared: long.utf8.count, limit: 1_024))
        let raised = FrameVerdict(judging: frame, by: StationProfile(longestSegment: 4_096))
        #expect(raised.isAccepted && raised.oddities.contains(.overStandardLength))
    }

    @Test("a Modbus sum is refused with the hint while the station is of annex A, and taken once it is registered")
    func dialects() {
        let segment = Array("ST=31;CN=2011;PW=123456;MN=9000001;CP=&&DataTime=20200923111707;112-Rtd=11.285&&".utf8)
        for dialect in [ChecksumDialect.modbusLowFirst, .modbusHighFirst] {
            let frame = Composer.frame(segment, dialect: dialect)
            guard case .checksumWrong(_, _, let fits)? = FrameVerdict(judging: frame, by: Self.standard).fault else {
                Issue.record("taken as annex A")
                continue
            }
            #expect(fits == dialect)
            #expect(FrameVerdict(judging: frame, by: StationProfile(dialect: dialect)).isAccepted)
        }
    }

    @Test("the sum has 256 values only, and a single changed byte always changes it")
    func weakSum() {
        var seen: Set<UInt16> = []
        for value in 0..<65_536 {
            seen.insert(ChecksumDialect.annexA.checksum([UInt8(value >> 8), UInt8(value & 255)]))
        }
        #expect(
            seen.count <= 256 && seen.allSatisfy { [0, 1, 0x40, 0x41, 0x80, 0x81, 0xC0, 0xC1].contains($0 & 0xFF) })
    }

    @Test(
        "official and derived vectors of 2025, the cipher and its sign-in hold; a key shows nothing of itself",
        .enabled(if: shared("hj212_2025_vectors.json") != nil, "needs the shared data"))
    func vectors() throws {
        let bytes = try #require(shared("hj212_2025_vectors.json"))
        let replay = VectorReplay(try JSON(parsing: bytes))
        #expect(replay.checks.filter { $0.kind == "official" }.count == 4 && replay.checks.count == 26)
        for check in replay.checks { #expect(check.agrees, "\(check.id)") }
        let key = try #require(StationKey(Array("0000000000000000".utf8)))
        #expect("\(key)\(String(reflecting: key))" == "••" && Mirror(reflecting: key).children.isEmpty)
    }

    @Test(
        "an enciphered body is read only with a registered key; the old key serves until the new one is used",
        .enabled(if: shared("hj212_2025_vectors.json") != nil, "needs the shared data"))
    func keys() throws {
        let json = try JSON(parsing: try #require(shared("hj212_2025_vectors.json")))
        let frame = try #require(json["official"]?.array?[2]["frame_hex"]?.string.flatMap { HexFigures.bytes($0) })
        let old = try #require(StationKey(Array("0000000000000000".utf8)))
        let new = try #require(StationKey(Array("1111111111111111".utf8)))
        #expect(FrameVerdict(judging: frame, by: StationProfile(version: .v2025)).fault?.name == "checksumWrong")
        let state = StationProfile(version: .v2025, cipher: .enciphered([new, old]))
        let verdict = FrameVerdict(judging: frame, by: state)
        #expect(verdict.isAccepted && verdict.oddities.contains(.enciphered))
        #expect(verdict.segment?.dataTime == "20240520210600")
        let wrong = StationProfile(version: .v2025, cipher: .enciphered([new]))
        #expect(!FrameVerdict(judging: frame, by: wrong).isAccepted)
    }

    @Test("times are of the civil clock whatever the machine's zone; 17 figures lose nothing but milliseconds")
    func times() throws {
        let time = try #require(FrameTime("20160824003817000"))
        #expect(time.figures == 17 && time.instant == Instant("2016-08-24T00:38:17+08:00"))
        #expect(FrameTime("20160824003817")?.instant == time.instant)
        #expect(time.instant.date == CivilDate("2016-08-24"))
        for wrong in ["", "2016", "20161324003817", "20160230000000", "20160824243817", "2016082400381x"] {
            #expect(FrameTime(wrong) == nil, "\(wrong)")
        }
        #expect(FrameTime.text(time.instant) == "20160824003817" && FrameTime.qn(time.instant) == "20160824003817000")
    }
}

@Suite("Values in frames")
struct ValueTests {
    @Test(
        "texts of devices become millionths without loss",
        arguments: [
            ("-271.755", -271_755_000), ("27.299999", 27_299_999), ("4653.8", 4_653_800_000), ("0", 0), ("-0", 0),
            ("0.1234565", 123_456), ("0.1234575", 123_458), ("0.12345651", 123_457),
            ("21941455.50", 21_941_455_500_000),
        ] as [(String, Int64)])
    func numbers(_ text: String, _ units: Int64) {
        #expect(Micro.read(text) == .success(Micro(units)))
    }

    @Test(
        "what is no number is refused by its reason",
        arguments: [
            ("", NumberFault.empty), ("NaN", .notANumber), ("1,234", .groupMark), ("30.044.50", .twoPoints),
            ("1e5", .notANumber), ("-", .notANumber), (".", .notANumber), ("5.", .notANumber), ("--1", .notANumber),
            ("99999999999999999999", .tooLarge), ("9999999999999", .tooLarge), ("0x10", .notANumber),
            ("1 2", .notANumber),
        ])
    func faults(_ text: String, _ fault: NumberFault) {
        #expect(Micro.read(text) == .failure(fault))
    }

    @Test(
        "a column with a thousands dot is refused whole, with the meaning proposed",
        .enabled(if: shared("bad_number_column.json") != nil, "needs the shared data"))
    func column() throws {
        let json = String(decoding: try #require(shared("bad_number_column.json")), as: UTF8.self)
        #expect(json.contains("30.044.50"))
        let column = NumberColumn(["21.477", "21.474", "19.620", "30.044.50", "27.446.67", "26.880.33"])
        #expect(column.isRefused && column.groupedCells == [3, 4, 5])
        #expect(
            column.ifGrouped.map { $0?.shortest } == ["21477", "21474", "19620", "30044.5", "27446.67", "26880.33"])
        #expect(!NumberColumn(["21.477", "21.474", "19.620"]).isRefused)
    }

    @Test("numbers are printed half to even at the asked decimals")
    func printing() {
        #expect(Micro(46_666_667).text(decimals: 4) == "46.6667")
        #expect(Micro(2_500_000).text(decimals: 0) == "2" && Micro(3_500_000).text(decimals: 0) == "4")
        #expect(Micro(-1_250_000).text(decimals: 1) == "-1.2" && Micro(5).text(decimals: 6) == "0.000005")
        #expect(Micro(27_300_000).shortest == "27.3" && Micro(40_000_000).shortest == "40")
    }
}
