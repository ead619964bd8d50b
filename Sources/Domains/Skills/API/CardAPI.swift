import Kernel
import Paper
import Registry
import Storage
import Web

extension Skills {
    /// Who prints certificates to be handed out, with the full name.
    static let printing: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]

    /// Certificates as files to be printed.
    static func cards(_ database: any Database, _ issuer: BadgeIssuer, _ desk: DeskReading) -> [Route] {
        func file(
            _ lines: @escaping @Sendable (PageRequest, any ReadTransaction) throws -> [CertificateLine], name: String,
            desk: DeskReading?
        ) -> Route.Handler {
            .file(contentType: "application/pdf") { request in
                let cards = try database.read {
                    try CertificateCards(lines(request, $0), desk: desk, request, in: $0)
                }
                guard let bytes = try cards.pdf(request, by: issuer) else { return .notFound }
                return .file(bytes, name: "\(request.parameters[name] ?? name).pdf")
            }
        }
        let one: @Sendable (PageRequest, any ReadTransaction) throws -> [CertificateLine] = { request, tx in
            try request.identifier("certificate", as: SkillCertificateName.self).flatMap {
                try SkillsQueries.findCertificate($0, in: tx)
            }.map { [$0] } ?? []
        }
        return [
            Route(
                "/skills/certificates/{certificate}/card.pdf", CardText.pdf, .everyone,
                file(one, name: "certificate", desk: nil)),
            Route(
                "/skills/certificates/{certificate}/original.pdf", CardText.original, printing, database,
                of: CertificatePage.thing, file(one, name: "certificate", desk: desk)),
            Route(
                "/skills/courses/{course}/certificates.pdf", CardText.ofCourse, printing, database,
                of: CoursePage.thing,
                file(
                    { request, tx in
                        try request.identifier("course", as: CourseName.self).map {
                            try SkillsQueries.listCertificates(ofCourse: $0, in: tx)
                        } ?? []
                    }, name: "course", desk: desk)),
        ]
    }
}
