import Foundation
import ServiceLifecycle

/// Tells systemd that the house is open, and at intervals that it is well (`Type=notify`, `WatchdogSec=`). Where no socket
/// is named in the environment it says nothing.
struct ServiceManager: Sendable {
    private let socketPath: String?
    /// Half of what systemd waits; nil where it does not.
    let interval: Duration?

    init(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        interval = environment["WATCHDOG_USEC"].flatMap { Int64($0) }.flatMap {
            $0 >= 2 ? .microseconds($0 / 2) : nil
        }
    }

    /// One datagram; a manager that does not listen is no fault of ours.
    @discardableResult
    func say(_ words: String) -> Bool {
        guard let socketPath else { return false }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(socketPath.utf8)
        // An abstract name begins with a zero.
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout.size(ofValue: address.sun_family) + name.count)
        let bytes = Array(words.utf8)
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
        return sent == bytes.count
    }
}

/// Says that the house is well while a page could be shown: a store that does not answer ends the program, and systemd
/// starts it anew.
struct WatchdogService: Service {
    let manager: ServiceManager
    let isWell: @Sendable () async -> Bool

    func run() async throws {
        guard let interval = manager.interval else {
            try? await gracefulShutdown()
            return
        }
        try? await cancelWhenGracefulShutdown {
            while true {
                if await isWell() { manager.say("WATCHDOG=1") }
                try await Task.sleep(for: interval)
            }
        }
        manager.say("STOPPING=1")
    }
}
