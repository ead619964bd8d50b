import Foundation
import HJ212
import Kernel
import Telemetry
import TestSupport
import Testing

/// The gateway as a program: what was answered is in a file, however it was killed.
@Suite("The gateway as it runs", .enabled(if: Program.isBuilt, "the program is not built"), .serialized)
struct GatewayTests {
    /// A running gateway on a folder.
    final class Running {
        let process: Process
        let port: UInt16

        init(_ folder: URL) throws {
            process = Program.process(["gateway", "--port", "0", "--data", folder.path, "--json"])
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            try process.run()
            var line = ""
            while !line.contains("}"), let piece = try pipe.fileHandleForReading.read(upToCount: 1) {
                line += String(decoding: piece, as: UTF8.self)
            }
            let json = try JSON(parsing: Array(line.utf8))
            let address = try #require(json["gateway"]?.string)
            port = try #require(UInt16(address.split(separator: ":").last ?? ""))
        }

        func kill() {
            Glibc.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
    }

    static func frame(_ number: Int) -> [UInt8] {
        let at = Instant("2026-03-02T08:00:00+08:00")?.adding(seconds: Int64(number)) ?? .earliest
        return Composer.frame(
            Array(
                ("QN=\(FrameTime.qn(at));ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&"
                    + "DataTime=\(FrameTime.text(at));w00000-Rtd=\(number).5,w00000-Flag=N&&").utf8))
    }

    /// Sends frames and answers which of them were acknowledged before the connection ended or `enough` were.
    static func send(_ numbers: Range<Int>, to port: UInt16, enough: Int) -> Set<String> {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { return [] }
        let bytes = numbers.flatMap(frame)
        _ = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        var (decoder, answered) = (StreamDecoder(), Set<String>())
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while answered.count < enough {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            decoder.feed(buffer[..<count]) { event in
                if case .frame(let frame) = event, frame.segment.cn == "9014", let qn = frame.segment.qn {
                    answered.insert(qn)
                }
            }
        }
        return answered
    }

    /// Three rounds at hand; `QIANMO_KILLS=100` before a release.
    @Test("killed at any moment, every acknowledged frame is in a file, and once")
    func killed() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gateway-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let rounds = ProcessInfo.processInfo.environment["QIANMO_KILLS"].flatMap { Int($0) } ?? 3
        var acknowledged: Set<String> = []
        let size = 300
        for round in 0..<rounds {
            let running = try Running(folder)
            // Frames of the round before are sent again, as a device does that was not answered.
            let first = max(0, (round - 1) * size)
            acknowledged.formUnion(Self.send(first..<(round + 1) * size, to: running.port, enough: 40 + round * 17))
            running.kill()
        }
        let last = try Running(folder)
        acknowledged.formUnion(Self.send(0..<rounds * size, to: last.port, enough: rounds * size))
        last.kill()
        #expect(acknowledged.count == rounds * size)
        let records = try SegmentFolder.files(folder.appendingPathComponent("telemetry")).flatMap(SegmentFolder.records)
        let kept = records.filter { $0.kind == .frame }.compactMap {
            FrameVerdict(judging: $0.bytes, by: StationProfile()).segment?.qn
        }
        #expect(Set(kept).isSuperset(of: acknowledged) && kept.count == Set(kept).count)
        let verified = try Program.run("verify", "telemetry", "--data", folder.path, "--json")
        #expect(verified.code == 0, "\(verified.error)")
    }
}
