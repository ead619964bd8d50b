import EventLog
package import Kernel
package import Storage

/// Another key signs the log from here on (decision record 0399).
package struct ChangeSigner: Command {
    package typealias Domain = LogBook

    /// The public half of the key that signed so far, as it stood in `log.pub`.
    let former: String
    /// Its word for the next: its last checkpoint, which names the next.
    let handover: Verbatim

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(former: pass.value("former", \.former), handover: pass.value("handover", \.handover))
    }

    package static let name = "changeSigner"
    package static let title = LogBookText.changeSigner
    package static let access: Access = .installation
    package static let refusals: [LogBook.Refusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("log", "epochs") }
    package func place(_ state: LogBook.State, _ facts: NoFacts) -> DivisionID? { nil }

    package func decide(_ state: LogBook.State, _ facts: NoFacts, _ context: Context) -> [any Event<LogBook>] {
        [SignerChanged(former: former, handover: handover)]
    }
}

package struct SignerChanged: Event {
    package typealias Domain = LogBook

    let former: String
    let handover: Verbatim

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(former: pass.value("former", \.former), handover: pass.value("handover", \.handover))
    }

    package static let name = "signerChanged"
    package var division: DivisionID? { nil }

    package func change(_ state: inout LogBook.State, at instant: Instant) {}

    package func project(
        from standing: Void, to state: LogBook.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try EpochStore.save(self, entry, in: tx)
    }
}
