package import Kernel
import Exchange

/// The packages in which a lot's data leave the house: releases as they were published, one for each event, and the
/// record with all of them merged. These are the ones the judge reads (`Tests/ocds/judge.py`).
package enum OCDSExport {
    package static let version = "1.1"

    /// The releases of some lots; nil when none of them is public.
    package static func releasePackage(_ lots: [OCDSLot], _ publisher: OCDSPublisher) -> JSON? {
        let releases = lots.flatMap { OCDSRelease.all(of: $0, publisher) }
        guard let latest = latest(releases) else { return nil }
        var package = frame(publisher, "releases", latest, lots)
        package["releases"] = .array(releases)
        return .object(package)
    }

    /// The records of some lots; nil when none of them is public.
    package static func recordPackage(_ lots: [OCDSLot], _ publisher: OCDSPublisher) -> JSON? {
        var records: [JSON] = []
        var dates: [JSON] = []
        for lot in lots {
            let releases = OCDSRelease.all(of: lot, publisher)
            guard let compiled = OCDSMerge.compiled(releases), let ocid = compiled["ocid"] else { continue }
            records.append(["ocid": ocid, "releases": .array(releases), "compiledRelease": compiled])
            dates.append(compiled)
        }
        guard let latest = latest(dates) else { return nil }
        var package = frame(publisher, "records", latest, lots)
        package["records"] = .array(records)
        return .object(package)
    }

    private static func latest(_ releases: [JSON]) -> String? { releases.compactMap { $0["date"]?.string }.max() }

    /// What stands around the releases. The date is the latest release's: the same data make the same package.
    private static func frame(_ publisher: OCDSPublisher, _ kind: String, _ latest: String, _ lots: [OCDSLot])
        -> [String: JSON]
    {
        let name = lots.count == 1 ? lots.first?.lot.text ?? "all" : "all"
        return [
            "uri": .string("\(publisher.site)/ocds/\(kind)/\(name).json"), "version": .string(version),
            "publishedDate": .string(latest),
            "publisher": ["name": .string(publisher.name), "uri": .string(publisher.site)],
            "extensions": .array(publisher.extensions.map { .string($0) }),
        ]
    }
}
