import Foundation
package import Kernel

/// Where the writer reads the time. Rules never see it: they see the writer's stamp.
package protocol HouseClock: Sendable {
    func now() -> Instant
}

/// The machine's clock.
package struct SystemClock: HouseClock {
    package init() {}

    package func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }
}
