import Kernel
import Testing

@testable import Registry

/// What always holds of a contract in the register; the runner asks it after every command of every test.
@Suite("Invariants of contracts") struct ContractInvariantTests {
    private func broken(_ change: (inout RegisteredContract) -> Void) -> Int {
        var contract = RegisteredContract(TestRegister.terms())
        change(&contract)
        var invariants = Invariants()
        Registry.check(.contract(contract), &invariants)
        return invariants.broken.count
    }

    @Test("A contract as it was entered holds; each thing that may go wrong with it is told")
    func each() {
        #expect(broken { _ in } == 0)
        #expect(broken { $0.end = day("2026-03-31") } == 1)
        #expect(broken { $0.total = Money(fen: 7_999_999) } == 1)
        #expect(broken { $0.instalments.reverse() } == 1)
        #expect(broken { $0.instalments[0] = Instalment(number: 1, due: day("2026-04-01"), amount: .zero) } == 2)
        #expect(broken { $0.subleases = [DayRange(start: day("2026-03-31"), end: day("2027-03-31"))] } == 1)
        #expect(broken { $0.subleases = [DayRange(start: day("2030-04-01"), end: day("2031-04-01"))] } == 1)
        let first = DayRange(start: day("2026-04-01"), end: day("2027-03-31"))
        #expect(broken { $0.subleases = [DayRange(start: day("2027-04-01"), end: day("2028-03-31")), first] } == 0)
        #expect(broken { $0.subleases = [first, DayRange(start: day("2027-03-31"), end: day("2028-03-31"))] } == 1)
    }

    @Test("What is agreed later becomes the state: the new rent from its day on, what was paid before as it was")
    func amended() throws {
        var state = RegistryState.contract(RegisteredContract(TestRegister.terms()))
        let later = Instalment(number: 3, due: day("2027-04-01"), amount: Money(fen: 5_000_000))
        ContractAmended(
            contract: ContractID("c1")!, number: 1, place: TestRegister.village, asset: TestRegister.field,
            lessor: TestRegister.collective, from: day("2027-04-01"), end: day("2032-03-31"),
            endBefore: day("2031-03-31"), unitPrice: Money(fen: 80_000), total: Money(fen: 9_000_000),
            totalBefore: Money(fen: 8_000_000), instalments: [later], schedule: nil, paper: "", resolution: nil
        ).change(&state, at: Instant(milliseconds: 0))
        guard case .contract(let contract) = state else {
            Issue.record("no contract")
            return
        }
        #expect(contract.end == day("2032-03-31") && contract.instalments.map(\.number) == [1, 3])
        var invariants = Invariants()
        Registry.check(state, &invariants)
        #expect(invariants.broken.isEmpty)
    }
}
