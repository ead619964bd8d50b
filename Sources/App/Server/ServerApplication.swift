import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import NIOCore
package import NIOPosix
package import Platform
import ServiceLifecycle
import UnixSignals

/// The house on a socket: HTTP/1.1 in plain, with TLS left to the proxy in front.
package struct ServerApplication: Sendable {
    package let server: WebServer
    private let configuration: ServerConfiguration

    package init(
        installation: Installation, signIn: SignInStore, secrets: Secrets, configuration: ServerConfiguration,
        demo: [DemoPerson] = [], threads: NIOThreadPool = .singleton
    ) throws {
        try self.init(
            server: WebServer(
                access: InstallationAccess(installation), signIn: signIn, secrets: secrets,
                configuration: configuration, demo: demo,
                threads: threads), configuration: configuration)
    }

    package init(server: WebServer, configuration: ServerConfiguration) {
        self.server = server
        self.configuration = configuration
    }

    /// Serves until SIGTERM or SIGINT. `onRunning` is told the port once it listens.
    ///
    /// At the end open event streams go first, then requests under way have `shutdownSeconds`, then all is cut.
    package func run(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        let limits = configuration.limits
        let manager = ServiceManager()
        let connections = min(limits.connections, max(16, OpenFiles.raise() - OpenFiles.reserve))
        if connections < limits.connections {
            configuration.logger.warning(
                "few open files", metadata: ["connections": "\(connections)", "wanted": "\(limits.connections)"])
        }
        // A few places more than are given away: whoever comes must come in before somebody makes room.
        let census =
            configuration.trustsProxy
            ? nil
            : ConnectionCensus(perBlock: limits.connectionsPerAddress, places: connections - max(1, connections / 16))
        var http = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionHandler(census: census), MalformedRequestHandler()],
            idleTimeout: .seconds(limits.idleSeconds))
        http.httpDecoder.maxHeaderFieldSize = limits.headerBytes
        http.httpDecoder.maxHeaderListSize = limits.headerBytes
        http.httpDecoder.maxHeaderFieldCount = limits.headerCount
        let application = Application(
            responder: server, server: .http1(configuration: http),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 4_096,
                availableConnectionsDelegate: .maximum(connections, logger: configuration.logger)),
            onServerRunning: { channel in
                manager.say("READY=1")
                await onRunning(channel.localAddress?.port ?? 0)
            },
            logger: configuration.logger)
        var group = ServiceGroupConfiguration(
            services: [
                LiveService(hub: server.hub), TidyService(server: server), PaperService(server: server),
                MessageService(server: server),
                watchdog(manager), application,
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: configuration.logger)
        group.maximumGracefulShutdownDuration = .seconds(limits.shutdownSeconds)
        try await ServiceGroup(configuration: group).run()
    }
}

extension ServerApplication {
    /// Well is who can show a page.
    fileprivate func watchdog(_ manager: ServiceManager) -> WatchdogService {
        let (log, threads) = (server.access.log, server.threads)
        return WatchdogService(manager: manager) {
            (try? await threads.runIfActive { try log.head() }) != nil
        }
    }
}

/// Follows the log for open pages.
private struct LiveService: Service {
    let hub: LiveHub

    func run() async throws {
        let hub = hub
        await withTaskCancellationOrGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { await hub.run() }
        } onCancelOrGracefulShutdown: {
            Task { await hub.close() }
        }
    }
}

/// Looks at what has come, three times a minute: shows the scanner the papers that wait for it, learns what photos
/// look like, and reads.
private struct PaperService: Service {
    let server: WebServer

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                if let papers = server.access.papers { try await look(at: papers) }
                try await Task.sleep(for: .seconds(20))
            }
        }
    }

    private func look(at papers: InstallationPapers) async throws {
        let (logger, isWriting) = (server.configuration.logger, server.access.isWriting())
        do {
            let scanned = try await PaperThreads.pool.runIfActive { isWriting ? try papers.scanHeld() : 0 }
            if scanned > 0 { logger.info("papers scanned", metadata: ["papers": "\(scanned)"]) }
            // So long and no longer, so that what waits for the scanner does not wait for what is to be read.
            let end = ContinuousClock.now + .seconds(20)
            var hasMore = true
            while hasMore, ContinuousClock.now < end {
                try Task.checkCancellation()
                hasMore = try await PaperThreads.pool.runIfActive {
                    let photos = try papers.learnPhotos(atMost: 10)
                    return try papers.readPapers() + photos > 0
                }
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            // The type only; the next round tries again.
            logger.error("papers not looked at", metadata: ["fault": "\(type(of: error))"])
        }
    }
}

/// Throws ended sessions away, and papers that nothing came of, at the start and once a quarter of an hour.
private struct TidyService: Service {
    let server: WebServer

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await server.signIn.tidy(at: server.access.machineNow)
                try await sweepPapers()
                try await Task.sleep(for: .seconds(900))
            }
        }
    }

    /// Only who writes knows every entry, and only a clock that nobody doubts tells what is old.
    private func sweepPapers() async throws {
        let (access, logger) = (server.access, server.configuration.logger)
        guard let papers = access.papers, access.isWriting(), access.clock.doubt() == nil else { return }
        let now = access.machineNow
        do {
            let gone = try await server.threads.runIfActive { try papers.sweep(at: now) }
            guard gone.uploads + gone.papers > 0 else { return }
            logger.info("papers swept", metadata: ["uploads": "\(gone.uploads)", "papers": "\(gone.papers)"])
        } catch let error as CancellationError {
            throw error
        } catch {
            // The type only; the next quarter of an hour tries again.
            logger.error("papers not swept", metadata: ["fault": "\(type(of: error))"])
        }
    }
}
