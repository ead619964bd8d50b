package import Kernel

/// A driver with a vehicle, from one instant to another.
package struct Shift: Sendable, Hashable {
    package let driver: OfficeID
    package let startedAt: Instant

    /// A shift is entered within a day, and is no longer than this: whoever forgot to end one says when it ended.
    static let mostSeconds: Int64 = 16 * 3_600
    /// A phone's clock may run so far ahead of the house's, in seconds; what it says is then of now.
    static let aheadSeconds: Int64 = 300
}
