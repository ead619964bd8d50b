import Foundation
import Glibc
import Kernel

/// Live pages: many viewers of one lot, one that does not read, one that comes back.
struct LiveBench {
    let folder: URL
    let isQuick: Bool

    private final class Hall {
        let invitation: ServedInstallation.Invitation
        private var bids = 0

        init(_ invitation: ServedInstallation.Invitation) { self.invitation = invitation }

        var path: String { "/api/v1/lots/\(invitation.lot)/events" }

        /// The bid's entry in the log, once it is flushed and answered; `sent` when it went out.
        func bid(_ live: LiveLoad? = nil, seconds: Double = 10, until isDone: (LiveLoad) -> Bool = { _ in true }) throws
            -> (entry: Int64, sent: Int64)
        {
            bids += 1
            let price = invitation.firstPriceFen + Int64(bids) * HotLot.stepFen
            let request = HTTPRequestBytes.command(
                invitation.tokens[0], "exchange.placeBid",
                #"{"lot":"\#(invitation.lot)","priceFen":\#(price),"isMeant":true}"#,
                key: "live-\(bids)-\(Measure.now())")
            let socket = try Sockets.connect(invitation.port)
            defer { close(socket) }
            let sent = Measure.now()
            try Sockets.send(request, socket)
            // Those who listen are served before the answer is read: it waits in the socket.
            try live?.listen(seconds: seconds, until: isDone)
            var bytes: [UInt8] = []
            var answer: HTTPAnswer?
            while answer == nil {
                try Sockets.receive(socket, into: &bytes)
                answer = HTTPAnswer(bytes)
            }
            guard let answer, answer.status == 200,
                let entry = try JSON(parsing: Array(answer.body))["entries"]?.array?.last?.integer
            else { throw BenchFailure("the bid was refused: \(String(decoding: bytes, as: UTF8.self))") }
            return (entry, sent)
        }
    }

    private func open(_ live: LiveLoad, _ hall: Hall, _ viewers: Int) throws {
        while live.opened < viewers {
            let wanted = min(viewers, live.opened + 200)
            for _ in live.opened..<wanted { try live.add(hall.invitation.port, hall.path) }
            guard try live.listen(seconds: 60, until: { $0.opened >= wanted }) else {
                throw BenchFailure("\(live.opened) of \(viewers) viewers came in")
            }
        }
    }

    func fanOut() throws -> [FigureName: Int64] {
        Processes.liftFileLimit()
        let viewers = isQuick ? 20 : 10_000
        let rounds = isQuick ? 3 : 15
        return try HTTPBench.serving(.bids, place, people: 2) { invitation, process in
            let hall = Hall(invitation)
            let live = LiveLoad()
            try open(live, hall, viewers)
            _ = try hall.bid(live) { $0.arrivals.count >= viewers }
            var late: [Int64] = []
            var processor: Int64 = 0
            for _ in 0..<rounds {
                live.forget()
                let before = Measure.processorTime(of: process)
                let bid = try hall.bid(live) { $0.arrivals.count >= viewers }
                processor += Measure.processorTime(of: process) - before
                let seen = live.arrivals.filter { $0.event == bid.entry }
                try BenchFailure.check(
                    Set(seen.map(\.viewer)).count == viewers && seen.count == live.arrivals.count,
                    "\(seen.count) of \(viewers) viewers were told of entry \(bid.entry)")
                late += seen.map { $0.at - bid.sent }
            }
            let inTime = late.count { $0 <= 500_000_000 }
            return [
                .fanOut: Int64(inTime) * 100_000 / Int64(late.count),
                .fanOutLate: Measure.percentile(99, of: late) / 1_000,
                .fanOutRate: Measure.rate(late.count, max(10_000_000, processor)),
            ]
        }
    }

    /// How long the others wait at worst (99 of 100) beside readers that read nothing at all.
    func stalled() throws -> [FigureName: Int64] {
        let viewers = isQuick ? 4 : 100
        return try HTTPBench.serving(.bids, place, people: 2) { invitation, _ in
            let hall = Hall(invitation)
            let live = LiveLoad()
            try open(live, hall, viewers)
            for _ in 0..<(isQuick ? 2 : 20) { try live.add(invitation.port, hall.path, isStalled: true) }
            var waits: [Int64] = []
            for _ in 0..<(isQuick ? 5 : 1_000) {
                live.forget()
                let bid = try hall.bid(live) { $0.arrivals.count >= viewers }
                try BenchFailure.check(live.arrivals.count == viewers, "\(live.arrivals.count) of \(viewers) were told")
                waits += live.arrivals.map { $0.at - bid.sent }
            }
            return [.stalled: Measure.percentile(99, of: waits) / 1_000]
        }
    }

    /// Gaps and repeats after coming back with the last index seen: 0 is right.
    func resume() throws -> [FigureName: Int64] {
        try HTTPBench.serving(.bids, place, people: 2) { invitation, _ in
            let hall = Hall(invitation)
            var faults: Int64 = 0
            for round in 0..<(isQuick ? 3 : 30) {
                let first = LiveLoad()
                try open(first, hall, 1)
                let seen = try hall.bid(first) { !$0.arrivals.isEmpty }
                first.closeAll()
                var newest = seen.entry
                for _ in 0..<round % 4 { newest = try hall.bid().entry }
                let second = LiveLoad()
                try second.add(invitation.port, hall.path, after: seen.entry)
                try second.listen(seconds: newest == seen.entry ? 0.2 : 5) { $0.arrivals.last?.event == newest }
                // What was missed is told at once, in one step or in the steps in which it was flushed; nothing twice.
                if !LiveBench.isWhole(second.arrivals.map(\.event), after: seen.entry, to: newest) { faults += 1 }
                second.forget()
                let next = try hall.bid(second) { !$0.arrivals.isEmpty }
                if second.arrivals.map(\.event) != [next.entry] { faults += 1 }
            }
            return [.resume: faults * 1_000]
        }
    }

    /// From `seen`, which is not repeated, up to `newest`, which is not missing, and never back.
    private static func isWhole(_ events: [Int64], after seen: Int64, to newest: Int64) -> Bool {
        let path = [seen] + events
        return path.last == newest && zip(path, path.dropFirst()).allSatisfy { $0 < $1 }
    }

    /// Memory of a freshly started server with a thousand viewers, after it has told them of a few bids.
    func resident() throws -> [FigureName: Int64] {
        Processes.liftFileLimit()
        let viewers = isQuick ? 20 : 1_000
        let place = place
        try HTTPBench.serving(.bids, place, people: 2) { _, _ in }
        return try HTTPBench.serving(.bids, place, people: 2) { invitation, process in
            let hall = Hall(invitation)
            let live = LiveLoad()
            try open(live, hall, viewers)
            for _ in 0..<5 {
                live.forget()
                _ = try hall.bid(live) { $0.arrivals.count >= viewers }
            }
            return [.resident: Measure.memory("VmRSS", of: process) * 1_000 / 1_024]
        }
    }

    private var place: URL { HTTPBench(folder: folder, isQuick: isQuick).fresh("live") }
}
