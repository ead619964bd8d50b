import Kernel

/// Wakes the writer when a waiting command is due. It decides nothing: the writer runs due commands before any later
/// one, whether or not it was woken in time. Where another program writes, it tries for the place four times a second.
package actor Scheduler {
    private let writer: Writer
    private let clock: any WriterClock

    package init(_ writer: Writer, clock: any WriterClock) {
        self.writer = writer
        self.clock = clock
    }

    /// Runs until the task is cancelled. Looks at least once a second, so that a changed clock is noticed.
    package func run() async {
        await writer.nudge()
        while !Task.isCancelled {
            if writer.isWaiting { await writer.takePlace() }
            // A clock that is not believed brings nothing about.
            let due = clock.doubt == nil ? writer.nextDue : nil
            let wait = due.map { $0.milliseconds - clock.now().milliseconds } ?? 1_000
            if wait <= 0 {
                await writer.nudge()
            }
            do {
                let longest: Int64 = writer.isWaiting ? 250 : 1_000
                try await Task.sleep(for: .milliseconds(min(max(wait, 20), longest)))
            } catch {
                return
            }
        }
    }
}
