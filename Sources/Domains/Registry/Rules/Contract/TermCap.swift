package import Kernel

/// The longest terms the law allows, as parameters of the place (`term.leaseYears`, `term.fourWasteYears`).
///
/// A period counted in years ends on the day of the same number (Civil Code, arts. 201 and 202), so a lease of twenty
/// years from 2019-07-01 may last to 2039-07-01.
package struct TermCap: Sendable, Hashable {
    package let leaseYears: Int64
    package let wasteYears: Int64

    package init(leaseYears: Int64, wasteYears: Int64) {
        self.leaseYears = leaseYears
        self.wasteYears = wasteYears
    }

    /// The last day of a lease that begins on `start` and lasts as long as the law allows.
    package func lastDayOfLease(from start: CivilDate) -> CivilDate { start.adding(years: Int(leaseYears)) }

    /// The last day of a right to waste land that begins on `start` and lasts as long as the law allows.
    package func lastDayOfWaste(from start: CivilDate) -> CivilDate { start.adding(years: Int(wasteYears)) }

    /// How a term from `start` to its last day `end` breaks the law; nil where it does not.
    package func violation(
        way: TransferWay, rightUntil: CivilDate?, assetClass: AssetClass, start: CivilDate, end: CivilDate
    ) -> Rejection? {
        let lastOfLease = lastDayOfLease(from: start)
        if way.isCappedAsLease, end > lastOfLease { return RegistryRefusal.leaseTooLong(leaseYears, lastOfLease) }
        if let rightUntil, end > rightUntil { return RegistryRefusal.beyondRight(rightUntil) }
        let lastOfWaste = lastDayOfWaste(from: start)
        if assetClass == .waste, end > lastOfWaste { return RegistryRefusal.wasteTooLong(wasteYears, lastOfWaste) }
        return nil
    }

    func violation(of terms: ContractTerms, _ card: Asset) -> Rejection? {
        violation(
            way: terms.way(for: card.right), rightUntil: card.rightUntil, assetClass: card.assetClass,
            start: terms.start, end: terms.end)
    }
}
