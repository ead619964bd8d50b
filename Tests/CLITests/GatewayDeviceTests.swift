import Foundation
import HJ212
import Kernel
import Server
import Synchronization
import Telemetry
import TestSupport
import Testing

/// Commands to a device over a real socket: what it answers is what is heard.
@Suite("The gateway asks devices", .serialized) struct GatewayDeviceTests {
    private static let mn = "010000A8900016F000169DC0"
    private static let now = Instant("2026-03-02T08:00:00+08:00") ?? .earliest

    private final class Port: Sendable {
        let value = Mutex(0)
    }

    /// A device that connects, sends one frame, and answers each command by `answers`: QnRtn, then ExeRtn.
    private final class Device: Sendable {
        let heard = Mutex<[Segment]>([])
        private let descriptor: Int32

        init?(port: Int, answers: @escaping @Sendable (String) -> (Int?, Int?)) {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            self.descriptor = descriptor
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            let connected = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard connected == 0 else { return nil }
            Self.send(GatewayTests.frame(1), on: descriptor)
            Thread.detachNewThread { [self] in
                var decoder = StreamDecoder()
                var buffer = [UInt8](repeating: 0, count: 4_096)
                while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
                    decoder.feed(buffer[..<count]) { event in
                        guard case .frame(let frame) = event, frame.segment.st != "91" else { return }
                        heard.withLock { $0.append(frame.segment) }
                        let (request, execution) = answers(frame.segment.cn ?? "")
                        if let request { Self.send(Composer.request(frame.segment, result: request), on: descriptor) }
                        if let execution { Self.send(Composer.done(frame.segment, result: execution), on: descriptor) }
                    }
                }
            }
        }

        func hangUp() { shutdown(descriptor, Int32(SHUT_RDWR)) }

        private static func send(_ bytes: [UInt8], on descriptor: Int32) {
            _ = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        }
    }

    /// A gateway on a port of its own for as long as `body` runs.
    private func serve(_ body: (TelemetryGateway, Int) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("devices-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let segments = try SegmentWriter(folder)
        segments.start()
        defer { segments.stop() }
        let gateway = TelemetryGateway(segments, now: { Self.now }, recent: []) { _ in nil }
        let port = Port()
        let running = Task {
            try await gateway.run(host: "127.0.0.1", port: 0) { found in port.value.withLock { $0 = found } }
        }
        defer { running.cancel() }
        while port.value.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(10)) }
        try await body(gateway, port.value.withLock { $0 })
    }

    private func ask(_ gateway: TelemetryGateway, _ cn: Int, _ body: String = "") async -> DeviceReply {
        await gateway.ask(DeviceRequest(mn: Self.mn, cn: cn, body: body), patience: .milliseconds(400))
    }

    @Test("what a device says is what is heard: done, failed, refused, nothing, and not connected")
    func replies() async throws {
        try await serve { gateway, port in
            #expect(await ask(gateway, 1_012) == .notConnected)
            let device = try #require(
                Device(port: port) { cn in
                    switch cn {
                    case "1012": (1, 1)
                    case "2061": (1, 100)
                    case "1062": (2, nil)
                    default: (nil, nil)
                    }
                })
            while gateway.counts.frames == 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(await ask(gateway, 1_012, "SystemTime=20260302080000") == .done)
            #expect(await ask(gateway, 2_061) == .failed(100))
            #expect(await ask(gateway, 1_062) == .refused(2))
            #expect(await ask(gateway, 3_012) == .noAnswer)
            let heard = device.heard.withLock { $0 }
            // The password is the one the device itself sent; what it says nothing to comes four times.
            #expect(heard.first?.password == "123456" && heard.first?.value(of: "SystemTime") == "20260302080000")
            #expect(heard.count { $0.cn == "3012" } == 4 && Set(heard.filter { $0.cn == "3012" }.map(\.qn)).count == 1)
            device.hangUp()
            while await ask(gateway, 1_012) != .notConnected { try await Task.sleep(for: .milliseconds(10)) }
        }
    }
}
