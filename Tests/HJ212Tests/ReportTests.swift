import HJ212
import Kernel
import Testing

/// Reports of other programs' users (`hj212/bug_reports_dev.csv`): what they put in, and what has to come out. E08, E09, E14 and
/// those on alarms and exports stand with the room that answers them.
@Suite("Reports of others, frames") struct ReportTests {
    static let standard = StationProfile()

    private func decode(_ chunks: [[UInt8]]) -> [Frame] {
        var (decoder, frames) = (StreamDecoder(), [Frame]())
        let take: (StreamEvent) -> Void = { if case .frame(let frame) = $0 { frames.append(frame) } }
        for chunk in chunks { decoder.feed(chunk, take) }
        decoder.close(take)
        return frames
    }

    private func frame(_ text: String) -> [UInt8] { Composer.frame(Array(text.utf8)) }

    @Test("E01: a DataTime of 17 digits is accepted with a warning, milliseconds cut")
    func longTime() throws {
        let text =
            "##0139ST=32;CN=2011;PW=123456;MN=X0000000000004;CP=&&DataTime=20160824003817000;B01-Rtd=36.91;"
            + "011-Rtd=231.0,011-Flag=N;060-Rtd=1.803,060-Flag=N&&2800"
        let verdict = FrameVerdict(judging: Array(text.utf8), by: Self.standard)
        #expect(verdict.isAccepted && verdict.oddities.contains(.longDataTime))
        #expect(verdict.segment?.dataInstant == Instant("2016-08-24T00:38:17+08:00"))
    }

    @Test(
        "E02: parsed and written again a segment is the same, also where Flag stands before or behind CP",
        arguments: [
            "QN=20160801085857223;ST=32;CN=2011;Flag=5;CP=&&DataTime=20160801085857;011-Rtd=1.0&&",
            "ST=32;CN=2011;PW=123456;MN=1111;CP=&&DataTime=20160801085857;011-Rtd=1.0&&;Flag=5",
            "ST=32;CN=2011;PW=123456;,MN=88888881234567;FLAG=0;CP=&&DataTime=20180306120000;001-Rtd=6.951&&",
        ])
    func written(_ text: String) throws {
        let segment = try #require(Segment(Array(text.utf8)))
        #expect(Segment.bytes(of: segment.fields) == segment.bytes && segment.flag != nil)
        #expect(segment.dataTime?.count == 14)
    }

    @Test("E03: a wrong declared length is refused with the true one, and the connection reads on")
    func wrongLength() throws {
        let good = frame("ST=32;CN=2021;MN=1111;Flag=5;CP=&&DataTime=20160801085857;FANSTATUS=1;&&")
        var bad = good
        bad.replaceSubrange(2..<6, with: Array("0215".utf8))
        let verdict = FrameVerdict(judging: bad, by: Self.standard)
        #expect(verdict.fault == .lengthWrong(declared: 215, actual: good.count - 12))
        #expect(decode([bad + good + good]).count == 2)
    }

    @Test("E04: a message in two parts is one, in either order; a part that never comes expires with a report")
    func parts() throws {
        let parts = try (1...2).map { number in
            try #require(
                Segment(
                    Array(
                        ("QN=2016080108585753\(number + 3);ST=32;CN=2061;MN=1111;Flag=7;PNUM=2;PNO=\(number);"
                            + "CP=&&DataTime=20160801080000;w0101\(number)-Avg=\(number)&&").utf8)))
        }
        for order in [parts, parts.reversed()] {
            var joiner = PartJoiner()
            guard case .waiting(1, 2) = joiner.take(order[0], at: 0) else {
                Issue.record("the first part waits")
                return
            }
            guard case .whole(let whole) = joiner.take(order[1], at: 1) else {
                Issue.record("two parts are whole")
                return
            }
            #expect(whole == parts)
        }
        var joiner = PartJoiner()
        _ = joiner.take(parts[1], at: 0)
        #expect(joiner.expire(at: 9_999, limit: 10_000).isEmpty)
        let late = joiner.expire(at: 10_000, limit: 10_000)
        #expect(late.count == 1 && late.first?.of == 2 && late.first?.parts == [parts[1]])
    }

    @Test("E05: a name with two hyphens is factor, sub-code and field; nothing is lost")
    func hyphens() throws {
        let segment = try #require(
            Segment(Array("ST=22;CN=3020;MN=1;CP=&&a21026-i22004-Info=1;LA-Rtd-Rtd=71.0;odd=x&&".utf8)))
        let readings = segment.readings
        #expect(readings.count == 3 && readings[0].factor == "a21026" && readings[0].sub == "i22004")
        #expect(readings[0].field == "Info" && readings[0].text == "1" && readings[1].sub == "Rtd")
        #expect(readings[2].factor.isEmpty && readings[2].field == "odd")
    }

    @Test("E06, E07: frames come out the same whatever the cuts, glued or one byte a read")
    func cuts() {
        let stream = (0..<5).flatMap { FuzzTests.frame($0) }
        for size in [1, 2, 3, 7, 64, 211, 4_096] {
            let chunks = stride(from: 0, to: stream.count, by: size).map {
                Array(stream[$0..<min(stream.count, $0 + size)])
            }
            #expect(decode(chunks).map(\.received) == (0..<5).map { Array(FuzzTests.frame($0).dropLast(2)) })
        }
    }

    @Test("the rest of a frame is waited for ten seconds; then what stands behind it is read")
    func wait() {
        var (decoder, frames, incomplete) = (StreamDecoder(), 0, 0)
        let take: (StreamEvent) -> Void = { event in
            if case .frame = event { frames += 1 }
            if case .incomplete = event { incomplete += 1 }
        }
        decoder.feed(Array("##0900QN=".utf8) + FuzzTests.frame(1), at: 0, take)
        decoder.expire(at: 9_999, take)
        #expect(frames == 0)
        decoder.expire(at: 10_000, take)
        #expect(frames == 1 && incomplete == 1)
    }

    @Test("a TLS greeting, an HTTP request and a flood of ## leave the next frame whole")
    func greetings() {
        let greetings: [[UInt8]] = [
            [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03],
            Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8), [UInt8](repeating: 0x23, count: 5_000),
            Array(String(repeating: "##1024", count: 500).utf8),
        ]
        for greeting in greetings {
            #expect(decode([greeting, FuzzTests.frame(3)]).count == 1)
        }
    }

    @Test("E14, E12: repeats are known; a new exchange with the same values is sent again, with others a conflict")
    func repeats() throws {
        func segment(_ qn: String, _ value: String, _ more: String = "") throws -> Segment {
            try #require(
                Segment(
                    Array(
                        "QN=\(qn);ST=32;CN=2061;MN=1111;Flag=9;\(more)CP=&&DataTime=20160801080000;w01018-Avg=\(value)&&"
                            .utf8)))
        }
        var memory = RepeatMemory()
        let first = try segment("20160801090000001", "23.4")
        #expect(memory.judge(first) == .new && memory.judge(first) == .duplicate)
        #expect(memory.judge(try segment("20160801090000001", "23.5")) == .conflictOfExchange)
        #expect(memory.judge(try segment("20160801090000002", "23.4", "RF=1;")) == .sentAgain)
        #expect(memory.judge(try segment("20160801090000003", "24.0")) == .conflictOfValues(["w01018-Avg"]))
        memory.forget(first)
        #expect(memory.judge(first) == .new)
    }
}
