import HJ212
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Environment

@Suite("Commands to loggers") struct DeviceTests {
    private static let agent = TestPlant.principal()
    private static let system = TestPlant.principal(.system)
    private static let mn = "010000A8900016F000169DC0"

    private func plant() throws -> TestPlant {
        let plant = try TestPlant()
        try plant.runner.give(
            RegisterStation(facility: TestPlant.plant, mn: Self.mn, version: .v2017, dialect: .annexA, longest: 1_024),
            by: Self.agent)
        return plant
    }

    private func order(_ words: DeviceWords, mn: String = mn) -> OrderDevice {
        OrderDevice(facility: TestPlant.plant, mn: mn, words: words)
    }

    @Test("a command waits, is answered once, and only then may the next be given")
    func order() throws {
        let plant = try plant()
        let hour = Instant("2026-03-03T06:00:00+08:00")!
        try plant.runner.give(order(DeviceWords(act: .fetchHour, hour: hour)), by: Self.agent)
        let waiting = try plant.runner.database.read { try DeviceQueries.waiting(in: $0) }
        #expect(waiting.map(\.words.hour) == [hour] && waiting.map(\.mn) == [Self.mn])
        plant.runner.expectRefusal(.orderWaits, order(DeviceWords(act: .setTime)), by: Self.agent)
        let note = NoteDeviceAnswer(facility: TestPlant.plant, number: 1, outcome: .failed, code: 100)
        try plant.runner.give(note, by: Self.system)
        plant.runner.expectRefusal(.noSuchOrder, note, by: Self.system)
        try plant.runner.give(order(DeviceWords(act: .setTime)), by: Self.agent)
        let lines = try plant.runner.database.read { try DeviceQueries.orders(of: TestPlant.plant, in: $0) }
        #expect(lines.map(\.outcome) == [nil, .failed] && lines.last?.code == 100)
    }

    @Test("the bodies are those of HJ 212: a request for an hour has the checksum of the field's notes")
    func bodies() {
        let at = Instant("2016-08-01T08:58:57+08:00")!
        #expect(DeviceWords(act: .setTime).body(at: at) == "SystemTime=20160801085857")
        #expect(DeviceWords(act: .realtimeInterval, interval: 30).body(at: at) == "RtdInterval=30")
        #expect(DeviceWords(act: .minuteInterval, interval: 10).body(at: at) == "MinInterval=10")
        #expect(DeviceWords(act: .sampleNow, item: .cod).body(at: at) == "PolId=w01018")
        let fetch = DeviceWords(act: .fetchHour, hour: Instant("2016-08-01T08:00:00+08:00")!)
        let frame = Composer.command(
            qn: "20160801085857223", st: "32", cn: fetch.act.command, password: "123456", mn: Self.mn, version: .v2017,
            body: fetch.body(at: at))
        let text = String(decoding: frame, as: UTF8.self)
        #expect(text.hasPrefix("##0134") && text.hasSuffix("7EC0\r\n"), "\(text)")
    }

    @Test("what no device can be asked is refused by its own refusal")
    func refusals() throws {
        let plant = try plant()
        let runner = plant.runner
        runner.expectRefusal(.stationElsewhere, order(DeviceWords(act: .setTime), mn: "Y4000000"), by: Self.agent)
        runner.expectRefusal(.intervalWrong, order(DeviceWords(act: .realtimeInterval, interval: 29)), by: Self.agent)
        runner.expectRefusal(.intervalWrong, order(DeviceWords(act: .minuteInterval, interval: 7)), by: Self.agent)
        let now = runner.now
        runner.expectRefusal(.hourWrong, order(DeviceWords(act: .fetchHour, hour: now)), by: Self.agent)
        runner.expectRefusal(
            .hourWrong, order(DeviceWords(act: .fetchHour, hour: now.adding(seconds: -5_000))), by: Self.agent)
        runner.expectRefusal(.itemMissing, order(DeviceWords(act: .sampleNow)), by: Self.agent)
    }
}
