import Kernel
package import Registry
package import Storage
package import Web

extension Environment {
    /// Who keeps an eye on what is due.
    static let due: Set<Role> = [.stationAgent, .stationReviewer, .countyOfficer, .supervisor]

    /// Who sees the commands to the loggers of a facility, with their answers.
    static let orders: Access = .own(.stationAgent, .stationReviewer, .countyOfficer, .supervisor)

    /// The addresses of the room. `hours`: the book of hours beside the store, where there is one; `paid`: how the instalments of a
    /// contract stand.
    package static func routes(database: any Database, hours: HourBook? = nil, paid: InstalmentStandings? = nil)
        -> [Route]
    {
        pages(database) + facilityPages(database, paid) + [hoursFile(database, hours)]
            + EnvironmentForms.all.map { $0.route(database) }
    }

    private static func hoursFile(_ database: any Database, _ hours: HourBook?) -> Route {
        Route(
            "/environment/facilities/{facility}/hours.csv", EnvironmentText.hoursFile, .everyone,
            .file(contentType: "text/csv; charset=utf-8") { request in
                try database.read { tx in
                    try HourExport(request, hours, in: tx).map { .file($0.csv, name: "\($0.facility.id)-hours.csv") }
                        ?? .notFound
                }
            })
    }

    /// The page of a facility, and what hangs on it alone.
    private static func facilityPages(_ database: any Database, _ paid: InstalmentStandings?) -> [Route] {
        [
            Route(
                "/environment/facilities/{facility}", EnvironmentText.facility, .everyone,
                .page { request in
                    try database.read {
                        try FacilityPage(request, standings: paid, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/environment/facilities/{facility}/letters/{number}", LetterText.letter, .everyone,
                .page { request in
                    try database.read { try LetterPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/environment/facilities/{facility}/upkeep", UpkeepText.title, .everyone,
                .page { request in
                    try database.read { try UpkeepPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/environment/facilities/{facility}/running", UpkeepText.running, .everyone,
                .page { request in
                    try database.read { try RunningPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
        ]
    }

    private static func pages(_ database: any Database) -> [Route] {
        [
            Route(
                "/environment", EnvironmentText.title, .everyone,
                .page { request in try database.read { .page(try FacilityListPage(request, in: $0).page(request)) } }),
            Route(
                "/environment/limits", EnvironmentText.limits, .everyone,
                .page { request in try database.read { .page(try LimitPage($0).page(request)) } }),
            Route(
                "/environment/rates", RateText.rates, .everyone,
                .page { request in try database.read { .page(try RatesPage(request, in: $0).page(request)) } }),
            Route(
                "/environment/capacity", CapacityText.title, .everyone,
                .page { request in try database.read { .page(try CapacityPage(request, in: $0).page(request)) } }),
            Route(
                "/environment/due", EnvironmentText.due, .roles(due),
                .page { request in try database.read { .page(try DuePage(request, in: $0).page(request)) } }),
            Route(
                "/environment/facilities/{facility}/instruments", InstrumentText.title, .everyone,
                .page { request in
                    try database.read {
                        try InstrumentPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound
                    }
                }),
            Route(
                "/environment/facilities/{facility}/orders", DeviceText.title,
                orders, database, of: EnvironmentForms.ofFacility,
                .page { request in
                    try database.read { try DevicePage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/environment/facilities/{facility}/sewer", CapacityText.sewer, .everyone,
                .page { request in
                    try database.read { try SewerPage(request, in: $0).map { .page($0.page(request)) } ?? .notFound }
                }),
            Route(
                "/environment/facilities/{facility}/sewer.inp", CapacityText.swmm, .everyone,
                .file(contentType: "text/plain; charset=utf-8") { request in
                    try database.read { tx in
                        try SewerPage(request, in: tx).map { .file($0.file, name: "\($0.facility.id).inp") }
                            ?? .notFound
                    }
                }),
            Route(
                "/environment/facilities/{facility}/days.csv", EnvironmentText.daysFile, .everyone,
                .file(contentType: "text/csv; charset=utf-8") { request in
                    try database.read { tx in
                        try DayExport(request, in: tx).map { .file($0.csv, name: "\($0.facility.id)-days.csv") }
                            ?? .notFound
                    }
                }),
            Route(
                "/environment/facilities/{facility}/sensorthings", EnvironmentText.sensorThings, .everyone,
                // The shape is the standard's, not ours to say again.
                .file(contentType: "application/json") { request in
                    try database.read { tx in
                        try DayExport(request, in: tx).map {
                            .file($0.sensorThings.canonicalBytes, name: "\($0.facility.id)-days.json")
                        } ?? .notFound
                    }
                }),
        ]
    }
}
