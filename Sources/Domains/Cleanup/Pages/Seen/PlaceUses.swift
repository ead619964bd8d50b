import Kernel
package import Storage
package import Web

extension Cleanup {
    /// What the room shows of a village: land used without a contract, while any is open.
    package static func face(_ database: any Database) -> FaceSource {
        { place, request in
            guard place.isVillage else { return PlaceFace() }
            let today = request.now.date
            let tally = try database.read { try ObservationQueries.tally(within: place.path, on: today, in: $0) }
            guard tally.open > 0 else { return PlaceFace() }
            let format = request.format
            return PlaceFace(figures: [
                .init(
                    35,
                    .init(
                        SeenText.title, "\(format.area(tally.openArea))", definition: SeenText.definition,
                        to: "/places/\(place.id)/observations",
                        basis: .init(
                            today, note: SeenText.openAndLate(format.count(tally.open), format.count(tally.late))),
                        tone: tally.late > 0 ? .bad : .warning))
            ])
        }
    }
}
