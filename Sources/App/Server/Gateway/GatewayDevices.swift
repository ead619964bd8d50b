import HJ212
import Kernel
import NIOCore
import Synchronization

/// The loggers that are connected, and the commands that wait for their answers. Passwords stay in memory: a command repeats
/// the one the device itself sent.
final class ConnectedDevices: Sendable {
    private struct Line {
        let channel: any Channel
        let st: String
        let password: String
        let version: ProtocolVersion
    }

    private struct Waiting {
        var request: Int?
        var execution: Int?
    }

    private struct State {
        var lines: [String: Line] = [:]
        var waiting: [String: Waiting] = [:]
        var lastQN: Int64 = 0
    }

    private let state = Mutex(State())

    /// A frame of a device: its connection is the one to answer on; 9011 and 9012 answer what was asked.
    func saw(_ segment: Segment, on channel: any Channel) {
        guard let mn = segment.mn else { return }
        state.withLock { state in
            if segment.st == "91", let qn = segment.qn, state.waiting[qn] != nil {
                if segment.cn == "9011" { state.waiting[qn]?.request = segment.value(of: "QnRtn").flatMap { Int($0) } }
                if segment.cn == "9012" {
                    state.waiting[qn]?.execution = segment.value(of: "ExeRtn").flatMap { Int($0) }
                }
            }
            guard segment.st != "91" else { return }
            state.lines[mn] = Line(
                channel: channel, st: segment.st ?? "32", password: segment.password ?? "",
                version: segment.spokenVersion ?? .v2017)
        }
    }

    func closed(_ channel: any Channel) {
        state.withLock { state in state.lines = state.lines.filter { $0.value.channel !== channel } }
    }

    /// Asks a device and waits for what it says; sent again up to three times while it says nothing.
    func ask(_ request: DeviceRequest, at now: Instant, patience: Duration) async -> DeviceReply {
        let (qn, line) = state.withLock { state -> (String, Line?) in
            state.lastQN = max(state.lastQN + 1, now.milliseconds)
            let qn = FrameTime.qn(Instant(milliseconds: state.lastQN))
            guard let line = state.lines[request.mn] else { return (qn, nil) }
            state.waiting[qn] = Waiting()
            return (qn, line)
        }
        guard let line else { return .notConnected }
        defer { state.withLock { $0.waiting[qn] = nil } }
        let frame = Composer.command(
            qn: qn, st: line.st, cn: request.cn, password: line.password, mn: request.mn, version: line.version,
            body: request.body)
        for _ in 0..<4 {
            line.channel.writeAndFlush(ByteBuffer(bytes: frame), promise: nil)
            if let reply = await wait(for: qn, patience) { return reply }
            if heard(qn)?.request != nil { break }
        }
        // It said that it is ready: it may take its time.
        return await wait(for: qn, patience * 3, isReady: heard(qn)?.request != nil) ?? .noAnswer
    }

    private func heard(_ qn: String) -> Waiting? { state.withLock { $0.waiting[qn] } }

    private func wait(for qn: String, _ patience: Duration, isReady: Bool = true) async -> DeviceReply? {
        guard isReady else { return nil }
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end, !Task.isCancelled {
            let heard = heard(qn)
            if let code = heard?.execution { return code == 1 ? .done : .failed(code) }
            if let code = heard?.request, code != 1 { return .refused(code) }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return nil
    }
}

/// A command to a device: the number and body of HJ 212.
package struct DeviceRequest: Sendable, Hashable {
    package let mn: String
    package let cn: Int
    package let body: String

    package init(mn: String, cn: Int, body: String) {
        self.mn = mn
        self.cn = cn
        self.body = body
    }
}

/// What came of a command.
package enum DeviceReply: Sendable, Hashable {
    case done
    /// ExeRtn other than 1.
    case failed(Int)
    /// QnRtn other than 1.
    case refused(Int)
    case noAnswer
    case notConnected
}
