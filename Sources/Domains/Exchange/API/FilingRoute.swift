import EventLog
import Kernel
import Paper
import Registry
import Storage
import Web

/// The file of a lot in one archive: the papers with their list, and beside them what is made anew for each reader, the
/// certificate's sheet, the OCDS record and a receipt for every step (decision 0171).
enum FilingRoute {
    static let readers: Access = .own(
        .villageClerk, .stationAgent, .stationReviewer, .countyOfficer, .countyReleaser, .supervisor)

    static func path(of lot: LotID) -> String { "/lots/\(lot)/file.tar" }

    /// `record` makes the OCDS record of a lot as it is published at an origin; the house knows how.
    static func route(
        _ database: any Database, _ receipt: @escaping @Sendable (Int64) throws -> Receipt?,
        _ record: @escaping @Sendable (LotID, String, any ReadTransaction) throws -> JSON?
    ) -> Route {
        Route(
            "/lots/{lot}/file.tar", FilingText.pack, readers, database, of: Exchange.belonging,
            .file(contentType: "application/x-tar") { request in
                guard let lot = request.identifier("lot", as: LotName.self) else { return .notFound }
                let found = try database.read { tx in
                    try FilingQueries.find(lot, in: tx).map { pack in
                        (
                            pack, try CertificatePaper(pack.certificate, in: tx)?.pdf(origin: request.origin),
                            try record(lot, request.origin, tx)
                        )
                    }
                }
                guard let (pack, sheet, record) = found else { return .notFound }
                var archive = TapeArchive(at: pack.at)
                archive.add("\(lot)/SHA256SUMS", Array(pack.index.utf8))
                for paper in pack.papers { archive.add("\(lot)/\(paper.name)", paper.bytes) }
                if let sheet { archive.add("\(lot)/certificate.pdf", sheet) }
                if let record { archive.add("\(lot)/ocds.json", record.canonicalBytes) }
                for entry in pack.entries {
                    guard let proof = try receipt(entry) else { continue }
                    archive.add("\(lot)/receipts/\(entry).tlog-proof", proof.bytes)
                }
                return .file(archive.bytes, name: "\(lot).tar")
            })
    }
}
