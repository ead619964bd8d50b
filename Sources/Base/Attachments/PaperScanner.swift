import Glibc
import Synchronization

/// A scanner for malicious files, a process of its own: clamd, by the words of its protocol (clamd(8): `zINSTREAM`, `zPING`).
package final class PaperScanner: Sendable {
    /// Where it listens.
    package enum Address: Sendable, Hashable {
        case socket(path: String)
        case network(host: String, port: UInt16)
    }

    /// What becomes of a paper while the scanner does not answer.
    package enum Away: String, Sendable, CaseIterable {
        case refuse
        /// Taken and shown to nobody until it was looked at.
        case hold
    }

    package enum Verdict: Sendable, Hashable {
        case clean
        /// By the scanner's own name.
        case found(String)
    }

    /// The scanner gave no verdict.
    package struct Unavailable: Error {
        package init() {}
    }

    /// What it has answered since the start.
    package struct Counts: Sendable, Hashable {
        package var clean: Int64 = 0
        package var found: Int64 = 0
        package var unavailable: Int64 = 0

        package init() {}
    }

    private struct State {
        var counts = Counts()
        /// When it was last asked, in seconds of the machine's steady clock, and whether it answered.
        var asked: (at: Int, answered: Bool)?
    }

    package let address: Address
    package let away: Away
    /// For so many seconds an answer, or none, counts for what comes next: a scanner that hangs costs one upload its patience,
    /// not every one.
    private let pauseSeconds: Int
    private let state = Mutex(State())

    package init(_ address: Address, away: Away = .refuse, pauseSeconds: Int = 10) {
        self.address = address
        self.away = away
        self.pauseSeconds = pauseSeconds
    }

    package var counts: Counts { state.withLock { $0.counts } }

    /// Whether it answers.
    package func isThere() -> Bool {
        if let answered = lately() { return answered }
        let answer = try? talk(seconds: 2) { descriptor throws(Unavailable) in
            try PaperScanner.say("zPING\0", descriptor)
        }
        let answered = answer == "PONG"
        note(answered)
        return answered
    }

    /// Shows it the bytes. Throws `Unavailable` where it gives no verdict, whatever the cause.
    package func scan(_ bytes: [UInt8]) throws(Unavailable) -> Verdict {
        do throws(Unavailable) {
            guard lately() ?? true else { throw Unavailable() }
            let answer = try talk(seconds: 60) { descriptor throws(Unavailable) in
                try PaperScanner.send(Array("zINSTREAM\0".utf8), to: descriptor)
                // It hangs up on what is too long for it, and says so first.
                try? PaperScanner.send(PaperScanner.pieces(bytes), to: descriptor)
                return try PaperScanner.hear(descriptor)
            }
            let verdict = try PaperScanner.verdict(answer)
            note(true) { verdict == .clean ? ($0.clean += 1) : ($0.found += 1) }
            return verdict
        } catch {
            // Within the pause it was not asked: that it is away is known until the pause ends, not anew from here.
            if lately() ?? true { note(false) }
            state.withLock { $0.counts.unavailable += 1 }
            throw error
        }
    }

    /// `stream: OK`, `stream: NAME FOUND`; anything else is no verdict.
    static func verdict(_ answer: String) throws(Unavailable) -> Verdict {
        if answer == "stream: OK" { return .clean }
        guard answer.hasPrefix("stream: "), answer.hasSuffix(" FOUND") else { throw Unavailable() }
        return .found(String(answer.dropFirst(8).dropLast(6)))
    }

    // MARK: What was lately heard

    private static func seconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec
    }

    /// Whether it answered when it was last asked; nil where that is too long ago to say.
    private func lately() -> Bool? {
        let now = PaperScanner.seconds()
        return state.withLock { state in
            guard let asked = state.asked, now - asked.at < pauseSeconds else { return nil }
            return asked.answered
        }
    }

    private func note(_ answered: Bool, _ change: (inout Counts) -> Void = { _ in }) {
        let now = PaperScanner.seconds()
        state.withLock {
            $0.asked = (now, answered)
            change(&$0.counts)
        }
    }

    // MARK: The protocol

    /// Each piece with its length before it, and a length of nothing at the end.
    private static func pieces(_ bytes: [UInt8]) -> [UInt8] {
        var all: [UInt8] = []
        let most = 1 << 20
        all.reserveCapacity(bytes.count + 4 * (bytes.count / most + 2))
        for start in stride(from: 0, to: bytes.count, by: most) {
            let piece = bytes[start..<min(start + most, bytes.count)]
            withUnsafeBytes(of: UInt32(piece.count).bigEndian) { all.append(contentsOf: $0) }
            all += piece
        }
        return all + [0, 0, 0, 0]
    }

    private static func say(_ words: String, _ descriptor: Int32) throws(Unavailable) -> String {
        try send(Array(words.utf8), to: descriptor)
        return try hear(descriptor)
    }

    private static func send(_ bytes: [UInt8], to descriptor: Int32) throws(Unavailable) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Unavailable() }
            sent += count
        }
    }

    /// Up to the zero that ends an answer.
    private static func hear(_ descriptor: Int32) throws(Unavailable) -> String {
        var (answer, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1_024))
        while answer.last != 0, answer.count < 4_096 {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        guard answer.popLast() == 0 else { throw Unavailable() }
        return String(decoding: answer, as: UTF8.self)
    }

    private func talk<T>(seconds: Int, _ body: (Int32) throws(Unavailable) -> T) throws(Unavailable) -> T {
        let descriptor = try open(seconds)
        defer { close(descriptor) }
        return try body(descriptor)
    }

    private func open(_ seconds: Int) throws(Unavailable) -> Int32 {
        switch address {
        case .socket(let path): return try PaperScanner.open(path: path, seconds)
        case .network(let host, let port): return try PaperScanner.open(host: host, port: port, seconds)
        }
    }

    private static func socket(_ family: Int32, _ seconds: Int) throws(Unavailable) -> Int32 {
        let descriptor = Glibc.socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Unavailable() }
        var patience = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        return descriptor
    }

    private static func open(path: String, _ seconds: Int) throws(Unavailable) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { throw Unavailable() }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let descriptor = try socket(AF_UNIX, seconds)
        let isOpen = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isOpen else {
            close(descriptor)
            throw Unavailable()
        }
        return descriptor
    }

    private static func open(host: String, port: UInt16, _ seconds: Int) throws(Unavailable) -> Int32 {
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &wanted, &found) == 0 else { throw Unavailable() }
        defer { freeaddrinfo(found) }
        var next = found
        while let one = next?.pointee {
            let descriptor = try socket(one.ai_family, seconds)
            if connect(descriptor, one.ai_addr, one.ai_addrlen) == 0 { return descriptor }
            close(descriptor)
            next = one.ai_next
        }
        throw Unavailable()
    }
}

extension PaperScanner.Address {
    /// `clamd:/run/clamav/clamd.ctl`, `clamd:127.0.0.1:3310`, `clamd:[::1]:3310`; nil for what is none of these.
    package init?(_ text: String) {
        guard text.hasPrefix("clamd:") else { return nil }
        let place = text.dropFirst(6)
        if place.hasPrefix("/") {
            self = .socket(path: String(place))
            return
        }
        guard let colon = place.lastIndex(of: ":"), let port = UInt16(place[place.index(after: colon)...]), port > 0
        else { return nil }
        let host = place[..<colon].trimmingPrefix("[")
        let name = host.hasSuffix("]") ? host.dropLast() : host
        guard !name.isEmpty else { return nil }
        self = .network(host: String(name), port: port)
    }
}
