import Foundation

/// GCJ-02, the shifted degrees of the maps on phones: here 550–605 m to the east of where the land is.
package enum PhoneMap {
    private static let semiMajor = 6_378_245.0
    private static let squared = 0.00669342162296594323

    /// Where a phone's map shows `place`.
    package static func shifted(_ place: Place) -> Place {
        let (x, y) = (place.longitude - 105, place.latitude - 35)
        let root = abs(x).squareRoot()
        let swing = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
        let north =
            -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + swing
            + (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
            + (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
        let east =
            300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + swing
            + (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
            + (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
        let latitude = place.latitude * .pi / 180
        let bend = 1 - squared * sin(latitude) * sin(latitude)
        return Place(
            longitude: place.longitude + east * 180 / (semiMajor / bend.squareRoot() * cos(latitude) * .pi),
            latitude: place.latitude
                + north * 180 / (semiMajor * (1 - squared) / (bend * bend.squareRoot()) * .pi))
    }

    /// Where the land is that a phone's map shows at `shown`: the shift taken off until it fits. The usual single step errs by
    /// more than a ridge is wide.
    package static func real(_ shown: Place) -> Place {
        var guess = shown
        for _ in 0..<6 {
            let again = shifted(guess)
            guess = Place(
                longitude: guess.longitude + shown.longitude - again.longitude,
                latitude: guess.latitude + shown.latitude - again.latitude)
        }
        return guess
    }
}
