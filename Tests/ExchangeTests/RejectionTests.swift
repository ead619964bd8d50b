import Kernel
import Storage
import Testing

@testable import Exchange

@Suite("What the exchange refuses with") struct RejectionTests {
    @Test("Each has a number of its own between 3001 and 3999; a station's ten are 3120 to 3129")
    func numbers() {
        let all = ExchangeRefusal.all.map(\.number)
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { (3_001..<4_000).contains($0) })
        #expect(all.filter { (3_120..<3_140).contains($0) } == Array(3120...3129))
    }

    @Test("Each says what is the matter and what to do, in Chinese and in English, and its details are in the words")
    func words() {
        let isChinese = { (text: String) in text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        for refusal in ExchangeRefusal.all {
            let rejection = refusal.specimen
            for message in [rejection.text, rejection.next] {
                #expect(isChinese(message.zh) && message.zh.hasSuffix("。"), "\(refusal.number): \(message.zh)")
                #expect(!isChinese(message.en) && !message.en.isEmpty, "\(refusal.number): \(message.en)")
            }
            for (language, said) in [(Language.chinese, rejection.text.zh), (.english, rejection.text.en)] {
                for detail in refusal.statement.example {
                    #expect(said.contains(detail.words(language)), "\(refusal.number) does not say its detail: \(said)")
                }
            }
        }
    }

    @Test("Every refusal that a command may answer with is in the list, and every one in the list is some command's")
    func declared() {
        let known = Set(ExchangeRefusal.all.map(\.number))
        // A log of bids that cannot be read is refused by the replay, which is no command.
        var used: Set<Int> = [ExchangeRefusal.replayLine.number]
        func numbers<Verb: Command<Exchange>>(of verb: Verb.Type) -> [Int] { verb.refusals.map(\.number) }
        for verb in Exchange.commands {
            guard let verb = verb as? any Command<Exchange>.Type else {
                Issue.record("\(verb) is no command of the exchange")
                continue
            }
            let declared = numbers(of: verb)
            #expect(Set(declared).count == declared.count, "\(verb.name) says one twice")
            #expect(known.isSuperset(of: declared), "\(verb.name): \(Set(declared).subtracting(known))")
            used.formUnion(declared)
        }
        // `qianmo replay` reads a file of bids, a station's laptop a pack; no command does.
        let ofFiles: [ExchangeRefusal] = [.replayLine, .packForeign, .packOfAnother, .stationEmpty, .stationRunning]
        #expect(known == used.union(ofFiles.map(\.number)), "nobody refuses with \(known.subtracting(used).sorted())")
    }
}
