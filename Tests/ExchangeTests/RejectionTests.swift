import Kernel
import Testing
import Web

@testable import Exchange

@Suite("What the exchange refuses with") struct RejectionTests {
    private static let exchange = ExchangeRejection.catalogue.map(\.rejection)
    private static let station = StationRejection.catalogue.map(\.rejection)

    @Test("A station's ten reasons have the numbers 3120 to 3129, and nobody else has them")
    func numbers() {
        #expect(Self.station.map(\.number) == Array(3120...3129))
        let all = (Self.exchange + Self.station).map(\.number)
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { (3_000..<4_000).contains($0) })
    }

    @Test("Each says what is the matter and what to do, in Chinese and in English")
    func words() {
        let isChinese = { (text: String) in text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        for rejection in Self.exchange + Self.station {
            for message in [rejection.text, rejection.next] {
                #expect(isChinese(message.zh) && message.zh.hasSuffix("。"), "\(rejection.number): \(message.zh)")
                #expect(!isChinese(message.en) && !message.en.isEmpty, "\(rejection.number): \(message.en)")
            }
        }
    }

    @Test("Those that speak of an entry or an instant name it")
    func particulars() {
        for reason in StationRejection.catalogue {
            let said = reason.text.en
            switch reason {
            case .logBad(let entry), .logOther(let entry), .clockBackwards(let entry):
                #expect(said.contains("\(entry)"))
            case .clockBehind(let entry, let instant), .clockAhead(let entry, let instant):
                #expect(said.contains("\(entry)") && said.contains(Format(.english).instant(instant)))
            case .keyWrong, .modeNotForStation, .checkpointBad, .notEnded, .proxyNotAtStation: break
            }
        }
    }

    @Test("Every number a command may answer with is in a catalogue")
    func declared() {
        let known = Set((Self.exchange + Self.station).map(\.number))
        for form in Exchange.Command.forms {
            #expect(known.isSuperset(of: form.rejections), "\(form.name): \(Set(form.rejections).subtracting(known))")
        }
    }
}
