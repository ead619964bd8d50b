import Kernel
import Registry

/// The budget of a year with what the books have used of it, as programs read it.
struct BudgetResource: FieldRecord {
    let year: AccountingYear
    let adoptedOn: CivilDate
    let resolution: ResolutionID
    let lines: [Line]

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            year: pass.value("year", \.year), adoptedOn: pass.value("adoptedOn", \.adoptedOn),
            resolution: pass.value("resolution", \.resolution), lines: pass.wholeList("lines", \.lines))
    }

    struct Line: FieldRecord {
        let account: AccountCode
        let adopted: Money
        let planned: Money
        let used: Money
        let isOver: Bool

        static func fields(_ pass: inout FieldPass<Self>) -> Self {
            Self(
                account: pass.value("account", \.account), adopted: pass.value("adoptedFen", \.adopted),
                planned: pass.value("plannedFen", \.planned), used: pass.value("usedFen", \.used),
                isOver: pass.value("isOver", \.isOver))
        }
    }
}

extension BudgetResource {
    init(_ budget: Budget) {
        self.init(
            year: budget.year, adoptedOn: budget.adoptedOn, resolution: budget.resolution,
            lines: budget.lines.map {
                Line(account: $0.account, adopted: $0.adopted, planned: $0.planned, used: $0.used, isOver: $0.isOver)
            })
    }
}
