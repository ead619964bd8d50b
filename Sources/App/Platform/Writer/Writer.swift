import Kernel

/// The one actor that writes. Whatever has gathered is decided, written and flushed together; then all are answered.
package actor Writer {
    /// Gives one command and waits for the flush.
    ///
    /// Throws `OutcomeUnknown` when the commit gave no clear answer: send the same submission again. A full queue answers
    /// `.rejected` with kind `.unavailable`; nothing was written.
    package nonisolated func submit(_ submission: Submission) async throws -> Answer {
        preconditionFailure("lands with the writer")
    }

    /// Gives several commands in order, answered in the same order after their flushes.
    package nonisolated func submit(all submissions: [Submission]) async throws -> [Answer] {
        preconditionFailure("lands with the writer")
    }

    /// Each new head after its flush; a slow watcher sees only the newest.
    package nonisolated func heads() -> AsyncStream<Head> {
        preconditionFailure("lands with the writer")
    }
}
