/// A moment: milliseconds since 1970-01-01T00:00:00Z. Shown to people in Asia/Shanghai, which is UTC+8 all year.
///
/// Instants arrive as parameters: the writer's sequenced stamp is the only clock a rule ever sees.
package struct Instant: Sendable, Hashable, Comparable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    package func adding(milliseconds delta: Int64) -> Instant { Instant(milliseconds: milliseconds + delta) }
    package func adding(seconds delta: Int64) -> Instant { adding(milliseconds: delta * 1_000) }
}
