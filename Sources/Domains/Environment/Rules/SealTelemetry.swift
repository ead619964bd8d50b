package import Kernel
package import Storage

/// Puts the root of ten minutes of raw frames into the log: one leaf, whatever the number of frames.
package struct SealTelemetry: EnvironmentCommand {
    package let from: Instant
    package let to: Instant
    package let stations: Int64
    package let frames: Int64
    /// Hex of the root over the stations' roots.
    package let root: String
    package let file: String
    package let fileBytes: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            from: pass.value("from", \.from), to: pass.value("to", \.to),
            stations: pass.whole("stations", \.stations, in: CountDomain.self),
            frames: pass.whole("frames", \.frames, in: CountDomain.self), root: pass.value("root", \.root),
            file: pass.value("file", \.file), fileBytes: pass.whole("fileBytes", \.fileBytes, in: BytesDomain.self))
    }

    package static let name = "sealTelemetry"
    package static var title: Message { EnvironmentText.sealTelemetry }
    package static let access: Access = .installation
    package static let refusals: [EnvironmentRefusal] = [.sealMalformed, .sealOverlaps]

    package init(
        from: Instant, to: Instant, stations: Int64, frames: Int64, root: String, file: String, fileBytes: Int64
    ) {
        self.from = from
        self.to = to
        self.stations = stations
        self.frames = frames
        self.root = root
        self.file = file
        self.fileBytes = fileBytes
    }

    package func stream(_ context: Context) -> StreamID { StreamID("telemetry", "seals") }
    package func place(_ state: Environment.State, _ facts: NoFacts) -> DivisionID? { nil }

    package func decide(_ state: Environment.State, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard root.isSHA256Hex, from < to else { throw EnvironmentRefusal.sealMalformed() }
        if let last = state.seal, from < last.to { throw EnvironmentRefusal.sealOverlaps(last.to) }
        return [
            TelemetrySealed(
                from: from, to: to, stations: stations, frames: frames, root: root, file: file, fileBytes: fileBytes,
                previous: state.seal?.root)
        ]
    }
}

/// The size of a segment file.
package enum BytesDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...1_099_511_627_776
    package static let unit = "bytes"
}

/// Ten minutes of raw frames are sealed.
package struct TelemetrySealed: EnvironmentEvent {
    package let from: Instant
    package let to: Instant
    package let stations: Int64
    package let frames: Int64
    package let root: String
    package let file: String
    package let fileBytes: Int64
    package var previous: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            from: pass.value("from", \.from), to: pass.value("to", \.to),
            stations: pass.whole("stations", \.stations, in: CountDomain.self),
            frames: pass.whole("frames", \.frames, in: CountDomain.self), root: pass.value("root", \.root),
            file: pass.value("file", \.file), fileBytes: pass.whole("fileBytes", \.fileBytes, in: BytesDomain.self),
            previous: pass.optional("previous", \.previous))
    }

    package static let name = "telemetrySealed"
    package var division: DivisionID? { nil }

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.seal = Seal(to: to, root: root)
    }
}
