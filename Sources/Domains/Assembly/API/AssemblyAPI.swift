import Kernel
import Registry
package import Storage
package import Web

extension Assembly {
    /// The addresses of the room.
    package static func routes(database: any Database, desk: DeskReading) -> [Route] {
        pages(database) + AssemblyForms.all.map { $0.route(database) } + [MemberUpload.upload.route(database, desk)]
    }

    private static func pages(_ database: any Database) -> [Route] {
        [
            Route(
                "/meetings", AssemblyText.title, .everyone,
                .page { request in try database.read { .page(try MeetingListPage(request, in: $0).page(request)) } }),
            Route(
                "/meetings/{meeting}", AssemblyText.meeting, .everyone,
                .page { request in
                    try database.read { try MeetingPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/deliberations", AssemblyText.deliberations, .everyone,
                .page { request in
                    try database.read { .page(try DeliberationListPage(request, in: $0).page(request)) }
                }),
            Route(
                "/deliberations/{deliberation}", AssemblyText.deliberation, .everyone,
                .page { request in
                    try database.read {
                        try DeliberationPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/organisations/{organisation}/members", AssemblyText.members,
                .roles(RollPage.readers),
                .page { request in
                    try database.read { try RollPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/organisations/{organisation}/members/{member}", AssemblyText.aMember, MemberPage.access, database,
                of: MemberForms.thing,
                .page { request in
                    try database.read { try MemberPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/organisations/{organisation}/officers", AssemblyText.officeHolders,
                .roles(RollPage.readers.union([.administrator])),
                .page { request in
                    try database.read {
                        try OfficeHolderPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
        ]
    }
}
