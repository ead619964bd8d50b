import Kernel

extension DemoCounty {
    /// Openings, then every month what came in and what went out; of three villages two close each month.
    mutating func keepLargeBooks(_ village: DemoVillage, _ number: Int) {
        let start = base.date.adding(days: 1 - Self.largeDays)
        give(
            day(Self.largeDays - 4), village.station, "ledger.openBooks", "books-\(village.id)",
            [
                "organisation": .string(village.collective), "startDate": start.field,
                "openings": .array([
                    ["account": "102", "debitFen": .integer(village.cashYuan * 100)],
                    ["account": "301", "creditFen": .integer(village.cashYuan * 100)],
                ]),
            ])
        for (count, month) in wholeMonths(from: start).enumerated() {
            post(month, count, of: village, number, from: start)
            if number % 3 != 0 { close(month, of: village) }
        }
    }

    /// The first days of the months from `start` on that are over.
    private func wholeMonths(from start: CivilDate) -> [CivilDate] {
        let first = start.adding(days: 1 - start.components.day)
        return (0..<24).map { first.adding(months: $0) }.filter { $0.adding(months: 1) <= base.date }
    }

    private mutating func post(
        _ month: CivilDate, _ count: Int, of village: DemoVillage, _ number: Int, from start: CivilDate
    ) {
        // The month in which the books were opened began before them.
        let date = max(month.adding(days: 19), start)
        let hour = max(date.start.adding(seconds: 54_000), day(Self.largeDays - 5))
        for (position, entry) in DemoText.monthly.enumerated() {
            let yuan = entry.yuan + Int64((number * 31 + count * 17 + position * 7) % 40) * 90
            give(
                hour, village.station, "ledger.postVoucher",
                "voucher-\(village.id)-\(count)-\(position)",
                [
                    "organisation": .string(village.collective), "date": date.field,
                    "summary": .string(entry.summary), "attachments": 1, "reviewer": .string(village.review),
                    "lines": .array([
                        ["account": .string(entry.debit), "debitFen": .integer(yuan * 100)],
                        ["account": .string(entry.credit), "creditFen": .integer(yuan * 100)],
                    ]),
                ])
        }
    }

    /// On the ninth day after: the reviewer answers for the vouchers, in January the result of the year is transferred, and the
    /// station closes the month.
    private mutating func close(_ month: CivilDate, of village: DemoVillage) {
        let morning = month.adding(months: 1).adding(days: 8).start.adding(seconds: 32_400)
        guard morning < base else { return }
        let name = month.description.prefix(7)
        let fields: JSON = ["organisation": .string(village.collective), "month": .string(String(name))]
        give(morning, village.review, "ledger.confirmVouchers", "confirm-\(village.id)-\(name)", fields)
        if month.components.month == 12 {
            give(
                morning.adding(seconds: 1_800), village.station, "ledger.transferResult",
                "transfer-\(village.id)-\(name)",
                ["organisation": .string(village.collective), "year": .integer(Int64(month.components.year))])
        }
        give(
            morning.adding(seconds: 3_600), village.station, "ledger.closeMonth", "close-\(village.id)-\(name)",
            fields)
    }
}
