import Hummingbird
import Kernel
import NIOPosix
package import Platform
import Web

/// Whether the house is well, for whoever runs it.
enum HealthDoors {
    static let all: [Door] = [
        // Alive: pages can be shown. Whether commands are taken stands in it, with the reason why not.
        .get("/healthz") { door, _ in
            let (log, operation) = (door.access.log, door.access.operation)
            let (head, readiness) = try await door.threads.runIfActive { (try log.head(), operation.readiness()) }
            return Reply.json([
                "ok": true, "size": .integer(head.size), "writing": .bool(readiness == .ready),
                "reason": .string(readiness.rawValue),
            ])
        },
        .get("/readyz") { door, _ in try await door.ready("ready") },
        // For the balancer in front: commands go where this answers 200.
        .get("/healthz/writer") { door, _ in try await door.ready("writing") },
        .get("/metrics") { door, ask in
            // For a collector on this machine: through the proxy, and from elsewhere, there is nothing here.
            guard door.isNeighbour(ask) else { throw ServerRejection.notFound.rejection }
            let (operation, meter) = (door.access.operation, door.meter)
            let text = try await door.threads.runIfActive {
                MetricsText(try operation.numbers(), operation.readiness(), meter).text
            }
            return Reply.bytes(Array(text.utf8), "text/plain; version=0.0.4; charset=utf-8")
        },
    ]
}

extension FrontDoor {
    fileprivate func ready(_ name: String) async throws -> Response {
        let operation = access.operation
        let readiness = try await threads.runIfActive { operation.readiness() }
        let isReady = readiness == .ready
        return Reply.json(
            .object([name: .bool(isReady), "reason": .string(readiness.rawValue)]), status: isReady ? 200 : 503)
    }

    /// Asked from this machine itself, and not on somebody's behalf.
    fileprivate func isNeighbour(_ ask: Ask) -> Bool {
        let forwarded = ["X-Forwarded-For", "Forwarded", "Via"].compactMap { HTTPField.Name($0) }
        return ["127.0.0.1", "0:0:0:0"].contains(ask.visit.address)
            && !forwarded.contains { ask.request.headers.contains($0) }
    }
}

/// What the house says of itself. Both may reach the disk.
package struct OperationAccess: Sendable {
    let readiness: @Sendable () -> Readiness
    let numbers: @Sendable () throws -> HouseNumbers

    /// A house that is always well: for tests.
    package static let well = OperationAccess(readiness: { .ready }, numbers: { HouseNumbers() })

    package static func of(_ house: House) -> OperationAccess {
        OperationAccess(readiness: { house.readiness }, numbers: { try house.numbers() })
    }
}
