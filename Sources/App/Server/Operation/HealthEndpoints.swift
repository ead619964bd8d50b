import Attachments
import Hummingbird
import Kernel
import NIOPosix
package import Platform
import Web

/// Whether the house is well, for whoever runs it.
enum HealthEndpoints {
    static let all: [Endpoint] = [
        // Alive: pages can be shown. Whether commands are taken stands in it, with the reason why not.
        .get("/healthz") { server, _ in
            let (log, operation) = (server.access.log, server.access.operation)
            let (head, readiness) = try await server.threads.runIfActive { (try log.head(), operation.readiness()) }
            return Reply.json([
                "ok": true, "size": .integer(head.size), "writing": .bool(readiness == .ready),
                "reason": .string(readiness.rawValue), "version": .string(ProgramVersion.current),
            ])
        },
        .get("/readyz") { server, _ in try await server.ready("ready") },
        // For the balancer in front: commands go where this answers 200.
        .get("/healthz/writer") { server, _ in try await server.ready("writing") },
        .get("/metrics") { server, incoming in
            // For a collector on this machine: through the proxy, and from elsewhere, there is nothing here.
            guard server.isNeighbour(incoming) else { throw ServerRejection.notFound.rejection }
            let (operation, meter) = (server.access.operation, server.meter)
            let text = try await server.threads.runIfActive {
                MetricsText(try operation.numbers(), operation.readiness(), meter).text
            }
            return Reply.bytes(Array(text.utf8), "text/plain; version=0.0.4; charset=utf-8")
        },
    ]
}

extension WebServer {
    fileprivate func ready(_ name: String) async throws -> Response {
        let operation = access.operation
        let readiness = try await threads.runIfActive { operation.readiness() }
        let isReady = readiness == .ready
        // Commands are taken without it, papers as the operator chose.
        let scanner = try await threads.runIfActive { operation.scanner() }
        return Reply.json(
            .object([
                name: .bool(isReady), "reason": .string(readiness.rawValue), "scanner": .string(scanner.rawValue),
            ]), status: isReady ? 200 : 503)
    }

    /// Asked from this machine itself, and not on somebody's behalf.
    fileprivate func isNeighbour(_ incoming: IncomingRequest) -> Bool {
        let forwarded = ["X-Forwarded-For", "Forwarded", "Via"].compactMap { HTTPField.Name($0) }
        return ["127.0.0.1", "0:0:0:0"].contains(incoming.context.address)
            && !forwarded.contains { incoming.request.headers.contains($0) }
    }
}

/// Whether papers are looked at by a scanner, and whether it answers.
package enum ScannerState: String, Sendable {
    case none, ready, away
}

/// What the house says of itself. All may reach the disk.
package struct OperationAccess: Sendable {
    let readiness: @Sendable () -> Readiness
    let numbers: @Sendable () throws -> InstallationNumbers
    let scanner: @Sendable () -> ScannerState

    /// A house that is always well: for tests.
    package static let well = OperationAccess(
        readiness: { .ready }, numbers: { InstallationNumbers() }, scanner: { .none })

    package static func of(_ installation: Installation) -> OperationAccess {
        OperationAccess(
            readiness: { installation.readiness }, numbers: { try installation.numbers() },
            scanner: { installation.papers.scanner.map { $0.isThere() ? .ready : .away } ?? .none })
    }
}
