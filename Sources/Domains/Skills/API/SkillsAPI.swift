import Kernel
import Registry
package import Storage
package import Web

extension Skills {
    /// The addresses of the room.
    package static func routes(database: any Database, issuer: BadgeIssuer, desk: DeskReading = .none) -> [Route] {
        pages(database) + people(database) + subsidies(database)
            + (SkillsForms.all + SkillsForms.holds + SkillsForms.subsidy + IssuerPage.forms).map { $0.route(database) }
            + badges(database, issuer) + cards(database, issuer, desk)
    }

    private static func pages(_ database: any Database) -> [Route] {
        [
            Route(
                "/skills", SkillsText.title, .everyone,
                .page { request in try database.read { .page(try CoursesPage(request, in: $0).page(request)) } }),
            Route(
                "/skills/courses/{course}", SkillsText.course, .everyone,
                .page { request in
                    try database.read { try CoursePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/skills/certificates", CertificateText.certificates, .everyone,
                .page { request in
                    try database.read { .page(try CertificateListPage(request, in: $0).page(request)) }
                }),
            Route(
                "/skills/certificates/{certificate}", CertificateText.certificate, .everyone,
                .page { request in
                    try database.read {
                        try CertificatePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/skills/certificates/{certificate}/card", CertificateText.card, .everyone,
                .page { request in
                    try database.read {
                        try CertificatePage(request, in: $0).map { .page($0.card(request)) } ?? .notFound
                    }
                }),
        ]
    }

    private static func subsidies(_ database: any Database) -> [Route] {
        [
            Route(
                "/skills/claims", SubsidyText.claims, .everyone,
                .page { request in try database.read { .page(try ClaimsPage(request, in: $0).page(request)) } }),
            Route("/skills/rates", SubsidyText.rates, .everyone, .page { request in .page(RatesPage().page(request)) }),
            Route(
                "/skills/claims/{claim}", SubsidyText.claim, .everyone,
                .page { request in
                    try database.read { try ClaimPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/skills/findings", SubsidyText.findings, .roles(AnswerFinding.access.roles),
                .page { request in try database.read { .page(try FindingsPage(request, in: $0).page(request)) } }),
        ]
    }

    private static func people(_ database: any Database) -> [Route] {
        [
            Route(
                "/skills/learners/{learner}", SkillsText.myLearning, SkillsDesks.learner, database,
                of: LearnerPage.thing,
                .page { request in
                    try database.read { try LearnerPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/skills/trainers", SkillsText.trainers, .roles(SkillsDesks.list.roles),
                .page { request in try database.read { .page(try TrainersPage(request, in: $0).page(request)) } }),
        ]
    }
}
