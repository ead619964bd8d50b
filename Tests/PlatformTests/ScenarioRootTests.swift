import EventLog
import Kernel
import Storage
import TestSupport
import Testing

@testable import Platform

/// A rewrite of the program must not rewrite history: the same commands make the same log, byte for byte.
@Suite("Scenario roots") struct ScenarioRootTests {
    struct Root: Sendable, CustomTestStringConvertible {
        let file: String
        /// Of the program of 27 November 2026 (9d1a5e9), whose leaves named whoever acted.
        let open: String
        /// Since then: a root changes only with a fault that a decision record names. Of 0234: acts that private persons may
        /// give commit to who acted.
        let now: String

        init(_ file: String, open: String, now: String) { (self.file, self.open, self.now) = (file, open, now) }

        var testDescription: String { file }
    }

    static let roots = [
        Root(
            "baisha-2.jsonl", open: "CocpTas0DLIXZ+pBDWUhBJ7UK/Mo8Zmf2YsrDuMZciU=",
            now: "blsQzoOMe05JZtxX/RMW8oH0GEGtufKknpVR/YqwT6c="),
        Root(
            "dachuan-2018.jsonl", open: "6QUHrLxvnkmrAa2zaVD7k3oZCGGL5pseyGoRPzk2NfU=",
            now: "Rxm/DkSWoa5ajTjjJRSAE8u4MjO3YHdaBOzgD7iZhfE="),
        Root(
            "fucheng-pond.jsonl", open: "Xp1/u/9vaa2Pq4U6vYET19efDcsORKnq++HzooXAGM0=",
            now: "zTw37GED+DjrFVShh5dFFMuNpzmtxWPNIkKKpnsD4TY="),
        Root(
            "guanghan-2025.jsonl", open: "hvrwhC/9nO9+A6XhnsK/hrIDVctqWRy6bJtannjNJPc=",
            now: "fMmR32iD/eBvKPRRG8+FlpxVR1k3uGrNPmLUpC4rx4g="),
        Root(
            "luxian-2019.jsonl", open: "tmxHpBPbKlWNoJm27wJXPU+708SrnOvmWTuVUVq9hJM=",
            now: "3MQMBAfCh8pPqE49GNWcywNg3eeufEDKW8ffklNFmqg="),
        Root(
            "zhongjiang-pond.jsonl", open: "JgsDv1i3G/P/uZLPQtGg5fKldW0MmQ2fj4Re/N/RVYw=",
            now: "Cq/9IZTjDLlh4Nu6qYnIEv4opbqFKmgWT8vWAa7AIuc="),
    ]

    @Test(
        "Each scenario ends in its log; told who acted, it is the log from before the rooms got one shape",
        arguments: roots)
    func root(_ root: Root) async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run(root.file)
        let found = try practice.installation.log.head().root.base64
        #expect(found == root.now, "it ends in \(found)")
        var tree = CompactRange()
        for leaf in try practice.installation.leavesOfTheOldForm(practice.workshop.folder) {
            tree.append(Hash.leaf(leaf))
        }
        #expect(tree.root.base64 == root.open, "told who acted it ends in \(tree.root.base64)")
    }
}
