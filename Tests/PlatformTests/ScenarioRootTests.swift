import EventLog
import Kernel
import TestSupport
import Testing

@testable import Platform

/// A rewrite of the program must not rewrite history: the same commands make the same log, byte for byte.
@Suite("Scenario roots") struct ScenarioRootTests {
    /// The roots of the program of 27 November 2026 (9d1a5e9). A root changes only with a fault that a decision record names.
    static let roots = [
        ("baisha-2.jsonl", "CocpTas0DLIXZ+pBDWUhBJ7UK/Mo8Zmf2YsrDuMZciU="),
        ("dachuan-2018.jsonl", "6QUHrLxvnkmrAa2zaVD7k3oZCGGL5pseyGoRPzk2NfU="),
        ("fucheng-pond.jsonl", "Xp1/u/9vaa2Pq4U6vYET19efDcsORKnq++HzooXAGM0="),
        ("guanghan-2025.jsonl", "hvrwhC/9nO9+A6XhnsK/hrIDVctqWRy6bJtannjNJPc="),
        ("luxian-2019.jsonl", "tmxHpBPbKlWNoJm27wJXPU+708SrnOvmWTuVUVq9hJM="),
        ("zhongjiang-pond.jsonl", "JgsDv1i3G/P/uZLPQtGg5fKldW0MmQ2fj4Re/N/RVYw="),
    ]

    @Test("Each scenario ends in the log it ended in before the rooms got one shape", arguments: roots)
    func root(file: String, root: String) async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run(file)
        #expect(try practice.house.log.head().root.base64 == root)
    }
}
