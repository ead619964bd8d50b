package import Kernel
import Synchronization

/// Why the house's clock is not believed (decision record 0195).
package struct ClockDoubt: Sendable, Hashable {
    package enum Reason: String, Sendable {
        /// The machine's clock moved, and the time since its start did not.
        case jumped
        /// The machine's clock is far beyond the last entry of the log.
        case farAhead
        /// The machine's clock is not what the time server says.
        case network
    }

    package let reason: Reason
    /// What the machine's clock says.
    package let machine: Instant
    /// What it would say by the time gone since it was last believed; for `farAhead` the instant of the last entry, for
    /// `network` what the time server said and the time gone since.
    package let expected: Instant
}

/// The machine's clock, held against the time gone since the start, against the last entry of the log and, where one is
/// asked, against a time server (decision record 0199). While they do not agree no act of the clock is given and no
/// command is taken, until the machine's clock is set right or the administrator says that it is right.
package final class WatchedClock: WriterClock {
    private let machine: any WriterClock
    /// Milliseconds since some beginning, whatever anybody sets.
    private let elapsed: @Sendable () -> Int64
    /// By how much the clock may move against the time gone, in milliseconds.
    private let mostJump: Int64
    /// How far the first reading may lie beyond the last entry, in milliseconds.
    private let mostSilence: Int64
    private let state: Mutex<State>

    private struct State {
        /// Readings of both that agreed.
        var wall: Int64
        var gone: Int64
        var lastEntry: Int64?
        var isTrusted = false
        /// What the time server said, as the wall clock and the time gone read then.
        var network: (wall: Int64, gone: Int64)?
        /// The difference that a person has called right.
        var accepted: Int64 = 0

        /// By how much the machine's clock is ahead of the time server's.
        func difference(_ wall: Int64, _ gone: Int64) -> Int64? { network.map { wall - $0.wall - (gone - $0.gone) } }
    }

    /// A slow correction (NTP) is no jump: readings that agree are taken anew once a minute.
    private static let renewal: Int64 = 60_000

    /// `jumpSeconds`: by how much the clock may move at once; `silenceDays`: how long after its last entry a log may be
    /// taken up without a word. `elapsed`: milliseconds that only go on; the machine's own by default, sleep included.
    package init(
        machine: any WriterClock = SystemClock(), jumpSeconds: Int64 = 300, silenceDays: Int64 = 400,
        elapsed: (@Sendable () -> Int64)? = nil
    ) {
        let begun = ContinuousClock.now
        let elapsed =
            elapsed ?? { begun.duration(to: .now).milliseconds }
        self.machine = machine
        self.elapsed = elapsed
        mostJump = jumpSeconds * 1_000
        mostSilence = silenceDays * 86_400_000
        state = Mutex(State(wall: machine.now().milliseconds, gone: elapsed()))
    }

    /// The machine's time while it is believed; otherwise what it would be by the time gone.
    package func now() -> Instant {
        let (wall, gone) = (machine.now().milliseconds, elapsed())
        return state.withLock { state in
            let expected = state.wall + gone - state.gone
            guard abs(wall - expected) <= mostJump else { return Instant(milliseconds: expected) }
            if gone - state.gone >= WatchedClock.renewal { (state.wall, state.gone) = (wall, gone) }
            return Instant(milliseconds: wall)
        }
    }

    package var doubt: ClockDoubt? {
        let (wall, gone) = (machine.now().milliseconds, elapsed())
        return state.withLock { state in
            let expected = state.wall + gone - state.gone
            if abs(wall - expected) > mostJump {
                return ClockDoubt(
                    reason: .jumped, machine: Instant(milliseconds: wall), expected: Instant(milliseconds: expected))
            }
            if let difference = state.difference(wall, gone), abs(difference - state.accepted) > mostJump {
                return ClockDoubt(
                    reason: .network, machine: Instant(milliseconds: wall),
                    expected: Instant(milliseconds: wall - difference))
            }
            guard let last = state.lastEntry, !state.isTrusted, state.wall - last > mostSilence else { return nil }
            return ClockDoubt(
                reason: .farAhead, machine: Instant(milliseconds: wall), expected: Instant(milliseconds: last))
        }
    }

    package func takeUp(after last: Instant) { state.withLock { $0.lastEntry = last.milliseconds } }

    /// A time server says that the machine's clock has to be moved by `offset` milliseconds. It moves nothing; answers whether
    /// the two agree.
    package func hear(offset: Int64) -> Bool {
        let (wall, gone) = (machine.now().milliseconds, elapsed())
        return state.withLock { state in
            state.network = (wall + offset, gone)
            return abs(-offset - state.accepted) <= mostJump
        }
    }

    /// By how many milliseconds the machine's clock is ahead of the time server's; nil before it has answered.
    package var difference: Int64? {
        let (wall, gone) = (machine.now().milliseconds, elapsed())
        return state.withLock { $0.difference(wall, gone) }
    }

    /// The administrator's word: what the machine's clock says now is right.
    package func trust() {
        let (wall, gone) = (machine.now().milliseconds, elapsed())
        state.withLock { state in
            (state.wall, state.gone) = (wall, gone)
            state.isTrusted = true
            state.accepted = state.difference(wall, gone) ?? 0
        }
    }
}
