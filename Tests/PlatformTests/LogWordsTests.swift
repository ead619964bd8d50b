import Kernel
import Storage
import Testing

@testable import Platform

/// What the public log says of each act.
@Suite("The log in words") struct LogWordsTests {
    private static let kinds = InstallationPlan.qianmo.modules.all.flatMap { $0.events.map { $0.fullName } }

    @Test("Every event of every room has words in both languages, and no words are of an event that is not there")
    func complete() {
        #expect(Self.kinds.count > 150)
        let said = Set(LogWords.acts.keys).union(LogWords.roomActs.keys)
        #expect(Set(Self.kinds).subtracting(said).sorted() == [])
        #expect(said.subtracting(Self.kinds).subtracting(["log.part"]).sorted() == [])
        for words in LogWords.acts.merging(LogWords.roomActs, uniquingKeysWith: { first, _ in first }).values {
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
        }
    }

    @Test("A word of an act finds its kinds, in either language")
    func found() {
        #expect(LogWords.kinds(saying: "受理").contains("exchange.lotAccepted"))
        #expect(LogWords.kinds(saying: "accepted").contains("exchange.lotAccepted"))
        #expect(LogWords.kinds(saying: "东坡村").isEmpty)
    }
}
