import Kernel
@testable import Ledger
import Testing

@Suite("What the books say") struct LedgerTextTests {
    @Test("Every refusal has a number in the four thousands, words in both languages and a next step")
    func refusals() {
        for rejection in LedgerRefusal.all.map(\.specimen) {
            #expect((4001...4999).contains(rejection.number))
            for message in [rejection.text, rejection.next] {
                #expect(message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
                let english = message.en.unicodeScalars
                #expect(!english.isEmpty && !english.contains { (0x4E00...0x9FFF).contains($0.value) })
            }
        }
    }
}
