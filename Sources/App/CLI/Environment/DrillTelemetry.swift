import ArgumentParser
import Environment
import Foundation
import HJ212
import Kernel
import Platform
import Telemetry

/// `qianmo drill telemetry --days N --data DIR`: days of raw frames up to yesterday, of stations that send each half minute,
/// as the gateway would have kept them; invented figures. `Tests/drills/telemetry.py` seals, closes and verifies them.
struct DrillTelemetry: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "telemetry", abstract: CLIText.drillTelemetry.here)

    @Option(help: "\(CLIText.drillDays.here)", transform: Within.range(1...400)) var days = 1
    @Option(help: "\(CLIText.drillStations.here)", transform: Within.range(1...3_000)) var stations = 19
    @OptionGroup var place: DataLocation

    func run() throws {
        let folder = place.folder.appendingPathComponent(HourBook.segmentsName)
        try Files.makePrivate(folder)
        guard try SegmentFolder.files(folder).isEmpty else {
            throw Failure(message: Console.language(CLIText.badValue(folder.path)), code: 2)
        }
        let today = SystemClock().now().date
        let first = CivilDate(dayNumber: today.dayNumber - days).start
        let names = (0..<stations).map {
            "010000A8900016F" + String(0x10_0000_0000 + $0, radix: 16, uppercase: true).suffix(9)
        }
        var (frames, size) = (0, 0)
        for hour in 0..<24 * days {
            let start = first.adding(seconds: Int64(hour) * 3_600)
            var bytes: [UInt8] = []
            for step in 0..<120 {
                let at = start.adding(seconds: Int64(step) * 30)
                for (number, name) in names.enumerated() {
                    let record = SegmentRecord(
                        kind: .frame, station: name, arrival: at.adding(milliseconds: 700 + Int64(number % 100) * 10),
                        bytes: Self.frame(name, number, at, hour * 120 + step))
                    bytes += record.encoded
                    frames += 1
                }
            }
            size += bytes.count
            try Data(bytes).write(to: folder.appendingPathComponent(SealWindow(of: start).file))
        }
        Console.json([
            "days": .integer(Int64(days)), "stations": .integer(Int64(stations)), "frames": .integer(Int64(frames)),
            "bytes": .integer(Int64(size)),
        ])
    }

    /// A plant's frame of half a minute: flow, COD, ammonia, nitrogen and phosphorus, pH, temperature.
    private static func frame(_ name: String, _ station: Int, _ at: Instant, _ step: Int) -> [UInt8] {
        let (time, wave) = (FrameTime.text(at), (step + station * 17) % 97)
        let factors = [("w01018", 18 + wave % 20), ("w21003", 1 + wave % 3), ("w21001", 9 + wave % 5), ("w21011", 0)]
            .map { "\($0.0)-SampleTime=\(time),\($0.0)-Rtd=\($0.1).\(wave % 10)6,\($0.0)-Flag=N" }
        let segment =
            "QN=\(time)\(100 + station % 900);ST=32;CN=2011;PW=123456;MN=\(name);Flag=5;CP=&&DataTime=\(time);"
            + "w00000-Rtd=\(20 + wave).5,w00000-Flag=N;" + factors.joined(separator: ";")
            + ";w01001-Rtd=7.\(wave % 10)3,w01001-Flag=N;w01010-Rtd=16.\(wave % 10),w01010-Flag=N&&"
        return Composer.frame(Array(segment.utf8))
    }
}
