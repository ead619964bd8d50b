import Kernel
import Ledger
import Testing

@Suite("What the books say") struct LedgerTextTests {
    @Test("Every refusal has its own number in the four thousands, words in both languages and a next step")
    func rejections() {
        let catalogue = LedgerRejection.catalogue
        #expect(catalogue.count == 35)
        #expect(Set(catalogue.map(\.number)).count == catalogue.count)
        #expect(catalogue.map(\.number) == catalogue.map(\.number).sorted())
        for reason in catalogue {
            #expect((4001...4999).contains(reason.number))
            for message in [reason.text, reason.next] {
                #expect(message.zh.contains { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } })
                #expect(!message.en.isEmpty)
                #expect(!message.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            }
        }
    }

    @Test("Every command declares refusals that exist, and is read and written back unchanged")
    func commands() {
        let known = Set(LedgerRejection.catalogue.map(\.number))
        #expect(Ledger.Command.forms.count == 11)
        for form in Ledger.Command.forms {
            #expect(known.isSuperset(of: form.rejections), "\(form.name)")
            #expect(!form.fields.isEmpty)
        }
        #expect(Set(Ledger.Event.forms.map(\.name)).count == 10)
    }
}
