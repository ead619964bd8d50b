import Environment
import Kernel
import Platform
import Server
import Storage
import Synchronization

/// Sends the commands people gave for loggers and writes down what they answered.
struct DeviceDesk: Sendable {
    /// A command to a logger that does not connect is given up after so long.
    static let wait: Int64 = 600

    let installation: Installation
    let gateway: TelemetryGateway
    /// How long a device may take for a word (HJ 212: ten seconds).
    var patience: Duration = .seconds(10)

    func run() async {
        let busy = Busy()
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                do {
                    for order in try installation.database.read({ try DeviceQueries.waiting(in: $0) }) {
                        guard busy.stations.withLock({ $0.insert(order.mn).inserted }) else { continue }
                        group.addTask {
                            do { try await handle(order) } catch { Console.error("qianmo: \(error)") }
                            _ = busy.stations.withLock { $0.remove(order.mn) }
                        }
                    }
                } catch { Console.error("qianmo: \(error)") }
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
            }
        }
    }

    private func handle(_ order: DeviceOrderLine) async throws {
        let now = installation.clock.now()
        let reply = await gateway.ask(
            DeviceRequest(mn: order.mn, cn: order.words.act.command, body: order.words.body(at: now)),
            patience: patience)
        switch reply {
        case .done: try await note(order, .done, 1)
        case .failed(let code): try await note(order, .failed, code)
        case .refused(let code): try await note(order, .refused, code)
        case .noAnswer: try await note(order, .noAnswer, nil)
        case .notConnected:
            if order.orderedAt.adding(seconds: Self.wait) <= now { try await note(order, .notConnected, nil) }
        }
    }

    private func note(_ order: DeviceOrderLine, _ outcome: DeviceOutcome, _ code: Int?) async throws {
        let command = NoteDeviceAnswer(
            facility: order.facility, number: order.number, outcome: outcome, code: code.map { Int64(max(0, $0)) })
        _ = try await installation.writer.submit(
            Submission(
                command: NoteDeviceAnswer.fullName, arguments: .object(command.openFields), principal: .theHouse,
                key: "device-\(order.facility)-\(order.number)"))
    }
}

/// The stations that are being asked.
private final class Busy: Sendable {
    let stations = Mutex(Set<String>())
}
