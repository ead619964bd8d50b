import Kernel

extension ContractTerms {
    /// The terms with what their schedule says: the sum, and a payment for each year on its first day (先交后用) where the
    /// paper names no days of its own.
    func reckoned() throws(Rejection) -> ContractTerms {
        guard let schedule else { return self }
        guard schedule.isClear, let lines = schedule.lines(from: start, to: end), !lines.isEmpty else {
            throw RegistryRefusal.scheduleUnclear()
        }
        let sum = lines.reduce(Money.zero) { $0 + $1.amount }
        guard total == .zero || total == sum else {
            throw RegistryRefusal.scheduleTotal(RegistryText.yuan(sum.fen), RegistryText.yuan(total.fen))
        }
        var terms = self
        terms.total = sum
        if instalments.isEmpty {
            terms.instalments = lines.map { Instalment(number: $0.number, due: $0.from, amount: $0.amount) }
        }
        return terms
    }
}

extension RentSchedule {
    /// Whether a rise has both its years and its share, a rent in kind both its good and its quantity.
    var isClear: Bool {
        (stepYears > 0) == (stepBasisPoints > 0) && (good?.isBlank ?? true) == (gramsPerYear == nil)
    }
}
