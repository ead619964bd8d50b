import EventLog

/// Where salts and keys of the log come from.
package enum InstallationRandom: Sendable {
    /// The operating system: every real installation.
    case system
    /// From one text, anew for every entry, so that a scenario gives the same log every time, also when it was
    /// interrupted. Only for practice houses: whoever knows the text can open their commitments (record 0073).
    case practice(seed: String)

    /// The source for everything that belongs to one entry.
    func source(for entry: Int64) -> any RandomSource {
        switch self {
        case .system: SystemRandom()
        case .practice(let seed): SeededRandom(seed: "\(seed)/\(entry)")
        }
    }
}
