import Foundation
import Glibc
import Kernel
@testable import Platform
@testable import Server
import Synchronization
import Testing

/// A time server of the test's own on this machine; what it answers is the test's to say.
private final class FalseTime: Sendable {
    let port: Int
    private let socket: Int32

    /// `answer` makes a packet of the one that came.
    init(_ answer: @escaping @Sendable ([UInt8]) -> [[UInt8]]) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutableBytes(of: &address) { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
            return bind(socket, base, length) == 0 && getsockname(socket, base, &length) == 0
        }
        try #require(bound)
        port = Int(UInt16(bigEndian: address.sin_port))
        self.socket = socket
        Thread.detachNewThread {
            var packet = [UInt8](repeating: 0, count: 512)
            var from = sockaddr_storage()
            while true {
                var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
                let capacity = packet.count
                withUnsafeMutableBytes(of: &from) { bytes in
                    guard let base = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return }
                    let count = recvfrom(socket, &packet, capacity, 0, base, &size)
                    guard count > 0 else { return }
                    for reply in answer(Array(packet.prefix(count))) {
                        _ = sendto(socket, reply, reply.count, 0, base, size)
                    }
                }
            }
        }
    }

    /// The packet of a server whose clock is `ahead` milliseconds beyond this machine's.
    static func packet(_ question: [UInt8], ahead: Int64, stratum: UInt8 = 2, first: UInt8 = 0x24) -> [UInt8] {
        let now = SystemClock().now().milliseconds + ahead
        var stamp = [UInt8](repeating: 0, count: 8)
        let (seconds, part) = (now / 1_000 + 2_208_988_800, (now % 1_000) << 32 / 1_000)
        for index in 0..<4 {
            stamp[index] = UInt8(truncatingIfNeeded: seconds >> Int64(24 - 8 * index))
            stamp[4 + index] = UInt8(truncatingIfNeeded: part >> Int64(24 - 8 * index))
        }
        return [first, stratum] + [UInt8](repeating: 0, count: 22) + question[40..<48] + stamp + stamp
    }
}

extension TimeServer.Answer {
    fileprivate var offset: Int64? { if case .offset(let offset) = self { offset } else { nil } }
}

@Suite("The machine's clock against a time server") struct TimeServerTests {
    private func server(
        patience: Int = 20_000, _ answer: @escaping @Sendable ([UInt8]) -> [[UInt8]]
    ) throws -> TimeServer {
        TimeServer(host: "127.0.0.1", port: try FalseTime(answer).port, patience: patience)
    }

    @Test(
        "one that agrees is no doubt; one that lies by more than the parameter, either way, stops the house until a word",
        arguments: [0, 200_000, 301_000, -301_000, 34_560_000_000, 632_448_000_000] as [Int64])
    func lies(by ahead: Int64) async throws {
        let clock = WatchedClock(jumpSeconds: 300)
        let answer = try await server { [FalseTime.packet($0, ahead: ahead)] }.check(clock)
        let offset = try #require(answer.offset)
        #expect(abs(offset - ahead) < 2_000)
        #expect(clock.doubt?.reason == (abs(ahead) > 300_000 ? .network : nil))
        #expect(abs((clock.difference ?? 0) + ahead) < 2_000)
        // The administrator calls the machine's clock right; the same answer again is no news, another lie is.
        clock.trust()
        #expect(clock.doubt == nil)
        _ = try await server { [FalseTime.packet($0, ahead: ahead)] }.check(clock)
        #expect(clock.doubt == nil)
        _ = try await server { [FalseTime.packet($0, ahead: ahead + 86_400_000)] }.check(clock)
        #expect(clock.doubt?.reason == .network)
    }

    @Test("the difference stands in the numbers, and one within the parameter is no doubt")
    func numbers() {
        let clock = WatchedClock(machine: HandHeld(), jumpSeconds: 300) { 0 }
        #expect(clock.hear(offset: 301_000) == false)
        #expect(clock.doubt?.reason == .network && clock.doubt?.text.en.contains("time server") == true)
        #expect(clock.hear(offset: 299_000) == true && clock.doubt == nil)
        var numbers = InstallationNumbers()
        numbers.clockDifference = -299_000
        let text = MetricsText(numbers, .clock, RequestMeter()).text
        #expect(text.contains("qianmo_ntp_difference_seconds 299.000"))
        #expect(text.contains(#"qianmo_ntp_answers_total{answer="differs"}"#))
    }

    private struct HandHeld: WriterClock {
        func now() -> Instant { Instant(milliseconds: 1_800_000_000_000) }
    }

    @Test("what is no answer to the question is passed over, and the one after it is read")
    func strangers() async throws {
        let clock = WatchedClock(jumpSeconds: 300)
        let answer = try await server { question in
            var other = question
            other[47] ^= 1
            return [
                [], [0x24], FalseTime.packet(other, ahead: 86_400_000),
                FalseTime.packet(question, ahead: 86_400_000, first: 0x23), FalseTime.packet(question, ahead: 1_000),
            ]
        }.check(clock)
        let offset = try #require(answer.offset)
        #expect(abs(offset - 1_000) < 500 && clock.doubt == nil)
    }

    @Test(
        "a server that is not set, too far from any clock, silent or unwilling gives no answer, and nothing is doubted")
    func silence() async throws {
        let clock = WatchedClock(jumpSeconds: 300)
        #expect(try await server { [FalseTime.packet($0, ahead: 900_000, first: 0xE4)] }.check(clock) == .silent)
        #expect(try await server { [FalseTime.packet($0, ahead: 900_000, stratum: 16)] }.check(clock) == .silent)
        #expect(try await server(patience: 40) { _ in [] }.check(clock) == .silent)
        #expect(
            try await server { question in
                var kiss = FalseTime.packet(question, ahead: 900_000, stratum: 0)
                kiss.replaceSubrange(12..<16, with: Array("DENY".utf8))
                return [kiss]
            }.check(clock) == .unwanted)
        #expect(clock.doubt == nil && clock.difference == nil)
    }

    @Test("HOST, HOST:PORT and [IPV6]:PORT are read, anything else is not")
    func addresses() {
        for good in [
            "ntp.example.cn", "ntp.example.cn:1123", "192.0.2.1", "[2001:db8::1]:123", "[2001:db8::1]", "2001:db8::1",
        ] {
            #expect(TimeServer(good) != nil, "\(good)")
        }
        for bad in ["", " ", "a b", "host:", "host:0", "host:65536", "host:x", ":123", "[2001:db8::1"] {
            #expect(TimeServer(bad) == nil, "\(bad)")
        }
    }

    @Test("seconds since 1900 go on beyond 2036")
    func eras() {
        #expect(TimeQuestion.milliseconds([0x83, 0xAA, 0x7E, 0x80, 0x80, 0, 0, 0]) == 500)
        // One second after 2036-02-07T06:28:16Z, where the count of 32 bits begins anew.
        #expect(TimeQuestion.milliseconds([0, 0, 0, 1, 0, 0, 0, 0]) == 2_085_978_497_000)
        #expect(TimeQuestion.milliseconds([0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    }
}
