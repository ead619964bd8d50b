import Foundation
import Kernel
@testable import Ledger
import TestSupport
import Testing

@Suite("The chart of accounts") struct ChartTests {
    @Test("The chart of 2023 has 42 accounts, each with a name in both languages")
    func count() {
        let chart = Chart.of2023
        #expect(chart.version == 2023)
        #expect(chart.accounts.count == 42)
        #expect(Set(chart.accounts.map(\.code)).count == 42)
        #expect(chart.accounts.allSatisfy { !$0.name.zh.isEmpty && !$0.name.en.isEmpty })
        let classes = Dictionary(grouping: chart.accounts, by: \.accountClass).mapValues(\.count)
        #expect(classes == [.asset: 19, .liability: 8, .equity: 4, .cost: 1, .income: 4, .expense: 6])
    }

    @Test("Depreciation and amortisation stand in credit, 113 on both sides, the rest as their class does")
    func sides() {
        for code in ["133", "152", "162"] { #expect(Chart.of2023[account(code)]?.side == .credit) }
        #expect(Chart.of2023[account("113")]?.side == .both)
        for entry in Chart.of2023.accounts where !["133", "152", "162", "113"].contains(entry.code.text) {
            let isDebit = [.asset, .cost, .expense].contains(entry.accountClass)
            #expect(entry.side == (isDebit ? .debit : .credit), "\(entry.code)")
        }
    }

    @Test(
        "Codes and names are those of the file of the national chart",
        .enabled(if: sharedData("journals/rural_collective_accounts_2023.csv") != nil, "needs the shared data"))
    func agreesWithSource() throws {
        let file = try #require(sharedData("journals/rural_collective_accounts_2023.csv"))
        let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        var compared = 0
        for row in rows {
            let columns = row.split(separator: ",").map(String.init)
            let entry = try #require(Chart.of2023[account(columns[1])])
            let name = columns[2].replacing("(", with: "（").replacing(")", with: "）")
            #expect(entry.name.zh == name)
            compared += 1
        }
        #expect(compared == 42)
    }
}
