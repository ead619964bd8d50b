import Glibc
import Kernel
import NIOPosix
package import Platform
import Synchronization

/// A time server on the network, asked by SNTP (RFC 4330) whether the machine's clock is right (decision record 0199). It
/// sets nothing: a difference that is too large makes the clock doubted, and a person says which one is right.
package struct TimeServer: Sendable {
    private let host: String
    private let port: Int
    /// How long an answer is waited for, in milliseconds.
    private let patience: Int

    /// How often it was asked, and how it answered, since the program began.
    package struct Counts: Sendable {
        package var agrees = 0
        package var differs = 0
        package var none = 0
    }
    private static let tally = Mutex(Counts())
    package static var counts: Counts { tally.withLock { $0 } }

    package init(host: String, port: Int = 123, patience: Int = 2_000) {
        self.host = host
        self.port = port
        self.patience = patience
    }

    /// Reads `HOST`, `HOST:PORT` or `[IPV6]:PORT`; nil for anything else.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
        var (host, port) = (text, 123)
        let bracket = text.hasPrefix("[") ? text.firstIndex(of: "]") : nil
        if let colon = text.lastIndex(of: ":"), bracket.map({ colon > $0 }) ?? (text.firstIndex(of: ":") == colon) {
            guard let number = Int(text[text.index(after: colon)...]), (1...65_535).contains(number) else { return nil }
            (host, port) = (String(text[..<colon]), number)
        }
        if bracket != nil {
            guard host.hasSuffix("]") else { return nil }
            host = String(host.dropFirst().dropLast())
        }
        guard !host.isEmpty, !host.contains("["), !host.contains("]") else { return nil }
        self.init(host: host, port: port)
    }

    /// What became of a question.
    package enum Answer: Sendable, Hashable {
        /// The machine's clock has to be moved by so many milliseconds.
        case offset(Int64)
        case silent
        /// The server does not want to be asked any more.
        case unwanted
    }

    /// Asks once, and tells the clock.
    @discardableResult
    package func check(_ clock: WatchedClock) async -> Answer {
        let server = self
        let answer: Answer = (try? await NIOThreadPool.singleton.runIfActive { server.ask() }) ?? .silent
        var agrees: Bool?
        if case .offset(let offset) = answer { agrees = clock.hear(offset: offset) }
        TimeServer.tally.withLock { [agrees] counts in
            switch agrees {
            case true?: counts.agrees += 1
            case false?: counts.differs += 1
            case nil: counts.none += 1
            }
        }
        return answer
    }

    /// Asks every quarter of an hour until the task is cancelled or the server wants no more; one that does not answer is
    /// asked again as late, as RFC 4330 wants it.
    package func watch(_ clock: WatchedClock, every pause: Duration = .seconds(900)) async {
        while !Task.isCancelled {
            guard (try? await Task.sleep(for: pause)) != nil, await check(clock) != .unwanted else { return }
        }
    }

    // MARK: The question

    private func ask() -> Answer {
        guard let socket = connected() else { return .silent }
        defer { close(socket) }
        let question = TimeQuestion()
        let asked = SystemClock().now().milliseconds
        let begun = ContinuousClock.now
        guard send(socket, question.bytes, question.bytes.count, 0) == question.bytes.count else { return .silent }
        var bytes = [UInt8](repeating: 0, count: 512)
        while true {
            let gone = Int(begun.duration(to: .now).milliseconds)
            guard gone < patience else { return .silent }
            var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(patience - gone)) == 1 else { return .silent }
            let count = recv(socket, &bytes, bytes.count, 0)
            guard count >= 0 else { return .silent }
            let heard = asked + begun.duration(to: .now).milliseconds
            // What is not an answer to this question was sent by somebody else; the real one may still come.
            guard let answer = question.read(Array(bytes.prefix(count)), asked: asked, heard: heard) else {
                continue
            }
            return answer
        }
    }

    /// A socket that takes packets of that address alone.
    private func connected() -> Int32? {
        var wanted = addrinfo()
        wanted.ai_family = AF_UNSPEC
        wanted.ai_socktype = Int32(SOCK_DGRAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &wanted, &found) == 0 else { return nil }
        defer { freeaddrinfo(found) }
        var next = found
        while let address = next?.pointee {
            let socket = Glibc.socket(address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
            if socket >= 0 {
                if connect(socket, address.ai_addr, address.ai_addrlen) == 0 { return socket }
                close(socket)
            }
            next = address.ai_next
        }
        return nil
    }
}

/// One packet to a time server, and what an answer to it says.
struct TimeQuestion {
    /// Seconds from 1900 to 1970.
    private static let epoch: Int64 = 2_208_988_800
    /// Stands where the time of asking would: a number nobody can guess, which the answer has to bring back.
    private let nonce = Randomness.bytes(8)

    /// Version 4, mode 3 (client), all else nothing.
    var bytes: [UInt8] { [0x23] + Array(repeating: 0, count: 39) + nonce }

    /// Nil for what is no answer to this question. `asked`, `heard`: milliseconds by the machine's clock.
    func read(_ packet: [UInt8], asked: Int64, heard: Int64) -> TimeServer.Answer? {
        guard packet.count >= 48, packet[0] & 0x07 == 4, (3...4).contains(packet[0] >> 3 & 0x07),
            Secrets.isEqual(Array(packet[24..<32]), nonce)
        else { return nil }
        // A kiss of death: the code stands where the reference would.
        if packet[1] == 0 {
            let code = String(decoding: packet[12..<16], as: UTF8.self)
            return ["DENY", "RSTR"].contains(code) ? .unwanted : TimeServer.Answer.silent
        }
        // Not set itself, or too far from any clock.
        guard packet[0] >> 6 != 3, packet[1] <= 15, let received = TimeQuestion.milliseconds(packet[32..<40]),
            let sent = TimeQuestion.milliseconds(packet[40..<48])
        else { return TimeServer.Answer.silent }
        return .offset(((received - asked) + (sent - heard)) / 2)
    }

    /// A timestamp of 64 bits since 1970; those without the first bit are of the era that begins in 2036. Nil for none.
    static func milliseconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let whole = bytes.prefix(4).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let part = bytes.dropFirst(4).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard whole != 0 || part != 0 else { return nil }
        let era: Int64 = whole & 0x8000_0000 == 0 ? 0x1_0000_0000 : 0
        return (whole + era - epoch) * 1_000 + (part * 1_000) >> 32
    }
}
