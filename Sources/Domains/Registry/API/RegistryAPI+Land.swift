import Kernel
import Storage
import Web

extension Registry {
    /// Parcels: the map of a place, each parcel, and the forms of its verbs.
    static func landPages(
        _ database: any Database, _ desk: DeskReading, _ late: @escaping LateContracts
    ) -> [Route] {
        [
            Route(
                "/places/{division}/land", LandText.village, .everyone,
                .page { request in
                    try database.read { try VillageLandPage(request, late, in: $0) }.map { .page($0.page(request)) }
                        ?? .notFound
                }),
            Route(
                "/parcels/{parcel}", LandText.parcel, .everyone,
                .page { request in
                    try database.read { try ParcelPage(request, late, in: $0) }.map { .page($0.page(request)) }
                        ?? .notFound
                }),
            ParcelUpload.upload.route(database, desk),
            Route(
                "/places/{division}/red-lines", RedLineText.title, .everyone,
                .page { request in
                    try database.read { try RedLinesPage(request, in: $0) }.map { .page($0.page(request)) } ?? .notFound
                }),
            RedLineForms.upload.route(database, desk),
        ] + RedLineForms.all.map { $0.route(database) } + ParcelForms.all.map { $0.route(database) }
    }
}
