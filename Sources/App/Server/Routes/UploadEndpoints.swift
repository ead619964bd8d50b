import Attachments
import Crypto
import Foundation
import Hummingbird
import Kernel
import NIOPosix
import Platform
import Web

/// `/api/v1/uploads`: papers over a bad line by tus 1.0.0 (core, creation, expiration, termination, checksum). An upload is
/// its starter's alone; once complete it is kept as a paper, and its mark stands in `Upload-Paper`.
enum UploadEndpoints {
    static let path = FormBuilder.uploads
    static let prefix = path + "/"
    private static let version = "1.0.0"
    private static let extensions = "creation,expiration,termination,checksum"
    private static let content = "application/offset+octet-stream"
    /// So much is sealed and written at a time; a line that is cut loses less.
    private static let piece = 131_072
    private static let resumable = "Tus-Resumable"

    static let all: [Endpoint] = [
        Endpoint(path: path, answerers: [.options: describe, .post: tus(begin)])
    ]

    static let one = Endpoint(
        path: prefix + "{upload}",
        answerers: [.options: describe, .head: tus(look), .patch: tus(add), .delete: tus(end)])

    private static let describe: Endpoint.Answerer = { server, _ in
        var response = Response(status: .noContent)
        response.headers[named: resumable] = version
        response.headers[named: "Tus-Version"] = version
        response.headers[named: "Tus-Extension"] = extensions
        response.headers[named: "Tus-Checksum-Algorithm"] = Checksum.names
        if let papers = server.access.papers { response.headers[named: "Tus-Max-Size"] = "\(papers.limits.bytes)" }
        return response
    }

    /// One upload on its way, and whose it is.
    private struct Asked {
        let papers: InstallationPapers
        let person: PersonID
        let id: String
        let incoming: IncomingRequest
        let server: WebServer

        func header(_ name: String) -> String? { incoming.request.headers[named: name] }

        func progress() async throws -> UploadState {
            let (now, receivedAt) = (incoming.caller.now, incoming.caller.writerNow)
            // The last look keeps the paper, and a scanner may take its time.
            return try await PaperThreads.pool.runIfActive {
                try papers.progress(id, by: person, at: now, receivedAt: receivedAt)
            }
        }
    }

    /// Whoever asks is signed in and speaks this version; every answer says so, refusals too.
    private static func tus(_ act: @escaping @Sendable (Asked) async throws -> Response) -> Endpoint.Answerer {
        { server, incoming in
            do {
                let asked = try await admit(server, incoming)
                var response = try await act(asked)
                response.headers[named: resumable] = version
                return response
            } catch {
                guard var refusal = Refusal(error) else { throw error }
                refusal.headers[named: resumable] = version
                if refusal.rejection.number == ServerRejection.uploadVersion.number {
                    refusal.headers[named: "Tus-Version"] = version
                }
                throw refusal
            }
        }
    }

    private static func admit(_ server: WebServer, _ incoming: IncomingRequest) async throws -> Asked {
        let caller = incoming.caller
        try server.admit(caller, .signedIn)
        if incoming.request.method != .head { try CrossSite.checkProgram(incoming) }
        guard let principal = caller.principal else { throw ServerRejection.notSignedIn.rejection }
        guard let papers = server.access.papers else { throw ServerRejection.notFound.rejection }
        guard incoming.request.headers[named: resumable] == version else {
            throw ServerRejection.uploadVersion.rejection
        }
        try await server.limit(
            [
                ("upload/\(caller.name)", server.configuration.limits.uploadsPerPerson),
                ("upload/address:\(caller.address)", server.configuration.limits.uploadsPerAddress),
            ], at: caller.now)
        return Asked(
            papers: papers, person: principal.person, id: String(incoming.path.dropFirst(prefix.count)),
            incoming: incoming, server: server)
    }

    // MARK: The four acts

    private static func begin(_ asked: Asked) async throws -> Response {
        guard let length = try AddressNumber(0...Int64.max).read(asked.header("Upload-Length"), named: "Upload-Length")
        else { throw KernelRejection.missing(field: "Upload-Length").rejection }
        let name = try fileName(asked.header("Upload-Metadata"))
        let (papers, person, now) = (asked.papers, asked.person, asked.incoming.caller.now)
        let (id, state) = try await asked.server.threads.runIfActive {
            let id = try papers.begin(length: length, name: name, by: person, at: now)
            return (id, try papers.progress(id, by: person, at: now, receivedAt: now))
        }
        var response = Response(status: .created, headers: [.location: prefix + id])
        describe(state, in: &response)
        return response
    }

    private static func look(_ asked: Asked) async throws -> Response {
        let state = try await asked.progress()
        var response = Response(status: .ok)
        response.headers[named: "Upload-Length"] = "\(state.length)"
        describe(state, in: &response)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private static func add(_ asked: Asked) async throws -> Response {
        guard Body.isType(content, asked.header("Content-Type")) else {
            throw ServerRejection.wrongContentType(expected: content).rejection
        }
        guard let offset = try AddressNumber(0...Int64.max).read(asked.header("Upload-Offset"), named: "Upload-Offset")
        else { throw KernelRejection.missing(field: "Upload-Offset").rejection }
        let checksum = try asked.header("Upload-Checksum").map { try Checksum($0) }
        let state = try await asked.progress()
        guard offset == Int64(state.offset) else {
            // Whoever is told where it stands goes on from there.
            var refusal = Refusal(rejection: PaperRejection.moved.rejection)
            refusal.headers[named: "Upload-Offset"] = "\(state.offset)"
            throw refusal
        }
        if !state.isComplete { try await take(asked, state, checksum) }
        // What this answers is flushed; a complete upload has become a paper.
        let after = try await asked.progress()
        var response = Response(status: .noContent)
        describe(after, in: &response)
        return response
    }

    private static func end(_ asked: Asked) async throws -> Response {
        let (papers, person, id) = (asked.papers, asked.person, asked.id)
        guard try await asked.server.threads.runIfActive({ papers.end(id, by: person) }) else {
            throw PaperRejection.noUpload.rejection
        }
        return Response(status: .noContent)
    }

    /// Writes what comes as it comes: what came before a cut stays. With a checksum all of it has come before any is written.
    private static func take(_ asked: Asked, _ state: UploadState, _ checksum: Checksum?) async throws {
        let (papers, person, id, threads) = (asked.papers, asked.person, asked.id, asked.server.threads)
        let (request, most) = (asked.incoming.request, state.length - state.offset)
        let seconds = Duration.seconds(asked.server.configuration.limits.paperSeconds)
        if let checksum {
            let body = try await Body.read(request, limit: most, within: seconds)
            guard checksum.isOf(body) else { throw ServerRejection.uploadChecksum.rejection }
            guard !body.isEmpty else { return }
            _ = try await threads.runIfActive { try papers.add(body, to: id, by: person, at: state) }
            return
        }
        _ = try await Body.each(request, limit: most, within: seconds, piece: piece, from: state) { state, piece in
            try await threads.runIfActive { try papers.add(piece, to: id, by: person, at: state) }
        }
    }

    private static func describe(_ state: UploadState, in response: inout Response) {
        response.headers[named: "Upload-Offset"] = "\(state.offset)"
        response.headers[named: "Upload-Expires"] = HTTPDate.text(of: state.endsAt)
        if let mark = state.mark { response.headers[named: "Upload-Paper"] = mark }
    }

    /// `filename d29ybGQ=,filetype …`: a label only, so what is none is passed over; what is no list is refused.
    private static func fileName(_ text: String?) throws -> String {
        for pair in (text ?? "").split(separator: ",") {
            let parts = pair.split(separator: " ")
            guard (1...2).contains(parts.count) else { throw ServerRejection.badHeader.rejection }
            guard parts[0] == "filename", parts.count == 2 else { continue }
            guard let bytes = Data(base64Encoded: String(parts[1])), let name = String(validating: bytes, as: UTF8.self)
            else {
                throw ServerRejection.badHeader.rejection
            }
            return UploadedFile.safeName(name)
        }
        return ""
    }
}

/// `sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=`
private struct Checksum {
    static let names = "sha1,sha256"

    private let isSHA1: Bool
    private let digest: [UInt8]

    init(_ text: String) throws {
        let parts = text.split(separator: " ")
        guard parts.count == 2, Checksum.names.split(separator: ",").contains(parts[0]),
            let digest = Data(base64Encoded: String(parts[1]))
        else { throw ServerRejection.badHeader.rejection }
        isSHA1 = parts[0] == "sha1"
        self.digest = Array(digest)
    }

    func isOf(_ bytes: [UInt8]) -> Bool {
        digest == (isSHA1 ? Array(Insecure.SHA1.hash(data: bytes)) : Array(SHA256.hash(data: bytes)))
    }
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
private enum HTTPDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(of instant: Instant) -> String {
        let seconds = instant.milliseconds / 1_000
        let (date, time) = (CivilDate(dayNumber: Int(seconds / 86_400)), seconds % 86_400)
        let parts = date.description.split(separator: "-")
        let month = months[(Int(parts[1]) ?? 1) - 1]
        let clock = [time / 3_600, time / 60 % 60, time % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        return "\(days[date.weekday - 1]), \(parts[2]) \(month) \(parts[0]) \(clock) GMT"
    }
}

extension HTTPFields {
    /// A field that has no name of its own in the library.
    fileprivate subscript(named name: String) -> String? {
        get { HTTPField.Name(name).flatMap { self[$0] } }
        set { if let name = HTTPField.Name(name) { self[name] = newValue } }
    }
}
