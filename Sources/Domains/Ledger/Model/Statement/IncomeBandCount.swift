package import Kernel
package import Registry

/// The collectives of an area by their income band on a day, each figure with what it was counted from.
package struct IncomeBandCount: Sendable, Hashable {
    package struct Body: Sendable, Hashable {
        package let organisation: OrganisationID
        package let name: String
        /// Operating income less operating expenses from 1 January, without subsidies; above zero is a gain.
        package let result: Money

        package init(organisation: OrganisationID, name: String, result: Money) {
            self.organisation = organisation
            self.name = name
            self.result = result
        }

        package var band: IncomeBand { IncomeBand(result) }
    }

    package let date: CivilDate
    /// Those that keep books here. Who keeps none is not in the denominator.
    package let bodies: [Body]
    /// Collectives of the area without books here.
    package let without: Int

    package init(date: CivilDate, bodies: [Body], without: Int) {
        self.date = date
        self.bodies = bodies
        self.without = without
    }

    package func share(_ band: IncomeBand) -> BandShare {
        BandShare(bodies.count { $0.band == band }, of: bodies.count)
    }

    /// Those of 50,000 yuan and more, the figure of the national report.
    package var atLeastFive: BandShare { BandShare(bodies.count { $0.band >= .from5 }, of: bodies.count) }
}
