import Kernel

/// Wakes the writer when a waiting command is due. It decides nothing: the writer runs due commands before any later
/// one, whether or not it was woken in time.
package actor Scheduler {
    private let writer: Writer
    private let clock: any HouseClock

    package init(_ writer: Writer, clock: any HouseClock) {
        self.writer = writer
        self.clock = clock
    }

    /// Runs until the task is cancelled. Looks at least once a second, so that a changed clock is noticed.
    package func run() async {
        await writer.nudge()
        while !Task.isCancelled {
            let wait = writer.nextDue.map { $0.milliseconds - clock.now().milliseconds } ?? 1_000
            if wait <= 0 {
                await writer.nudge()
            }
            do {
                try await Task.sleep(for: .milliseconds(min(max(wait, 20), 1_000)))
            } catch {
                return
            }
        }
    }
}
